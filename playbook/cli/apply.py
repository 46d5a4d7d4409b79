"""`brand-playbook apply`: a filled-in checklist or review, taken over into the project's files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

import playbook
from playbook import report, sheets
from playbook.applying import MAX_BYTES, Applied, apply
from playbook.applying.inventory import Target, read_inventory
from playbook.artifact import Artifact
from playbook.cli.common import FOUND, in_color, lang_option, language, project_option, root, shown
from playbook.cli.rewriting import lock, put, show
from playbook.cli.room import room
from playbook.cli.telling import tell_cells
from playbook.diagnostics import Diagnostic, PlaybookError, Problem, Severity
from playbook.facts import reader
from playbook.fixing import Change
from playbook.i18n import plural, text
from playbook.loader import Loaded
from playbook.loader.files import Files
from playbook.observed import Unreadable
from playbook.plainfile import content
from playbook.scaffold.fitting import Place
from playbook.scaffold.starter import SCHEMAS
from playbook.scaffold.writing import Written, remove, write
from playbook.source import Source, read


@click.command("apply")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@project_option
@lang_option
def command(*, file: Path, dry_run: bool, project: Path | None, lang: str | None) -> None:
    """Take over a FILE: a checklist or review as its page gives it (YAML), or an inventory (CSV).

    Files keep their comments and their order; what is new gets files of its own. All mistakes of the FILE are
    told at their lines, and if there is one, nothing is written. What is so already stays as it is.
    """
    loaded = playbook.load(root(project))
    spoken = language(lang, loaded.playbook.settings.language)
    click.get_current_context().find_root().obj = spoken  # what cannot be done is told in it too
    if file.suffix.lower() == ".csv":
        applied = _inventory(loaded, file, spoken)
    else:
        applied = _applied(loaded, _source(file), spoken)
    if applied.problems:
        _refuse(file, applied.problems, spoken)
    _refuse_taken(loaded.root, applied.created)
    if dry_run:
        show(_as_changes(applied))
    else:
        _write(loaded.root, applied)
    _tell(file, applied, spoken, dry_run=dry_run)


def _inventory(loaded: Loaded, file: Path, lang: str) -> Applied:
    """What a table comes to; where anything in it is wrong, tell all of that, and end.

    Raises:
        PlaybookError: if it, or a file that it changes, cannot be read.
    """
    schemas = f"../../{SCHEMAS}" if (loaded.root / SCHEMAS).is_dir() else ""
    target = Target(Place(loaded.playbook, Files(loaded.root)), reader(loaded.root), lang, schemas)
    table = _content(file, sheets.MAX_BYTES, "apply.table")
    try:
        applied, problems = read_inventory(file.name, table, target)
    except Unreadable as reason:
        raise PlaybookError("apply.unreadable", path=str(file), reason=str(reason)) from reason
    if problems:
        tell_cells(problems, lang)
        raise click.exceptions.Exit(FOUND)
    return applied


def _source(file: Path) -> Source:
    """The checklist as read; its problems are placed in the file as it was named."""
    return read(str(file), _content(file, MAX_BYTES, "apply.large"))


def _content(file: Path, most: int, refused: str) -> bytes:
    """What is to be applied.

    Raises:
        PlaybookError: for what is no plain file, or is too large, in the words of `refused`.
    """
    try:
        return content(file, most)
    except Unreadable as reason:
        raise PlaybookError(refused, path=str(file), limit=most // 1024**2) from reason
    except OSError as error:
        raise PlaybookError("apply.unreadable", path=str(file), reason=error.strerror or "") from error


def _applied(loaded: Loaded, source: Source, lang: str) -> Applied:
    """What the checklist comes to.

    Raises:
        PlaybookError: if a file that it changes cannot be read.
    """
    inside = reader(loaded.root)

    def content_of(path: str) -> bytes:
        return inside(path) if (loaded.root / path).exists() else b""

    schemas = f"../../{SCHEMAS}" if (loaded.root / SCHEMAS).is_dir() else ""
    place = Place(loaded.playbook, Files(loaded.root))
    try:
        return apply(source, place, lang, schemas, content_of)
    except Unreadable as reason:
        raise PlaybookError("apply.unreadable", path=source.path, reason=str(reason)) from reason


def _refuse(file: Path, problems: Iterable[Problem], lang: str) -> None:
    """Tell every mistake at its place, and end."""
    found = [Diagnostic(problem.message.split(".")[0], Severity.ERROR, problem) for problem in problems]
    told = report.in_color if in_color() else report.people
    click.echo(told(found, lambda path: shown(file) if path == str(file) else "", lang, room()))
    click.echo(text(lang, "apply.refused"), err=True)
    raise click.exceptions.Exit(FOUND)


def _as_changes(applied: Applied) -> tuple[Change, ...]:
    return (*applied.changes, *(Change(new.path, b"", new.as_bytes(), 1) for new in applied.created))


def _refuse_taken(home: Path, created: Iterable[Artifact]) -> None:
    """Stop before anything is written where a new file has a name that something else has.

    Raises:
        PlaybookError: for the first such file; a link counts, even one that leads nowhere.
    """
    for new in created:
        if os.path.lexists(home / new.path):
            raise PlaybookError("apply.there", path=new.path)


def _write(home: Path, applied: Applied) -> None:
    """Write what is new, and then what changes: all of it, or nothing.

    Raises:
        PlaybookError: if a file is locked, has changed by now, or the system refuses.
    """
    targets = [((home / change.path).resolve(), change) for change in applied.changes]
    for target, change in targets:
        why = lock(target)
        if why:
            raise PlaybookError(why, path=change.path)
    written = write(home, applied.created)
    try:
        _refuse_kept(written)
        _put(targets)
    except PlaybookError:
        remove(home, written.created)
        raise


def _refuse_kept(written: Written) -> None:
    """Give up where somebody else was faster."""
    for path in written.kept:
        raise PlaybookError("apply.there", path=path)


def _put(targets: Sequence[tuple[Path, Change]]) -> None:
    """Put the changes, or, where one cannot be, those before it back.

    Raises:
        PlaybookError: if a file has changed by now, or the system refuses.
    """
    done: list[tuple[Path, Change]] = []
    try:
        for target, change in targets:
            _put_one(target, change)
            done.append((target, change))
    except PlaybookError:
        for target, change in done:
            with suppress(PlaybookError):
                put(target, replace(change, before=change.after, after=change.before))
        raise


def _put_one(target: Path, change: Change) -> None:
    if not put(target, change):
        raise PlaybookError("fix.changed", path=change.path)


def _tell(file: Path, applied: Applied, lang: str, *, dry_run: bool) -> None:
    """Say what was asked for, one line each, and how much it was."""
    for edit in applied.edits:
        kind = "more" if edit.more else "set" if edit.name else "noted"
        kind = "cleared" if edit.value is None else kind
        facts = {"path": edit.path, "name": edit.name, "field": edit.field, "value": _said(edit.value)}
        click.echo(text(lang, f"apply.{kind}", facts))
    for new in applied.created:
        click.echo(text(lang, "scaffold.created", {"path": new.path}))
    click.echo(_summed(file, applied, lang))
    if dry_run:
        click.echo(text(lang, "apply.dry"), err=True)


def _said(value: object) -> str:
    """A value in a line: a goal by its words, a judgement by its score."""
    said = value.get("goal") or value.get("score") if isinstance(value, dict) else value
    return str(said).lower() if isinstance(said, bool) else " ".join(str(said).split())


def _summed(file: Path, applied: Applied, lang: str) -> str:
    changed: Sequence[Change | Artifact] = applied.changes
    if not changed and not applied.created:
        return text(lang, "apply.nothing", {"file": file.name})
    counts = (("changed", len(changed)), ("created", len(applied.created)))
    return ", ".join(plural(lang, f"apply.{what}", count) for what, count in counts if count) + "."
