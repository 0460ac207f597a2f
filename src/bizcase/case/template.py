"""The commented case file that `bizcase new` writes: valid once its blanks are filled."""

from typing import NamedTuple

from bizcase.case.profile import Profile
from bizcase.reading.document import Plain, reads_as_text
from bizcase.texts.template import Language, Text

_TEMPLATE = """\
# {start}
#   bizcase validate {file}
# {signs}
schema_version: 1
id: {identity}
title:                        # {title}
kind: investment              # {kind}
price_level:                  # {price_level}
{first_year_given}# {first_year}
{last_year_given}
unit: 1.000 kr.               # {unit}
{administration_given}# {administration}: {administrations}
# affected_administrations: []  # {affected}
# committee:                  # {committee}: {committees}
# approval: pending           # {approval}
# summary: >-
#   {summary}

# {implementation_costs}
implementation_costs:
  - name:                     # {name}
    steering_area: {area}    # {areas}
    amounts: {{}}               # {amounts}: {{2026: 1025, 2027: 500}}, {{2026-2028: 200}}
    # committee:              # {split}: split: {{{shares}}}
    # funding: pool           # {funding}
    # own_figure: true        # {own_figure}
    # of_which:               # {of_which}
    #   - {{name: , amounts: {{}}}}

# {efficiencies}
efficiencies:
  - name:
    steering_area: {area}
    amounts: {{}}               # {lasting}
    # fte: {{}}                 # {fte}

# internal_loan:              # {internal_loan}
#   repayment: 2028-2031      # {repayment}

# {sections}
# sections:                   # background, content, economy, distribution, implementation, partners, effect, annex
#   background: |
#     {background}
# follow_up:
#   - {{criterion: , measure: , responsible: , when: }}
# risks: >-
#   {risks}
# hearings:
#   - {{who: , heard: Ja, approved: 2026-02-07}}

# decisions:
#   - {{date: 2026-02-16, body: , decision: adopted, votes: 9-0-1}}  # {decision}

# accepted:                   # {accepted}
#   not-permanent:            # {reason}

# notes: >-
#   {notes}
"""

_COMMENTS = {
    "start": Text("En sag. Udfyld det tomme, slet det, du ikke bruger, og tjek sagen med:"),
    "signs": Text("Omkostninger er positive, besparelser negative. Skriv 1025, aldrig 1.025."),
    "title": Text("forslagets titel, på én linje"),
    "kind": Text(
        "investment (investering), innovation, pre_analysis (foranalyse), efficiency (effektivisering) "
        "eller idea (idéoplæg)"
    ),
    "price_level": Text("året for p/l, fx 2026"),
    "first_year": Text("de år, som tabellerne viser; udeladt: fra det første til det sidste år med et beløb"),
    "unit": Text("enheden for alle beløb nedenfor: 1.000 kr., kr. eller mio. kr."),
    "administration": Text("fremstillende forvaltning"),
    "affected": Text("berørte forvaltninger"),
    "committee": Text("udvalg for de linjer, der intet nævner; udeladt: forvaltningens eget"),
    "approval": Text("endnu ikke udvalgsgodkendt (*); tværgående: cross_cutting_pending (**); godkendt: approved"),
    "summary": Text("Kort resumé."),
    "implementation_costs": Text("Implementeringsomkostninger: hvad det koster at gennemføre sagen."),
    "name": Text("som det skal trykkes"),
    "amounts": Text("år: beløb, fx"),
    "split": Text("udvalget for hele linjen, eller en fordeling"),
    "funding": Text("pool (puljen), own (egne midler) eller internal_loan (internt lån)"),
    "own_figure": Text("beløbene står ikke i papiret, men er vores skøn"),
    "of_which": Text("dele, som vises under linjen og ikke lægges til"),
    "efficiencies": Text("Varige ændringer: besparelser (negative) og nye driftsudgifter (positive)."),
    "lasting": Text("fx {{2027: -500, 2028+: -1000}}: 2028+ er 2028 og alle år derefter"),
    "fte": Text("årsværk med linjens fortegn, fx {{2027: -0.5, 2028+: -1}}"),
    "internal_loan": Text("hvordan linjer med funding: internal_loan betales tilbage"),
    "repayment": Text("lige store afdrag, eller {{2028: 400, 2029: 600}}"),
    "sections": Text("Hele forslaget med ord (calc --whole); en tekst kan have afsnit og punkter."),
    "background": Text("Baggrund og formål."),
    "risks": Text("Risikovurdering."),
    "decision": Text("votes: for, imod og hverken for eller imod"),
    "accepted": Text("fund, som er ment sådan; `bizcase explain` viser koderne"),
    "reason": Text("begrundelsen"),
    "notes": Text("Hvad en læser bør vide, og hvad tallene bygger på."),
}


class Start(NamedTuple):
    """What is known of a case before anybody has filled in anything."""

    identity: str
    administration: str | None = None
    years: range | None = None


_WIDTH = 30
"""Columns before the comment behind a field."""


def template(start: Start, profile: Profile, path: str, schema: str | None, language: Language) -> str:
    """The start of a case, for a file at `path`, in the words of a profile.

    `schema` is the way from there to the JSON Schema, for editors; without one nothing is said of it.
    """
    committees = list(profile.committees)
    modeline = "" if schema is None else f"# yaml-language-server: $schema={schema}\n"
    first, last = (start.years[0], start.years[-1]) if start.years else (None, None)
    return modeline + _TEMPLATE.format(
        **{name: comment.spoken(language) for name, comment in _COMMENTS.items()},
        identity=_written(start.identity),
        first_year_given=(f"first_year: {first}" if first else "# first_year:").ljust(_WIDTH),
        last_year_given=f"last_year: {last}" if last else "# last_year:",
        administration_given=f"administration: {_written(start.administration or '')}".ljust(_WIDTH),
        file=path,
        administrations=", ".join(profile.administrations),
        committees=", ".join(committees),
        area=next(iter(profile.steering_areas)),
        areas=", ".join(profile.steering_areas),
        shares=", ".join(f"{committee}: 50%" for committee in committees[:2]),
    )


def _written(text: str) -> str:
    """A text with quotation marks where it needs them."""
    return text if not text or reads_as_text(Plain(text)) else f'"{text}"'
