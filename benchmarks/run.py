"""Measures bizcase against its targets, beside its peers, and writes the table of benchmarks/README.md.

`make bench` sets up the peers and runs this. What counts is the ratio within a pair of runs, because no two machines,
and no two hours of one, are alike.
"""

import os
import platform
from pathlib import Path

from measure import BUSY
from targets import ROUNDS, WORK, Row, every_target

PAGE = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- table -->\n", "<!-- /table -->"
HEADINGS = Row("what", "measured", "target", "", "CPU", "by the clock", "load")


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (HEADINGS, Row(*["---"] * len(HEADINGS)), *rows))


def main() -> None:
    """Measure everything and write the table between its marks."""
    WORK.mkdir(exist_ok=True)
    processors = os.cpu_count() or 1
    rows = list(every_target())
    machine = f"{processors} processors, Python {platform.python_version()}, {platform.system()}, {ROUNDS} rounds"
    said = f"Measured with {machine}."
    if any("busy" in (row.wall, row.verdict) for row in rows):
        said += f" Busy: a process alone took more than {BUSY} times its CPU, so that the clock tells of others' work."
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{table(rows)}\n\n{said}\n{END}{rest.partition(END)[2]}", "utf-8")
    print(said)


if __name__ == "__main__":
    main()
