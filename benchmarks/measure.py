"""Commands run in turn, A B A B …: what each took of the processor and of the clock, and how busy the machine was."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs have their bytecode; compiling it anew at every start is nobody's usual day."""

BUSY = 1.2
"""How many times its own seconds of the processor a process may wait before the clock tells of others' work."""


class Used(NamedTuple):
    """What a run took: seconds of the processor in all its processes, seconds by the clock, memory of the largest."""

    cpu: float
    wall: float
    megabytes: float


@dataclass
class Measured:
    """A command with what it took, run by run; `alone` says that it is one process, which waits for nobody."""

    name: str
    words: tuple[str, ...]
    stdin: Path | None = None
    may_fail: bool = False
    alone: bool = True
    runs: list[Used] = field(default_factory=list)

    def run(self) -> Used:
        """Run it once; its output goes nowhere."""
        with open(self.stdin or os.devnull, "rb") as given:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.words, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for here
        if process.returncode and not self.may_fail:
            sys.exit(f"{' '.join(self.words[:5])} ended with {process.returncode}")
        return Used(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)

    @property
    def median(self) -> Used:
        """The median of each figure."""
        return Used(*map(statistics.median, zip(*self.runs, strict=True)))


def in_turn(*measured: Measured, rounds: int) -> None:
    """Run each once to warm up, then all of them in turn, so that a slow moment falls on all alike."""
    for each in measured:
        each.run()
    for _ in range(rounds):
        for each in measured:
            each.runs.append(each.run())


def by_round(figure: Callable[..., float], *measured: Measured) -> float:
    """The median of a figure that is worked out of what the commands took, round by round."""
    return statistics.median(figure(*runs) for runs in zip(*(each.runs for each in measured), strict=True))


def was_busy(*measured: Measured) -> bool:
    """Whether commands of one process had to wait for others' work, so that seconds by the clock mean nothing."""
    return any(each.median.wall > BUSY * each.median.cpu for each in measured if each.alone)


def load() -> float:
    """How many processes have wanted a processor in the last minute, ours among them."""
    return os.getloadavg()[0]
