"""The file of a price index: what it may hold, and what is said of what it may not."""

import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from support import ROOT, copenhagen, message_of, result_of

from bizcase.case.price_index import PriceIndex, validate_price_index
from bizcase.engine.price_level import Prices, in_price_level
from bizcase.reading.loader import load

D = Decimal
HEAD = "name: Generel\nsource: Økonomistyrelsen\n"
SCHEMA = json.loads((ROOT / "schemas/prices.schema.json").read_text("utf-8"))


def index(text: str) -> PriceIndex:
    """The index in a text, which must be a good one."""
    root = load(HEAD + text).root
    assert root is not None
    read, faults = validate_price_index(root, copenhagen())
    assert read is not None, faults
    return read


def said(text: str, head: str = HEAD) -> list[tuple[str, str, str]]:
    """What is wrong with a text as an index: the code, the way to the value, and what is said."""
    root = load(head + text).root
    assert root is not None
    read, faults = validate_price_index(root, copenhagen())
    assert read is None
    return [(fault.code, ".".join(map(str, fault.where)), message_of(fault)) for fault in faults]


def test_a_range_of_years_has_one_change() -> None:
    """2017 to 2019 with nil, 2020 with less than nothing; an area by another of its names."""
    read = index("changes: {general: {2017: 1.2%, 2018: 1.9 %}, anlægsudgifter: {2017-2019: 0%, 2020: -0.35%}}\n")
    assert read.of_area("Service") == {2017: D("1.2"), 2018: D("1.9")}
    assert read.of_area("Anlæg") == {2017: 0, 2018: 0, 2019: 0, 2020: D("-0.35")}


def test_the_example_is_the_states_general_index() -> None:
    """Ten changes of the state's fixed-price calculations, 2016 to 2025, by that name, and no estimate among them."""
    root = load((ROOT / "cases/prisindeks-generel.yaml").read_text("utf-8")).root
    assert root is not None
    read, _ = validate_price_index(root, copenhagen())
    assert read is not None
    assert (read.name, read.source) == ("Generel pris- og lønstigning", "Økonomistyrelsen, fastprisberegninger")
    printed = ["0.5", "1.2", "1.9", "1.3", "1.1", "1.2", "4.3", "2.5", "4.0", "2.8"]
    assert [read.of_area("Anlæg")[year] for year in range(2016, 2026)] == [D(change) for change in printed]
    assert read.first_estimate(2016, 2025) is None


def test_which_years_are_missing() -> None:
    """From 2016 to 2019 it takes the changes of 2017, 2018 and 2019, forwards and backwards; of levels, both ends."""
    changes = index("changes: {general: {2016: 1%, 2018: 1%}, Anlæg: {2017-2019: 0%}}\n")
    assert changes.years_missing("Service", 2016, 2019) == [2017, 2019]
    assert changes.years_missing("Service", 2019, 2016) == [2017, 2019]
    assert changes.years_missing("Anlæg", 2016, 2019) == []
    levels = index("levels: {general: {2016: 100, 2025: 122.2}}\n")
    assert levels.years_missing("Service", 2016, 2025) == []
    assert levels.years_missing("Service", 2016, 2020) == [2020]


def test_what_an_index_reaches() -> None:
    """Changes lead to their own year and from the year before; levels have only their own."""
    changes, levels = index("changes: {general: {2018: 1%}}\n"), index("levels: {general: {2018: 100}}\n")
    assert [year for year in range(2015, 2021) if changes.reaches(year)] == [2017, 2018]
    assert [year for year in range(2015, 2021) if levels.reaches(year)] == [2018]


@pytest.mark.parametrize(("start", "end", "first"), [(2024, 2025, None), (2024, 2026, 2026), (2027, 2025, 2026)])
def test_what_rests_on_estimates(start: int, end: int, first: int | None) -> None:
    """With estimates from 2026: what leads into 2026 or a later year, and what leads out of one."""
    read = index("changes: {general: {2020-2030: 1%}}\nestimates_from: 2026\n")
    assert read.first_estimate(start, end) == first


@pytest.mark.parametrize(
    ("written", "code", "instead"),
    [
        ("1,2%", "not-a-number", "write 1.2%"),
        ("1.2 pct.", "not-a-number", "write 1.2%"),
        ("\u22121,5 %", "not-a-number", "write -1.5%"),
        ("meget", "not-a-number", "1.2% or -0.3%"),
        ("'1.2'", "not-a-number", "write 1.2%"),
        ("[1%]", "wrong-type", "such as 1.2%"),
        ("1.2", "bad-value", "write 1.2% where it is per cent"),
        ("1.012", "bad-value", "may be a factor or an index number"),
        ("101.2%", "bad-value", "index numbers under levels"),
        ("-51%", "bad-value", "cannot be right"),
    ],
)
def test_a_change_that_is_none(written: str, code: str, instead: str) -> None:
    """Per cent from the year before, with its sign: everything else is told what to write instead."""
    ((found, where, message),) = said(f"changes:\n  general:\n    2017: {written}\n")
    assert (found, where) == (code, "changes.general.2017")
    assert instead in message


