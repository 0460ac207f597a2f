"""The documents: their examples are run, their links lead somewhere, and the two commands are what README says."""

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from support import ROOT, bizcase, copenhagen

from bizcase.case.configuration import validate_configuration
from bizcase.checks.rule import warnings
from bizcase.examine.one import examine
from bizcase.reading.document import Mapping, node_at
from bizcase.reading.toml import load_toml

OUTSIDE = [ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY", "CHANGELOG")]
DOCUMENTS = [*OUTSIDE, *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
COMPLETE = re.compile(
    r"(?:#.*\n)?(?:id|schema_version):.*?^(?:implementation_costs|efficiencies):", re.MULTILINE | re.DOTALL
)
WALKED = "kom-i-gang.md"
"""A page whose commands follow on each other in an empty folder; it has a test of its own."""


def blocks(language: str) -> list[tuple[str, str]]:
    """The code blocks of all documents in a language, each with the document's name."""
    found = [(path.name, match) for path in DOCUMENTS for match in BLOCK.finditer(path.read_text("utf-8"))]
    return [(name, match["text"]) for name, match in found if match["language"] == language]


def conversations() -> list[tuple[str, str, str]]:
    """Every command of the documents with what it prints."""
    found = []
    for name, text in blocks("console"):
        if name == WALKED:
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append((name, command, printed))
    return found


def test_there_is_something_to_run() -> None:
    """The documents have examples of both kinds."""
    assert len(conversations()) >= 6
    assert sum(bool(COMPLETE.match(text)) for _, text in blocks("yaml")) >= 6
    assert blocks("toml")


@pytest.mark.parametrize(("name", "command", "printed"), conversations())
def test_a_command_prints_what_the_document_shows(name: str, command: str, printed: str) -> None:
    """Run in the repository's root: stdout, then stderr."""
    words = shlex.split(command)
    assert words[0] == "bizcase"
    run = bizcase(*words[1:])
    assert run.out + run.err == printed


def test_the_picture_shows_what_its_command_prints() -> None:
    """All of it, but for the spaces: a picture that `make pictures` has not drawn anew is told."""
    picture = ElementTree.parse(ROOT / "docs/tabel1.svg")  # noqa: S314  # our own file
    shown = [
        "".join(text.itertext())
        for lines in picture.iter("{http://www.w3.org/2000/svg}g")
        if lines.get("class", "").endswith("-matrix")
        for text in lines
    ]
    command = shown[0].replace("\N{NO-BREAK SPACE}", " ").removeprefix("$ ")
    assert re.sub(r"\s", "", "".join(shown[1:])) == re.sub(r"\s", "", bizcase(*shlex.split(command)[1:]).out)


@pytest.mark.parametrize(("name", "text"), [block for block in blocks("yaml") if COMPLETE.match(block[1])])
def test_a_case_in_a_document_is_a_good_case(name: str, text: str, tmp_path: Path) -> None:
    """It validates without an error and calculates."""
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    examined = examine(str(tmp_path / "case.yaml"), copenhagen())
    assert [finding for finding in examined.findings if finding.fails] == []
    assert examined.kept is not None


@pytest.mark.parametrize(("name", "text"), blocks("toml"))
def test_a_configuration_in_a_document_is_a_good_one(name: str, text: str) -> None:
    """Every key and every code in it is known."""
    root = load_toml(text).root
    section = node_at(root, ("tool", "bizcase")) or root
    assert isinstance(section, Mapping)
    configuration, faults = validate_configuration(section, warnings())
    assert (configuration is not None, faults) == (True, [])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Files that a document points at are there, and so are the headings."""
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", document.read_text("utf-8")):
        file = (document.parent / target).resolve() if target else document
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
            assert anchor[1:] in {
                re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings
            }


def test_every_folder_of_the_program_is_in_the_table_of_folders() -> None:
    """Who wants to change something finds each room in CONTRIBUTING, and each named room exists."""
    rooms = {f"src/bizcase/{path.name}/" for path in (ROOT / "src/bizcase").iterdir() if path.is_dir()} - {
        "src/bizcase/__pycache__/"
    }
    named = set(re.findall(r"^\| `(src/bizcase/\w+/)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE))
    assert named == rooms


def test_public_code_metadata_is_readable() -> None:
    """The file that describes the project to a catalogue is YAML and names the licence."""
    document = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert document["legal"]["license"] == "MPL-2.0"


def test_the_licence_stands_where_people_and_where_tools_look_for_it() -> None:
    """Both are the same, to the letter."""
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/MPL-2.0.txt").read_bytes()
