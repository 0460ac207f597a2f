"""Reading TOML: values as the standard library reads them, each with its place, and what is no TOML told of."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from bizcase.reading.document import Mapping, Plain, Sequence, locate, node_at
from bizcase.reading.finding import Place
from bizcase.reading.toml import SIZE_LIMIT, load_toml

TEXT = """\
# æ
profile = "a.yaml" # x
paths = [
  "sager", # é, "]"
  'b',
]
a.b.c = 1.5
[severity]
not-permanent = "off"
"x y" = {q = 1, r = [1, {z = 2024-01-01}]}
[[tool.l]]
k = 1
[[tool.l]]
k = 2
[tool.l.sub]
m = \"\"\"a
"b\"\"\"
n = true
"""


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("profile",), (2, 11, 2, 19)),
        (("paths",), (3, 9, 6, 2)),
        (("paths", 0), (4, 3, 4, 10)),
        (("paths", 1), (5, 3, 5, 6)),
        (("a", "b"), (7, 1, 7, 6)),
        (("a", "b", "c"), (7, 9, 7, 12)),
        (("severity", "not-permanent"), (9, 17, 9, 22)),
        (("severity", "x y", "r", 1, "z"), (10, 30, 10, 40)),
        (("tool", "l", 0, "k"), (12, 5, 12, 6)),
        (("tool", "l", 1, "k"), (14, 5, 14, 6)),
        (("tool", "l", 1, "sub", "m"), (16, 5, 17, 6)),
        (("tool", "l", 1, "sub", "n"), (18, 5, 18, 9)),
    ],
)
def test_every_value_has_its_place(where: tuple[str | int, ...], place: tuple[int, int, int, int]) -> None:
    """Counted by hand in the text above: line, column, line and column behind the end."""
    root = load_toml(TEXT).root
    assert node_at(root, where) is not None
    assert locate(root, where) == Place(*place)


def test_a_key_has_its_place() -> None:
    """A key in quotation marks with them, a table by its heading."""
    root = load_toml(TEXT).root
    assert locate(root, ("severity", "x y"), at_key=True) == Place(10, 1, 10, 6)
    assert locate(root, ("severity",), at_key=True) == Place(8, 2, 8, 10)


def plain(node: object) -> object:
    """A document without its places, every scalar as text."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return list(map(plain, node))
    return str(node)


KEYS = st.text("abc-_", min_size=1, max_size=3)
SCALARS = st.sampled_from(['"x"', "'y # ]'", '"""\n"z" = 1\n"""', "12", "1_000", "07:30:00", '"a\\"b"'])


def nested(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lists over several lines, with a comment, and tables between braces."""
    lists = st.lists(values, max_size=3).map(lambda items: f"[ # [ = \n{', '.join(items)}\n]")
    tables = st.dictionaries(KEYS, values, max_size=3).map(
        lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
    )
    return lists | tables


@given(st.dictionaries(KEYS, st.recursive(SCALARS, nested, max_leaves=8), max_size=5))
def test_a_place_shows_the_value_that_it_is_of(entries: dict[str, str]) -> None:
    """What stands at the place of a key's value is what was written there, whatever lies in it."""
    text = "".join(f"{key} = {value}\n" for key, value in entries.items())
    root = load_toml(text).root
    assert isinstance(root, Mapping)
    lines = text.split("\n")
    for key, value in entries.items():
        place = locate(root, (key,))
        inside = "\n".join(lines[place.line - 1 : place.end_line])
        end = len(inside) - len(lines[place.end_line - 1]) + place.end_column - 1
        assert inside[place.column - 1 : end] == value


def test_what_is_no_text_stays_as_it_is_written() -> None:
    """A number, a date and a truth value are told from a text that looks like one."""
    root = load_toml("a = 1_0\nb = 2024-01-01 10:00:00\nc = true\nd = '1'\ne = []\n").root
    assert root == {"a": "1_0", "b": "2024-01-01 10:00:00", "c": "true", "d": "1", "e": []}
    assert isinstance(root, Mapping)
    assert [isinstance(root[key], Plain) for key in "abcd"] == [True, True, True, False]
    assert isinstance(root["e"], Sequence)


def test_a_real_file_is_read_as_the_library_reads_it() -> None:
    """The configuration of this project's own tools."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    root = load_toml(text).root
    read = tomllib.loads(text)
    assert node_at(root, ("project", "dependencies")) == read["project"]["dependencies"]
    assert node_at(root, ("tool", "importlinter", "contracts", 2)) == read["tool"]["importlinter"]["contracts"][2]
    assert plain(node_at(root, ("tool", "hatch"))) == read["tool"]["hatch"]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("profile = eksempel.yaml", (1, 11), 'eksempel.yaml står uden anførselstegn; skriv "eksempel.yaml"'),
        ("\nprofile: x # y", (2, 8), 'her står et kolon; skriv et lighedstegn: profile = "x"'),
        ('profile = "a\\eb"', (1, 15), "her står en omvendt skråstreg; skriv stier med /"),
        ("a = 1\na = 2\n", (2, 6), "navnet står her for anden gang; behold det ene"),
        ("[a]\n[a]", (2, 3), "navnet står her for anden gang; behold det ene"),
        ("a = [1\n", (2, 1), "filen kan ikke forstås herfra"),
        ("a = 1 2", (1, 7), "filen kan ikke forstås herfra"),
    ],
)
def test_where_a_text_breaks_off_is_told(text: str, place: tuple[int, int], said: str) -> None:
    """The slips of people who know YAML are known by name."""
    loaded = load_toml(text)
    assert loaded.root is None
    (fault,) = loaded.faults
    assert (fault.code, fault.where[:2]) == ("toml-syntax", place)
    assert str(fault.text).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 60_000,
        "a = " + "{b=" * 20_000,
        "[" * 60_000,
        "a = " + "9" * 60_000,
        ".".join("a" * 30_000) + " = 1",
        "[" + ".".join("a" * 30_000) + "]",
        "a = {" + " . ".join(["'a'"] * 10_000) + " = 1}",
        "#" + "x" * SIZE_LIMIT,
    ],
    ids=["lists", "tables", "headings", "digits", "names", "names in a heading", "names in braces", "size"],
)
def test_what_nobody_writes_is_one_finding(text: str) -> None:
    """Depth, size and length end in a finding, and not in a traceback; names take the library time by their square."""
    loaded = load_toml(text)
    assert loaded.root is None
    assert [fault.code for fault in loaded.faults] == ["toml-syntax"]
