"""Reading a plain file: bounded, and without ever waiting for what is none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from playbook.observed import Unreadable


def content(path: Path | str, most: int) -> bytes:
    """The bytes of a plain file; what is none is known before anything is read from it.

    Raises:
        Unreadable: `not-a-file` for a folder, a pipe or a device, `too-large` beyond `most` bytes.
        OSError: if it cannot be opened.
        ValueError: for a name with a zero byte.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not-a-file")
        if status.st_size > most:
            raise Unreadable("too-large", size=status.st_size, limit=most)
        return file.read(most)
