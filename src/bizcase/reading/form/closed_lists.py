"""The words that the form has for what the format has words of its own for, and the marks between them."""

LABEL, VALUE, HELP = "Felt", "Udfyldes her", "Hjælp"
"""The headings above the fields of a sheet."""

GOES_ON = " (fortsat)"
"""Behind a label whose text a cell did not hold."""

COST, INCOME, EFFICIENCY = "Implementeringsomkostning", "Engangsindtægt", "Varig ændring"
OF_WHICH, FTE = "Heraf", "Årsværk"
SECTIONS = {EFFICIENCY: "efficiencies", COST: "implementation_costs", INCOME: "income"}
"""What a line's first cell says, and the list of the format that the line belongs to."""

PRINTED_ROWS: dict[str, tuple[str, ...]] = {
    "Samlede implementeringsomkostninger": ("total_implementation_costs",),
    "Samlede engangsindtægter": ("total_income",),
    "Samlet varig ændring": ("total_efficiencies",),
    "Samlet økonomisk påvirkning": ("net_effect",),
    "Udvalgets omkostninger": ("implementation_costs",),
    "Udvalgets indtægter": ("income",),
    "Udvalgets besparelse": ("efficiencies",),
    "Internt lån": ("loan", "drawn"),
    "Afdrag på internt lån": ("loan", "repayment"),
    "Renter af internt lån": ("loan", "interest"),
    "Linje": (),
    "Linjens årsværk": ("fte",),
}
"""What a printed row is called, and its keys below `published`, or below that of its area, committee or line."""

BLANK = "(tomt i papiret)"
"""Stands in a payback's cell where the paper leaves it blank."""

BETWEEN_STEPS = " › "
"""Stands between the steps of the place of an accepted finding."""

WORDS: dict[str, dict[str, str]] = {
    "kind": {
        "investment": "Investeringsforslag",
        "innovation": "Innovationsforslag",
        "pre_analysis": "Foranalyse",
        "efficiency": "Effektiviseringsforslag",
        "idea": "Idéoplæg",
    },
    "approval": {
        "approved": "Udvalgsgodkendt",
        "pending": "Ikke udvalgsgodkendt (*)",
        "cross_cutting_pending": "Tværgående, ikke udvalgsgodkendt (**)",
        "noted": "Taget til efterretning",
        "adopted": "Vedtaget",
        "rejected": "Afvist",
    },
    "funding": {"pool": "Puljen", "own": "Egne midler", "internal_loan": "Internt lån"},
    "capital_category": {
        "external_advice": "Ekstern rådgivning",
        "internal_costs": "Interne udgifter",
        "construction": "Anlæg af projektet",
    },
}
"""Key of a field, and each of its words as the form writes it; all of them read as the format's own."""

WORDS["decision"] = WORDS["approval"]
