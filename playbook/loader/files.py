"""The project's files: found and read within bounds, never outside the project's folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from playbook.diagnostics import Location, Problem
from playbook.source import Source, read

YAML_ENDINGS = (".yml", ".yaml")
MAX_BYTES = 32 * 1024 * 1024
"""A YAML file larger than this is not read."""
MAX_DEPTH = 12
"""How deep folders may nest."""


@dataclass(frozen=True)
class Files:
    """The folder of a project.

    `sources` fills with every YAML file that was read, by its path.
    """

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)

    def under(self, folder: str, endings: tuple[str, ...]) -> Iterator[str]:
        """Paths of the plain files below a folder, sorted; hidden ones and links that lead out are left out."""
        yield from self._walk(self.root / folder, folder, endings, MAX_DEPTH)

    def _walk(self, folder: Path, path: str, endings: tuple[str, ...], depth: int) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            inner = f"{path}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and depth:
                yield from self._walk(folder / entry.name, inner, endings, depth - 1)
            elif entry.name.lower().endswith(endings) and self.is_file(inner):
                yield inner

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders right below a folder, sorted."""
        try:
            entries = list(os.scandir(self.root / folder))
        except OSError:
            return ()
        return tuple(sorted(e.name for e in entries if e.is_dir(follow_symlinks=False) and not e.name.startswith(".")))

    def is_file(self, path: str) -> bool:
        """Whether a path is a plain file within the project, once links are followed."""
        try:
            real = (self.root / path).resolve(strict=True)
            return real.is_relative_to(self.root.resolve()) and stat.S_ISREG(real.stat().st_mode)
        except (OSError, ValueError):
            return False

    def yaml(self, path: str) -> Source | None:
        """A YAML file, read once; None where there is none."""
        if path not in self.sources:
            if not self.is_file(path):
                return None
            self.sources[path] = self._read(path)
        return self.sources[path]

    def _read(self, path: str) -> Source:
        try:
            if (self.root / path).stat().st_size <= MAX_BYTES:
                return read(path, (self.root / path).read_bytes())
            case, facts = "unreadable-file.large", {"limit": MAX_BYTES // 1024**2}
        except OSError as error:
            case, facts = "unreadable-file.refused", {"reason": error.strerror or type(error).__name__}
        return Source(path, "", None, (Problem(case, Location(path), facts),))

    def resolve(self, written: str, bases: tuple[str, ...]) -> str | None:
        """The project path of the first file that a written path means, tried from each base folder."""
        paths = (str(PurePosixPath(base) / written) for base in bases)
        return next((path for path in paths if self.is_file(path)), None)

    def similar(self, written: str, bases: tuple[str, ...]) -> str | None:
        """A path, written from the same base, of a file that may have been meant."""
        for base in bases:
            nearby = str(PurePosixPath(base) / PurePosixPath(written).parent)
            names = [PurePosixPath(p).name for p in self.under(nearby, ("",)) if str(PurePosixPath(p).parent) == nearby]
            close = get_close_matches(PurePosixPath(written).name, names, 1)
            if close:
                return str(PurePosixPath(written).parent / close[0])
        return None
