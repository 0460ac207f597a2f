"""The language of a run: one for everything that a person reads, and Danish unless told otherwise."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, bizcase

BAD = "tests/samples/refused/thousands-with-a-point.yaml"
BC07 = "cases/innovationspuljen-2018/BC07.yaml"


@pytest.mark.parametrize(
    ("options", "environment", "said"),
    [
        ([], {}, "1 fil, 1 fejl, 0 advarsler"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"}, "1 fil, 1 fejl, 0 advarsler"),
        ([], {"BIZCASE_LANG": "en"}, "1 file, 1 error, 0 warnings"),
        ([], {"BIZCASE_LANG": ""}, "1 fil, 1 fejl, 0 advarsler"),
        (["--lang", "da"], {"BIZCASE_LANG": "en"}, "1 fil, 1 fejl, 0 advarsler"),
        (["--lang=EN"], {}, "1 file, 1 error, 0 warnings"),
    ],
)
def test_what_is_asked_for_first_rules(options: list[str], environment: dict[str, str], said: str) -> None:
    """The command line, then BIZCASE_LANG, then Danish; never the machine's own language."""
    run = bizcase("validate", BAD, *options, stdin=b"", cwd=ROOT, **environment)
    assert (run.code, run.err) == (1, f"{said}\n")
    assert ("skriv 1025" in run.out) == said.startswith("1 fil,")


def test_it_may_stand_before_the_command_too() -> None:
    """As with git, what holds for every command may come first; after -- it is a name like any other."""
    assert bizcase("--lang", "en", "calc", BC07).out == bizcase("calc", BC07, "--lang", "en").out
    assert "--lang:1:1" in bizcase("validate", "--", "--lang").out


@pytest.mark.parametrize(
    ("options", "environment", "where"),
    [
        (["--lang", "de"], {}, "--lang: de"),
        (["--lang"], {}, '--lang: ""'),
        ([], {"BIZCASE_LANG": "x"}, "BIZCASE_LANG: x"),
    ],
)
def test_a_language_that_nobody_speaks_here(options: list[str], environment: dict[str, str], where: str) -> None:
    """It is said where it was asked for, and which there are."""
    run = bizcase("validate", BAD, *options, stdin=b"", cwd=ROOT, **environment)
    assert (run.code, run.out, run.err) == (2, "", f"bizcase: {where} er intet sprog her; skriv da eller en\n")


def test_a_paper_in_english_and_its_json_in_none() -> None:
    """Records are the same in every language; what is said beside them is not."""
    danish, english = (
        bizcase("calc", BC07, BAD, "--format", "json"),
        bizcase("calc", BC07, BAD, "--format", "json", "--lang", "en"),
    )
    assert danish.out == english.out
    assert ("skriv 1025" in danish.err, "write 1025" in english.err) == (True, True)


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_machines_get_the_code_and_the_message_of_the_language(form: str) -> None:
    """The code is the same, the words are not."""
    danish = bizcase("validate", BAD, "--format", form)
    english = bizcase("validate", BAD, "--format", form, "--lang", "en")
    assert "ambiguous-thousands" in danish.out
    assert "ambiguous-thousands" in english.out
    assert "skriv 1025, eller 1.0250, hvis du mener decimaler" in danish.out
    assert "skriv" not in english.out


def test_the_start_of_a_case_in_english(tmp_path: Path) -> None:
    """Only the comments differ."""
    bizcase("new", "X1", "-o", "da.yaml", cwd=tmp_path)
    bizcase("new", "X1", "-o", "en.yaml", "--lang", "en", cwd=tmp_path)
    danish, english = ((tmp_path / f"{language}.yaml").read_text("utf-8") for language in ("da", "en"))
    assert "# årstallet" not in danish
    assert "forslagets titel" in danish
    assert "the proposal's title" in english

    def plain(text: str) -> list[str]:
        return [line.partition("#")[0].rstrip() for line in text.splitlines()]

    assert plain(danish) == plain(english)


