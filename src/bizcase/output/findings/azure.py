"""Findings as logging commands, which Azure Pipelines shows beside a run."""

from collections.abc import Sequence

from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import Finding
from bizcase.texts.template import Language, spoken


def render(findings: Sequence[Finding], language: Language) -> str:
    """A command a finding; there is none for what is no matter, so that what is accepted is left out."""
    return "".join(_command(finding, language) for finding in findings if finding.accepted_reason is None)


def _command(finding: Finding, language: Language) -> str:
    properties = {
        "type": finding.severity.value,
        "sourcepath": path_in_repository(finding.path),
        **({} if finding.place.sheet else _position(finding)),
        "code": finding.code,
    }
    written = "".join(f"{name}={_property(value)};" for name, value in properties.items())
    return f"##vso[task.logissue {written}]{_data(spoken(finding.with_place, language))}\n"


def _position(finding: Finding) -> dict[str, str]:
    """Line and column; a workbook has none that could be shown."""
    return {"linenumber": str(finding.place.line), "columnnumber": str(finding.place.column)}


def _data(text: str) -> str:
    """A message as the agent wants it escaped; a percent sign first, which is what it escapes with."""
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value as the agent wants it escaped."""
    return _data(text).replace("]", "%5D").replace(";", "%3B")
