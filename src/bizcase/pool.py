"""A pool of files examined in order, by as many processes as pay for themselves."""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from typing import NamedTuple

from bizcase.case.profile import Profile
from bizcase.engine.pool_case import PoolCase, pool_case_of
from bizcase.examine import Identity, KnownIds, examine, identity_of, in_order
from bizcase.reading.finding import Finding

PAYS_FROM = 300
"""Files below which a second process costs more than it brings."""

BATCH = 50
"""Files that a process is handed at a time."""


class Outcome(NamedTuple):
    """What became of one file: its record, or nothing where it had to be left out, and its findings."""

    path: str
    record: PoolCase | None
    findings: tuple[Finding, ...]


def outcomes(paths: Sequence[str], profile: Profile, jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome of every file, in the order of `paths`; `jobs` processes, or as many as pay off."""
    known = KnownIds()
    for path, record, findings, identity in _examined(paths, profile, jobs):
        twin = known.twin_of(path, identity)
        yield Outcome(path, record, in_order([*findings, twin]) if twin else findings)


_Examined = tuple[str, PoolCase | None, tuple[Finding, ...], Identity | None]
"""Plain small values: models would cost more to hand from process to process than to make."""


def _examined(paths: Sequence[str], profile: Profile, jobs: int | None) -> Iterator[_Examined]:
    wanted = jobs or (_processors() if len(paths) >= PAYS_FROM else 1)
    batches = [paths[at : at + BATCH] for at in range(0, len(paths), BATCH)]
    wanted = min(wanted, len(batches))
    if wanted <= 1:
        for path in paths:
            yield _one(path, profile)
        return
    workers: list[_Worker] = []
    try:
        with _uninterrupted():
            for first in range(wanted):
                workers.append(_Worker(batches[first::wanted], profile, workers))
        for index in range(len(batches)):
            yield from workers[index % wanted].next_batch()
    finally:  # also when the run is interrupted: nothing is left behind, and nothing is waited for
        for worker in workers:
            worker.stop()


def _processors() -> int:
    """Processors that this run may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _one(path: str, profile: Profile) -> _Examined:
    examined = examine(path, profile)
    record = pool_case_of(examined.result, path) if examined.result else None
    return path, record, examined.findings, identity_of(examined.source)


class _Worker:
    """A process with every n-th batch, handed back in order; it waits where its results are not taken yet."""

    def __init__(self, batches: Sequence[Sequence[str]], profile: Profile, before: Sequence["_Worker"]) -> None:
        self._results, theirs = multiprocessing.Pipe(duplex=False)
        # A forked process has a copy of every end of a pipe that is read here. It must close them, or it would wait for
        # ever for somebody to take its results after this process has died.
        forked = multiprocessing.get_start_method() == "fork"
        inherited = [self._results, *(worker._results for worker in before)] if forked else []
        self._process = multiprocessing.Process(target=_work, args=(batches, profile, theirs, inherited), daemon=True)
        self._process.start()
        theirs.close()

    def next_batch(self) -> list[_Examined]:
        """The results of the next of its batches. Raises RuntimeError where the process has died."""
        try:
            batch: list[_Examined] = self._results.recv()
        except EOFError:
            raise RuntimeError("a process that examined cases has ended before its work was done") from None
        return batch

    def stop(self) -> None:
        """End the process, at work or not."""
        self._process.kill()
        self._process.join()
        self._results.close()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off for a moment, so that no process is started and then forgotten."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _work(
    batches: Sequence[Sequence[str]], profile: Profile, results: Connection, inherited: Sequence[Connection]
) -> None:
    """What a worker does. Ctrl-C is for the process that started it, and so is what that has not printed yet."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in inherited:
        end.close()
    try:
        for batch in batches:
            results.send([_one(path, profile) for path in batch])
        results.close()
    finally:
        os._exit(0)
