"""A coverage-guided fuzz run over reading, validating, calculating and printing; `make fuzz` bounds it in time.

A find is written to a file `crash-…`: make it a sample or a test of its own when it is mended.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bizcase"]):
    from support import copenhagen

    from bizcase.examine.one import examine
    from bizcase.output.data import case_json
    from bizcase.output.findings import text as findings_text
    from bizcase.output.papers import markdown
    from bizcase.tables.case_paper import case_pieces
    from bizcase.tables.paper import paper

FILE = Path(tempfile.mkdtemp()) / "case.yaml"


def one_input(content: bytes) -> None:
    """Bytes are refused with findings, or calculated and printed; anything else is a find."""
    FILE.write_bytes(content)
    examined = examine(str(FILE), copenhagen())
    "".join(findings_text.render(finding, "en") for finding in examined.findings).encode("utf-8")
    if examined.kept is None:
        assert any(finding.fails for finding in examined.findings)
    else:
        "".join(case_json.render([examined.kept], [])).encode("utf-8")
        whole = paper(case_pieces(examined.kept, "all", copenhagen()))
        markdown.render(whole).encode("utf-8")


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
