"""The progress bar: on a terminal, in a long run, and in nobody's way."""

import re
from pathlib import Path

import pytest
from support import on_a_terminal

CASE = """\
id: N{number}
title: Sag
kind: innovation
price_level: 2026
administration: TMF
implementation_costs: [{{name: A, steering_area: {area}, amounts: {{2026: 1}}}}]
"""


def said_of(folder: Path, *options: str) -> tuple[int, str]:
    """Run a pool with a terminal for stderr: how it ended, and what the terminal got but for the colours."""
    run = on_a_terminal("stderr", "pool", folder, "--format", "jsonl", "--jobs", "1", *options, COLUMNS="200")
    return run.code, re.sub(r"\x1b\[[0-9;]*m", "", run.err)


@pytest.fixture(scope="module")
def long_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More files than a run needs for a bar, one of them bad."""
    folder = tmp_path_factory.mktemp("pool")
    for number in range(600):
        area = "Servise" if number == 300 else "Service"
        (folder / f"{number:03}.yaml").write_text(CASE.format(number=number, area=area), "utf-8")
    return folder


def test_a_long_run_shows_its_progress_and_keeps_its_findings_apart(long_run: Path) -> None:
    """The bar is there, and a finding stands on lines of its own above it."""
    code, said = said_of(long_run)
    assert (code, "cases" in said, "━" in said) == (1, True, True)
    finding = next(line for line in said.replace("\r", "\n").split("\n") if "unknown-steering-area" in line)
    assert "━" not in finding
    assert "300.yaml:6:49: error[" in finding


def test_a_quiet_run_shows_none(long_run: Path) -> None:
    """--quiet leaves the findings and nothing else."""
    code, said = said_of(long_run, "--quiet")
    assert (code, "━" in said, "300.yaml:6:49: error[" in said) == (1, False, True)
