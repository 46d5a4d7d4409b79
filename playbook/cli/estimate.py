"""`brand-playbook estimate`: what a change of the brand takes, or what its version of today still takes."""

from __future__ import annotations

from pathlib import Path

import click

import playbook
from playbook.cli.common import lang_option, language, project_option, root
from playbook.cli.estimate_data import as_csv, as_json
from playbook.cli.estimate_text import as_text
from playbook.cli.estimating import Told
from playbook.estimate import State, entries, largest_first, meant, touched
from playbook.facts import reader
from playbook.making.carried import carried
from playbook.making.sample import shown
from playbook.store import Memory, of_project

_FORMS = {"text": as_text, "json": as_json, "csv": as_csv}


@click.command("estimate", short_help="Tell what a change of the brand takes.")
@click.option(
    "--change",
    "changes",
    metavar="PART,...",
    multiple=True,
    help="What changes: logo, color:primary, font:body, tagline, address...; may be repeated.",
)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", help="What to print; else text."
)
@click.option("--no-cache", is_flag=True, help="Look at everything anew, and keep nothing in .cache/.")
@project_option
@lang_option
def command(
    changes: tuple[str, ...], form: str, project: Path | None, lang: str | None, *, no_cache: bool
) -> None:
    """Tell which pieces carry what changes, and what it takes to make them again.

    Without --change: what is still to be made for the brand's version of today.
    """
    loaded = playbook.load(root(project))
    book = loaded.playbook
    spoken = language(lang, book.settings.language)
    parts = tuple(dict.fromkeys(word.strip() for each in changes for word in each.split(",") if word.strip()))
    change = meant(book, parts) if parts else None
    store = Memory() if no_cache else of_project(loaded.root)
    read = reader(loaded.root)
    every = entries(book, carried(book, lambda brand: shown(brand, read, store), store))
    found = touched(book, every, change) if change else tuple(e for e in every if e.state is State.TODO)
    told = Told(book, spoken, parts, change, every, largest_first(found))
    click.echo(_FORMS[form](told), nl=False)
