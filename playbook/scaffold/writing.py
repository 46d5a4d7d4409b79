"""Putting starter files on disk: only where there is none yet, and nowhere outside the folder."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playbook.artifact import Artifact
from playbook.diagnostics import PlaybookError


@dataclass(frozen=True, slots=True)
class Written:
    """Which files were created and which were there already; paths as in the artifacts."""

    created: tuple[str, ...]
    kept: tuple[str, ...]


def write(root: Path, artifacts: Iterable[Artifact]) -> Written:
    """Write what is missing below a folder, which is made if need be: all of it, or no file.

    Raises:
        PlaybookError: if the folder cannot be written to, or a link in it leads elsewhere.
    """
    created: list[str] = []
    kept: list[str] = []
    try:
        root.mkdir(parents=True, exist_ok=True)
        for artifact in artifacts:
            (created if _create(root, artifact) else kept).append(artifact.path)
    except PlaybookError:
        remove(root, created)
        raise
    except OSError as error:
        remove(root, created)
        path, reason = str(error.filename or root), error.strerror or type(error).__name__
        raise PlaybookError("scaffold.unwritable", path=path, reason=reason) from error
    return Written(tuple(created), tuple(kept))


def remove(root: Path, paths: Iterable[str]) -> None:
    """Take out again what was created, as far as the system lets it."""
    for path in paths:
        with suppress(OSError):
            (root / path).unlink()


def _create(root: Path, artifact: Artifact) -> bool:
    """Write one file, unless something has its name: a link counts, even one that leads nowhere."""
    path = root / artifact.path
    _refuse_outside(root, path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(artifact.as_bytes())
    except OSError:
        remove(root, [artifact.path])  # the disk may be full
        raise
    return True


def _refuse_outside(root: Path, folder: Path) -> None:
    if not folder.resolve().is_relative_to(root.resolve()):
        raise PlaybookError("scaffold.outside", path=str(folder))
