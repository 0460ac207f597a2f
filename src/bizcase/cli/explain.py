"""`bizcase explain`: the manual of a finding."""

from textwrap import indent
from typing import Annotated

import typer

from bizcase.cli.anywhere import LANGUAGE
from bizcase.cli.language import USUAL, language, said
from bizcase.cli.misuse import refuse
from bizcase.cli.options import QuietOption
from bizcase.texts.template import Text

PAYBACK = ("payback", "tilbagebetalingstid")
"""What somebody asks for who wants the rules that paybacks are counted by."""


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="KODE", help="Koden på et fund, eller payback; udelades den, vises alle.")
    ] = None,
    *,
    write: Annotated[
        str | None, typer.Option(metavar="FIL", help="Skriv alle forklaringer på én side i Markdown.")
    ] = None,
    check: Annotated[str | None, typer.Option(metavar="FIL", help="Slut med 1, hvis den side er forældet.")] = None,
    quiet: QuietOption = False,  # noqa: ARG001 - its callback has seen to it
) -> None:
    """Print what a finding means, why it matters and how to settle it; without a code, the list of all."""
    from bizcase.checks.manual import KINDS, as_document, manual
    from bizcase.cli.emit import emit, fresh
    from bizcase.tables.payback_words import RULES

    if sum(option is not None for option in (code, write, check)) > 1:
        refuse(Text("brug kun én af kode, --write og --check"), said(Text("KODE")))
    if check is not None:
        asked = "" if language() == USUAL else f" {LANGUAGE} {language()}"
        remedy = f"bizcase explain --write {check}{asked}"
        raise typer.Exit(0 if fresh(check, as_document(language()), remedy) else 1)
    if write is not None:
        emit(as_document(language()), write)
    elif code is not None and code.casefold() in PAYBACK:
        emit("".join(f"{rule}\n{indent(_to_fit(said(text), 4), '    ')}\n" for rule, text in RULES.items()), None)
    elif code is None:
        width = max(map(len, manual()))
        lines = (
            f"{said(KINDS[entry.severity]):8}  {entry.code:{width}}  {entry.summary(language())}\n"
            for entry in manual().values()
        )
        emit("".join(lines), None)
    elif code in manual():
        entry = manual()[code]
        words = _to_fit(f"{said(entry.kind)}\n\n{entry.text(language())}")
        emit(f"{entry.severity}[{entry.code}]\n{words}\n", None)
    else:
        from bizcase.case.nearest import choose_from

        advice = choose_from(code, manual(), "bizcase explain")
        refuse(Text("{found} er ikke koden på et fund; {advice}", found=code, advice=advice), said(Text("KODE")))


def _to_fit(text: str, margin: int = 0) -> str:
    """A text whose sentences are broken anew where a terminal is narrower than they are; examples stay as they are."""
    from bizcase.output.papers.terminal import standard_output

    room = standard_output().width
    if room is None or room - margin >= max(map(len, text.splitlines())):
        return text
    from bizcase.output.papers.lines import wrap

    return "\n\n".join(
        paragraph if paragraph.startswith(" ") else "\n".join(wrap(" ".join(paragraph.split()), room - margin))
        for paragraph in text.split("\n\n")
    )
