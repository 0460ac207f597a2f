"""`bizcase calc`: the tables of cases."""

from typing import Annotated

import typer

from bizcase.cli.choices import CaseLayout, CaseTable, Form, LanguageName, UnitName
from bizcase.cli.options import ExcerptOption, FormOption, LanguageOption, OutputOption, ProfileOption, StrictOption


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
    from bizcase.cli.emit import refuse_to_replace
    from bizcase.cli.options import profile_from
    from bizcase.cli.papers import refuse_mixed_price_levels, refuse_without_library, render_paper
    from bizcase.cli.run import Run, kept_and_left_out
    from bizcase.examine.many import examine_all, whole_result
    from bizcase.output.papers.view import View
    from bizcase.reading.files import once
    from bizcase.tables.case_paper import pieces
    from bizcase.tables.paper import paper

    form = form or Form.of_file(output)
    shown_otherwise = unit is not UnitName.THOUSANDS or language is not LanguageName.DANISH
    _refuse_what_does_not_go_together(form, table, layout, whole=whole, shown_otherwise=shown_otherwise)
    refuse_without_library(form, output)
    refuse_to_replace([*cases, profile], output)
    known = profile_from(profile)
    run = Run(strict=strict, says="all", excerpt=excerpt)
    results, left_out = kept_and_left_out(run.over(examine_all(once(cases), known, whole_result)))
    if script := form.for_scripts:
        from bizcase.output.data import render as data

        run.end_with([data.cases(script, results, left_out)], output)
    if layout is CaseLayout.MEMO:
        refuse_mixed_price_levels((result.case.price_level, result.case.id) for result in results)
    which = "memo" if layout is CaseLayout.MEMO else "whole" if whole else table.value
    view = View(language.value, unit.unit)
    run.end_with([render_paper(paper(pieces(results, which, known), left_out), form, view, output)], output)


def _refuse_what_does_not_go_together(
    form: Form, table: CaseTable, layout: CaseLayout, *, whole: bool, shown_otherwise: bool
) -> None:
    """End the run where an option would be passed over in silence."""
    if form.for_scripts and (
        whole or shown_otherwise or table is not CaseTable.TABEL_1 or layout is not CaseLayout.TEMPLATE
    ):
        message = f"{form} holds every figure of a case, in 1.000 kr. and in no language; leave --table, --layout, "
        raise typer.BadParameter(f"{message}--whole, --unit and --lang away", param_hint="--format")
    if layout is CaseLayout.MEMO and (whole or table is not CaseTable.TABEL_1):
        raise typer.BadParameter("memo is a layout of Tabel 1 alone", param_hint="--layout")
    if whole and (form not in (Form.DOCX, Form.HTML, Form.MARKDOWN) or table is not CaseTable.TABEL_1):
        message = "writes the proposal with all its tables; add --format docx, html or markdown, and leave --table away"
        raise typer.BadParameter(message, param_hint="--whole")
