"""`brand-playbook export`: the playbook in a form that other programs take."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

import playbook
from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.cli.common import lang_option, language, project_option, root
from playbook.diagnostics import PlaybookError, Severity
from playbook.edition import restrict
from playbook.exports import EXPORTS, Asked, Export
from playbook.facts import reader
from playbook.i18n import LANGUAGES, plural, text
from playbook.loader import Loaded
from playbook.model import Playbook
from playbook.render.look import MissingExtra
from playbook.store import of_project

PAPERS = ("a4", "letter")
_SOURCES = ("brand", "content", "theme", ".git", "mkdocs.yml")
"""What of a project no export writes into."""


def _formats() -> str:
    """The formats and what they are, for the command's help; lines marked to be left as they are."""
    width = max(map(len, EXPORTS))
    lines = (f"{name:{width}}  {text(LANGUAGES[0], f'export.{name}')}" for name in EXPORTS)
    return "Write the playbook in another FORMAT.\n\n\b\n" + "\n".join(lines)


@click.command("export", help=_formats(), short_help="Write the playbook in another FORMAT.")
@click.argument("kind", metavar="FORMAT", type=click.Choice(list(EXPORTS)))
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    required=True,
    help="A folder, or a file where the format has one; with a slash at its end it is a folder in any case. "
    "What is there from an earlier export is renewed.",
)
@click.option(
    "--edition",
    type=click.Choice([str(level) for level in Visibility]),
    default=str(Visibility.INTERNAL),
    show_default=True,
    help="For whom it is; what is more confidential is left out.",
)
@click.option(
    "--piece", "pieces", metavar="ID", multiple=True, help="Of `pack`: only this piece; may be repeated."
)
@click.option("--kit", "kits", metavar="ID", multiple=True, help="Of `pack`: only this kit; may be repeated.")
@click.option("--paper", type=click.Choice(PAPERS), help="Of `checklist`: the paper of its PDF.")
@click.option(
    "--today",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Of `plan` and `markdown`: the day that dates reckon from, such as 2026-11-21; by default today.",
)
@project_option
@lang_option
def command(
    kind: str, output: str, edition: str, project: Path | None, lang: str | None, **more: Any
) -> None:
    """Write the playbook in another FORMAT."""
    loaded = playbook.load(root(project))
    spoken = language(lang, loaded.playbook.settings.language)
    wanted = _items(kind, more["pieces"], more["kits"])
    store = of_project(loaded.root)
    today: datetime | None = more["today"]
    day = today.date() if today else date.today()  # noqa: DTZ011 - the user's day
    ending = "" if _is_folder(output) else Path(output).suffix.lower()
    findings = partial(playbook.check, loaded, day)
    paper = _paper(kind, more["paper"])
    asked = Asked(reader(loaded.root), findings, spoken, store, wanted, day, ending, paper)
    made = _made(kind, restrict(loaded.playbook, Visibility(edition)), asked)
    if not made:
        raise PlaybookError("export.nothing", format=kind)
    targets = dict(_targets(kind, EXPORTS[kind], made, output))
    _guard(loaded.root.resolve(), targets)
    _write(targets)
    _tell(loaded, len(targets), output, spoken)


def _paper(kind: str, paper: str | None) -> str:
    """The paper that pages are made for.

    Raises:
        PlaybookError: for a format that has no pages.
    """
    if paper and not EXPORTS[kind].endings:
        raise PlaybookError("export.only-paper", format=kind)
    return paper or PAPERS[0]


def _made(kind: str, shown: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    """The files; of a format with several endings the one that was named, or all that can be made here.

    Raises:
        PlaybookError: for an ending that the format has not, and one that cannot be made here.
    """
    endings = EXPORTS[kind].endings
    if not endings:
        return EXPORTS[kind].make(shown, asked)
    named = asked.ending
    if named and named not in endings:
        raise PlaybookError("export.no-ending", format=kind, ending=named, endings=endings)
    made: list[Artifact] = []
    for ending in (named,) if named else endings:
        try:
            made += EXPORTS[kind].make(shown, replace(asked, ending=ending))
        except MissingExtra as error:
            lacking = PlaybookError("export.needs-extra", ending=ending, extra=error.name)
            if named:
                raise lacking from error
            click.echo(text(asked.lang, lacking.message, lacking.facts), err=True)
    return tuple(made)


def _items(kind: str, pieces: Sequence[str], kits: Sequence[str]) -> list[tuple[str, str]]:
    """What packs are wanted of, by noun and id.

    Raises:
        PlaybookError: if something else than packs is wanted.
    """
    if (pieces or kits) and kind != "pack":
        raise PlaybookError("export.only-packs", format=kind)
    return [*(("piece", ident) for ident in pieces), *(("kit", ident) for ident in kits)]


def _is_folder(output: str) -> bool:
    """Whether a folder is meant, which need not be there."""
    place = Path(output)
    return output.endswith(("/", os.sep)) or place.is_dir() or not place.suffix


def _targets(
    kind: str, export: Export, made: Iterable[Artifact], output: str
) -> Iterator[tuple[Path, Artifact]]:
    """Where each file goes.

    Raises:
        PlaybookError: for a file where a folder is needed.
    """
    first, *others = made
    place = Path(output)
    is_folder = export.folder or _is_folder(output)
    if is_folder and place.exists() and not place.is_dir():
        if export.folder:
            raise PlaybookError("export.not-folder", path=output, format=kind)
        is_folder = False
    folder = place if is_folder else place.parent
    yield (place / first.path if is_folder else place), first
    yield from ((folder / other.path, other) for other in others)


def _guard(project: Path, targets: Iterable[Path]) -> None:
    """Leave the project's sources alone, whichever way a path leads there.

    Raises:
        PlaybookError: for the first target among them.
    """
    sources = [(project / name).resolve() for name in _SOURCES]
    for target in targets:
        real = target.resolve()
        if any(real == source or real.is_relative_to(source) for source in sources):
            raise PlaybookError("export.source", path=str(target))


def _write(targets: dict[Path, Artifact]) -> None:
    """Write the files.

    Raises:
        PlaybookError: if the system refuses.
    """
    for path, artifact in targets.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.as_bytes())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise PlaybookError("export.unwritable", path=str(path), reason=reason) from error


def _tell(loaded: Loaded, count: int, output: str, lang: str) -> None:
    click.echo(text(lang, "export.done", {"count": plural(lang, "export.files", count), "path": output}))
    errors = sum(found.severity is Severity.ERROR for found in loaded.diagnostics)
    if errors:
        click.echo(text(lang, "export.spoiled", {"count": plural(lang, "export.errors", errors)}), err=True)
