"""The closed lists of the format: words that are the same in every municipality."""

from typing import Literal

Kind = Literal["investment", "innovation", "pre_analysis", "efficiency"]
"""Investeringsforslag, innovationsforslag, foranalyse, effektiviseringsforslag."""

Approval = Literal["approved", "pending", "cross_cutting_pending"]
"""Approved by its committee; not yet (printed `*`); cross-cutting and not yet (printed `**`)."""

Funding = Literal["pool", "own", "internal_loan"]
"""Whose money carries a case out: the pool's, the administration's own budget, or a loan within the municipality."""

CapitalCategory = Literal["external_advice", "internal_costs", "construction"]
"""Ekstern rådgivning, interne udgifter, anlæg af projektet."""

Unit = Literal["1.000 kr.", "kr.", "mio. kr."]
"""What the amounts of a file are counted in."""
