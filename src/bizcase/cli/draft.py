"""A file that appears whole or not at all: written as a draft beside its place, and put there when all is written."""

import contextlib
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

_drafts: set[str] = set()
"""Drafts that may lie somewhere; each is noted before it is made, so that no interruption can leave it behind."""


@contextlib.contextmanager
def drafted(output: str) -> Iterator[BinaryIO]:
    """A regular file to be replaced whole, through links to it; anything else (a pipe, a device) is written as it is.

    It keeps its permissions, and its owner and group where this run may give files away; it is never made to run as
    somebody else (setuid, setgid). Raises OSError and ValueError where it cannot be written.
    """
    target = os.path.realpath(output)
    before = _status(target)
    if before is not None and not stat.S_ISREG(before.st_mode):
        with _closed(open(output, "wb")) as stream:
            yield stream
        return
    draft = os.path.join(os.path.dirname(target), f".bizcase-{os.getpid()}-{os.urandom(4).hex()}")
    _drafts.add(draft)
    try:
        with _closed(_private(draft)) as stream:
            yield stream
        if before is not None:
            _give_to_owner(draft, before)
        os.chmod(draft, _usual_mode() if before is None else before.st_mode & 0o777)
        os.replace(draft, target)
        _drafts.discard(draft)
    finally:
        _remove(draft)


@contextlib.contextmanager
def _closed(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A stream that is closed at the end; what could not be written before cannot be written then either."""
    try:
        yield stream
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        raise
    stream.close()


def remove_drafts() -> None:
    """Take away what an interruption has left."""
    for draft in list(_drafts):
        _remove(draft)


def _remove(draft: str) -> None:
    if draft in _drafts:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        _drafts.discard(draft)


def _private(path: str) -> BinaryIO:
    """A new file that nobody else may read while it is written."""
    return open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


def _give_to_owner(draft: str, before: os.stat_result) -> None:
    """Let a draft belong to whom the file belonged to: to owner and group, or to the group alone, as far as allowed."""
    if not hasattr(os, "chown"):
        return
    for owner in (before.st_uid, -1):
        with contextlib.suppress(OSError):
            os.chown(draft, owner, before.st_gid)
            return


def _usual_mode() -> int:
    """The permissions of a new file."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
