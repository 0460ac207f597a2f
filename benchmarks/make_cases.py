"""Makes realistic case files of about 50 lines: `make_cases.py FOLDER COUNT`, the same ones every time.

Like the published cases they give the rules little to ask about: a run that prints a warning or two for each of 1,000
files measures how fast it prints.
"""

import random
import sys
from pathlib import Path

ADMINISTRATIONS = {"ØKF": "ØU", "KFF": "KFU", "BUF": "BUU", "SUF": "SUU", "SOF": "SUD", "TMF": "TMU", "BIF": "BIU"}
AREAS = ["Service", "Service", "Service", "Anlæg", "Overførsler (EO)", "Overførsler (EI)"]
WORDS = [
    "automatisering",
    "borgerservice",
    "digitalisering",
    "sagsbehandling",
    "indkøb",
    "energi",
    "ejendomme",
    "rengøring",
    "vikarer",
    "opkald",
]


def case(number: int, chance: random.Random) -> str:
    """A case with its lines, its shares and its savings."""
    administration = chance.choice(list(ADMINISTRATIONS))
    first = chance.randint(2024, 2026)
    affected = chance.sample(list(ADMINISTRATIONS), 3)
    lines = [
        "# yaml-language-server: $schema=../../schemas/case.schema.json",
        "schema_version: 1",
        f"id: BC{number:06}",
        f"title: {chance.choice(WORDS).capitalize()} af {chance.choice(WORDS)} i forvaltningen, etape {number}",
        f"kind: {chance.choice(['investment', 'investment', 'investment', 'innovation'])}",
        "price_level: 2025",
        f"administration: {administration}",
        f"affected_administrations: [{', '.join(affected)}]",
        f"approval: {chance.choice(['approved', 'pending', 'cross_cutting_pending'])}",
        "summary: >-",
        "  Forvaltningen ønsker at udbrede løsningen til alle enheder, som i dag gør det samme arbejde i hånden,",
        "  og at bruge den tid, som bliver fri, på borgerne. Der søges om midler fra puljen til at gøre det.",
        "",
        "implementation_costs:",
    ]
    for line in range(chance.randint(3, 4)):
        lines += [
            f"  - name: {chance.choice(WORDS).capitalize()} og {chance.choice(WORDS)}, del {line + 1}",
            f"    steering_area: {chance.choice(AREAS)}",
            f"    amounts: {{{first}: {chance.randint(50, 3000)}, {first + 1}: {chance.randint(0, 1500)}}}",
        ]
        if chance.random() < 0.3:
            one, other = (ADMINISTRATIONS[each] for each in chance.sample(affected, 2))
            share = chance.choice([25, 30, 50])
            lines.append(f"    split: {{{one}: {share}%, {other}: {100 - share}%}}")
    lines += ["", "efficiencies:"]
    for line in range(chance.randint(3, 4)):
        saving = chance.randint(400, 1600)
        lines += [
            f"  - name: Færre udgifter til {chance.choice(WORDS)}, del {line + 1}",
            f"    steering_area: {chance.choice(8 * AREAS[:1] + AREAS[4:])}",
            "    amounts:",
            f"      {first + 1}: {-saving // 2}",
            f"      {first + 2}: {-saving}",
            f"      {first + 3}+: {-saving - chance.randint(0, 200)}",
        ]
    lines += ["", "notes: >-", "  Tallene er skøn fra forvaltningen og bliver efterset før budgetforhandlingerne."]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the files, a thousand a folder."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(2025)
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"BC{number:06}.yaml").write_text(case(number, chance), encoding="utf-8")


if __name__ == "__main__":
    main()