@pytest.mark.parametrize(
    ("written", "code", "instead"),
    [
        ("122,2", "not-a-number", "write 122.2"),
        ("'122.2'", "not-a-number", "write 122.2"),
        ("122.2%", "not-a-number", "write digits"),
        ("0", "bad-value", "not above nil"),
        ("-3", "not-a-number", "write digits"),
        ("~", "wrong-type", "such as 122.2"),
        ("{a: 1}", "wrong-type", "such as 122.2"),
    ],
)
def test_an_index_number_that_is_none(written: str, code: str, instead: str) -> None:
    """Above nil, with a point: everything else is told what to write instead."""
    ((found, where, message),) = said(f"levels:\n  general:\n    2017: {written}\n")
    assert found == code
    assert where == "levels.general.2017"
    assert instead in message


@pytest.mark.parametrize(
    ("text", "code", "where", "words"),
    [
        ("", "missing-key", "changes", "or index numbers under levels"),
        ("changes: {general: {2017: 1%}}\nlevels: {general: {2017: 1}}\n", "bad-value", "levels", "one form only"),
        ("changes: {}\n", "wrong-type", "changes", "general: {2025: 2.8%}"),
        ("levels: 122\n", "wrong-type", "levels", "general: {2016: 100, 2025: 122.2}"),
        ("changes: {general: {}}\n", "wrong-type", "changes.general", "such as {2024: 4.0%, 2025: 2.8%}"),
        ("changes: {general: {2017+: 1%}}\n", "bad-period", "changes.general.2017+", "write the years: 2017-…"),
        ("changes: {general: {2017: 1,2%}}\n", "bad-period", "changes.general.2%", "write 1.2%"),
        ("levels: {general: {2017: 122,2}}\n", "bad-period", "levels.general.2", "write 122.2"),
        ("changes: {general: {2017-2018: 1%, 2018: 2%}}\n", "overlapping-periods", "changes.general.2018", "in common"),
        ("changes: {Servise: {2017: 1%}}\n", "unknown-steering-area", "changes.Servise", "Service"),
        ("changes: {Generl: {2017: 1%}}\n", "unknown-key", "changes.Generl", "did you mean general?"),
        ("changes: {EO: {2017: 1%}, overførsler (eo): {2017: 1%}}\n", "duplicate-key", "changes.overførsler (eo)", ""),
        ("changes: {general: {2017: 1%}, generelt: {2017: 1%}}\n", "duplicate-key", "changes.generelt", "keep one"),
        ("changes: {general: {2017: 1%}}\nestimates_from: snart\n", "wrong-type", "estimates_from", "a year"),
        ("changes: {general: {2017: 1%}}\nkilde: x\n", "unknown-key", "kilde", "did you mean source?"),
        ("levels: {general: {2016: 998.5, 2025: 1.222}}\n", "bad-value", "levels.general", "thousands without a point"),
    ],
)
def test_a_file_that_is_no_index(text: str, code: str, where: str, words: str) -> None:
    """Each slip is one finding at its place, and says what to write."""
    ((found, at, message),) = said(text)
    assert (found, at) == (code, where)
    assert words in message


def test_an_index_without_a_name_or_a_source_is_none() -> None:
    """A converted table says both."""
    assert [fault[:2] for fault in said("changes: {general: {2017: 1%}}\n", head="")] == [
        ("missing-key", "name"),
        ("missing-key", "source"),
    ]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("changes: {general: {'2017': 1.2%, '2018-2020': -0.5 %}, anlæg: {'2017': 0}}", True),
        ("levels: {general: {'2016': 100, '2025': 122.2}}", True),
        ("changes: {general: {'2017': 1.2}}", False),
        ("changes: {general: {'2017+': 1%}}", False),
        ("changes: {Servise: {'2017': 1%}}", False),
        ("levels: {general: {'2017': 0}}", False),
        ("changes: {}", False),
        ("estimates_from: 2026", False),
        ("changes: {general: {'2017': 1%}}\nlevels: {general: {'2017': 1}}", False),
    ],
)
def test_an_editor_takes_what_the_program_takes(text: str, good: bool) -> None:  # noqa: FBT001 - a case of a table
    """The schema and the reader are of one mind, and the schema is one itself."""
    Draft7Validator.check_schema(SCHEMA)
    document = yaml.safe_load(HEAD + text)
    assert (list(Draft7Validator(SCHEMA).iter_errors(document)) == []) is good
    root = load(HEAD + text).root
    assert root is not None
    assert (validate_price_index(root, copenhagen())[0] is not None) is good


GOOD = HEAD + "changes:\n  general: {2017: 1.2%, 2018-2020: 0%}\n  Anlæg:\n    2019: -0.5 %\nestimates_from: 2026\n"
PIECES = st.sampled_from(["", ":", "{", "}", "- ", "\n", "%", ",", "0", "-", "9" * 40, "levels", "'", "2017", "~", " "])


@given(st.data())
def test_whatever_happens_to_an_index_is_read_or_told_of(data: st.DataObject) -> None:
    """A good index with stretches of it replaced: an index, or faults that are put in words; never an exception."""
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(PIECES) + text[start + data.draw(st.integers(0, 12)) :]
    loaded = load(text)
    if loaded.root is None or loaded.faults:
        return
    read, faults = validate_price_index(loaded.root, copenhagen())
    assert (read is None) == bool(faults)
    assert all(message_of(fault) for fault in faults)
    if read is not None:
        plain = result_of("efficiencies: [{name: A, steering_area: Anlæg, amounts: {2018+: -1}}]\n")
        converted, missing = in_price_level(plain, copenhagen(), Prices(2019, read))
        assert (converted is None) == bool(missing)
