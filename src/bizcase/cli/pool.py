"""`bizcase pool`: many cases as the overview that a committee gets, or as records for scripts."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from bizcase.cli.choices import CsvName, Form, GroupBy, OverviewLayout
from bizcase.cli.misuse import refuse
from bizcase.cli.options import (
    BudgetOption,
    CsvOption,
    ExitZeroOption,
    ForceOption,
    FormOption,
    GroupOption,
    JobsOption,
    KindOption,
    OutputOption,
    OverviewOption,
    ProfileOption,
    QuietOption,
    SortOption,
    StdinFilenameOption,
    StrictOption,
    TargetOption,
    UnitOption,
    VerboseOption,
    YearsOption,
)
from bizcase.cli.prices import PriceLevelOption, PricesOption, refuse_other_price_levels
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.kinds import Kind
    from bizcase.cli.pool_run import PoolRun
    from bizcase.cli.run import Run
    from bizcase.output.data.pool_cases import Records
    from bizcase.output.data.render import DataForm
    from bizcase.output.papers.view import View
    from bizcase.tables.overview import Arrangement, Pool


def pool(
    paths: Annotated[
        list[str], typer.Argument(metavar="STI", help="Filer med sager, og mapper med dem; - læser standardinput.")
    ],
    *,
    layout: OverviewOption = OverviewLayout.INVESTMENT,
    form: FormOption = None,
    kind: KindOption = None,
    years: YearsOption = None,
    group_by: GroupOption = None,
    sort: SortOption = None,
    budget: BudgetOption = None,
    target: TargetOption = None,
    unit: UnitOption = None,
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
    """Summarise many cases.

    A file with errors is named on stderr and in the document, and the rest is calculated. Exit code 0: fine; 1: a case
    has errors; 2: wrong usage, or a file that cannot be read.
    """
    from bizcase.cli.language import language
    from bizcase.cli.options import against_from, years_from
    from bizcase.cli.papers import (
        refuse_mixed_price_levels,
        refuse_other_than_csv,
        refuse_without_library,
        render_paper,
    )
    from bizcase.cli.pool_run import PoolRun, pool_files
    from bizcase.cli.run import examined
    from bizcase.engine.pool_case import pool_case_of, shared_case_of
    from bizcase.output.papers.view import View
    from bizcase.tables.overview import Arrangement
    from bizcase.tables.paper import Heading, paper
    from bizcase.tables.pool_paper import USUAL_UNIT, pool_of, pool_tables

    form = form or Form.of_file(output)
    refuse_without_library(form, output)
    refuse_other_than_csv(form, csv)
    ordered = group_by is not None or sort is not None
    given = {
        "--kind": kind,
        "--unit": unit,
        "--budget": budget,
        "--group-by": group_by,
        "--sort": sort,
        "--years": years,
    }
    _refuse_what_does_not_go_together(form, layout, [option for option, value in given.items() if value])
    files = pool_files(paths, stdin_filename, profile, price_level, prices)
    known = files.profile
    against = against_from(target, budget, layout, known)
    usual = GroupBy.ADMINISTRATION if layout is OverviewLayout.INNOVATION else GroupBy.NONE
    arrangement = Arrangement(known, (group_by or usual).value, sort.value if sort else None)
    files.refuse_to_replace(output, target, budget, force=force)
    run = PoolRun(files, jobs, strict=strict, exit_zero=exit_zero, verbose=verbose, quiet=quiet)
    span = years_from(years)
    if script := form.for_scripts:
        from bizcase.output.data.pool_cases import Records

        records = Records(known, span, csv.style)
        run.end_with(_records(script, run, records, arrangement if ordered else None), output)
    keep = shared_case_of if group_by is GroupBy.COMMITTEE else pool_case_of
    cases = examined(run.outcomes(keep))
    run.end_without_cases(cases, output)
    pool = pool_of(
        layout.value,
        cases.kept,
        arrangement,
        kinds=cast("Sequence[Kind]", kind or ()),
        years=span,
        against=against,
    )
    refuse_mixed_price_levels(
        ((case.price_level, case.path) for case in pool.cases), besides=len(cases.kept) - len(pool.cases)
    )
    refuse_other_price_levels(pool, converted=files.prices is not None)
    view = View(language(), unit.unit if unit else USUAL_UNIT[layout.value])
    _tell(run, pool, layout, view)
    whole = paper([Heading(known.municipality), *pool_tables(layout.value, pool)], cases.left_out, cases.faulty)
    run.end_with(render_paper(whole, form, view, output), output)


def _records(script: "DataForm", run: "PoolRun", records: "Records", ordered: "Arrangement | None") -> "Iterable[str]":
    """The records of a pool as they come, nothing kept of them, or all of them in an order."""
    from bizcase.cli.run import examined
    from bizcase.engine.pool_case import pool_case_of
    from bizcase.output.data import render as data

    if ordered is None and script != "json":  # whoever calculates a case writes its line, and hands over nothing else
        lines = run.outcomes(records.keeping_lines(script))
        return data.pool_lines(script, (outcome.kept or outcome for outcome in lines), records)
    if ordered is None:
        return data.pool(script, (outcome.kept or outcome for outcome in run.outcomes(pool_case_of)), records)
    cases = examined(run.outcomes(pool_case_of))
    return data.pool(script, [*ordered.arranged(cases.kept), *cases.left_out], records)


def _tell(run: "Run", pool: "Pool", layout: OverviewLayout, view: "View") -> None:
    """Say on stderr what the overview is not of, and what is to be asked about."""
    from bizcase.cli.emit import say
    from bizcase.tables.overview_notes import left_out_of, warnings

    for note in left_out_of(pool.of_other_kinds, pool.rejected):
        say(Text("bizcase: {text}", text=note))
    if pool.of_other_kinds and not pool.cases:
        say(Text("bizcase: oversigten er tom; {option} viser dem", option=_option_that_shows_them(pool)))
    for warning in warnings(pool, layout.value):
        run.warn(view.words(warning))


def _option_that_shows_them(pool: "Pool") -> str:
    """What to ask for where cases are of other kinds than the overview is: one that is of some of them, or a kind."""
    from bizcase.tables.pool_paper import kinds_of

    for layout in OverviewLayout:
        if not pool.of_other_kinds.keys().isdisjoint(kinds_of(layout.value, pool.profile)):
            return f"--layout {layout.value}"
    return f"--kind {next(iter(pool.of_other_kinds))}"


def _refuse_what_does_not_go_together(form: Form, layout: OverviewLayout, given: "Sequence[str]") -> None:
    """End the run where an option, of those that are `given`, would be passed over in silence."""
    from bizcase.tables.head import and_the_last

    if form.for_scripts:
        chosen = ["--layout"] if layout is not OverviewLayout.INVESTMENT else []
        if idle := chosen + [option for option in given if option in ("--kind", "--unit", "--budget")]:
            message = Text(
                "{form} rummer en post pr. sag og ingen oversigt; fjern {options}",
                form=form,
                options=and_the_last(idle),
            )
            refuse(message, "--format")
        return
    if layout is OverviewLayout.PROFILE:
        if idle := [option for option in given if option in ("--budget", "--group-by", "--sort")]:
            message = Text(
                "profile har en række pr. udvalg og ingen sager; fjern {options}", options=and_the_last(idle)
            )
            refuse(message, "--layout")
    elif layout is not OverviewLayout.FIGURES and "--years" in given:
        message = Text(
            "{layout} lægger alle sagens år sammen; fjern --years, eller tilføj --layout figures", layout=layout.value
        )
        refuse(message, "--years")