WRONG = [
    [],
    ["foo"],
    ["calc"],
    ["calc", "--table"],
    ["calc", "--version"],
    ["calc", BC07, "--strict=1"],
    ["calc", BC07, "--format", "excel"],
    ["calc", BC07, "--format", "xlsx"],
    ["calc", BC07, "--fromat", "text"],
    ["calc", BC07, "--whole"],
    ["calc", BC07, "--layout", "memo", "--table", "2"],
    ["calc", BC07, "--format", "json", "--unit", "kr"],
    ["calc", BC07, "-o", BC07],
    ["calc", BC07, "-o", "/none/x.txt"],
    ["calc", BC07, "-o", "cases"],
    ["calc", BC07, "-o", "x.pdf"],
    ["calc", BC07, "-o", ""],
    ["calc", BC07, "--unit", "mia"],
    ["calc", BC07, "-format", "text"],
    ["calc", "cases"],
    ["calc", "README.md"],
    ["calc", BC07.replace("07", "08"), "cases/investeringspuljen-2016/case-1.yaml", "--layout", "memo"],
    ["calc", BC07, "--profile", "none.yaml"],
    ["pool", "cases", "--jobs", "0"],
    ["pool", "cases"],
    ["pool", BC07, "--budget", "1.000"],
    ["pool", BC07, "--budget", "-1"],
    ["pool", BC07, "--target", "x.yaml"],
    ["pool", BC07, "--format", "csv", "--budget", "1"],
    ["pool", BC07, "--layout", "profile", "--sort", "id"],
    ["value", "cases"],
    ["value", BC07, "--rate", "3,5%"],
    ["value", BC07, "--horizon", "3"],
    ["value", BC07, "--base-year", "18"],
    ["new"],
    ["new", "a", "b"],
    ["new", "a b"],
    ["new", "x", "-o", BC07],
    ["schema", "--check", "none"],
    ["schema", "--check", "x", "--write", "y"],
    ["schema", "case", "--check", "x", "-o", "y"],
    ["explain", "x", "--write", "y"],
    ["explain", "not-permanet"],
    ["validate"],
    ["validate", BC07, "--config", "none.toml"],
    ["validate", BC07, "--config", "x", "--no-config"],
    ["validate", BC07, "--profile", "kobenhavn"],
    ["profile", "show", "none"],
    ["profile", "check", BC07],
    ["validate", "none.yaml"],
    ["validate", "tests/samples"],
]
"""Command lines that cannot be used, and runs that have something to tell beside the result."""

HELP = [
    [*command, "-h"]
    for command in ([], ["calc"], ["validate"], ["pool"], ["value"], ["new"], ["schema"], ["explain"], ["profile"])
]
HELP += [["profile", "check", "-h"], ["profile", "show", "-h"]]
SCREENS = [
    *WRONG,
    *HELP,
    ["explain"],
    ["validate", "tests/samples/refused"],
    ["pool", "cases/budget-2025"],
    ["value", BC07],
]

ENGLISH_WORDS = set(
    re.findall(
        r"\w+",
        """and are been before but by cannot could did does each every file found from has how if into it its may must
        nor not nothing of only or other out please should stands such take than that the their them then there they
        this too two unless until used was we were what when where which why will without would write you your error
        errors usage options missing invalid allowed arguments commands help default required stale wrote
        internal year years line lines cases""",
    )
)
"""Words that would give an English sentence away; `value` is the name of a command."""

DANISH_WORDS = set(
    re.findall(r"\w+", "skriv eller ikke og er til med hvis som den det der fjern mangler fejl filer sag sager år")
)
"""Words that would give a Danish sentence away."""

CODES = re.compile(
    r"^ *\d* \|.*$"  # the file's own line, and the marks below it
    r"|^error |^warning |^.*?: \w+\[[\w-]+\]"  # where a finding stands, and its code
    r"|\w+(?:\.\w+)+: "  # the way to a value
    r"|`[^`]*`|--?[\w-]+|\S*[_/]\S*|\S+\.yaml|\w+(?:\|\w+)+|\w+-[\w-]+",
    re.MULTILINE,
)
"""What stands on a screen in no language: places, codes, options, keys, paths, values to choose from."""

NAMES = re.compile(r"(tilladt|allowed|mente du|did you mean).*", re.IGNORECASE)
"""Names that a value may have, to the end of the line."""


def words_on(screen: str) -> set[str]:
    """The words of a screen that belong to a language."""
    return set(re.findall(r"[a-zæøå]+", NAMES.sub(" ", CODES.sub(" ", screen)).casefold()))


@pytest.mark.parametrize("arguments", SCREENS, ids=" ".join)
def test_a_danish_screen_is_danish(arguments: list[str]) -> None:
    """No English word stands on it, outside keys and codes; the words of a command line are the user's own."""
    run = bizcase(*arguments)
    assert run.out + run.err
    assert words_on(run.out + run.err) & ENGLISH_WORDS - set(arguments) == set()


@pytest.mark.parametrize("arguments", [*WRONG[:-1], *HELP, ["explain"]], ids=" ".join)
def test_an_english_screen_is_english(arguments: list[str]) -> None:
    """No Danish word stands on it."""
    run = bizcase(*arguments, "--lang", "en")
    assert run.out + run.err
    assert words_on(run.out + run.err) & DANISH_WORDS - set(arguments) == set()


def test_what_a_user_wrote_is_shown_and_never_obeyed() -> None:
    """A terminal's own commands in an argument, or in none at all, reach no terminal."""
    run = bizcase("\x1b[31mx")
    assert (run.code, "\x1b" in run.err) == (2, False)
    assert bizcase("").err.startswith('bizcase: "" er ingen kommando')


def test_a_full_disk_under_the_help_is_no_bug() -> None:
    """What the library prints is told of as what the program prints itself."""
    command = f"{sys.executable} -m bizcase -h > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "bizcase: standardoutput: kan ikke skrives (der er ikke mere plads)\n",
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_help_fits_the_terminal(columns: int) -> None:
    """No line is longer than a terminal of forty columns, or of eighty."""
    lines = bizcase("calc", "-h", stdin=b"", cwd=ROOT, COLUMNS=str(columns)).out.splitlines()
    assert max(map(len, lines)) <= columns
