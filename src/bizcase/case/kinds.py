"""The closed lists of the format: words that are the same in every municipality."""

from typing import Literal

from bizcase.case.names import Names

Kind = Literal["investment", "innovation", "pre_analysis", "efficiency", "idea"]
"""Investeringsforslag, innovationsforslag, foranalyse, effektiviseringsforslag; idéoplæg, which asks for nothing."""

Approval = Literal["approved", "pending", "cross_cutting_pending", "noted", "adopted", "rejected"]
"""Approved by its committee; not yet (`*`); cross-cutting and not yet (`**`); taken note of; adopted; rejected."""

Funding = Literal["pool", "own", "internal_loan"]
"""Whose money carries a case out: the pool's, the administration's own budget, or a loan within the municipality."""

CapitalCategory = Literal["external_advice", "internal_costs", "construction"]
"""Ekstern rådgivning, interne udgifter, anlæg af projektet."""

Unit = Literal["1.000 kr.", "kr.", "mio. kr."]
"""What the amounts of a file are counted in."""

KINDS = Names(
    {
        "investment": ("investering", "investeringsforslag", "investeringssag"),
        "innovation": ("innovationsforslag", "innovationssag"),
        "pre_analysis": ("foranalyse", "pre-analysis"),
        "efficiency": ("effektivisering", "effektiviseringsforslag"),
        "idea": ("idéoplæg", "idé"),
    },
    glossed=True,
)
APPROVALS = Names(
    {
        "approved": ("udvalgsgodkendt", "godkendt"),
        "pending": ("endnu ikke udvalgsgodkendt", "ikke udvalgsgodkendt (*)", "ikke godkendt", "afventer"),
        "cross_cutting_pending": ("tværgående, endnu ikke udvalgsgodkendt", "tværgående, ikke udvalgsgodkendt (**)"),
        "noted": ("taget til efterretning",),
        "adopted": ("vedtaget",),
        "rejected": ("afvist", "forkastet"),
    },
    glossed=True,
)
FUNDINGS = Names(
    {
        "pool": ("puljen", "pulje"),
        "own": ("egne midler", "egne", "egen finansiering"),
        "internal_loan": ("internt lån", "lån", "internal loan"),
    },
    glossed=True,
)
CAPITAL_CATEGORIES = Names(
    {
        "external_advice": ("ekstern rådgivning",),
        "internal_costs": ("interne udgifter",),
        "construction": ("anlæg af projektet",),
    },
    glossed=True,
)
YES_OR_NO = Names({"Ja": (), "Nej": ()})
"""The closed lists with what people write for their words."""
