"""Files of a brand that pieces hold: their bytes, their formats, and which of several weighs best."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from playbook.observed import Unreadable

Read = Callable[[str], bytes]
"""Gives the bytes of a project file; raises `Unreadable` where it cannot."""

_PICTURES: Mapping[str, str] = {
    ".svg": "svg+xml",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".webp": "webp",
}


class Weighed(Protocol):
    """A font file that says its weight: one number, or two for a variable one."""

    @property
    def weight(self) -> str:
        """As CSS has it."""


W = TypeVar("W", bound=Weighed)


def content(path: str, read: Read) -> bytes:
    """The bytes of a file; none where there is no path, or nothing that can be read."""
    try:
        return read(path) if path else b""
    except Unreadable:
        return b""


def picture_format(path: str) -> str:
    """What follows `image/` in the media type of a picture that pieces can hold, empty for any other file."""
    return _PICTURES.get(PurePosixPath(path).suffix.lower(), "")


def nearest(files: Sequence[W], weight: int) -> list[W]:
    """The files whose weight is nearest to one."""
    least = min((_apart(file.weight, weight) for file in files), default=0)
    return [file for file in files if _apart(file.weight, weight) == least]


def _apart(written: str, weight: int) -> int:
    ends = [int(end) for end in written.split()]
    return max(ends[0] - weight, weight - ends[-1], 0)
