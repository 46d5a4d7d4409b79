"""`brand-playbook new`."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

import playbook
from playbook.artifact import Artifact
from playbook.cli.common import FOUND, lang_option, language, project_option, root
from playbook.cli.telling import tell_cells
from playbook.diagnostics import PlaybookError
from playbook.i18n import text
from playbook.loader.files import Files
from playbook.model import ITEMS, Playbook
from playbook.scaffold.columns import column, unknown, values
from playbook.scaffold.fitting import Place, misfits
from playbook.scaffold.items import (
    New,
    catalog_match,
    entry,
    file_of,
    from_catalog,
    id_of,
    named,
    plain_file_of,
    usual_pieces,
)
from playbook.scaffold.starter import SCHEMAS
from playbook.scaffold.table import read_table
from playbook.scaffold.writing import Written, write
from playbook.yamltext import Plain


@dataclass(frozen=True, slots=True)
class _Project:
    """Where the items go, what is there, and the language to speak."""

    root: Path
    playbook: Playbook
    lang: str

    @property
    def place(self) -> Place:
        """What new items have to fit."""
        return Place(self.playbook, Files(self.root))

    @property
    def schemas(self) -> str:
        """The folder of the schemas as seen from an item's file; empty where there is none."""
        return f"../../{SCHEMAS}" if (self.root / SCHEMAS).is_dir() else ""


@click.command("new")
@click.argument("noun", metavar="|".join(ITEMS), type=click.Choice(tuple(ITEMS)))
@click.argument("name", required=False)
@click.option("--id", "own", metavar="ID", help="What others refer to it by; by default made of the name.")
@click.option("--from", "ident", metavar="CATALOG-ID", help="Fill a touchpoint in from the catalog.")
@click.option("--with-pieces", is_flag=True, help="With --from: add its usual pieces too, as missing.")
@click.option("--set", "pairs", metavar="KEY=VALUE", multiple=True, help="Fill in a field; lists as a;b.")
@click.option(
    "--from-csv",
    "table",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Add an item per row; the columns are fields, lists as a;b, fields within fields as a.b.",
)
@project_option
@lang_option
def command(
    *,
    noun: str,
    name: str | None,
    own: str | None,
    ident: str | None,
    with_pieces: bool,
    pairs: tuple[str, ...],
    table: Path | None,
    project: Path | None,
    lang: str | None,
) -> None:
    """Add a touchpoint, piece, kit, persona or journey: a file in which every field is explained."""
    home = root(project)
    found = playbook.load(home).playbook
    here = _Project(home, found, language(lang, found.settings.language))
    click.get_current_context().find_root().obj = here.lang  # what cannot be done is told in it too
    if table:
        _refuse(here, noun, "scaffold.name-or-csv", wrong=bool(name or own or ident or pairs))
        _add_table(here, noun, table)
        return
    _refuse(here, noun, "scaffold.needs-name", wrong=not name)
    catalog_wanted = bool(ident or with_pieces)
    _refuse(here, noun, "scaffold.only-touchpoints", wrong=catalog_wanted and noun != "touchpoint")
    _refuse(here, noun, "scaffold.needs-from", wrong=with_pieces and not ident)
    new = _made(here, noun, str(name), ident, _set(noun, pairs))
    new = replace(new, id=_own_id(own)) if own else new
    _add(here, new, ident, with_pieces=with_pieces)


def _refuse(here: _Project, noun: str, message: str, *, wrong: bool) -> None:
    if wrong:
        raise PlaybookError(message, noun=text(here.lang, f"noun.{noun}"))


def _own_id(own: str) -> str:
    """The id that was asked for.

    Raises:
        PlaybookError: if it cannot be one.
    """
    better = id_of(own)
    if not better:
        raise PlaybookError("scaffold.no-id", name=own)
    if better != own:
        raise PlaybookError("scaffold.bad-id", id=own, better=better)
    return own


