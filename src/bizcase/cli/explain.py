"""`bizcase explain`: the manual of a finding."""

from typing import Annotated

import typer


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A finding's code; left out: all of them.")
    ] = None,
    *,
    write: Annotated[str | None, typer.Option(metavar="FILE", help="Write all manuals as one Markdown page.")] = None,
    check: Annotated[str | None, typer.Option(metavar="FILE", help="Fail where that page is stale.")] = None,
) -> None:
    """Print what a finding means, why it matters and how to settle it; without a code, the list of all."""
    from bizcase.checks.manual import as_document, manual
    from bizcase.cli.emit import emit, fresh

    if sum(option is not None for option in (code, write, check)) > 1:
        raise typer.BadParameter("use one of CODE, --write and --check", param_hint="CODE")
    if check is not None:
        remedy = f"bizcase explain --write {check}"
        raise typer.Exit(0 if fresh(check, as_document(), remedy) else 1)
    if write is not None:
        emit(as_document(), write)
    elif code is None:
        width = max(map(len, manual()))
        lines = (f"{entry.severity:7}  {entry.code:{width}}  {entry.summary}\n" for entry in manual().values())
        emit("".join(lines), None)
    elif code in manual():
        entry = manual()[code]
        emit(f"{entry.severity}[{entry.code}]\n\n{entry.text}\n", None)
    else:
        from bizcase.case.nearest import choose_from
        from bizcase.cli.run import LANGUAGE_OF_FINDINGS
        from bizcase.texts.template import spoken

        advice = spoken(choose_from(code, manual()), LANGUAGE_OF_FINDINGS)
        raise typer.BadParameter(f"{code} is no code; {advice}", param_hint="CODE")
