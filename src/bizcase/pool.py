"""A pool of files examined in order, by as many processes as pay for themselves."""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bizcase.case.profile import Profile
from bizcase.engine.record import Record, record_of
from bizcase.examine import Identity, KnownIds, examine, identity_of, in_order
from bizcase.reading.finding import Finding

PAYS_FROM = 300
"""Files below which a second process costs more than it brings."""

BATCH = 50
"""Files that a process is handed at a time."""


class Outcome(NamedTuple):
    """What became of one file: its record, or nothing where it had to be left out, and its findings."""

    path: str
    record: Record | None
    findings: tuple[Finding, ...]


def outcomes(paths: Sequence[str], profile: Profile, jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome of every file, in the order of `paths`; `jobs` processes, or as many as pay off."""
    known = KnownIds()
    for path, record, findings, identity in _examined(paths, profile, jobs):
        twin = known.twin_of(path, identity)
        yield Outcome(path, record, in_order([*findings, twin]) if twin else findings)


_Examined = tuple[str, Record | None, tuple[Finding, ...], Identity | None]
"""Plain small values: models would cost more to hand from process to process than to make."""


def _examined(paths: Sequence[str], profile: Profile, jobs: int | None) -> Iterator[_Examined]:
    wanted = jobs or (len(os.sched_getaffinity(0)) if len(paths) >= PAYS_FROM else 1)
    if wanted == 1 or len(paths) <= 1:
        for path in paths:
            yield _one(path, profile)
        return
    batches = [paths[at : at + BATCH] for at in range(0, len(paths), BATCH)]
    with multiprocessing.Pool(wanted, _begin, (profile,)) as workers:
        for batch in workers.imap(_batch, batches):
            yield from batch


def _one(path: str, profile: Profile) -> _Examined:
    examined = examine(path, profile)
    record = record_of(examined.result, profile, path) if examined.result else None
    return path, record, examined.findings, identity_of(examined.source)


_profile: Profile


def _begin(profile: Profile) -> None:
    """What a worker does once: keep the profile, and leave Ctrl-C to the process that started it."""
    global _profile  # noqa: PLW0603 - a worker has no other place to keep it between batches
    _profile = profile
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batch(paths: Sequence[str]) -> list[_Examined]:
    return [_one(path, _profile) for path in paths]
