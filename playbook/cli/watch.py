"""`brand-playbook check --watch`: looks again whenever a file changes, and tells what is new and gone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from playbook.cli.common import in_color
from playbook.cli.look import Look
from playbook.diagnostics import Diagnostic, PlaybookError
from playbook.i18n import plural, text
from playbook.report import line
from playbook.report.excerpt import one_line
from playbook.report.fingerprint import fingerprints

_CHANGES = frozenset({"created", "modified", "moved", "deleted"})
"""Other events tell that a file was read, which a look does itself."""
_QUIET = 0.2
"""Seconds without a change after which a save, or a checkout of many files, is over."""
_LONGEST = 20
"""So many of them in a row are waited for."""
_TURN = 1.0
"""Seconds until Ctrl-C is noticed where waiting cannot be broken off."""
_MOST = 20
"""Findings of one look that are told one by one."""


class Changes(FileSystemEventHandler):
    """Notes that one of the files changed, or something in one of the folders, hidden files left out."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._files = frozenset(files)
        self._noted = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """What the observer calls."""
        paths = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if event.event_type in _CHANGES and any(map(self._matters, paths)):
            self._noted.set()

    def _matters(self, path: Path) -> bool:
        if path in self._files:
            return True
        below = (path.relative_to(folder).parts for folder in self._folders if path.is_relative_to(folder))
        return any(not any(part.startswith(".") or part.endswith("~") for part in parts) for parts in below)

    def wait(self) -> None:
        """Return once something has changed and has been quiet for a moment."""
        while not self._noted.wait(_TURN):
            pass
        for _ in range(_LONGEST):
            self._noted.clear()
            if not self._noted.wait(_QUIET):
                return


def watched(look: Callable[[], Look], files: Sequence[Path]) -> Look:
    """Look again with each change, until Ctrl-C; hands back the last look.

    Raises:
        PlaybookError: if the first look fails, or a folder cannot be watched.
    """
    seen = look()
    changes = Changes((folder.resolve() for folder in seen.loaded.watch), (file.resolve() for file in files))
    eyes = _Eyes(Observer(), changes)
    try:
        eyes.watch(_folders(seen, files))
        seen = look()  # what changed before anybody watched
        seen.tell()
        click.echo(text(seen.lang, "watch.begun", {"folders": _named(seen, files)}), err=True)
        while True:
            changes.wait()
            eyes.watch(_folders(seen, files))  # before the look: what changes from here on is noted
            before, seen = seen, _again(look, seen)  # kept before it is told: Ctrl-C may come in between
            _tell(before, seen)
    except KeyboardInterrupt:
        click.echo(err=True)
    finally:
        eyes.close()
    return seen


class _Eyes:
    """What watches folders: those that are there now, not what had their names once."""

    def __init__(self, observer: BaseObserver, changes: Changes) -> None:
        self._observer, self._changes = observer, changes
        self._watched: Mapping[Path, tuple[bool, int]] = {}

    def watch(self, folders: Mapping[Path, bool]) -> None:
        """Watch these folders, each with all below or without.

        Raises:
            PlaybookError: if one cannot be watched.
        """
        there = {folder: (deep, _number(folder)) for folder, deep in folders.items()}
        if there == self._watched:
            return
        try:
            self._begin(folders)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise PlaybookError("watch.unwatchable", reason=reason) from error
        self._watched = there

    def _begin(self, folders: Mapping[Path, bool]) -> None:
        if not self._observer.is_alive():
            self._observer.start()
        self._observer.unschedule_all()
        for folder, deep in folders.items():
            with suppress(FileNotFoundError):  # gone at this moment: its folder tells when it is back
                self._observer.schedule(self._changes, str(folder), recursive=deep)

    def close(self) -> None:
        """Watch no longer."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()


def _number(folder: Path) -> int:
    """What tells a folder from a later one of the same name; 0 where it is gone."""
    try:
        return folder.stat().st_ino
    except OSError:
        return 0


def _folders(seen: Look, files: Sequence[Path]) -> Mapping[Path, bool]:
    """The folders to be watched, and whether with all below; a project's own, to see what it gets anew."""
    root = seen.loaded.root.resolve()
    folders = {root: False, **{file.resolve().parent: False for file in files}}
    folders |= {folder.resolve(): True for folder in seen.loaded.watch}
    return {folder: deep for folder, deep in folders.items() if folder.is_dir()}


def _named(seen: Look, files: Sequence[Path]) -> str:
    named = [f"{folder.name}/" for folder in seen.loaded.watch if folder.is_dir()]
    return ", ".join([*named, *map(str, files)])


def _again(look: Callable[[], Look], before: Look) -> Look:
    """Look again; where a project cannot be judged for the moment, say so and keep to the look before."""
    try:
        return look()
    except PlaybookError as error:
        why = text(before.lang, error.message, error.facts)
        click.echo(text(before.lang, "watch.unusable", {"time": _now(), "why": why}))
        return before


def _tell(before: Look, seen: Look) -> None:
    """Tell the difference between two looks."""
    for told in _told(before, seen, _now()) if seen is not before else ():
        click.echo(told)


def _now() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")


def _told(before: Look, seen: Look, time: str) -> Iterator[str]:
    old, new = ({mark: found for found, mark in fingerprints(look.found)} for look in (before, seen))
    gone = [found for mark, found in old.items() if mark not in new]
    come = [found for mark, found in new.items() if mark not in old]
    counts = {"new": len(come), "gone": len(gone)}
    news = ", ".join(
        text(seen.lang, f"watch.{name}", {"count": count}) for name, count in counts.items() if count
    )
    facts = {"time": time, "news": news, "all": plural(seen.lang, "watch.findings", len(seen.found))}
    yield text(seen.lang, "watch.told" if news else "watch.same", facts)
    yield from _listed("+", come, seen.lang, "yellow")
    yield from _listed("-", gone, seen.lang, "green")


def _listed(sign: str, found: Sequence[Diagnostic], lang: str, color: str) -> Iterator[str]:
    for diagnostic in found[:_MOST]:
        told = f"  {sign} {one_line(line(diagnostic, lang))}"
        yield click.style(told, fg=color) if in_color() else told
    if len(found) > _MOST:
        yield f"  {sign} ... ({len(found) - _MOST})"
