"""Files examined by several processes, handed back in order."""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, Generic

from bizcase.examine.one import Outcome, T

BATCH = 50
"""Files that a process is handed at a time."""


def examined_by(jobs: int, paths: Sequence[str], examined: Callable[[str], Outcome[T]]) -> Iterator[Outcome[T]]:
    """The outcome of every file, in the order of `paths`, by `jobs` processes at most."""
    batches = [paths[at : at + BATCH] for at in range(0, len(paths), BATCH)]
    jobs = min(jobs, len(batches))
    workers: list[_Worker[T]] = []
    try:
        with _uninterrupted():
            for start in range(jobs):
                workers.append(_Worker(batches[start::jobs], examined, workers))
        for index in range(len(batches)):
            yield from workers[index % jobs].next_batch()
    finally:  # also when the run is interrupted: nothing is left behind, and nothing is waited for
        for worker in workers:
            worker.stop()


class _Worker(Generic[T]):
    """A process with every n-th batch, handed back in order; it waits where its results are not taken yet."""

    def __init__(
        self,
        batches: Sequence[Sequence[str]],
        examined: Callable[[str], Outcome[T]],
        before: Sequence["_Worker[T]"],
    ) -> None:
        self._results, theirs = multiprocessing.Pipe(duplex=False)
        # A forked process has a copy of every end of a pipe that is read here. It must close them, or it would wait for
        # ever for somebody to take its results after this process has died.
        forked = multiprocessing.get_start_method() == "fork"
        inherited = [self._results, *(worker._results for worker in before)] if forked else []
        work = batches, examined, theirs, inherited
        self._process = multiprocessing.Process(target=_work, args=work, daemon=True)
        self._process.start()
        theirs.close()

    def next_batch(self) -> list[Outcome[T]]:
        """The results of the next of its batches. Raises RuntimeError where the process has died."""
        try:
            batch: list[Outcome[T]] = self._results.recv()
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
    batches: Sequence[Sequence[str]],
    examined: Callable[[str], Outcome[Any]],
    results: Connection,
    inherited: Sequence[Connection],
) -> None:
    """What a worker does. Ctrl-C is for the process that started it, and so is what that has not printed yet."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in inherited:
        end.close()
    try:
        for batch in batches:
            results.send(list(map(examined, batch)))
        results.close()
    finally:
        os._exit(0)
