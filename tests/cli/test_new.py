"""`bizcase new`: a start that tells what to fill in, and is valid once that is done."""

import json
import re
from pathlib import Path

import pytest
from support import bizcase

BLANKS = {
    "title:": "title: Prøve",
    "price_level:": "price_level: 2026",
    "administration:": "administration: BIF",
    "  - name:": "  - name: En linje",
    "    amounts: {}": "    amounts: {2027: 500}",
}


def test_the_start_validates_once_its_blanks_are_filled(tmp_path: Path) -> None:
    """Each blank is one finding; filled in, none is left and the case calculates."""
    assert bizcase("new", "BC42", cwd=tmp_path).code == 0
    start = (tmp_path / "BC42.yaml").read_text("utf-8")
    blank = bizcase("validate", "BC42.yaml", "--no-excerpt", cwd=tmp_path)
    assert (blank.code, len(blank.out.splitlines())) == (1, 7)
    filled = start
    for empty, full in BLANKS.items():
        filled = filled.replace(empty + "  ", full + "  ").replace(empty + "\n", full + "\n")
    costs, heading, efficiencies = filled.partition("\nefficiencies:\n")
    filled = costs + heading + efficiencies.replace("2027: 500", "2028+: -500")
    (tmp_path / "BC42.yaml").write_text(filled, "utf-8")
    assert bizcase("validate", "BC42.yaml", cwd=tmp_path).err == "1 fil, 0 fejl, 0 advarsler\n"
    assert bizcase("calc", "BC42.yaml", cwd=tmp_path).code == 0


def test_what_the_start_only_shows_is_the_format_s(tmp_path: Path) -> None:
    """Its comments that are fields, made fields: each has its place in a case, and lacks nothing but its value."""
    bizcase("new", "BC42", cwd=tmp_path)
    start = (tmp_path / "BC42.yaml").read_text("utf-8")
    fields = re.sub("^( *)# (?![A-ZÆØÅ])", r"\1", start[start.index("schema_version") :], flags=re.MULTILINE)
    for key in ("of_which:", "own_figure:", "fte:", "decisions:", "internal_loan:", "sections:", "accepted:", "notes:"):
        assert re.search(f"^ *{key}", fields, re.MULTILINE)
    (tmp_path / "BC42.yaml").write_text(fields, "utf-8")
    found = json.loads(bizcase("validate", "BC42.yaml", "--format", "json", cwd=tmp_path).out)["findings"]
    assert {each["code"] for each in found} <= {"bad-value", "wrong-type", "missing-key", "unknown-committee"}


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A file that exists stays as it is."""
    (tmp_path / "BC42.yaml").write_text("mine")
    run = bizcase("new", "BC42", cwd=tmp_path)
    assert run.code == 2
    assert "findes allerede" in run.err
    assert (tmp_path / "BC42.yaml").read_text() == "mine"


@pytest.mark.parametrize("identity", ["a/b", "..", "", "et id", "x" * 33])
def test_what_is_no_id_is_wrong_usage(tmp_path: Path, identity: str) -> None:
    """No file appears, least of all outside the folder."""
    assert bizcase("new", identity, cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_decomposed_id_is_composed(tmp_path: Path) -> None:
    """A name typed on a Mac is the same name."""
    assert bizcase("new", "A\u030aR1", cwd=tmp_path).code == 0
    assert "id: ÅR1" in (tmp_path / "ÅR1.yaml").read_text("utf-8")


def test_the_start_points_at_the_schema_above_it(tmp_path: Path) -> None:
    """An editor finds the schema from where the file lies."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "case.schema.json").write_text("{}")
    (tmp_path / "cases" / "pool").mkdir(parents=True)
    bizcase("new", "BC42", cwd=tmp_path / "cases" / "pool")
    first = (tmp_path / "cases" / "pool" / "BC42.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/case.schema.json"


def test_a_schema_is_written_where_none_is_there(tmp_path: Path) -> None:
    """Outside of any repository the line at the top leads to a file, and the next case finds the same one."""
    for name in ("BC42", "BC43"):
        assert bizcase("new", name, cwd=tmp_path).code == 0
        line = (tmp_path / f"{name}.yaml").read_text("utf-8").splitlines()[0]
        assert (tmp_path / line.partition("$schema=")[2]).read_text("utf-8") == bizcase("schema").out
    assert sorted(path.name for path in tmp_path.iterdir()) == [".bizcase", "BC42.yaml", "BC43.yaml"]
    schema = tmp_path / ".bizcase" / "case.schema.json"
    schema.write_text(schema.read_text("utf-8").replace("draft-07", "draft-06"), "utf-8")
    bizcase("new", "BC44", cwd=tmp_path)
    assert schema.read_text("utf-8") == bizcase("schema").out


def test_another_municipality_does_not_get_the_schema_that_lies_there(tmp_path: Path) -> None:
    """A folder of schemas that is Copenhagen's stays so; where another one's is in the way, none is named."""
    copenhagen = bizcase("profile", "show", "copenhagen").out
    (tmp_path / "odense.yaml").write_text(copenhagen.replace("Københavns Kommune", "Odense Kommune"), "utf-8")
    bizcase("schema", "--write", "schemas", cwd=tmp_path)
    bizcase("new", "A1", "--profile", "odense.yaml", cwd=tmp_path)
    assert "$schema=.bizcase/case.schema.json" in (tmp_path / "A1.yaml").read_text("utf-8")
    assert "Odense Kommune" in (tmp_path / ".bizcase" / "case.schema.json").read_text("utf-8")
    bizcase("new", "A2", cwd=tmp_path)
    assert "$schema=schemas/case.schema.json" in (tmp_path / "A2.yaml").read_text("utf-8")
    (tmp_path / "schemas" / "case.schema.json").unlink()
    run = bizcase("new", "A3", cwd=tmp_path)
    assert "er ikke skemaet for Københavns Kommune" in run.err
    assert "$schema" not in (tmp_path / "A3.yaml").read_text("utf-8")
    assert "Odense Kommune" in (tmp_path / ".bizcase" / "case.schema.json").read_text("utf-8")
