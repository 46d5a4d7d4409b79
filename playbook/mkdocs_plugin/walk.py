"""The files that MkDocs is to find, where its own walk would go in circles, out of the project or nowhere.

MkDocs follows every link: one to a folder above it leads round until the system refuses, two of them
practically forever, and a pipe is waited for. Where a folder holds such things, it is walked here instead.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions

NOWHERE = os.devnull
"""A `docs_dir` that MkDocs finds nothing in."""


@dataclass(slots=True)
class Walked:
    """What stands in a folder: its folders and plain files, paths relative to it, in order.

    `circles` are links to a folder above them, in folders that loading does not judge; `is_sound` is false if
    these or anything else was left out.
    """

    folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    circles: list[str] = field(default_factory=list)
    is_sound: bool = True


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder on the way: its path from the start, and the real paths of all folders passed through."""

    path: str
    passed: tuple[str, ...]


def walk(start: Path, project: Path, ours: Sequence[Path]) -> Walked:
    """Everything below a folder that is safe to read.

    In the folders of `ours` the only links that count lead to plain files of the project, as in loading.
    """
    found = Walked()
    judged = tuple(_below(os.path.normpath(folder)) for folder in ours)
    bounds = _Bounds(_below(os.path.realpath(project)), judged)
    waiting = [_Place("", (os.path.realpath(start),))]
    while waiting:
        place = waiting.pop()
        found.folders.append(place.path)
        inner = [_visited(place, entry, found, bounds) for entry in _entries(start / place.path)]
        waiting.extend(reversed([folder for folder in inner if folder]))
    return found


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The project's real folder and the folders where links are judged, each with a slash at its end."""

    project: str
    judged: tuple[str, ...]

    def allow(self, path: str, real: str, mode: int) -> bool:
        """Whether a link of that path may be followed to what it leads to."""
        known = stat.S_ISREG(mode) and real.startswith(self.project)
        return known or not os.path.normpath(path).startswith(self.judged)


def _below(folder: str) -> str:
    """How paths below a folder begin."""
    return folder.rstrip(os.sep) + os.sep


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """In MkDocs' order, index pages first; nothing where the folder cannot be read."""
    try:
        return sorted(os.scandir(folder), key=lambda entry: (Path(entry.name).stem != "index", entry.name))
    except OSError:
        return []


def _visited(place: _Place, entry: os.DirEntry[str], found: Walked, bounds: _Bounds) -> _Place | None:
    """The folder to go on with, if the entry is one; whatever else it is, is noted."""
    path = f"{place.path}/{entry.name}".lstrip("/")
    if entry.is_file(follow_symlinks=False):
        found.files.append(path)
        return None
    if entry.is_dir(follow_symlinks=False):
        return _Place(path, (*place.passed, _below(place.passed[-1]) + entry.name))
    real, mode = os.path.realpath(entry.path), _mode(entry)
    is_allowed = bounds.allow(entry.path, real, mode)
    is_circle = any(_below(passed).startswith(_below(real)) for passed in place.passed)
    if is_allowed and stat.S_ISREG(mode):
        found.files.append(path)
        return None
    if is_allowed and stat.S_ISDIR(mode) and not is_circle:
        return _Place(path, (*place.passed, real))
    found.is_sound = False
    if is_allowed and is_circle:
        found.circles.append(path)
    return None


def _mode(entry: os.DirEntry[str]) -> int:
    """What stands at the end of all links; 0 for nothing."""
    try:
        return entry.stat().st_mode
    except OSError:
        return 0


def put(files: Files, walked: Walked, config: MkDocsConfig) -> None:
    """Add what was found, over what the theme has of the same path, as MkDocs does with its own finds."""
    made = list(_made(walked, config))
    set_exclusions(made, config)
    for file in made:
        if other := files.get_file_from_path(file.src_uri):
            files.remove(other)
        files.append(file)


def _made(walked: Walked, config: MkDocsConfig) -> Iterator[File]:
    """A file each; a README gives way to an index page."""
    places: set[str] = set()
    for path in walked.files:
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        if file.dest_uri not in places:
            places.add(file.dest_uri)
            yield file
