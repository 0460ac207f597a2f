"""Reading YAML: plain data with places, and nothing that could surprise or hurt."""

import pytest
from support import message_of

from bizcase.reading.document import Mapping, Plain, locate
from bizcase.reading.finding import Place
from bizcase.reading.loader import DEPTH_LIMIT, USES_LIBYAML, load


def test_libyaml_parses() -> None:
    """The fast parser is at work; PyYAML's own would be several times slower without a word."""
    assert USES_LIBYAML


def test_scalars_keep_the_characters_of_the_file() -> None:
    """What a scalar looks like is not interpreted: no octal, no truth value, no time of day."""
    root = load("a: 010\nb: no\nc: 12:30\nd: 1.50\ne: 1_000\n").root
    assert root == {"a": "010", "b": "no", "c": "12:30", "d": "1.50", "e": "1_000"}


def test_quotation_marks_are_remembered() -> None:
    """A scalar without quotation marks is Plain, one with them is not."""
    root = load("a: 2018\nb: '2018'\nc: \"2018\"\n").root
    assert isinstance(root, Mapping)
    assert [isinstance(root[key], Plain) for key in "abc"] == [True, False, False]


def test_places_count_characters_from_one() -> None:
    """A value after Danish letters stands at the column that an editor shows."""
    root = load("ø: {å: 1, æ: [x, yy]}\n").root
    assert root is not None
    assert locate(root, ("ø", "å"))[:2] == (1, 8)
    assert locate(root, ("ø", "æ", 1)) == Place(1, 18, 1, 20)
    assert locate(root, ("ø", "æ"), at_key=True)[:2] == (1, 11)


def test_a_missing_key_is_at_the_mapping_that_lacks_it() -> None:
    """A path that leaves the document ends at the last value on the way."""
    root = load("a:\n  b: 1\n").root
    assert root is not None
    assert locate(root, ("a", "c"))[:2] == (2, 3)


def test_decomposed_danish_letters_are_composed() -> None:
    """An å from a and a ring is an å, in keys and in values; so is an ø from o and a stroke."""
    assert load("a\u030a: o\u0338\n").root == {"å": "ø"}


@pytest.mark.parametrize("text", ["a: 1\n2018: x\n'2018': y\n", "å: 1\na\u030a: 2\n"])
def test_the_same_key_twice_is_one_too_many(text: str) -> None:
    """Keys are the same when their texts are, whatever quotation marks or make-up they have."""
    assert [fault.code for fault in load(text).faults] == ["duplicate-key"]


def test_a_billion_laughs_is_over_at_once() -> None:
    """Each anchor is reported once, and no alias is ever followed."""
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    loaded = load("\n".join(lines))
    assert [fault.code for fault in loaded.faults] == ["unsupported-yaml"] * 10


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_ends_at_the_limit(opening: str) -> None:
    """However deep a text nests, reading it neither crashes nor goes on, and what is wrong is said, by any parser."""
    loaded = load(opening * 50_000)
    assert loaded.root is None
    assert str(loaded.faults[-1].text).startswith("her er flere end 64 niveauer inden i hinanden")


