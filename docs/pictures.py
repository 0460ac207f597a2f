"""The pictures of the documents, made of what the program prints: `make pictures` draws them anew."""

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

import bizcase
from bizcase.output.papers.render import render
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.view import View
from bizcase.tables.case_paper import Wanted, pieces
from bizcase.tables.paper import paper

ROOT = Path(__file__).parent.parent
CASE = "cases/investeringspuljen-2016/case-1.yaml"
"""What `make calc` prints too: two steering areas, savings that last, and paybacks."""

WIDTH = 127
"""Characters in a line: all years of the case stand side by side."""


def tabel_1(case: str) -> str:
    """Tabel 1 of a case as a terminal of that width shows it, with its styles."""
    result = bizcase.calculate(ROOT / case)
    sheet = paper(pieces([result.calculated], Wanted("1", notes=False), result.profile))
    return b"".join(render(sheet, "text", View(), Terminal(WIDTH, styled=True))).decode()


def picture(command: str, printed: str) -> str:
    """A window with a command and what it prints, as SVG; fonts are the reader's own, for none is fetched."""
    console = Console(record=True, file=StringIO(), width=WIDTH + 2, legacy_windows=False)  # slanted figures need room
    console.print(f"$ {command}\n", style="dim", highlight=False, markup=False)
    console.print(Text.from_ansi(printed), soft_wrap=True)
    drawn = console.export_svg(title="bizcase", unique_id="tabel1")
    return re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    (ROOT / "docs/tabel1.svg").write_text(picture(f"bizcase calc {CASE} --no-notes", tabel_1(CASE)), encoding="utf-8")
