"""`bizcase value`: what cases are worth, each by itself or together."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.choices import CsvName, Form, TimingName, UnitName
from bizcase.cli.misuse import choice, refuse
from bizcase.cli.options import (
    CsvOption,
    ExitZeroOption,
    ForceOption,
    FormOption,
    JobsOption,
    OutputOption,
    ProfileOption,
    QuietOption,
    StdinFilenameOption,
    StrictOption,
    VerboseOption,
)
from bizcase.cli.prices import PriceLevelOption, PricesOption
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bizcase.engine.value_case import ValueCase


def value(
    paths: Annotated[
        list[str], typer.Argument(metavar="STI", help="Filer med sager, og mapper med dem; - læser standardinput.")
    ],
    *,
    rate: Annotated[
        str | None,
        typer.Option("--rate", metavar="PROCENT", help="Én rente for alle år, fx 2%.", show_default="profilens renter"),
    ] = None,
    base_year: Annotated[
        str | None,
        typer.Option(
            "--base-year",
            metavar="ÅR",
            help="Det år, som beløbene regnes tilbage til.",
            show_default="det første år i tabellen",
        ),
    ] = None,
    horizon: Annotated[
        str | None,
        typer.Option(
            "--horizon",
            metavar="ANTAL",
            help="Antal år ved siden af tabellens egne, fx 10,20.",
            show_default="profilens",
        ),
    ] = None,
    timing: Annotated[
        TimingName | None,
        choice(
            "--timing",
            of=TimingName,
            other_names={"primo": TimingName.START, "ultimo": TimingName.END},
            help="Om et års beløb regnes ved årets begyndelse (start) eller dets slutning (end).",
            show_default="profilens",
        ),
    ] = None,
    form: FormOption = None,
    unit: Annotated[
        UnitName,
        choice(of=UnitName, guessed=False, help="Enheden for det, der vises."),
    ] = UnitName.THOUSANDS,
    stdin_filename: StdinFilenameOption = None,
    jobs: JobsOption = None,
    price_level: PriceLevelOption = None,
    prices: PricesOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    csv: CsvOption = CsvName.PLAIN,
    output: OutputOption = None,
    force: ForceOption = False,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    exit_zero: ExitZeroOption = False,
) -> None:
    """Print what a case is worth, or what several are worth together.

    A file with errors is named on stderr and in the document, and the rest is calculated.
    """
    from bizcase.cli.discounting import asked_from, refuse_within
    from bizcase.cli.language import language
    from bizcase.cli.papers import refuse_other_than_csv, refuse_without_library, render_paper
    from bizcase.cli.pool_run import PoolRun, pool_files
    from bizcase.cli.run import examined
    from bizcase.engine.present_value import valuation
    from bizcase.engine.value_case import value_case_of
    from bizcase.output.papers.view import View
    from bizcase.tables.paper import paper
    from bizcase.tables.value_paper import value_pieces

    form = form or Form.of_file(output)
    refuse_without_library(form, output)
    refuse_other_than_csv(form, csv)
    if form.for_scripts and unit is not UnitName.THOUSANDS:
        refuse(Text("{form} rummer alle tal i 1.000 kr.; fjern --unit", form=form), "--format")
    files = pool_files(paths, stdin_filename, profile, price_level, prices)
    known = files.profile
    asked = asked_from(known, rate, horizon, base_year, timing)
    files.refuse_to_replace(output, force=force)
    run = PoolRun(files, jobs, strict=strict, exit_zero=exit_zero, verbose=verbose, quiet=quiet)
    cases = examined(run.outcomes(partial(value_case_of, profile=known)))
    _refuse_several_price_levels(cases.kept)
    found = valuation(cases.kept, asked)
    if horizon is not None:
        refuse_within(found)
    if script := form.for_scripts:
        from bizcase.output.data import render as data

        run.end_with(data.values(script, found, cases.left_out, csv.style), output)
    run.end_without_cases(cases, output)
    whole = paper(value_pieces(found, known), cases.left_out, cases.faulty)
    run.end_with(render_paper(whole, form, View(language(), unit.unit), output), output)


def _refuse_several_price_levels(cases: "Sequence[ValueCase]") -> None:
    """End the run where cases that are to be added up stand in several price levels."""
    from bizcase.cli.papers import refuse_mixed_price_levels

    if len(cases) > 1:
        summed = [(case.price_level, case.path) for case in cases if case.counts_in_a_pool]
        refuse_mixed_price_levels(summed, besides=len(cases) - len(summed))
