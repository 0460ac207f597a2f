"""How findings are written: by a format's name, by a file's ending, or by the service that reads what is printed."""

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from bizcase.cli.misuse import refuse
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.reading.finding import Finding, Tally


class FindingsFormat(StrEnum):
    """Formats that findings can be printed in."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    AZURE = "azure"
    XLSX = "xlsx"
    HTML = "html"
    DOCX = "docx"


class Report(NamedTuple):
    """What a run has found, for a format that needs all of it: its files, its findings, and what they come to."""

    files: "list[str]"
    findings: "list[Finding]"
    tally: "Tally"
    strict: bool


_OF_ENDING = {
    ".txt": FindingsFormat.TEXT,
    ".json": FindingsFormat.JSON,
    ".sarif": FindingsFormat.SARIF,
    ".xml": FindingsFormat.JUNIT,
    ".xlsx": FindingsFormat.XLSX,
    ".html": FindingsFormat.HTML,
    ".docx": FindingsFormat.DOCX,
}


def usual_format(output: str | None) -> FindingsFormat:
    """What a file's ending asks for, or text; annotations where a service reads them in what the program prints."""
    ending = "" if output is None else os.path.splitext(output)[1].casefold()
    if ending in _OF_ENDING:
        return _OF_ENDING[ending]
    if ending:
        known = ", ".join(name.removeprefix(".") for name in _OF_ENDING)
        message = Text(
            "fund kan ikke skrives som {ending}; brug en af disse: {known}, eller sig hvordan med --format",
            ending=ending,
            known=known,
        )
        refuse(message, "-o")
    if output is None and os.environ.get("GITHUB_ACTIONS") == "true":
        return FindingsFormat.GITHUB
    if output is None and os.environ.get("TF_BUILD", "").casefold() == "true":
        return FindingsFormat.AZURE
    return FindingsFormat.TEXT


_Machines = Literal[
    FindingsFormat.JSON,
    FindingsFormat.GITHUB,
    FindingsFormat.SARIF,
    FindingsFormat.JUNIT,
    FindingsFormat.GITLAB,
    FindingsFormat.AZURE,
]
_People = Literal[FindingsFormat.XLSX, FindingsFormat.HTML, FindingsFormat.DOCX]


def written(form: _Machines | _People, report: Report, output: str | None) -> str | bytes:
    """All findings of a run: for machines, or as the paper that goes back to whoever wrote the cases."""
    if form in (FindingsFormat.XLSX, FindingsFormat.HTML, FindingsFormat.DOCX):
        return _for_people(form, report, output)
    return _for_machines(form, report)


def _for_people(form: _People, report: Report, output: str | None) -> bytes:
    from bizcase.cli.language import language
    from bizcase.output.papers.render import render
    from bizcase.output.papers.terminal import Terminal
    from bizcase.output.papers.view import View
    from bizcase.tables.findings_paper import findings_paper

    match form:
        case FindingsFormat.XLSX:
            from bizcase.output.findings import workbook

            beside = os.path.dirname(output or "")
            return workbook.render(report.findings, report.tally, language(), beside)
        case FindingsFormat.HTML | FindingsFormat.DOCX:
            paper = findings_paper(report.findings, report.tally)
            name: Literal["html", "docx"] = "html" if form is FindingsFormat.HTML else "docx"
            return b"".join(render(paper, name, View(language()), Terminal()))
        case _:
            assert_never(form)


def _for_machines(form: _Machines, report: Report) -> str:
    from bizcase.cli.language import language

    match form:
        case FindingsFormat.JSON:
            from bizcase.output.findings import json

            return json.render(report.findings, report.tally, language())
        case FindingsFormat.GITHUB:
            from bizcase.output.findings import github

            return github.render(report.findings, language())
        case FindingsFormat.SARIF:
            from bizcase.output.findings import sarif

            return sarif.render(report.findings, language())
        case FindingsFormat.JUNIT:
            from bizcase.output.findings import junit

            return junit.render(report.findings, report.files, language(), strict=report.strict)
        case FindingsFormat.GITLAB:
            from bizcase.output.findings import gitlab

            return gitlab.render(report.findings, language())
        case FindingsFormat.AZURE:
            from bizcase.output.findings import azure

            return azure.render(report.findings, language())
        case _:
            assert_never(form)
