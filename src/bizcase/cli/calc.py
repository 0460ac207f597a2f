"""`bizcase calc`: the tables of cases."""

from typing import Annotated

import typer

from bizcase.cli.choices import CaseLayout, CaseTable, CsvName, Form, UnitName
from bizcase.cli.configuration import settings_for
from bizcase.cli.misuse import choice, refuse
from bizcase.cli.options import (
    CsvOption,
    ExcerptOption,
    ExitZeroOption,
    ForceOption,
    FormOption,
    OutputOption,
    ProfileOption,
    QuietOption,
    StdinFilenameOption,
    StrictOption,
    YearsOption,
)
from bizcase.cli.prices import PriceLevelOption, PricesOption, prices_from
from bizcase.texts.template import Text


def calc(
    cases: Annotated[list[str], typer.Argument(metavar="SAG", help="Filer med sager; - læser én fra standardinput.")],
    *,
    table: Annotated[
        CaseTable,
        choice(
            of=CaseTable,
            help="Hvilken tabel; annex er teknisk bilag, cashflow pengestrøm, drivers forudsætninger, "
            "all alle sagens tabeller.",
        ),
    ] = CaseTable.TABEL_1,
    layout: Annotated[
        CaseLayout,
        choice(
            of=CaseLayout,
            help="Tabel 1 efter skabelonen, eller alle sager i én tabel (memo).",
        ),
    ] = CaseLayout.TEMPLATE,
    whole: Annotated[
        bool, typer.Option("--whole", help="Hele forslaget, afsnit for afsnit, til docx, html og markdown.")
    ] = False,
    years: YearsOption = None,
    price_level: PriceLevelOption = None,
    prices: PricesOption = None,
    notes: Annotated[bool, typer.Option("--notes/--no-notes", help="Sagens bemærkninger, under dens tabeller.")] = True,
    form: FormOption = None,
    unit: Annotated[
        UnitName,
        choice(of=UnitName, guessed=False, help="Enheden for det, der vises."),
    ] = UnitName.THOUSANDS,
    csv: CsvOption = CsvName.PLAIN,
    output: OutputOption = None,
    force: ForceOption = False,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    exit_zero: ExitZeroOption = False,
    excerpt: ExcerptOption = True,
    stdin_filename: StdinFilenameOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print the tables of each case.

    What is wrong with a case is said on stderr; a case that cannot be calculated is named there and in the document.
    """
    from bizcase.cli.emit import refuse_to_replace
    from bizcase.cli.language import language
    from bizcase.cli.options import profile_from, with_stdin_called, years_from
    from bizcase.cli.papers import (
        refuse_mixed_price_levels,
        refuse_other_than_csv,
        refuse_without_library,
        render_paper,
    )
    from bizcase.cli.run import Run, examined
    from bizcase.examine.many import examine_all, whole_result
    from bizcase.output.papers.view import View
    from bizcase.reading.files import once
    from bizcase.tables.case_paper import Wanted, pieces
    from bizcase.tables.paper import paper

    form = form or Form.of_file(output)
    _refuse_what_does_not_go_together(form, table, layout, whole=whole, other_unit=unit is not UnitName.THOUSANDS)
    refuse_other_than_csv(form, csv)
    span = years_from(years)
    cases = with_stdin_called(stdin_filename, cases)
    refuse_without_library(form, output)
    settings = settings_for(cases)
    refuse_to_replace([*cases, *settings.files(profile), prices], output, force=force)
    known = profile_from(profile, settings)
    conversion = prices_from(price_level, prices, known, settings)
    run = Run(
        strict=strict,
        exit_zero=exit_zero,
        severity=settings.severity,
        says="failing" if quiet and not strict else "open",
        quiet=quiet,
        excerpt=excerpt,
        refused=cases,
    )
    files = examined(run.over(examine_all(once(cases), known, whole_result, prices=conversion)))
    results, left_out, faulty = files
    if script := form.for_scripts:
        from bizcase.output.data import render as data

        shown = results if span is None else [result.over(span) for result in results]
        run.end_with(data.cases(script, shown, left_out, csv.style), output)
    run.end_without_cases(files, output)
    if layout is CaseLayout.MEMO:
        refuse_mixed_price_levels((result.price_level, result.case.id) for result in results)
    which = "memo" if layout is CaseLayout.MEMO else "whole" if whole else table.value
    view = View(language(), unit.unit)
    whole_paper = paper(pieces(results, Wanted(which, span, notes), known), left_out, faulty)
    run.end_with(render_paper(whole_paper, form, view, output), output)


def _refuse_what_does_not_go_together(
    form: Form, table: CaseTable, layout: CaseLayout, *, whole: bool, other_unit: bool
) -> None:
    """End the run where an option would be passed over in silence."""
    if form.for_scripts and (
        whole or other_unit or table is not CaseTable.TABEL_1 or layout is not CaseLayout.TEMPLATE
    ):
        message = Text(
            "{form} rummer alle sagens tal i 1.000 kr.; fjern --table, --layout, --whole og --unit", form=form
        )
        refuse(message, "--format")
    if layout is CaseLayout.MEMO and (whole or table is not CaseTable.TABEL_1):
        refuse(Text("memo viser kun Tabel 1; fjern --table og --whole"), "--layout")
    if whole and (form not in (Form.DOCX, Form.HTML, Form.MARKDOWN) or table is not CaseTable.TABEL_1):
        message = Text(
            "skriver hele forslaget, og kun som docx, html eller markdown: brug fx -o FIL.docx, og ikke --table"
        )
        refuse(message, "--whole")
