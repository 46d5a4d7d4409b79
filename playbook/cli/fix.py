"""`brand-playbook check --fix`: what can be fixed without judgement, shown as a diff before it is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from playbook.cli.look import Look
from playbook.cli.rewriting import lock, put, show
from playbook.facts import MAX_BYTES, reader
from playbook.fixing import Change, Preferences, changes
from playbook.i18n import plural, text
from playbook.plainfile import content as bytes_of

_ROUNDS = 50
"""A report tells the first findings of each kind; what it left out is fixed in the next round."""


def fixed(look: Callable[[], Look], asked: Mapping[str, Any]) -> Look:
    """Fix what can be, as far as it is agreed to, and hand back what is found afterwards.

    Where it is not agreed to, the diff is the report.

    Raises:
        PlaybookError: if a file cannot be written.
    """
    seen = look()
    for _ in range(_ROUNDS):
        made = _changes(seen)
        show(made)
        if not made:
            break
        if not _agreed(made, seen.lang, yes=asked["yes"]):
            _tell_locked(seen)
            return replace(seen, tell=lambda: None)
        written = [change for change in made if put(_target(seen, change.path), change)]
        _tell(made, written, seen.lang)
        if not written:
            break
        seen = look()
    if not _tell_locked(seen) and seen.found and not _changes(seen):
        click.echo(text(seen.lang, "fix.nothing") + "\n", err=True)
    return seen


def _changes(seen: Look) -> tuple[Change, ...]:
    """What can be fixed in files that may be written."""
    return tuple(change for change in _wished(seen) if not _lock(seen, change.path))


def _tell_locked(seen: Look) -> bool:
    """Say which files would be fixed, if they were not locked, and why they are; whether there are any."""
    locks = {change.path: _lock(seen, change.path) for change in _wished(seen)}
    for path, why in locks.items():
        if why:
            click.echo(text(seen.lang, why, {"path": path}), err=True)
    return any(locks.values())


def _lock(seen: Look, path: str) -> str:
    """Why a file is left alone, as a key of words; a file that was handed in as a link may be anybody's."""
    return "fix.symlink" if seen.handed and Path(path).is_symlink() else lock(_target(seen, path))


def _wished(seen: Look) -> tuple[Change, ...]:
    known = Preferences.of(seen.loaded.playbook.brands.values(), spanish=seen.lang_of_texts == "es")
    return changes(seen.found, _reader(seen), known)


def _reader(seen: Look) -> Callable[[str], bytes]:
    """What gives the bytes of a file that may be written: a project's own, or one that was handed in."""
    return (lambda path: bytes_of(Path(path), MAX_BYTES)) if seen.handed else reader(seen.loaded.root)


def _target(seen: Look, path: str) -> Path:
    return Path(path) if seen.handed else (seen.loaded.root / path).resolve()


def _agreed(made: Sequence[Change], lang: str, *, yes: bool) -> bool:
    """Whether the changes are to be written; says so where they are not."""
    if not yes and _at_terminal():
        click.echo("\n" + text(lang, "fix.ask", _counted(made, lang)), nl=False, err=True)
        answer = sys.stdin.readline().strip().casefold()
        yes = answer in text(lang, "fix.yes").split()
    if not yes:
        click.echo(text(lang, "fix.kept"), err=True)
    return yes


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _counted(made: Sequence[Change], lang: str) -> dict[str, str]:
    return {
        "places": plural(lang, "fix.places", sum(change.count for change in made)),
        "files": plural(lang, "fix.files", len(made)),
    }


def _tell(made: Iterable[Change], written: Sequence[Change], lang: str) -> None:
    for change in made:
        if change not in written:
            click.echo(text(lang, "fix.changed", {"path": change.path}), err=True)
    if written:
        click.echo(text(lang, "fix.done", _counted(written, lang)), err=True)