def _set(noun: str, pairs: Iterable[str]) -> Mapping[str, Plain]:
    filled = []
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise PlaybookError("scaffold.bad-set", value=pair)
        where = column(ITEMS[noun], key.strip())
        if where is None:
            problem = unknown(ITEMS[noun], key.strip(), "--set")
            raise PlaybookError(problem.message, **problem.facts)
        filled.append((where, value))
    return values(filled)


def _made(here: _Project, noun: str, name: str, ident: str | None, given: Mapping[str, Plain]) -> New:
    if noun == "kit" and "pieces" not in given:
        given = {**given, "pieces": _first_piece(here)}
    if ident:
        return from_catalog(name, ident, here.lang, given)
    return named(noun, name, given, here.playbook.kinds)


def _add(here: _Project, new: New, ident: str | None, *, with_pieces: bool) -> None:
    _refuse_taken(here, new)
    kinds = entry(ident).pieces if ident else ()
    taken = here.playbook.known["piece"]
    pieces = tuple(usual_pieces(new, kinds, here.playbook.kinds, here.lang, taken))
    wanted = (new, *pieces) if with_pieces else (new,)
    _refuse_misfits(here, wanted)
    _tell(here, write(here.root, [file_of(item, here.lang, here.schemas) for item in wanted]))
    if not with_pieces:
        _propose(here, new, pieces, ident)


def _first_piece(here: _Project) -> list[Plain]:
    if not here.playbook.pieces:
        raise PlaybookError("scaffold.no-pieces")
    return [next(iter(here.playbook.pieces))]


def _refuse_taken(here: _Project, new: New) -> None:
    if new.id in here.playbook.known[new.noun]:
        item = here.playbook.items(new.noun).get(new.id)
        path = item.origin.path if item else new.path
        raise PlaybookError("scaffold.exists", noun=text(here.lang, f"noun.{new.noun}"), id=new.id, path=path)


def _refuse_misfits(here: _Project, wanted: Sequence[New]) -> None:
    """Tell all that `check` would refuse, and end, before anything is written."""
    found = misfits(wanted, here.place, "")
    told = dict.fromkeys(text(here.lang, problem.message, problem.facts) for _, _, problem in found)
    if told:
        for sentence in told:
            click.echo(f"Error: {sentence}", err=True)
        click.echo(text(here.lang, "scaffold.none-written"), err=True)
        raise click.exceptions.Exit(FOUND)


def _propose(here: _Project, new: New, pieces: Iterable[New], ident: str | None) -> None:
    """What could come next: the usual pieces, or the catalog's entry of this name."""
    if pieces:
        click.echo(text(here.lang, "scaffold.usual-pieces"))
    for piece in pieces:
        sets = f"--set kind={piece.values['kind']} --set touchpoints={new.id}"
        click.echo(f"  brand-playbook new piece {shlex.quote(piece.name)} {sets}")
    match = catalog_match(new.name) if new.noun == "touchpoint" and not ident else None
    if match:
        click.echo(text(here.lang, "scaffold.in-catalog", {"id": match}))


def _add_table(here: _Project, noun: str, path: Path) -> None:
    table = read_table(noun, path.name, path.read_bytes(), here.place)
    taken = here.playbook.known[noun]
    if table.problems:
        tell_cells(table.problems, here.lang)
        raise click.exceptions.Exit(FOUND)
    fresh: list[Artifact] = [plain_file_of(new, here.schemas) for new in table.items if new.id not in taken]
    kept = tuple(new.path for new in table.items if new.id in taken)
    written = write(here.root, fresh)
    _tell(here, Written(written.created, (*written.kept, *kept)))


def _tell(here: _Project, written: Written) -> None:
    for path in written.created:
        click.echo(text(here.lang, "scaffold.created", {"path": path}))
    for path in written.kept:
        click.echo(text(here.lang, "scaffold.kept", {"path": path}))
    if not written.created:
        click.echo(text(here.lang, "scaffold.nothing"))
