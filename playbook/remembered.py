"""What a check found, remembered until something that it looked at is another.

That is every file in the folders of the project, and every path that it asked for one by one, there or not;
the day; and the program, which a store's own keys tell apart. Files are told by their contents, very large
ones by their size and times. A project in which folders are links is checked anew each time.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from playbook.diagnostics import Area, Diagnostic, Fact, Location, Problem, Severity
from playbook.store import Disk, Memory

_KEY = "check"
_SLACK = 1.0
"""Seconds by which the times of files may lag behind the clock."""
_LARGE = 4 * 1024 * 1024
"""Bytes up to which a file is told by its contents."""
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY"))
_PLACE = tuple(map(type, astuple(Location(""))[:-1]))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, the language of the project, and the paths that it asked for one by one."""

    found: tuple[Diagnostic, ...]
    language: str | None
    sought: Collection[str]


class _Stamp(NamedTuple):
    """What the disk says of a file without reading it; the numbers are those of `os.stat`."""

    path: str
    leads_to: str
    plain: bool
    size: int
    numbers: tuple[int, ...]


class _Linked(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """A folder is a link: what lies behind it is not told."""


def remembered(
    store: Disk | Memory, root: Path, folders: Collection[str], today: date, check: Callable[[], Checked]
) -> Checked:
    """What a check of a project finds on a day; without checking, where nothing has changed since the last.

    The check reads the `folders` of the project, and what its `sought` names. Where a file changes while it
    runs, it is not remembered.
    """
    try:
        stamps = _stamps(root, folders)
        contents = _digest(str(root.resolve()), today.isoformat(), *_contents(stamps))
    except (OSError, _Linked):
        return check()
    known = _unpacked(store.get(_KEY), lambda sought: _digest(contents, *_sought(root, sought)))
    if known:
        return known
    start = time.time()
    checked = check()
    state = _digest(contents, *_sought(root, checked.sought))
    if _stamps(root, folders) == stamps and not _changed(root, checked.sought, start - _SLACK):
        store.put(_KEY, _packed(checked, state))
    return checked


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


def _packed(checked: Checked, state: str) -> bytes:
    said = {
        "state": state,
        "language": checked.language,
        "sought": sorted(checked.sought),
        "found": [_plain(diagnostic) for diagnostic in checked.found],
    }
    return json.dumps(said).encode()


def _plain(found: Diagnostic) -> list[Any]:
    problem = found.problem
    places = [astuple(place) for place in (problem.location, *problem.related)]
    said = [problem.severity, problem.message, problem.hint, dict(problem.facts), places]
    return [found.rule, found.severity, found.dated, *said]


def _unpacked(kept: bytes | None, state: Callable[[Collection[str]], str]) -> Checked | None:
    """What was packed, if the state is still the same; None for anything else that may stand there."""
    try:
        said = json.loads(kept or b"{}")
        sought = tuple(map(_text, said["sought"]))
        if said["state"] != state(sought):
            return None
        language = said["language"] and _text(said["language"])
        return Checked(tuple(map(_diagnostic, said["found"])), language, sought)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _diagnostic(said: Any) -> Diagnostic:
    rule, severity, dated, own, message, hint, facts, places = said
    place, *related = map(_place, places)
    read = {_text(name): _fact(value) for name, value in facts.items()}
    known = None if own is None else Severity(own)
    problem = Problem(_text(message), place, read, _text(hint), tuple(related), known)
    return Diagnostic(_text(rule), Severity(severity), problem, dated is True)


def _place(said: Any) -> Location:
    *plain, areas = said
    if tuple(map(type, plain)) != _PLACE:
        raise ValueError(said)
    return replace(Location(*plain), areas=tuple(map(_seen, areas)))


def _seen(said: Any) -> tuple[int, Area]:
    """A page and a part of it."""
    page, area = said
    left, top, right, bottom = map(float, area)
    return int(page), (left, top, right, bottom)


def _fact(said: Any) -> Fact:
    return said if isinstance(said, str | int | float) else tuple(map(_text, said))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said
