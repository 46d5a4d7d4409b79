"""`brand-playbook init`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from playbook.cli.common import lang_option, language
from playbook.i18n import text
from playbook.loader import BRAND
from playbook.scaffold.frame import Standing, frame, standing
from playbook.scaffold.given import NAME, Given, read_given
from playbook.scaffold.starter import GENERAL, starter
from playbook.scaffold.writing import Written, write


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A _brand.yml to take over, with the logos and fonts that it names.",
)
@click.option(
    "--sector",
    metavar="NAME",
    default=GENERAL,
    show_default=True,
    help="general, web-shop, shop, services, restaurant, b2b or association.",
)
@lang_option
def command(folder: Path, source: Path | None, sector: str, lang: str | None) -> None:
    """Start a playbook in a folder. Files that are there already stay as they are.

    A folder that holds a playbook is given only what it lacks around it.
    """
    there = standing(folder)
    if there:
        _complete(folder, there, source, lang)
        return
    spoken = language(lang)
    given = read_given(source) if source else None
    written = write(folder, starter(spoken, sector, given))
    click.echo(text(spoken, "init.done", {"folder": str(folder), "count": len(written.created)}))
    _tell_kept(written, spoken)
    _tell_left(given, spoken)
    _tell_next(folder, spoken)


def _complete(folder: Path, there: Standing, source: Path | None, lang: str | None) -> None:
    """Add the files around a playbook in its own language, and say so in the one that was asked for."""
    spoken = language(lang, there.lang)
    written = write(folder, frame(there, there.lang or spoken))
    click.echo(text(spoken, "init.around", {"folder": str(folder), "count": len(written.created)}))
    if there.lang not in (None, spoken):
        click.echo(text(spoken, "init.language", {"lang": str(there.lang)}))
    if source:
        click.echo(text(spoken, "init.not-taken", {"file": str(source), "path": f"{BRAND}/{NAME}"}))
    _tell_kept(written, spoken)
    _tell_next(folder, spoken)


def _tell_kept(written: Written, lang: str) -> None:
    if written.kept:
        click.echo(text(lang, "init.kept", {"count": len(written.kept)}))
        click.echo("\n".join(f"  {path}" for path in written.kept))


def _tell_left(given: Given | None, lang: str) -> None:
    if given and given.problems:
        click.echo(text(lang, "init.left", {"file": NAME}))
        for problem in given.problems:
            click.echo(f"  {problem.location}: {text(lang, problem.message, problem.facts)}")


def _tell_next(folder: Path, lang: str) -> None:
    click.echo(text(lang, "init.next", {"folder": shlex.quote(str(folder))}))
