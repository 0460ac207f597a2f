"""The recipes of docs/scripting.md, run as they stand there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from support import ROOT, bizcase

TEXT = (ROOT / "docs/scripting.md").read_text("utf-8")
RECIPES = re.findall(r"^```sh\n(.*?)^```\n\n```text\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
QUERIES = re.findall(r"^```sql\n(.*?)^```\n\n```text\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def scripts_of_this_environment() -> dict[str, str]:
    """The environment with `bizcase` on the path."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize(("script", "printed"), RECIPES)
def test_a_recipe_prints_what_stands_below_it(script: str, printed: str, tmp_path: Path) -> None:
    """Run by a plain shell, in a folder where the cases are."""
    (tmp_path / "cases").symlink_to(ROOT / "cases")
    command = ["/bin/sh", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=scripts_of_this_environment(), capture_output=True, check=False)
    assert (done.stdout.decode(), done.stderr) == (printed, b"")


@pytest.mark.parametrize(("query", "printed"), QUERIES)
def test_a_query_gives_what_stands_below_it(query: str, printed: str, tmp_path: Path) -> None:
    """Over the CSV of all cases, or of the lines of some."""
    assert bizcase("pool", ROOT / "cases", "--format", "csv", "-o", tmp_path / "pool.csv").code == 0
    lines = sorted((ROOT / "cases/budget-2025").glob("*.yaml"))
    assert bizcase("calc", *lines, "--format", "csv", "-o", tmp_path / "lines.csv").code == 0
    rows = duckdb.execute(re.sub(r"(\w+\.csv)", rf"{tmp_path}/\1", query)).fetchall()
    assert [" ".join(str(cell) for cell in row) for row in rows] == printed.splitlines()


def test_duckdb_reads_the_lines_too(tmp_path: Path) -> None:
    """JSONL needs no schema: nested keys are columns."""
    assert bizcase("pool", ROOT / "cases", "--format", "jsonl", "-o", tmp_path / "pool.jsonl").code == 0
    query = f"SELECT sum(implementation_costs.over_own_years) FROM '{tmp_path / 'pool.jsonl'}' WHERE price_level = 2018"  # noqa: S608
    assert duckdb.execute(query).fetchall() == [(9570,)]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_rule_for_make_writes_a_paper(tmp_path: Path) -> None:
    """And does nothing when nothing has changed."""
    (rule,) = re.findall(r"^```make\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    (tmp_path / "Makefile").write_text(rule, "utf-8")
    shutil.copy(ROOT / "cases/budget-2025/fasit.yaml", tmp_path)
    for said in ("bizcase: fasit.md er skrevet", "up to date"):
        command = ["/bin/sh", "-c", "make fasit.md 2>&1"]
        done = subprocess.run(command, cwd=tmp_path, env=scripts_of_this_environment(), capture_output=True, check=True)
        assert said in done.stdout.decode()
    assert "4 år" in (tmp_path / "fasit.md").read_text("utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_compares_tabel_1(tmp_path: Path) -> None:
    """As it is written there; and a case that has errors is named, where a program that fails would end the diff."""
    blocks = {
        name: re.findall(rf"^```{name}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
        for name in ("gitattributes", "gitconfig", "diff")
    }
    (attributes,), (configuration,), (shown,) = blocks.values()
    case = tmp_path / "cases/pool/BC08.yaml"
    case.parent.mkdir(parents=True)
    text = (ROOT / "cases/innovationspuljen-2018/BC08.yaml").read_text("utf-8")
    case.write_text(text, "utf-8")
    names = {key: value for key, value in scripts_of_this_environment().items() if not key.startswith("GIT_")}
    names |= {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "BIZCASE_LANG": "da"}

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@y", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=names, capture_output=True, check=True)
        return done.stdout.decode()

    git("init", "--quiet")
    with (tmp_path / ".git/config").open("a", encoding="utf-8") as file:
        file.write(configuration)
    (tmp_path / ".gitattributes").write_text(attributes, "utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    assert git("diff") == ""
    case.write_text(text.replace("amounts: {2018: 150}", "amounts: {2018: 140}"), "utf-8")
    changed = re.findall(r"^(?:[-+](?![-+]{2}).*\n)", git("diff", "-U0", "-w"), re.MULTILINE)
    assert "".join(changed) == shown
    case.write_text(text.replace("amounts: {2018: 150}", "amounts: {218: 150}"), "utf-8")
    assert "+cases/pool/BC08.yaml (1 fejl)\n" in git("diff")


def test_there_are_recipes() -> None:
    """The patterns above find them."""
    assert (len(RECIPES), len(QUERIES)) == (4, 2)
