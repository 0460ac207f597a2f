"""The commented case file that `bizcase new` writes: valid once its blanks are filled."""

from bizcase.case.profile import Profile
from bizcase.reading.document import Plain, reads_as_text

_TEMPLATE = """\
# yaml-language-server: $schema={schema}
# A business case. Fill in what stands empty, take away what you do not need, and check it with:
#   bizcase validate FILE
# Costs are positive, savings negative. Write 1025, never 1.025.
schema_version: 1
id: {identity}
title:                        # forslagets titel, on one line
kind: investment              # investment, innovation, pre_analysis or efficiency
price_level:                  # the year of the p/l, such as 2026
# first_year:                 # the years that the tables show; left out, the first and the last that an amount names
# last_year:
unit: 1.000 kr.               # what every amount below is counted in: 1.000 kr., kr. or mio. kr.
administration:               # fremstillende forvaltning: {administrations}
# affected_administrations: []  # berørte forvaltninger
# committee:                  # who bears a line that names nobody; left out, the administration's own: {committees}
# approval: pending           # not yet approved by its committee (*); cross_cutting_pending (**)
# summary: >-
#   Kort resumé.

# Implementeringsomkostninger: what it costs to carry the case out.
implementation_costs:
  - name:                     # as it is to be printed
    steering_area: {area}    # {areas}
    amounts: {{}}               # year: amount, such as {{2026: 1025, 2027: 500}} or {{2026-2028: 200}}
    # committee:              # bears the whole line, or share it out: split: {{{split}}}
    # funding: pool           # pool, own or internal_loan

# Varige ændringer: the lasting savings (negative), new running costs (positive) included.
efficiencies:
  - name:
    steering_area: {area}
    amounts: {{}}               # such as {{2027: -500, 2028+: -1000}}: 2028+ is 2028 and every year after it

# internal_loan:              # how the lines with funding: internal_loan are paid back
#   repayment: 2028-2031      # equal instalments, or {{2028: 400, 2029: 600}}

# What the whole proposal says in words (calc --whole); a text may have paragraphs and points.
# sections:                   # background, content, economy, distribution, implementation, partners, effect, annex
#   background: |
#     Baggrund og formål.
# follow_up:
#   - {{criterion: , measure: , responsible: , when: }}
# risks: >-
#   Risikovurdering.
# hearings:
#   - {{who: , heard: Ja, approved: 2026-02-07}}

# notes: >-
#   What a reader should know, and what the figures rest on.
"""


def template(identity: str, profile: Profile, schema: str) -> str:
    """The start of a case with an id, in the words of a profile; `schema` is the way to the JSON Schema."""
    committees = list(profile.committees)
    return _TEMPLATE.format(
        identity=identity if reads_as_text(Plain(identity)) else f'"{identity}"',
        schema=schema,
        administrations=", ".join(profile.administrations),
        committees=", ".join(committees),
        area=next(iter(profile.steering_areas)),
        areas=", ".join(profile.steering_areas),
        split=", ".join(f"{committee}: 50%" for committee in committees[:2]),
    )
