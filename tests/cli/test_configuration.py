"""The configuration of a repository: which file holds, what it says, and what is told of a wrong one."""

import os
from pathlib import Path

import pytest
from support import ROOT, bizcase

PROFILE = """\
municipality: Eksempel Kommune
committees: {ØK: {name: Økonomiudvalget}}
administrations: {STAB: {name: Stabene, committee: ØK}}
steering_areas: {Drift: {nature: service}}
pools: {investment: Investeringspulje}
payback: {limit_years: 4}
"""
CASE = """\
id: E1
title: Mindre papir
price_level: 2026
administration: STAB
implementation_costs:
  - {name: Scannere, steering_area: Drift, amounts: {2026: 100}}
efficiencies:
  - {name: Mindre papir, steering_area: Drift, amounts: {2027-2028: -60}}
"""
CONFIGURATION = 'profile = "eksempel.yaml"\npaths = ["sager"]\n'
NONE = "0 fejl, 0 advarsler"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A municipality that is not Copenhagen: its profile, a case with one warning, and the configuration."""
    (tmp_path / "eksempel.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "sager").mkdir()
    (tmp_path / "sager" / "E1.yaml").write_text(CASE, "utf-8")
    (tmp_path / "bizcase.toml").write_text(CONFIGURATION, "utf-8")
    return tmp_path


def test_a_municipality_from_nothing_needs_its_configuration_alone(tmp_path: Path) -> None:
    """Every command in a fresh folder, without an option for the profile."""
    assert bizcase("profile", "show", "copenhagen", "-o", "eksempel.yaml", cwd=tmp_path).code == 0
    assert bizcase("profile", "check", "eksempel.yaml", cwd=tmp_path).err == f"1 fil, {NONE}\n"
    (tmp_path / "eksempel.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "bizcase.toml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "sager").mkdir()
    assert bizcase("new", "E1", cwd=tmp_path / "sager").code == 0
    start = (tmp_path / "sager" / "E1.yaml").read_text("utf-8").splitlines()
    assert start[0] == "# yaml-language-server: $schema=../.bizcase/case.schema.json"
    schema = (tmp_path / ".bizcase" / "case.schema.json").read_text("utf-8")
    assert "Eksempel Kommune" in schema
    assert "Københavns" not in "".join(start) + schema
    assert bizcase("schema", cwd=tmp_path).out == schema
    (tmp_path / "sager" / "E1.yaml").write_text(CASE, "utf-8")
    checked = bizcase("validate", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "1 fil, 0 fejl, 1 advarsel\n")
    assert bizcase("calc", "sager/E1.yaml", cwd=tmp_path).out.splitlines()[1].startswith("Eksempel Kommune, Stabene")
    assert bizcase("calc", "-", cwd=tmp_path, stdin=CASE.encode()).code == 0
    assert bizcase("pool", tmp_path / "sager", cwd=ROOT).out.startswith("Eksempel Kommune\n")
    assert bizcase("profile", "show", cwd=tmp_path).out == PROFILE
    assert bizcase("profile", "check", cwd=tmp_path).err == f"1 fil, {NONE}\n"
    (tmp_path / "schemas").mkdir()
    assert bizcase("schema", "--write", "schemas", cwd=tmp_path).code == 0
    assert bizcase("schema", "--check", "schemas", cwd=tmp_path).code == 0


def test_without_its_configuration_a_right_case_is_wrong(folder: Path) -> None:
    """What the file is for: Copenhagen has neither the administration nor the area."""
    run = bizcase("validate", folder, "--no-config", "--no-excerpt")
    assert run.code == 1
    assert {"unknown-administration", "unknown-steering-area"} <= set(run.out.replace("]", "[").split("["))


def test_a_project_file_with_the_section_is_one(folder: Path) -> None:
    """One without it is passed over, and so is one that is no TOML and never speaks of it."""
    (folder / "bizcase.toml").rename(folder / "pyproject.toml")
    text = (folder / "pyproject.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text(f'[project]\nname = "x"\n\n[tool.bizcase]\n{text}', "utf-8")
    (folder / "sager" / "pyproject.toml").write_text('[tool.other]\nname = "bizcase"\nbizcase = [\n', "utf-8")
    assert bizcase("validate", "sager", cwd=folder).err == "1 fil, 0 fejl, 1 advarsel\n"
    (folder / "pyproject.toml").write_text('[project]\n[tool]\nbizcase.profil = "x"\n', "utf-8")
    run = bizcase("validate", "sager", "--no-excerpt", cwd=folder)
    assert run.code == 2
    assert run.err.startswith("pyproject.toml:3:1: error[unknown-key] tool.bizcase.profil: ")


@pytest.mark.parametrize(
    ("options", "environment", "municipality"),
    [
        ([], {}, "Eksempel Kommune"),
        ([], {"BIZCASE_PROFILE": ""}, "Eksempel Kommune"),
        ([], {"BIZCASE_PROFILE": "anden.yaml"}, "Anden Kommune"),
        (["--profile", "eksempel.yaml"], {"BIZCASE_PROFILE": "anden.yaml"}, "Eksempel Kommune"),
        (["--profile", "København"], {}, "Københavns Kommune"),
        (["--no-config"], {}, "Københavns Kommune"),
        (["--config", "anden.toml"], {}, "Anden Kommune"),
    ],
)
def test_what_is_asked_for_first_rules(
    folder: Path, options: list[str], environment: dict[str, str], municipality: str
) -> None:
    """The option, then the environment, then the configuration, then Copenhagen."""
    (folder / "anden.yaml").write_text(PROFILE.replace("Eksempel", "Anden"), "utf-8")
    (folder / "anden.toml").write_text('profile = "anden.yaml"\n', "utf-8")
    run = bizcase("schema", *options, cwd=folder, stdin=b"", **environment)
    assert f'"title": "Sag, {municipality}"' in run.out


def test_the_configured_language_holds_for_everything_that_is_said(folder: Path) -> None:
    """Findings and wrong usage, unless the option or the environment names another."""
    (folder / "bizcase.toml").write_text(f'language = "en"\n{CONFIGURATION}', "utf-8")
    assert bizcase("validate", cwd=folder).err == "1 file, 0 errors, 1 warning\n"
    assert bizcase("validate", folder / "sager", cwd=ROOT).err == "1 file, 0 errors, 1 warning\n"
    assert "Commands:" in bizcase("--help", cwd=folder).out
    assert "Help: " in bizcase("calc", cwd=folder).err
    assert bizcase("validate", "--lang", "da", cwd=folder).err == "1 fil, 0 fejl, 1 advarsel\n"
    assert bizcase("validate", cwd=folder, stdin=b"", BIZCASE_LANG="da").err == "1 fil, 0 fejl, 1 advarsel\n"


@pytest.mark.parametrize(
    ("weight", "code", "printed", "last"),
    [
        ("warning", 0, "warning[not-permanent]", "1 fil, 0 fejl, 1 advarsel\n"),
        ("error", 1, "error[not-permanent]", "1 fil, 1 fejl, 0 advarsler\n"),
        ("off", 0, "", "1 fil, 0 fejl, 0 advarsler, 1 slået fra i konfigurationen\n"),
    ],
)
def test_a_warning_weighs_what_the_municipality_says(
    folder: Path, weight: str, code: int, printed: str, last: str
) -> None:
    """What is off is counted, so that nobody takes it for not found; every command over cases follows."""
    (folder / "bizcase.toml").write_text(f'{CONFIGURATION}[severity]\nnot-permanent = "{weight}"\n', "utf-8")
    run = bizcase("validate", "--no-excerpt", cwd=folder)
    assert (run.code, run.err) == (code, last)
    assert printed in run.out
    assert bool(run.out) == bool(printed)
    assert bizcase("pool", "sager", cwd=folder).code == code
    assert printed in bizcase("calc", "sager/E1.yaml", cwd=folder).err


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('profil = "x"\n', "1:1", "error[unknown-key] profil: er ikke et felt, der kan stå her; mente du profile?"),
        ("profile = 3\n", "1:11", "error[wrong-type] profile: 3 er kun tekst i anførselstegn"),
        ('profile = "kobenhavn"\n', "1:11", "error[bad-value] profile: kobenhavn er hverken en fil eller en profil i"),
        ('\nprofile = "none.yaml"\n', "2:11", "error[bad-value] profile: none.yaml findes ikke, set fra bizcase.toml"),
        ('paths = "sager"\n', "1:9", 'error[wrong-type] paths: her står "sager"; skriv ["sager"]'),
        ('paths = ["sager", "nix"]\n', "1:19", "error[bad-value] paths, punkt 2: nix findes ikke"),
        ('language = "de"\n', "1:12", 'error[bad-value] language: "de" kan ikke stå her; tilladt: da, en'),
        ("severity = 1\n", "1:12", "error[wrong-type] severity: her står 1; skriv en kode med error, warning eller"),
        ('[severity]\nnot-permanent = "of"\n', "2:17", 'error[bad-value] severity.not-permanent: her står "of"; skriv'),
        ('[severity]\nbad-value = "off"\n', "2:1", "error[bad-value] severity.bad-value: er ikke en advarsel"),
        ('[severity]\npublished-mismatch = "off"\n', "2:1", "error[bad-value] severity.published-mismatch: er ikke en"),
        ("profile = eksempel.yaml\n", "1:11", "error[toml-syntax] eksempel.yaml står uden anførselstegn"),
        ("[" * 50_000, "1:3", "error[toml-syntax] "),
    ],
)
def test_a_wrong_configuration_is_a_finding_with_its_place(folder: Path, text: str, place: str, told: str) -> None:
    """Exit code 2, as for a wrong profile; nothing is run with half a configuration."""
    (folder / "bizcase.toml").write_text(text, "utf-8")
    run = bizcase("validate", "sager", "--no-excerpt", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"bizcase.toml:{place}: {told}")
    assert len(places_told(run.err)) == 1


def places_told(text: str) -> list[str]:
    """The line of each finding about the configuration."""
    return [line.split(":")[1] for line in text.splitlines() if line.startswith("bizcase.toml:")]


def test_several_faults_are_all_told_in_order(folder: Path) -> None:
    """One run, every fault."""
    (folder / "bizcase.toml").write_text('paths = 1\nprofil = "x"\nlanguage = "de"\n', "utf-8")
    run = bizcase("validate", "sager", "--no-excerpt", cwd=folder)
    assert places_told(run.err) == ["1", "2", "3"]


def test_two_answers_to_one_question_are_wrong_usage(folder: Path) -> None:
    """A file and none at once, a file without a name, a project file without the section."""
    (folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    for options in (["--config", "bizcase.toml", "--no-config"], ["--config"], ["--config", "pyproject.toml"]):
        run = bizcase("validate", "sager", *options, cwd=folder)
        assert (run.code, run.out, run.err[:9]) == (2, "", "bizcase: ")


@pytest.mark.parametrize("what", ["bytes", "folder", "pipe", "link"])
def test_what_cannot_be_read_is_told(folder: Path, what: str) -> None:
    """A file that is there and cannot be read might say anything: it is not passed over."""
    path = folder / "bizcase.toml"
    path.unlink()
    match what:
        case "bytes":
            path.write_bytes(b'profile = "\xe6.yaml"\n')
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(folder / "none.toml")
    run = bizcase("validate", "sager", "--no-excerpt", cwd=folder)
    assert run.code == 2
    assert run.err.startswith("bizcase.toml:1:")
    assert ("error[not-utf8]" if what == "bytes" else "error[unreadable-file]") in run.err


def test_one_run_has_one_configuration(folder: Path) -> None:
    """Cases of two municipalities are refused together, or of one and of none; who chooses may run all."""
    other = folder / "andre" / "sager"
    other.mkdir(parents=True)
    (other / "E2.yaml").write_text(CASE.replace("E1", "E2"), "utf-8")
    assert bizcase("validate", ".", cwd=folder).code == 0
    (folder / "andre" / "bizcase.toml").write_text("", "utf-8")
    for command in ("validate", "pool"):
        run = bizcase(command, ".", cwd=folder)
        assert run.code == 2
        assert run.err.startswith(
            "bizcase: ./andre/sager/E2.yaml: hører under andre/bizcase.toml, og ./eksempel.yaml under bizcase.toml; "
            "kør dem hver for sig, eller vælg en med --config FIL eller --no-config\n"
        )
    assert bizcase("validate", ".", "--config", "bizcase.toml", cwd=folder).code == 0
    (folder / "bizcase.toml").unlink()
    assert "under ingen konfiguration" in bizcase("validate", ".", cwd=folder).err


def test_paths_are_seen_from_the_configuration(folder: Path) -> None:
    """Whichever folder the command is called in; without any, the command says what to do."""
    run = bizcase("validate", "--no-excerpt", cwd=folder / "sager")
    assert (run.err, run.out.partition(":")[0]) == ("1 fil, 0 fejl, 1 advarsel\n", "../sager/E1.yaml")
    (folder / "bizcase.toml").write_text('profile = "eksempel.yaml"\n', "utf-8")
    run = bizcase("validate", cwd=folder)
    assert (run.code, run.err.splitlines()[0]) == (
        2,
        "bizcase: STI: mangler; skriv en fil eller en mappe, eller sæt paths i bizcase.toml",
    )


def test_the_configuration_is_not_written_over(folder: Path) -> None:
    """It is read in the run, as the profile is."""
    (folder / "profil.txt").write_text(PROFILE, "utf-8")
    (folder / "valg.txt").write_text('profile = "profil.txt"\n', "utf-8")
    for name in ("profil.txt", "valg.txt"):
        run = bizcase("calc", "sager/E1.yaml", "--config", "valg.txt", "-o", name, cwd=folder)
        assert (run.code, "læses i samme kørsel" in run.err) == (2, True)


def test_only_cases_are_checked_where_that_is_asked_for(folder: Path) -> None:
    """Other programs' files are named and passed over, and so is what lies outside of the configured paths."""
    (folder / "compose.yml").write_text("services: {web: {image: x}}\n", "utf-8")
    (folder / "kladde.yaml").write_text(CASE, "utf-8")
    files = ("compose.yml", "kladde.yaml", "eksempel.yaml", "sager/E1.yaml")
    run = bizcase("validate", "--only-cases", *files, cwd=folder)
    assert run.code == 0
    assert run.err.splitlines() == [
        "bizcase: compose.yml er ikke en sag; sprunget over",
        "bizcase: eksempel.yaml er ikke en sag; sprunget over",
        "bizcase: kladde.yaml ligger uden for paths i konfigurationen; sprunget over",
        "1 fil, 0 fejl, 1 advarsel",
    ]
    assert bizcase("validate", *files, cwd=folder).code == 1


