"""`bizcase calc`: the tables of cases."""

from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.options import ExcerptOption, OutputOption, ProfileOption, StrictOption, TableFormat

if TYPE_CHECKING:
    from bizcase.engine.result import Result
    from bizcase.tables.table import LeftOut


def calc(
    cases: Annotated[list[str], typer.Argument(metavar="CASE", help="Case files; - reads one from standard input.")],
    *,
    table_format: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
    output: OutputOption = None,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    excerpt: ExcerptOption = True,
) -> None:
    """Print Tabel 1 of each case.

    What is wrong with a case is said on stderr; a case that cannot be calculated is named there and in the document.
    """
    from bizcase.cli.emit import emit, refuse_to_replace, say
    from bizcase.cli.exits import exit_code
    from bizcase.cli.options import profile_from
    from bizcase.engine.result import Result
    from bizcase.examine import examine_all
    from bizcase.output import findings_text
    from bizcase.reading.files import once
    from bizcase.reading.finding import Finding, Severity
    from bizcase.tables.table import LeftOut

    refuse_to_replace([*cases, profile], output)
    findings: list[Finding] = []
    results: list[Result] = []
    left_out: list[LeftOut] = []
    for examined in examine_all(once(cases), profile_from(profile)):
        findings += examined.findings
        for text in findings_text.render(examined.findings, examined.source, excerpt=excerpt):
            say(text.removesuffix("\n"))
        if examined.result is not None:
            results.append(examined.result)
        else:
            errors = sum(finding.severity is Severity.ERROR for finding in examined.findings)
            left_out.append(LeftOut(examined.source.path, errors))
    text, encoding = _rendered(table_format, results, left_out, to_file=output is not None)
    emit(text, output, encoding=encoding)
    raise typer.Exit(exit_code(findings, strict=strict))


def _rendered(
    table_format: TableFormat, results: "list[Result]", left_out: "list[LeftOut]", *, to_file: bool
) -> tuple[str, str]:
    """The document and the encoding that it goes out in."""
    from bizcase.tables.tabel1 import tabel_1

    match table_format:
        case TableFormat.JSON:
            from bizcase.output import json_result

            return json_result.render(results, left_out), "utf-8"
        case TableFormat.MARKDOWN:
            from bizcase.output import markdown

            return markdown.render(map(tabel_1, results), left_out), "utf-8"
        case TableFormat.TABLE:
            from bizcase.output import text
            from bizcase.output.surface import Surface, standard_output

            surface = Surface() if to_file else standard_output()
            return text.render(map(tabel_1, results), left_out, surface), surface.encoding
