"""The examples of the manuals, made into files and run: pieces of cases, cells of a form, several files, commands.

A block is a piece of one case; or cells as a spreadsheet shows them; or files, each below its name; and commands behind
a `$`. Whatever a piece does not say is as usual.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from made_cells import CORNER, form_of_cells
from support import HEAD, ROOT, bizcase, copenhagen

from bizcase.examine.many import examine_all, nothing
from bizcase.reading.files import case_files

SAVING = "efficiencies:\n  - {name: Besparelse, steering_area: Service, amounts: {2019+: -900}}\n"
HEAD_OF_AN_INDEX = "name: Prøveindeks\nsource: fundet på\n"

LEADS = {"Fundet": True, "Found": True, "Ikke fundet": False, "Left alone": False}
BLOCK = re.compile(rf"^(?P<lead>{'|'.join(LEADS)})(?:,? [^\n]*)?:\n\n(?P<block>(?:    .*\n|\n)+)", re.MULTILINE)
NAME = re.compile(r"(?P<name>[\w/-]+\.\w+)(?: \((?P<mark>.+)\))?:")
RUN_ON = re.compile(r"^(?P<before>.*) 2(?P<after>,.*)\n *…\n.* (?P<last>\d+),.*\n", re.MULTILINE)
"""A line with the number 2, lines that are left out, and the last one with its number."""

ENGLISH_MARKS = {
    "#REFERENCE!": "#REF!",
    "(skjult)": "(hidden)",
    "(viser intet)": "(shows nothing)",
    "(viser ": "(shows ",
    "(flettet med ": "(merged with ",
    "(med makroer)": "(with macros)",
    "(arket er slettet)": "(the sheet is deleted)",
}
"""What an example has in its reader's language: an error as Excel shows it, and what no cell and no file shows."""


@dataclass(frozen=True)
class File:
    """A file of an example: its name, what is said of it (an encoding, macros), and what is shown of its content."""

    name: str
    mark: str
    shown: str


@dataclass(frozen=True)
class Example:
    """Whether the finding is there, in which files, and by which commands; without any, all files are validated."""

    found: bool
    files: tuple[File, ...]
    commands: tuple[str, ...]


def examples(manual: str) -> list[Example]:
    """The examples of a manual, the same whatever language it is in."""
    return [_example(match["block"], found=LEADS[match["lead"]]) for match in BLOCK.finditer(f"{manual}\n")]


def _example(block: str, *, found: bool) -> Example:
    for danish, english in ENGLISH_MARKS.items():
        block = block.replace(danish, english)
    block = re.sub(r" +\|", " |", re.sub("^    ", "", block, flags=re.MULTILINE))
    lines = block.strip("\n").split("\n")
    commands = tuple(line.removeprefix("$ ") for line in lines if line.startswith("$ "))
    shown = [f"{line}\n" for line in lines if not line.startswith("$ ")]
    if NAME.fullmatch(lines[0]):
        return Example(found, tuple(_files(shown)), commands)
    name = "BC42.xlsx" if CORNER.fullmatch(lines[0]) else "BC42.yaml"
    return Example(found, (File(name, "", "".join(shown)),), commands)


def _files(lines: list[str]) -> list[File]:
    """Files below their names, each four columns further in."""
    files: list[File] = []
    for line in lines:
        if named := NAME.fullmatch(line.rstrip()):
            files.append(File(named["name"], named["mark"] or "", ""))
        else:
            name, mark, shown = files[-1].name, files[-1].mark, files[-1].shown
            files[-1] = File(name, mark, shown + line.removeprefix("    "))
    return files


def codes_of(example: Example, code: str, folder: Path) -> set[str]:
    """The codes of all that is found and not accepted, where an example of a code lies in a folder and is run."""
    for file in example.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content(file, code))
    if not example.commands:
        paths = case_files([str(folder / file.name) for file in example.files])
        outcomes = examine_all(paths, copenhagen(), nothing)
        findings = [finding for outcome in outcomes for finding in outcome.findings]
        return {finding.code for finding in findings if finding.accepted_reason is None}
    printed = ""
    for command in example.commands:
        name, *words = shlex.split(command)
        assert name == "bizcase", command
        run = bizcase(*words, cwd=folder)
        printed = run.err + run.out
    return set(re.findall(r": (?:error|warning)\[([a-z0-9-]+)\] ", printed))


def _content(file: File, code: str) -> bytes:
    """The whole file of which an example shows a piece."""
    if file.name.endswith((".xlsx", ".xlsm")):
        return form_of_cells(file.shown, with_macros=file.mark == "with macros")
    return _completed(RUN_ON.sub(_run_on, file.shown), code).encode(file.mark or "utf-8")


def _run_on(match: re.Match[str]) -> str:
    """Lines of which only the second and the last are shown."""
    return "".join(f"{match['before']} {number}{match['after']}\n" for number in range(2, int(match["last"]) + 1))


def _completed(text: str, code: str) -> str:
    """A piece of a case with what every case has, and with a saving unless the finding is about having none.

    So a piece of a profile or of a price index; what has no key of them, such as a configuration, is whole.
    """
    keys = re.findall(r"^\w+(?=:)", text, re.MULTILINE)
    if not keys:
        return text
    if "municipality" in keys:
        profile = (ROOT / "src/bizcase/profiles/copenhagen.yaml").read_text("utf-8")
        return re.sub(r"^municipality:.*\n", lambda _: text, profile, flags=re.MULTILINE)
    if "changes" in keys:
        return HEAD_OF_AN_INDEX + text
    head = "".join(line for line in HEAD.splitlines(keepends=True) if line.partition(":")[0] not in keys)
    saves = "efficiencies" in keys or code in ("no-lines", "no-efficiencies")
    return head + ("" if saves else SAVING) + text