INDEX = """\
name: Prøveindeks
source: fundet på
changes: {general: {2027: 10%}}
"""


def test_a_price_index_is_configured_once(folder: Path) -> None:
    """100 in the prices of 2026 are 110 in those of 2027, in `calc` and `pool`; alone the key converts nothing."""
    (folder / "indeks.yaml").write_text(INDEX, "utf-8")
    (folder / "bizcase.toml").write_text('prices = "indeks.yaml"\n' + CONFIGURATION, "utf-8")
    for command, cost in ((("calc", "E1.yaml"), "110"), (("pool", ".", "--unit", "1000"), "110")):
        run = bizcase(*command, "--price-level", "2027", cwd=folder / "sager")
        assert (run.code, "2027 p/l" in run.out, cost in run.out.split()) == (0, True, True)
    plain = bizcase("calc", "E1.yaml", cwd=folder / "sager")
    assert ("2026 p/l" in plain.out, "Prøveindeks" in plain.out) == (True, False)


def test_an_index_on_the_command_line_counts_before_the_configured_one(folder: Path) -> None:
    """Twenty per cent instead of ten: 120."""
    (folder / "indeks.yaml").write_text(INDEX, "utf-8")
    (folder / "andet.yaml").write_text(INDEX.replace("10%", "20%"), "utf-8")
    (folder / "bizcase.toml").write_text('prices = "indeks.yaml"\n' + CONFIGURATION, "utf-8")
    run = bizcase("calc", "sager/E1.yaml", "--price-level", "2027", "--prices", "andet.yaml", cwd=folder)
    assert "120" in next(line for line in run.out.splitlines() if line.startswith("Samlede impl")).split()


def test_a_configured_index_is_there_and_is_never_written_over(folder: Path) -> None:
    """A path that leads nowhere is told of at its place; an output that is the index is refused."""
    (folder / "bizcase.toml").write_text('prices = "indeks.yaml"\n' + CONFIGURATION, "utf-8")
    gone = bizcase("calc", "sager/E1.yaml", cwd=folder)
    assert (gone.code, gone.err.splitlines()[0]) == (
        2,
        "bizcase.toml:1:10: error[bad-value] prices: indeks.yaml findes ikke, set fra bizcase.toml; ret stien",
    )
    (folder / "indeks.yaml").write_text(INDEX, "utf-8")
    assert bizcase("calc", "sager/E1.yaml", "--format", "text", "-o", "indeks.yaml", cwd=folder).code == 2
    assert (folder / "indeks.yaml").read_text("utf-8") == INDEX
