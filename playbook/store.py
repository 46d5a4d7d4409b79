"""Where what took its time is kept between runs: bytes by key, on disk or only in memory.

A store may forget anything at any time, and never fails: what it cannot read is not there, what it cannot
write is not kept. So `.cache/` can be deleted, copied, damaged or shared by programs that run at once.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from secrets import token_hex

FOLDER = ".cache/brand-playbook"
"""Where a project's store is, from its root: in no folder that MkDocs watches or publishes."""

MOST = 128 * 1024 * 1024
"""Bytes of a store; beyond that the entries that were not asked for longest are dropped."""

_LARGEST = 32 * 1024 * 1024
"""Bytes of an entry."""
_HEAD = b"brand-playbook entry 1\n"
_SUM = 32
"""Bytes that say whether an entry is whole."""
_EVERY = 16
"""A store is tidied after the first entry of a run, and whenever this part of its size has been added."""
_BY_HANDLE = os.utime in os.supports_fd
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))


class Memory:
    """A store for one run."""

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was put under a key."""
        return self._entries.get(key)

    def put(self, key: str, content: bytes) -> None:
        """Keep it."""
        self._entries[key] = content


class Disk:
    """A store in a folder, with a file for each entry.

    `salt` goes into every key: entries of another one are not found, and in time dropped.
    """

    def __init__(self, folder: Path, salt: str = "", most: int = MOST) -> None:
        self._folder, self._salt, self._most = folder, salt, most
        self._added = most

    def get(self, key: str) -> bytes | None:
        """What was put under a key; None where it is not there, damaged, or something else."""
        name = self._name(key)
        try:
            found = _read(f"{self._folder}/{name}")
        except OSError:
            return None
        start = len(_HEAD) + _SUM
        content = memoryview(found)[start:]
        return bytes(content) if found[:start] == _HEAD + _sum(name, content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep it, whole or not at all."""
        if len(content) > _LARGEST - len(_HEAD) - _SUM:
            return
        name = self._name(key)
        beside = self._folder / f".{name}.{token_hex(8)}"
        try:
            self._ready()
            beside.write_bytes(_HEAD + _sum(name, content) + content)
            beside.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            return
        self._added += len(content)
        if self._added * _EVERY > self._most:
            self._added = 0
            self._tidy()

    def _name(self, key: str) -> str:
        return sha256(f"{self._salt}\0{key}".encode()).hexdigest()

    def _ready(self) -> None:
        """The folder, which keeps itself out of git."""
        if not self._folder.is_dir():
            self._folder.mkdir(parents=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _tidy(self) -> None:
        """Drop the oldest entries until a quarter of the room is free, where there was none left."""
        entries = sorted(_entries(self._folder))
        size = sum(entry[1] for entry in entries)
        if size <= self._most:
            return
        for _, length, path in entries:
            with suppress(OSError):
                path.unlink()
            size -= length
            if size <= self._most * 3 // 4:
                return


def _sum(name: str, content: bytes | memoryview) -> bytes:
    total = blake2b(name.encode(), digest_size=_SUM)
    total.update(content)
    return total.digest()


def _read(path: str) -> bytes:
    """A plain file, marked as asked for; never waits for a pipe, and follows no link.

    Raises:
        OSError: for anything else.
    """
    handle = os.open(path, _FLAGS)
    try:
        seen = os.fstat(handle)
        if not stat.S_ISREG(seen.st_mode):
            raise OSError
        content = os.read(handle, seen.st_size) if seen.st_size <= _LARGEST else b""
        with suppress(OSError):
            os.utime(handle if _BY_HANDLE else path)
    finally:
        os.close(handle)
    return content


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each entry was last asked for, its bytes, its path; those that a program left half done too."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name != ".gitignore" and entry.is_file(follow_symlinks=False):
                seen = entry.stat(follow_symlinks=False)
                yield seen.st_mtime, seen.st_size, folder / entry.name


def of_project(root: Path) -> Disk | Memory:
    """The store of a project; one in memory where its folder leads out of the project."""
    home = root.resolve()
    folder = (home / FOLDER).resolve()
    return Disk(folder, program()) if folder.is_relative_to(home) else Memory()


@cache
def program() -> str:
    """What the program is, in a word that another version of it, or of a library, would not have."""
    sources = sorted(_sources(str(Path(__file__).parent)))
    return sha256(repr((sys.version, sorted(_libraries()), sources)).encode()).hexdigest()


def _libraries() -> Iterator[tuple[int, str]]:
    """Each library by name and version, and the place in the order of folders in which it is found."""
    for at, folder in enumerate(dict.fromkeys(sys.path)):
        with suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208 - each run does this: a Path for each file costs
            yield from ((at, name) for name in names if name.endswith(".dist-info"))


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    """The package's own files: code, texts, kinds and templates."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _sources(entry.path) if entry.name != "__pycache__" else ()
            else:
                seen = entry.stat()
                yield entry.path, seen.st_size, seen.st_mtime_ns
