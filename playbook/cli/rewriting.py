"""Changes of files that are there: shown as a diff, and written all at once or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click

from playbook.cli.common import in_color
from playbook.diagnostics import PlaybookError
from playbook.facts import MAX_BYTES
from playbook.fixing import Change
from playbook.fixing.diff import diff
from playbook.observed import Unreadable
from playbook.plainfile import content as bytes_of

_STYLES: Mapping[str, Mapping[str, Any]] = {
    "head": {"bold": True},
    "place": {"fg": "cyan"},
    "old": {"fg": "red"},
    "new": {"fg": "green"},
}


def lock(file: Path) -> str:
    """Why a file is left alone, as a key of words; empty where it is not.

    The mode counts even where the system would not mind it; of a file with several names, only one would
    be changed, since what is written takes its place.
    """
    try:
        status = file.stat()
    except OSError:
        return ""
    if not status.st_mode & stat.S_IWUSR:
        return "fix.read-only"
    return "fix.linked" if status.st_nlink > 1 else ""


def show(made: Iterable[Change]) -> None:
    """Print the changes as one diff."""
    for change in made:
        before, after = (content.decode() for content in (change.before, change.after))
        at_terminal = sys.stdout.isatty()
        for kind, line in diff(change.path, before, after, at_terminal=at_terminal):
            words = line.removesuffix("\n")
            styled = click.style(words, **_STYLES.get(kind, {})) if in_color() else words
            click.echo(styled if at_terminal else words.encode())  # bytes: as the file has them


def put(file: Path, change: Change) -> bool:
    """Put the new bytes in the place of the old ones, all at once; not if others stand there by now.

    Raises:
        PlaybookError: if the system refuses.
    """
    made: Path | None = None
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
            made = Path(new.name)
            new.write(change.after)
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(file, made)
        if file.is_symlink() or bytes_of(file, MAX_BYTES) != change.before:
            return False
        made.replace(file)
        made = None
    except Unreadable:
        return False
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PlaybookError("fix.unwritable", path=change.path, reason=reason) from error
    finally:
        if made:
            with suppress(OSError):
                made.unlink()
    return True
