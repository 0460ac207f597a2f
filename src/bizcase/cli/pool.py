"""`bizcase pool`: many cases as the overview that a committee gets, or as records for scripts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from bizcase.cli.choices import Form, GroupBy, LanguageName, Layout, MachineForm, SortBy
from bizcase.cli.options import FormOption, LanguageOption, OutputOption, ProfileOption, StrictOption

if TYPE_CHECKING:
    from decimal import Decimal

    from bizcase.case.lines import Amounts
    from bizcase.case.profile import Profile
    from bizcase.engine.pool_case import PoolCase
    from bizcase.examine.one import Outcome
    from bizcase.tables.overview import Arrangement
    from bizcase.tables.table import Table


def pool(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Case files, and folders of them; - reads standard input.")
    ],
    *,
    layout: Annotated[Layout, typer.Option(help="Which overview.")] = Layout.INVESTMENT,
    form: FormOption = None,
    group_by: Annotated[
        GroupBy | None, typer.Option(help="Group the cases.", show_default="administration for innovation, else none")
    ] = None,
    sort: Annotated[SortBy | None, typer.Option(help="Sort the cases.", show_default="as they come")] = None,
    budget: Annotated[str | None, typer.Option(metavar="MIO", help="The pool's size in mio. kr., such as 375.")] = None,
    target: Annotated[str | None, typer.Option(metavar="FILE", help="Yearly targets, for --layout profile.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes to work with.", show_default="as many as pay off")
    ] = None,
    mixed_price_levels: Annotated[
        bool, typer.Option("--mixed-price-levels", help="Sum cases of different price levels all the same.")
    ] = False,
    language: LanguageOption = LanguageName.DANISH,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    output: OutputOption = None,
    profile: ProfileOption = None,
    strict: StrictOption = False,
) -> None:
    """Summarise many cases.

    A file with errors is named on stderr and in the document, and the rest is calculated. Exit code 0: fine; 1: a case
    has errors; 2: wrong usage, or a file that cannot be read.
    """
    from bizcase.cli.emit import refuse_to_replace, writing
    from bizcase.cli.form import drawn, refuse_mixed_price_levels, refuse_without_library
    from bizcase.cli.options import profile_from
    from bizcase.cli.progress import Watch
    from bizcase.cli.run import Run
    from bizcase.engine.pool_case import pool_case_of
    from bizcase.examine.many import examine_all
    from bizcase.reading.files import case_files
    from bizcase.tables.overview import Arrangement
    from bizcase.tables.paper import Heading, paper
    from bizcase.tables.shown import Shown
    from bizcase.tables.words import LANGUAGES

    form = form or Form.of_file(output)
    refuse_without_library(form, output)
    worded = budget is not None or language is not LanguageName.DANISH
    ordered = group_by is not None or sort is not None or budget is not None
    _refuse_what_does_not_go_together(form, layout, worded=worded, ordered=ordered)
    known = profile_from(profile)
    millions, targets = _budget(budget), _targets(target, layout, known)
    usual = GroupBy.ADMINISTRATION if layout is Layout.INNOVATION else GroupBy.NONE
    shown = Shown(known, LANGUAGES[language.value])
    arrangement = Arrangement(shown, (group_by or usual).value, sort.value if sort else None)
    files = list(case_files(paths))
    refuse_to_replace([*files, profile, target], output)
    watch = Watch(len(files), quiet=quiet)
    run = Run(strict=strict, says="failing", say=watch.say)
    outcomes = watch.over(examine_all(files, known, pool_case_of, jobs))
    texts: Iterable[str | bytes]
    if (form is Form.JSONL or form is Form.CSV) and group_by is None and sort is None:
        texts = _records(form, (outcome.kept or outcome for outcome in run.over(outcomes)), known)
    else:
        kept, left_out = run.parted(outcomes)
        records = arrangement.arranged(kept)
        if form is Form.JSON or form is Form.JSONL or form is Form.CSV:
            texts = _records(form, [*records, *left_out], known)
        else:
            if not mixed_price_levels:
                refuse_mixed_price_levels(
                    ((record.price_level, record.path) for record in records),
                    "or sum them all the same with --mixed-price-levels",
                )
            table = _overview(layout, records, arrangement, millions, targets)
            whole = paper([Heading(known.municipality), table], left_out, shown.words)
            texts = [drawn(whole, form, output)]
    with writing(output) as write:
        for text in texts:
            write(text)
    raise typer.Exit(run.exit_code)


def _refuse_what_does_not_go_together(form: Form, layout: Layout, *, worded: bool, ordered: bool) -> None:
    """End the run where an option would be passed over in silence."""
    if form.is_for_machines and (worded or layout is not Layout.INVESTMENT):
        message = f"{form} holds a record a case, in no layout or language; leave --layout, --budget and --lang away"
        raise typer.BadParameter(message, param_hint="--format")
    if layout is Layout.PROFILE and ordered:
        message = "profile has a row a committee and no cases; leave --group-by, --sort and --budget away"
        raise typer.BadParameter(message, param_hint="--layout")


def _records(form: MachineForm, cases: "Iterable[PoolCase | Outcome[PoolCase]]", profile: "Profile") -> Iterator[str]:
    from bizcase.output import records

    match form:
        case Form.CSV:
            yield records.csv_header(profile)
            for case in cases:
                yield records.csv_row(case, profile)
        case Form.JSONL:
            yield from map(records.json_line, cases)
        case Form.JSON:
            yield records.json_document(cases)
        case _:
            assert_never(form)


def _overview(
    layout: Layout,
    records: "list[PoolCase]",
    arrangement: "Arrangement",
    budget: "Decimal | None",
    targets: "Mapping[str, Amounts] | None",
) -> "Table":
    """The table of a layout."""
    from bizcase.tables.overview_figures import figures_overview
    from bizcase.tables.overview_innovation import innovation_overview
    from bizcase.tables.overview_investment import investment_overview
    from bizcase.tables.overview_profile import profile_overview

    match layout:
        case Layout.INVESTMENT:
            return investment_overview(records, arrangement, budget)
        case Layout.INNOVATION:
            return innovation_overview(records, arrangement, budget)
        case Layout.TABLE:
            return figures_overview(records, arrangement, budget)
        case Layout.PROFILE:
            return profile_overview(records, arrangement.shown, targets)
        case _:
            assert_never(layout)


def _budget(text: str | None) -> "Decimal | None":
    """The pool's size, given in mio. kr., in 1.000 kr."""
    if text is None:
        return None
    from bizcase.case.amounts import read_amount
    from bizcase.case.refusal import Refusal
    from bizcase.case.unit import MILLIONS
    from bizcase.reading.document import Plain

    try:
        budget = read_amount(Plain(text), MILLIONS)
    except Refusal as refusal:
        raise typer.BadParameter(str(refusal), param_hint="--budget") from None
    if budget < 0:
        raise typer.BadParameter(f"{text} is below nil", param_hint="--budget")
    return budget


def _targets(path: str | None, layout: Layout, profile: "Profile") -> "Mapping[str, Amounts] | None":
    """The yearly targets in a file; one that cannot be trusted ends the run."""
    if path is None:
        return None
    if layout is not Layout.PROFILE:
        raise typer.BadParameter("targets belong to --layout profile", param_hint="--target")
    from bizcase.case.targets import validate_targets
    from bizcase.cli.options import trusted

    return trusted(path, lambda root: validate_targets(root, profile))
