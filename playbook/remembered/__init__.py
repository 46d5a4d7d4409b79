"""What a check found, remembered until something that it looked at is another.

That is every file in the folders of the project, and every path that it asked for one by one, there or not;
the day; and the program, which a store's own keys tell apart. Files are told by their contents, very large
ones by their size and times; and where the disk says of none that it was touched since they were last read,
they are not read again. A project in which folders are links is checked anew each time.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from playbook.remembered.packed import Checked, entry, packed, unpacked
from playbook.store import Disk, Memory

__all__ = ["Checked", "remembered"]

_KEY = "check"
_SLACK = 1.0
"""Seconds by which the times of files may lag behind the clock."""
_TOLD_BY_DISK = os.name == "posix"
"""Whether the disk notes when a file was last touched, and nobody can put that back."""
_LARGE = 4 * 1024 * 1024
"""Bytes up to which a file is told by its contents."""
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY"))


class _Stamp(NamedTuple):
    """What the disk says of a file without reading it; the numbers are those of `os.stat`."""

    path: str
    leads_to: str
    plain: bool
    size: int
    numbers: tuple[int, ...]


class _Seen(NamedTuple):
    """What the disk said of all files, what they held, as digests, and when they were read."""

    glance: str
    contents: str
    read: float


class _Linked(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """A folder is a link: what lies behind it is not told."""


def remembered(
    store: Disk | Memory, root: Path, folders: Collection[str], today: date, check: Callable[[], Checked]
) -> Checked:
    """What a check of a project finds on a day; without checking, where nothing has changed since the last.

    The check reads the `folders` of the project, and what its `sought` names. Where a file changes while it
    runs, it is not remembered.
    """
    kept, start = entry(store.get(_KEY)), time.time()
    try:
        stamps = _stamps(root, folders)
        seen = _looked(kept, stamps, start, str(root.resolve()), today.isoformat())
    except (OSError, _Linked):
        return check()
    known = unpacked(kept, lambda sought: _digest(seen.contents, *_sought(root, sought)))
    if known and seen.read < start:
        return known
    checked = known or check()
    state = _digest(seen.contents, *_sought(root, checked.sought))
    if _stamps(root, folders) == stamps and (known or not _changed(root, checked.sought, start - _SLACK)):
        store.put(_KEY, packed(checked, state, seen._asdict()))
    return checked


def _looked(kept: Mapping[str, Any], stamps: Collection[_Stamp], now: float, *where: str) -> _Seen:
    """The files as they are; not read where the disk says that none was touched since the last time.

    Raises:
        OSError: if one cannot be read.
    """
    glance = _digest(*where, *map(repr, stamps))
    read: Any = kept.get("read")
    known = _TOLD_BY_DISK and kept.get("glance") == glance and isinstance(read, float)
    if known and _untouched(stamps, read):
        return _Seen(glance, str(kept.get("contents")), read)
    return _Seen(glance, _digest(*where, *_contents(stamps)), now)


def _untouched(stamps: Collection[_Stamp], read: float) -> bool:
    """Whether no file was touched at the time at which it was read, or since."""
    since = (read - _SLACK) * 1e9
    return all(max(stamp.numbers[2:]) < since for stamp in stamps)


def _stamps(root: Path, folders: Collection[str]) -> list[_Stamp]:
    """The files in the folders, sorted, less hidden ones.

    Raises:
        _Linked: if a folder is a link.
        OSError: if one cannot be listed.
    """
    left = [f"{root}/{folder}" for folder in folders if os.path.lexists(root / folder)]
    if any(map(os.path.islink, left)):
        raise _Linked
    found: list[_Stamp] = []
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                else:
                    found.append(_stamp(entry))
    return sorted(found)


def _stamp(entry: os.DirEntry[str]) -> _Stamp:
    leads_to = ""
    if entry.is_symlink():
        if entry.is_dir():
            raise _Linked
        leads_to = os.path.realpath(entry.path)
    return _stamp_of(entry.path, leads_to, entry.stat(follow_symlinks=entry.is_file()))


def _stamp_of(path: str, leads_to: str, seen: os.stat_result) -> _Stamp:
    numbers = (seen.st_mode, seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns)
    return _Stamp(path, leads_to, stat.S_ISREG(seen.st_mode), seen.st_size, numbers)


def _contents(stamps: Collection[_Stamp]) -> Iterator[str | bytes]:
    """What tells the files apart: path, whereto a link leads, contents.

    Raises:
        OSError: if one cannot be read.
    """
    for stamp in stamps:
        yield stamp.path
        yield stamp.leads_to
        yield _content(stamp) if stamp.plain and stamp.size <= _LARGE else str((stamp.size, stamp.numbers))


def _content(stamp: _Stamp) -> bytes:
    handle = os.open(stamp.path, _FLAGS)
    try:
        return os.read(handle, stamp.size)
    finally:
        os.close(handle)


def _sought(root: Path, paths: Collection[str]) -> Iterator[str | bytes]:
    """What stands at paths, each path with the same number of parts."""
    for path in sorted(paths):
        yield path
        yield from _at(root / path)


def _at(path: Path) -> tuple[str | bytes, ...]:
    try:
        real = path.resolve(strict=True)
        if real.is_dir():
            return "folder", str(real), repr(sorted((each.name, each.is_file()) for each in real.iterdir()))
        return tuple(_contents([_stamp_of(str(real), "file", real.stat())]))
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links that lead round in a circle
        return "nothing", type(error).__name__, str(os.path.lexists(path))


def _changed(root: Path, paths: Collection[str], since: float) -> bool:
    """Whether one of the paths, or what it leads to, may have become another since then."""
    return any(_newest(end) >= since for path in paths for end in _ends(str(root / path)))


def _ends(path: str) -> Iterator[str]:
    yield path
    with suppress(ValueError):  # no path at all
        yield os.path.realpath(path)


def _newest(path: str) -> float:
    """When what stands at a path became another; where nothing does, the next folder above."""
    try:
        seen = os.lstat(path)
    except (OSError, ValueError):
        above = os.path.dirname(path)  # noqa: PTH120 - thousands of paths: a Path each costs
        return _newest(above) if above != path else 0.0
    return max(seen.st_mtime, seen.st_ctime)


def _digest(*parts: str | bytes) -> str:
    found = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(b"%d %b" % (len(data), data))
    return found.hexdigest()
