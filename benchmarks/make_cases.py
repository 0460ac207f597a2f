"""Makes realistic case files of about 50 lines: `make_cases.py FOLDER COUNT`, the same ones every time.

Like the published cases they give the rules little to ask about: a run that prints a warning or two for each of 1,000
files measures how fast it prints.
"""

import random
import sys
from collections.abc import Iterator
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


def cases(folder: Path, count: int) -> Iterator[Path]:
    """Write so many cases, a thousand a folder; the path of each."""
    chance = random.Random(2025)
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"BC{number:06}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(case(number, chance), encoding="utf-8")
        yield path


def case_of_lines(count: int) -> str:
    """One case of so many lines, half of them costs and half savings."""
    head = "id: L1\ntitle: En sag af mange linjer\nprice_level: 2026\nadministration: ØKF\n"
    cost = "  - {{name: Udgift {0}, steering_area: Service, amounts: {{2026: {1}, 2027: {1}}}}}\n"
    saving = "  - {{name: Besparelse {0}, steering_area: Service, amounts: {{2027: -{1}, 2028+: -{1}}}}}\n"
    sections = {"implementation_costs": cost, "efficiencies": saving}
    lines = (
        f"{section}:\n" + "".join(line.format(number, 100 + number % 7) for number in range(count // 2))
        for section, line in sections.items()
    )
    return head + "".join(lines)


def main() -> None:
    """Write the files into a folder."""
    for _ in cases(Path(sys.argv[1]), int(sys.argv[2])):
        pass


if __name__ == "__main__":
    main()
