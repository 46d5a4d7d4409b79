"""The reading room: a process of its own that foreign files are read in, started anew when one kills it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import IO, Any, Self

from playbook.observed import Unreadable
from playbook.reading import wire

SECONDS = 10.0
"""After these no answer is waited for."""


class Room:
    """A process to read files in, as a context; it is started when first asked."""

    def __init__(self, seconds: float = SECONDS, *, painting: bool = False) -> None:
        self._seconds = seconds
        self._options = (wire.PAINTING,) if painting else ()
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def ask(
        self, name: str, content: bytes, pages: Sequence[int] | None = None, *, offers: bool = False
    ) -> wire.Answer:
        """What the process saw in a file; with `pages`, pictures of it, of these pages where it has any.

        With `offers`, what is seen are the colors that the file offers by name.

        Raises:
            Unreadable: `too-slow` or `died`; the next file then meets a new process.
        """
        asked = {"name": name, "size": len(content), "pages": pages, "offers": offers}
        child = self._child = self._child or _started(self._options)
        timer = Timer(self._seconds, child.kill)
        began = monotonic()
        timer.start()
        try:
            line = _exchanged(child, asked, content)
        finally:
            timer.cancel()
        late = monotonic() - began >= self._seconds
        with suppress(ValueError):
            return wire.understood(line)
        self._close()
        raise Unreadable("too-slow", seconds=int(self._seconds)) if late else Unreadable("died")

    def _close(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError):
                    _open(pipe).close()


def _exchanged(child: subprocess.Popen[bytes], asked: Mapping[str, Any], content: bytes) -> bytes:
    """The line that answers a file; empty where the process has ended."""
    requests, answers = _open(child.stdin), _open(child.stdout)
    with suppress(OSError):
        requests.write(json.dumps(asked).encode() + b"\n")
        requests.write(content)
        requests.flush()
        return answers.readline(wire.LONGEST + 1)
    return b""


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    """A pipe that was asked for."""
    if pipe is None:
        raise ValueError("the process was started without pipes")
    return pipe


def _started(options: Sequence[str]) -> subprocess.Popen[bytes]:
    home = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(dict.fromkeys([home, *filter(None, sys.path)]))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "playbook.reading.child", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )
