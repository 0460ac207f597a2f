"""`bizcase calc`: the tables of cases."""

from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from bizcase.cli.choices import CaseLayout, CaseTable, Form, LanguageName, MachineForm, UnitName
from bizcase.cli.options import ExcerptOption, FormOption, LanguageOption, OutputOption, ProfileOption, StrictOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bizcase.engine.result import Result
    from bizcase.examine.one import Outcome
    from bizcase.tables.paper import Piece
    from bizcase.tables.shown import Shown


def calc(
    cases: Annotated[list[str], typer.Argument(metavar="CASE", help="Case files; - reads one from standard input.")],
    *,
    table: Annotated[CaseTable, typer.Option(help="Which table; all prints a case's whole set.")] = CaseTable.TABEL_1,
    layout: Annotated[
        CaseLayout, typer.Option(help="Tabel 1 by the template, or all cases in one table (memo).")
    ] = CaseLayout.TEMPLATE,
    whole: Annotated[
        bool, typer.Option("--whole", help="The whole proposal, chapter by chapter, for docx, html and markdown.")
    ] = False,
    form: FormOption = None,
    unit: Annotated[UnitName, typer.Option(help="The unit of what is shown.")] = UnitName.THOUSANDS,
    language: LanguageOption = LanguageName.DANISH,
    output: OutputOption = None,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    excerpt: ExcerptOption = True,
) -> None:
    """Print the tables of each case.

    What is wrong with a case is said on stderr; a case that cannot be calculated is named there and in the document.
    """
    from bizcase.cli.emit import emit, refuse_to_replace
    from bizcase.cli.form import drawn, refuse_without_library
    from bizcase.cli.options import profile_from
    from bizcase.cli.run import Run
    from bizcase.examine.many import examine_all, whole_result
    from bizcase.reading.files import once
    from bizcase.tables.paper import paper
    from bizcase.tables.shown import Shown
    from bizcase.tables.words import LANGUAGES

    form = form or Form.of_file(output)
    shown_otherwise = (unit is not UnitName.THOUSANDS, language is not LanguageName.DANISH)
    _refuse_what_does_not_go_together(form, table, layout, whole=whole, shown_otherwise=any(shown_otherwise))
    refuse_without_library(form, output)
    refuse_to_replace([*cases, profile], output)
    known = profile_from(profile)
    run = Run(strict=strict, says="all", excerpt=excerpt)
    results, left_out = run.parted(examine_all(once(cases), known, whole_result))
    if form is Form.JSON or form is Form.JSONL or form is Form.CSV:
        emit(_for_machines(form, results, left_out), output)
    else:
        shown = Shown(known, LANGUAGES[language.value], unit.unit)
        parts = _parts(results, table, layout, shown, whole=whole)
        emit(drawn(paper(parts, left_out, shown.words), form, output), output)
    raise typer.Exit(run.exit_code)


def _refuse_what_does_not_go_together(
    form: Form, table: CaseTable, layout: CaseLayout, *, whole: bool, shown_otherwise: bool
) -> None:
    """End the run where an option would be passed over in silence."""
    if form.is_for_machines and (
        whole or shown_otherwise or table is not CaseTable.TABEL_1 or layout is not CaseLayout.TEMPLATE
    ):
        message = f"{form} holds every figure of a case, in 1.000 kr. and in no language; leave --table, --layout, "
        raise typer.BadParameter(f"{message}--whole, --unit and --lang away", param_hint="--format")
    if layout is CaseLayout.MEMO and (whole or table is not CaseTable.TABEL_1):
        raise typer.BadParameter("memo is a layout of Tabel 1 alone", param_hint="--layout")
    if whole and (form not in (Form.DOCX, Form.HTML, Form.MARKDOWN) or table is not CaseTable.TABEL_1):
        message = "writes the proposal with all its tables; add --format docx, html or markdown, and leave --table away"
        raise typer.BadParameter(message, param_hint="--whole")


def _parts(
    results: "Sequence[Result]", table: CaseTable, layout: CaseLayout, shown: "Shown", *, whole: bool
) -> "list[Piece]":
    """What the paper holds."""
    if layout is CaseLayout.MEMO:
        from bizcase.cli.form import refuse_mixed_price_levels
        from bizcase.tables.memo import memo
        from bizcase.tables.paper import Heading

        refuse_mixed_price_levels((result.case.price_level, result.case.id) for result in results)
        return [Heading(shown.profile.municipality), memo(results, shown)] if results else []
    if whole:
        from bizcase.tables.proposal import proposal

        return [part for result in results for part in proposal(result, shown)]
    from bizcase.tables.case_paper import case_parts

    return [part for result in results for part in case_parts(result, table.value, shown)]


def _for_machines(form: MachineForm, results: "Sequence[Result]", left_out: "Sequence[Outcome[Result]]") -> str:
    """Every figure of the cases."""
    from bizcase.output import csv_result, json_result

    match form:
        case Form.CSV:
            return csv_result.render(results, left_out)
        case Form.JSONL:
            return json_result.lines(results, left_out)
        case Form.JSON:
            return json_result.render(results, left_out)
        case _:
            assert_never(form)