def test_the_place_is_that_of_our_limit_whatever_the_parsers_own_is() -> None:
    """The bracket behind the 64th, though newer parsers end at the thousandth before they say anything of it."""
    (fault,) = load("[" * 5000).faults
    assert fault.where == Place(1, 65, 1, 66)


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert not load("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT).faults


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: \x00b", 1, 4),
        ("ø: x\nb: \x07", 2, 4),
        ("a: [1,\n", 1, 4),
        ("a: b: c", 1, 5),
        ("%YAML 3.0\n---\na: 1", 1, 1),
    ],
)
def test_broken_yaml_is_placed(text: str, line: int, column: int) -> None:
    """A text that breaks off names the place to look at."""
    fault = load(text).faults[-1]
    assert (fault.code, *fault.where[:2]) == ("yaml-syntax", line, column)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_nothing_is_no_document(text: str) -> None:
    """A text without content has no document, or an empty one."""
    assert load(text).root in (None, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n\t- b\n", "a tab stands here; indent with spaces"),
        ("title: Selvbetjening: åbne biblioteker\n", "put text with a colon in quotation marks"),
        ("a: {b: 1\nc: 2\n", "the bracket of line 1, column 4 is not closed"),
        ('a: "b\nc: 2\n', "a quotation mark is opened here and never closed"),
        ("a: @b\n", "put it in quotation marks"),
        ("title:\u00a0Hal\nid: X\n", "a space that must not break"),
        ("a:\n\t2026\t1250\n", "tabs stand here, as from a spreadsheet; write 2026: 1250"),
        ("a: {name: Hal #2, b: 1}\n", "put the text with the # in quotation marks"),
        ("a: X\nb: 2026: 1025, 2027: 500\n", "write {2026: 1025, 2027: 500}"),
        ("a: (2026: 1025)\n", "write {2026: 1025}"),
        ("a:\n  -name: A\n    b: c\n", "write - name: A"),
        ("id:BC42\ntitle: x\n", "write id: BC42"),
        ("id: x\nefficiencies\n  - name: A\n", "a colon is missing behind efficiencies"),
        ("a: *Færre* opkald\nb: 1\n", "a value begins with *"),
        ("a: - Færre\nb: 1\n", "a value begins with -"),
        ("a: [Færre] opkald\n", "a value begins with ["),
        ('a: "B" og C\n', "put all of it in quotation marks"),
        ("title: Færre opkald\ntil kommunen\nb: 1\n", "indent it below that"),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, said: str) -> None:
    """What people do wrong has words of its own; the parser's are for the rest."""
    assert said in message_of(load(text).faults[-1])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: two things\n  - roof\n  - air\n", (2, 3)),
        ("a:\n  b: two\n    things\n    - roof\n", (4, 5)),
        ("a: |\n  two things\n  - roof\n", None),
        ("a: >-\n  two things\n  - roof\n", None),
        ('a: "two things\n  - roof"\n', None),
        ("a: one thing - and another\n  on the next line\n", None),
        ("a: one\nb:\n  - roof\n  - air - and light\n", None),
    ],
)
def test_items_that_become_one_line_with_the_text_above_are_told_of(text: str, at: tuple[int, int] | None) -> None:
    """YAML folds them, dashes and all; in a text whose lines are kept, or that is quoted, nobody is surprised."""
    found = [fault for fault in load(text).faults if fault.code == "unsupported-yaml"]
    assert [fault.where[:2] for fault in found] == ([] if at is None else [at])


LINES = "efficiencies:\n  - name: A\n    steering_area: Service\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{LINES}     amounts: 1\n", "the indent of the line is 5; make it 4, as in line 3"),
        (f"{LINES}   amounts: 1\n", "the indent of the line is 3; make it 4, as in line 3"),
        ("efficiencies:\n  - name: A\n   amounts: 1\n", "the indent of the line is 3; make it 4, as in line 2"),
        ("id: A\n title: B\n", "the indent of the line is 1; make it 0, as in line 1"),
        (f"{LINES}  name: B\n", "a dash is missing in front, or the line is to be indented by 4 spaces, as line 3"),
        (f"{LINES} # a remark\n\n name: B\n", "the indent of the line is 1; make it 2, as in line 2"),
        ("a:\n- b: 1\n  c: 2\nd: {e: 1\n", "not closed"),
        ("a:\n- b: 1\n  c: 2\nd\n", "colon"),  # a list may stand as far out as its field: no dash is missing
    ],
)
def test_a_line_that_is_out_of_line_is_told_how_far_it_is_to_go(text: str, said: str) -> None:
    """By the line above that shows it, where indentation is what broke the file off."""
    assert said in message_of(load(text).faults[-1])


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("title: Hal #2 i Valby\n", (1, 12)),
        ("lines:\n  - name: Hal\t#2\n", (2, 15)),
        ("names: [Hal 1, Hal #2\n  , Hal 3]\n", (1, 20)),
        ('title: "Hal #2 i Valby"\n', None),
        ("title: Hal # 2\n", None),
        ("title: Hal#2\n", None),
        ("amount: 2018 #skøn\n", None),
        ("share: 50% #skøn\n", None),
        ("title: |\n  Hal #2\n", None),
        ("title: Hal # se #2\n", None),
        ("when: 2018 #4. kvartal\n", (1, 12)),
        ("title: Hal i Valby\n  #2 og 3\n", (2, 3)),
        ("a:\n  b: Hal\n  #2018: 5\n", None),
        ("a:\n  b: Hal\n  #c: d\n", None),
    ],
)
def test_a_number_sign_that_cuts_a_text_is_found(text: str, cut: tuple[int, int] | None) -> None:
    """A comment has a space behind its sign, or follows a figure; anything else is a text that goes on."""
    places = [fault.where[:2] for fault in load(text).faults if fault.code == "cut-text"]
    assert places == ([] if cut is None else [cut])
