"""The project's files: found and read within bounds, never outside the project's folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePosixPath

from playbook.diagnostics import Location, Problem
from playbook.source import Source, read

YAML_ENDINGS = (".yml", ".yaml")
MAX_BYTES = 32 * 1024 * 1024
"""No more of a YAML file is read; `source` refuses one long before."""
_AT_ONCE = 64 * 1024
"""Bytes; larger than nearly all files."""
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
MAX_DEPTH = 12
"""How deep folders may nest."""


@dataclass(frozen=True)
class Files:
    """The folder of a project.

    `sources` fills with every YAML file that was read, by its path; `plain` with the paths that are known
    to be files of the project, so that nothing asks the disk twice; `refused` with the paths that were
    passed over, and as what: "link" (it leads out, or nowhere), "folder" (a linked one), "special" (a pipe);
    `sought` with the other paths that were asked for, there or not.
    """

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    sought: set[str] = field(default_factory=set)

    def under(self, folder: str, endings: tuple[str, ...], less: Collection[str] = ()) -> Iterator[str]:
        """Paths of the plain files below a folder, sorted, less hidden ones and links that lead out.

        `less` are names of folders right in it that are passed over.
        """
        return self._walk(folder, endings, less, MAX_DEPTH)

    def _walk(
        self, folder: str, endings: tuple[str, ...], less: Collection[str], depth: int
    ) -> Iterator[str]:
        for entry in self._entries(folder):
            inner = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if depth and entry.name not in less:
                    yield from self._walk(inner, endings, (), depth - 1)
            elif _leads_to_folder(entry):
                self.refused[inner] = "folder"
            elif entry.name.lower().endswith(endings) and self._is_plain(entry, inner):
                yield inner

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            entries = [entry for entry in os.scandir(self.root / folder) if not entry.name.startswith(".")]
        except OSError:
            return []
        return sorted(entries, key=lambda entry: entry.name)

    def _is_plain(self, entry: os.DirEntry[str], path: str) -> bool:
        """Only a link has to be followed: what stands in the project's own folders is of the project."""
        if entry.is_file(follow_symlinks=False) or (entry.is_symlink() and self.is_file(path)):
            self.plain.add(path)
            return True
        self.refused[path] = "link" if entry.is_symlink() else "special"
        return False

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders right below a folder, sorted."""
        return tuple(entry.name for entry in self._entries(folder) if entry.is_dir(follow_symlinks=False))

    def is_file(self, path: str) -> bool:
        """Whether a path is a plain file within the project, once links are followed."""
        if path in self.plain:
            return True
        self.sought.add(path)
        try:
            real = (self.root / path).resolve(strict=True)
            inside = real.is_relative_to(self.root.resolve()) and stat.S_ISREG(real.stat().st_mode)
        except (OSError, RuntimeError, ValueError):  # RuntimeError: links that lead round in a circle
            return False
        if inside:
            self.plain.add(path)
        return inside

    def yaml(self, path: str) -> Source | None:
        """A YAML file, read once; None where there is none."""
        if path not in self.sources:
            if not self.is_file(path):
                return None
            self.sources[path] = self._read(path)
        return self.sources[path]

    def _read(self, path: str) -> Source:
        try:
            content = _bytes(f"{self.root}/{path}")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return Source(
                path, "", None, (Problem("unreadable-file.refused", Location(path), {"reason": reason}),)
            )
        return read(path, content)

    def resolve(self, written: str, bases: tuple[str, ...]) -> str | None:
        """The project path of the first file that a written path means, tried from each base folder."""
        paths = (str(PurePosixPath(base) / written) for base in bases)
        return next((path for path in paths if self.is_file(path)), None)

    def stands(self, written: str, bases: tuple[str, ...]) -> bool:
        """Whether something stands where a path leads, be it no plain file of the project."""
        return any(os.path.lexists(self.root / base / written) for base in bases)

    def similar(self, written: str, bases: tuple[str, ...]) -> str | None:
        """A path, written from the same base, of a file that may have been meant."""
        parent, name = PurePosixPath(written).parent, PurePosixPath(written).name
        for base in bases:
            folder = str(PurePosixPath(base) / parent)
            self.sought.add(folder)
            names = [entry.name for entry in self._entries(folder) if entry.is_file()]
            close = get_close_matches(name, names, 1)
            if close:
                return str(parent / close[0])
        return None


def _bytes(path: str) -> bytes:
    """What a file holds, or a little more than `MAX_BYTES` of it; a file object would take twice as long.

    Raises:
        OSError: if it cannot be read.
    """
    handle = os.open(path, _FLAGS)
    try:
        parts = iter(lambda: os.read(handle, _AT_ONCE), b"")
        return b"".join(islice(parts, MAX_BYTES // _AT_ONCE + 1))
    finally:
        os.close(handle)


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # links that lead round in a circle
        return False
