"""A process that has the program read already, and runs it in a copy of itself: a run without the wait for a start.

A run of `Started` has its own process, working folder, environment, streams and end. What a start itself does (what it
imports, what it costs, how Python is set) is for a process that begins at the beginning.
"""

import gc
import os
import pickle
import pkgutil
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import bizcase
from bizcase.cli import main

SIZE = struct.Struct("!I")


class Started:
    """The process that waits, seen from who asks it; it ends when nobody can ask it any more."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-W", "error", __file__, str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], start_new_session=True)

    def run(self, words: Sequence[str], cwd: Path, environment: dict[str, str], streams: Sequence[int]) -> None:
        """Begin a run with these three streams."""
        asked = pickle.dumps((list(words), str(cwd), environment))
        socket.send_fds(self._socket, [SIZE.pack(len(asked))], list(streams))
        self._socket.sendall(asked)

    def ended(self) -> int:
        """The exit code of the run that was begun, when it has ended; below zero the signal that ended it."""
        (code,) = struct.unpack("!i", _received(self._socket, 4))
        return int(code)


def _received(connection: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        piece = connection.recv(size - len(received))
        if not piece:
            sys.exit()
        received += piece
    return received


def _serve(connection: socket.socket) -> None:
    """Run what is asked for, one after the other."""
    while True:
        head, streams, _, _ = socket.recv_fds(connection, SIZE.size, 3)
        if not head:
            return
        words, cwd, environment = pickle.loads(_received(connection, *SIZE.unpack(head)))  # noqa: S301 - from ourselves
        run = os.fork()
        if not run:
            connection.close()
            _run(words, cwd, environment, streams)
        for stream in streams:
            os.close(stream)
        connection.sendall(struct.pack("!i", os.waitstatus_to_exitcode(os.waitpid(run, 0)[1])))


def _run(words: list[str], cwd: str, environment: dict[str, str], streams: list[int]) -> NoReturn:
    """Be the program, with the streams, the folder and the environment of whoever asked."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding=encoding, closefd=False)  # noqa: SIM115 - as long as the process lasts
        for number, mode in enumerate("rww")
    )
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["bizcase", *words]
    code: object = "the program ends by saying how"
    try:
        main()
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    assert isinstance(code, int), code
    os._exit(code)  # the usual end takes all that was read apart, which lasts longer than most runs


def _read_the_program() -> None:
    """Import every module there is."""
    for module in pkgutil.walk_packages(bizcase.__path__, "bizcase."):
        if module.name != "bizcase.__main__":
            import_module(module.name)
    gc.collect()
    gc.freeze()  # a copy that looks through what it has of this process would have to copy all of it


if __name__ == "__main__":
    _read_the_program()
    with socket.socket(fileno=int(sys.argv[1])) as asks:
        _serve(asks)
