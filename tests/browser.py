"""A browser without a window, driven over its DevTools protocol, for what only a browser can tell of a page."""

import contextlib
import fcntl
import json
import os
import select
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
"""A browser of this machine; none is ever downloaded."""

PATIENCE = 120
"""Seconds after which a browser that says nothing is given up."""


class Browser:
    """Speaks to the browser: a message is JSON and ends with a zero byte."""

    def __init__(self, reads: int, writes: int) -> None:
        self._answers, self._questions = os.fdopen(reads, "rb", buffering=0), os.fdopen(writes, "wb", buffering=0)
        self._numbers = count(1)
        self._rest = b""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def show(self, page: Path, *, width: int, theme: str) -> None:
        """Open a page in a window of a width, by day (`light`) or by night (`dark`), and wait until it is there."""
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        self._call("Page.navigate", url=page.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def evaluate(self, script: str) -> Any:
        """What a script on the page comes to, waited for where it is a promise."""
        said = self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def _call(self, method: str, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        session = {"sessionId": self._session} if hasattr(self, "_session") else {}
        question = {"id": number, "method": method, "params": values, **session}
        self._questions.write(json.dumps(question).encode() + b"\0")
        while (answer := self._message()).get("id") != number:
            pass
        assert "result" in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._answers], [], [], PATIENCE)[0], "the browser does not answer"
            piece = self._answers.read(1 << 20)
            assert piece, "the browser has ended"
            self._rest += piece
        whole, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(whole)
        return message

    def close(self) -> None:
        """Let the browser end."""
        with contextlib.suppress(BrokenPipeError):
            self._questions.write(json.dumps({"id": 0, "method": "Browser.close"}).encode() + b"\0")
        self._questions.close()
        self._answers.close()


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A browser for a while. It reads what it is told from its third pipe, and answers on its fourth."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # the superuser cannot have one
        words = [CHROMIUM, "--headless", "--remote-debugging-pipe", "--disable-gpu", f"--user-data-dir={profile}"]
        told, tells = os.pipe()
        answers, answered = os.pipe()
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (told, answered)]
        quiet = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
        actions += [(os.POSIX_SPAWN_DUP2, end, number) for end, number in zip(theirs, (3, 4), strict=True)]
        process = os.posix_spawn(CHROMIUM, [*words, *sandbox], os.environ, file_actions=actions)
        for end in (told, answered, quiet, *theirs):
            os.close(end)
        driven = Browser(answers, tells)
        try:
            yield driven
        finally:
            driven.close()
            os.waitpid(process, 0)
