"""`brand-playbook init`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.common import lang_option, language
from playbook.i18n import text
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
@click.option("--sector", metavar="NAME", default=GENERAL, help="shop, services or restaurant.")
@lang_option
def command(folder: Path, source: Path | None, sector: str, lang: str | None) -> None:
    """Start a playbook in a folder. Files that are there already stay as they are."""
    spoken = language(lang)
    given = read_given(source) if source else None
    written = write(folder, starter(spoken, sector, given))
    _tell(folder, written, given, spoken)


def _tell(folder: Path, written: Written, given: Given | None, lang: str) -> None:
    click.echo(text(lang, "init.done", {"folder": str(folder), "count": len(written.created)}))
    if written.kept:
        click.echo(text(lang, "init.kept", {"count": len(written.kept)}))
        click.echo("\n".join(f"  {path}" for path in written.kept))
    if given and given.problems:
        click.echo(text(lang, "init.left", {"file": NAME}))
        for problem in given.problems:
            click.echo(f"  {problem.location}: {text(lang, problem.message, problem.facts)}")
    click.echo(text(lang, "init.next", {"folder": str(folder)}))
