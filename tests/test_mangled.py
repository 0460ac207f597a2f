"""Whatever happens to a good case: findings or figures, never a traceback, and what validates also calculates."""

import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import CASES, copenhagen

from bizcase.examine.one import examine
from bizcase.output.data import case_json
from bizcase.output.findings import github, sarif
from bizcase.output.findings import json as findings_json
from bizcase.output.findings import text as findings_text
from bizcase.output.papers import markdown
from bizcase.output.papers import text as plain_text
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.view import AS_PRINTED
from bizcase.reading.finding import Tally
from bizcase.tables.case_paper import case_pieces
from bizcase.tables.paper import paper

GOOD = [path.read_bytes() for path in CASES]
MARKS = ["", "\n", "\t", "  ", "- ", ": ", "[", "]", "{", "}", "'", '"', "#", "%", "|\n", ">-\n", "\r", "\u2028"]
YAML = ["&a ", "*a", "<<: ", "!!str ", "---\n", "null", "\\ud800", '"\\e[31m"', "ø"]
FIGURES = ["2018", "2019+", "1.025", "-", "1e9", "9" * 20, "amounts: ", "split: {ØU: 100%}\n"]
UNLUCKY = [*(piece.encode() for piece in MARKS + YAML + FIGURES), b"\x00", b"\xff", b"\xef\xbb\xbf"]
PIECES = st.sampled_from(UNLUCKY)


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A good case with some stretches of it cut out, doubled, or replaced by something unlucky."""
    content = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        piece = draw(PIECES | st.binary(max_size=6) | st.just(content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return content


def survives(content: bytes, folder: Path) -> None:
    """Examine a file and print everything that can be printed of it."""
    file = folder / "case.yaml"
    file.write_bytes(content)
    examined = examine(str(file), copenhagen())
    text = "".join(findings_text.render(finding, "en") for finding in examined.findings)
    assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in examined.findings)
    assert all(unicodedata.category(letter) != "Cc" or letter == "\n" for letter in text)
    tally = Tally()
    tally.count(examined.findings)
    for rendered in (
        text,
        findings_json.render(examined.findings, tally, "en"),
        github.render(examined.findings, "en"),
        sarif.render(examined.findings, "en"),
    ):
        rendered.encode("utf-8")
    assert (examined.kept is None) <= any(finding.fails for finding in examined.findings)
    if examined.kept is not None:
        whole = paper(case_pieces(examined.kept, "all", copenhagen()))
        plain_text.render(whole, AS_PRINTED, Terminal(80)).encode("utf-8")
        markdown.render(whole).encode("utf-8")
        "".join(case_json.render([examined.kept], [])).encode("utf-8")


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=mangled())
def test_a_mangled_case_is_refused_or_calculated(content: bytes, tmp_path: Path) -> None:
    """No text, however mangled from a good case, gives anything but findings or a result."""
    survives(content, tmp_path)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_refused_or_calculated(content: bytes, tmp_path: Path) -> None:
    """Nor does anything else."""
    survives(content, tmp_path)
