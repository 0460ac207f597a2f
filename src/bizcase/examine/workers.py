"""Files examined by several processes, handed back in order."""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, Generic

from bizcase.examine.one import Outcome, ProcessLostError, T

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
        for index, batch in enumerate(batches):
            worker = workers[index % jobs]
            outcomes = worker.next_batch()
            if outcomes is None:
                raise ProcessLostError(batch, len(paths) - index * BATCH, worker.killed_by)
            yield from outcomes
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

    def next_batch(self) -> list[Outcome[T]] | None:
        """The results of the next of its batches; nothing where the process has been ended. Raises what it raised."""
        try:
            batch: list[Outcome[T]] | Exception = self._results.recv()
        except (EOFError, OSError):  # an end in the midst of a batch is the latter
            return None
        if isinstance(batch, Exception):
            raise batch
        return batch

    @property
    def killed_by(self) -> int | None:
        """The signal that ended the process, where one did."""
        self._process.join(1)
        code = self._process.exitcode
        return -code if code is not None and code < 0 else None

    def stop(self) -> None:
        """End the process, at work or not."""
        self._process.kill()
        self._process.join()
        self._results.close()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put signals off for a moment, so that no process is started and then forgotten."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
"""Signals that end a run."""


def _work(
    batches: Sequence[Sequence[str]],
    examined: Callable[[str], Outcome[Any]],
    results: Connection,
    inherited: Sequence[Connection],
) -> None:
    """What a worker does. Ctrl-C is for the process that started it, and so is what that has not printed yet."""
    for each in _ENDING:
        signal.signal(each, signal.SIG_IGN if each == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)  # put off by the process that started it
    for end in inherited:
        end.close()
    try:
        for batch in batches:
            results.send(list(map(examined, batch)))
        results.close()
    except Exception as error:  # noqa: BLE001 - a bug is told of where all are, and not as a process that was lost
        with contextlib.suppress(Exception):
            results.send(error)
    finally:
        os._exit(0)
