"""A calculated case: its flows, its paybacks, and its tables to look at."""

from dataclasses import dataclass, replace
from html import escape
from typing import Any, Literal

from bizcase.api.case_file import CaseFile, load
from bizcase.api.finding import FaultyFileError, Finding
from bizcase.api.profile import Path
from bizcase.case.model import Case
from bizcase.case.profile import Basis, PaybackRule, Profile
from bizcase.engine import result as engine
from bizcase.engine.flow import Flow, plain
from bizcase.texts.template import Language

Tables = Literal["1", "2", "3", "annex", "cashflow", "drivers", "all"]
"""The tables of a case, by the names that `calc --table` has for them."""


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """A calculated case. Amounts are in 1.000 kr., unrounded Decimals, in the price level of the case.

    Costs are positive, savings and income negative, over the `years` of the case's tables. `findings` are those of its
    file; `calculated` is the program's own value, which is not promised.
    """

    path: str
    findings: tuple[Finding, ...]
    calculated: engine.Result
    profile: Profile
    language: Language

    @property
    def case(self) -> Case:
        """What the file says, by the keys of the format."""
        return self.calculated.case

    @property
    def id(self) -> str:
        """The number of the case."""
        return self.case.id

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.case.title

    @property
    def price_level(self) -> int:
        """The year whose prices all amounts stand in (p/l). Amounts of different price levels do not add up."""
        return self.case.price_level

    @property
    def committee(self) -> str:
        """The committee that bears what names no other, by its short name."""
        return self.calculated.committee

    @property
    def years(self) -> range:
        """The years of the tables."""
        return self.calculated.years

    @property
    def implementation_costs(self) -> engine.Section:
        """What it costs to carry the case out, positive."""
        return self.calculated.implementation_costs

    @property
    def income(self) -> engine.Section:
        """Money that comes in once, negative."""
        return self.calculated.income

    @property
    def efficiencies(self) -> engine.Section:
        """Lasting changes, savings negative; `efficiencies.total.lasting` is a year of them, once fully phased in."""
        return self.calculated.efficiencies

    @property
    def loan(self) -> engine.Loan | None:
        """The internal loan: drawn, repayment and interest, all positive."""
        return self.calculated.loan

    @property
    def net_effect(self) -> Flow:
        """Costs, income, efficiencies and loan together: negative where the case gives money back."""
        return self.calculated.net_effect

    def payback(self, basis: Basis = "total", rule: PaybackRule | None = None) -> engine.PaybackTime:
        """How long it takes to pay back, on `total` or on `service`, by a rule or the profile's own."""
        return self.calculated.payback(basis, rule)

    def over(self, years: range) -> "Result":
        """The same case seen over other years, carried on with what lasts; paybacks stay those of all of it."""
        return replace(self, calculated=self.calculated.over(years))

    def record(self) -> dict[str, Any]:
        """What `calc --format jsonl` prints of it, as dicts, lists, texts and Decimals: schema `result-line`."""
        from bizcase.output.data.result_shape import CASE_ON_A_LINE
        from bizcase.output.data.shape import writer

        written: dict[str, Any] = writer(CASE_ON_A_LINE)(self.calculated)
        return written

    def html(self, tables: Tables = "1") -> str:
        """Its tables as a page of HTML, which `calc --format html` prints too."""
        from bizcase.output.papers import html
        from bizcase.output.papers.view import View
        from bizcase.tables.case_paper import Wanted, pieces
        from bizcase.tables.paper import paper

        return html.render(paper(pieces([self.calculated], Wanted(tables), self.profile)), View(self.language))

    def _repr_html_(self) -> str:
        """Tabel 1 in a notebook, below all findings, in a frame of its own: its style does not meet the notebook's."""
        found = "\n".join(map(str, self.findings))
        above = f"<pre>{escape(found)}</pre>" if found else ""
        style = "width: 100%; height: 30em; border: 0"
        return f'{above}<iframe title="{escape(self.id)}" style="{style}" srcdoc="{escape(self.html())}"></iframe>'

    def __repr__(self) -> str:
        """The case, its years, what it comes to, and whether its file has errors all the same."""
        years = f"{self.years.start}-{self.years.stop - 1}"
        errors = ", with errors" if any(finding.fails for finding in self.findings) else ""
        net = plain(self.net_effect.total)
        return f"<Result {self.id} {years}: net effect {net} (1.000 kr., p/l {self.price_level}){errors}>"


def calculate(
    case: CaseFile | Path,
    *,
    profile: Profile | Path | None = None,
    language: Language = "da",
    allow_errors: bool = False,
) -> Result:
    """A case calculated: one that is loaded, which has its profile and language, or the case in a file.

    Raises FaultyFileError, with all findings, where the case has errors that it does not accept. With `allow_errors`
    one that can be calculated all the same (a figure of the paper differs) is, and its findings tell of the errors.
    """
    if not isinstance(case, CaseFile):
        case = load(case, profile=profile, language=language)
    elif profile is not None:
        raise TypeError("a case that is loaded has its profile already; give the profile to load()")
    if case.calculated is None or (case.errors and not allow_errors):
        raise FaultyFileError(case.path, case.findings)
    return Result(case.path, case.findings, case.calculated, case.profile, case.language)
