"""`brand-playbook render`: a piece made from the brand, for one person or for a table of people."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

import playbook
from playbook.artifact import Artifact
from playbook.cli.common import FOUND, lang_option, language, project_option, root
from playbook.cli.handing import free, regret, tell, watched, write
from playbook.cli.values import content, from_here, pairs, pictured
from playbook.diagnostics import Location, PlaybookError, Problem
from playbook.facts import reader
from playbook.kinds import Kind
from playbook.loader import Loaded, slug
from playbook.making.cache import Store, made, more
from playbook.making.coding import uncoded
from playbook.making.embed import faces, with_fonts
from playbook.making.languages import NAME as LANGUAGE
from playbook.making.languages import worded
from playbook.making.look import look
from playbook.making.picture import logo, mark
from playbook.making.prices import lines, listed
from playbook.making.table import rows
from playbook.making.tailored import tailored
from playbook.making.templates import is_made
from playbook.making.unlettered import unlettered
from playbook.making.values import Place, checked, defaults, examples
from playbook.making.widths import overlong, widths
from playbook.making.written import ENDINGS, split
from playbook.model.piece import Piece
from playbook.render.brand_view import elements
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.source import read
from playbook.store import Memory, of_project

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Filled:
    """What somebody filled in, where it stands, and what was wrong with it."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...]


@click.command("render", short_help="Make a piece from the brand.")
@click.argument("piece")
@click.option(
    "--set", "pairs", metavar="KEY=VALUE", multiple=True, help="What a field says; may be repeated."
)
@click.option(
    "--data",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML file with what the fields say, or a Markdown file with its text.",
)
@click.option(
    "--people",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table with a row for each person; its head names the fields.",
)
@click.option(
    "--lines",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table with a row for each line of a quote; its head names their fields.",
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing in .cache/.")
@project_option
@lang_option
def command(**asked: Any) -> None:
    """Make a PIECE from the brand, and what you say of it.

    Without --set, --data, --lines and --people its fields say what the kind gives as examples.
    """
    loaded = playbook.load(root(asked["project"]))
    lang = language(asked["lang"], loaded.playbook.settings.language)
    piece = _piece(loaded, asked["piece"])
    kind = _kind(loaded, piece)
    store = Memory() if asked["no_cache"] else of_project(loaded.root)
    maker = _Maker(loaded, piece, kind, lang, store)
    table, wrong = maker.table(asked["lines"]) if asked["lines"] else ({}, [])
    filled = maker.filled({**table, **pairs(asked["pairs"])}, asked["data"], asked["people"])
    filled = [replace(entry, problems=(*wrong, *entry.problems)) for entry in filled]
    good = watched([entry for entry in filled if not entry.problems], lang, sys.stderr)
    files = list(maker.files(good, alone=not asked["people"]))
    files = with_fonts(files, maker.fonts)
    write(asked["output"], files, force=asked["force"])
    wrong = [problem for entry in filled for problem in entry.problems]
    tell(wrong, files, asked["output"], lang)
    regret(maker.missing, maker.noted, lang)
    if wrong:
        raise SystemExit(FOUND)


def _piece(loaded: Loaded, ident: str) -> Piece:
    pieces = loaded.playbook.pieces
    if ident not in pieces:
        close = get_close_matches(ident, pieces, 1)
        raise PlaybookError("render.meant" if close else "render.unknown", id=ident, meant="".join(close))
    return pieces[ident]


def _kind(loaded: Loaded, piece: Piece) -> Kind:
    kind = loaded.playbook.kinds.get(piece.kind)
    if kind is None or not is_made(kind):
        able = tuple(name for name, found in loaded.playbook.kinds.items() if is_made(found))
        raise PlaybookError("render.external", id=piece.id, kind=piece.kind, able=able)
    return tailored(kind, piece)


class _Maker:
    """Makes one piece of a project, for any number of people.

    `missing` names the formats that could not be made, each with the extra that it takes; `noted` is what is
    not as it should be in documents that were.
    """

    def __init__(self, loaded: Loaded, piece: Piece, kind: Kind, lang: str, store: Store) -> None:
        brand = loaded.playbook.brand_of(piece)
        files = reader(loaded.root)
        self._elements = elements(brand, logo(brand, files), mark(brand, files))
        self.fonts = faces(brand, files)
        self._piece, self._kind, self._store = piece, kind, store
        self._said = defaults(kind.fields, self._elements)
        self._look = look(brand, self._elements, files)
        self.missing: dict[str, str] = {}
        self.noted: list[Problem] = []
        self._endings = Counter(ending for output in kind.outputs for ending in (output.ending, *output.also))
        self._extra = {each.template.rpartition(".")[0] for each in kind.outputs if each.only_with}
        self._wording = Wording(FORMATS[lang], widths=widths(brand, files, store))

    def table(self, path: Path) -> tuple[dict[str, Any], list[Problem]]:
        """The lines of a table under the name of their list, and what is wrong with the others.

        Raises:
            PlaybookError: if the piece has no list.
        """
        name = listed(self._kind)
        if not name:
            raise PlaybookError("render.no-lines", id=self._piece.id, kind=self._piece.kind)
        found, wrong = lines(str(path), content(path), self._kind.fields[name])
        return {name: [dict(each.values) for each in found]}, wrong

    def filled(self, given: Mapping[str, Any], data: Path | None, people: Path | None) -> list[_Filled]:
        """What was said, once or once a person; the kind's examples if nothing was."""
        given = from_here(self._kind, given)
        if people:
            found, wrong = rows(str(people), content(people))
            if wrong:
                return [_Filled({}, tuple(wrong))]
            places = (Location(str(people), row.line) for row in found)
            people_said = ({**row.values, **given} for row in found)
            return [
                self._checked(said, place, people.parent)
                for said, place in zip(people_said, places, strict=True)
            ]
        if data:
            return [self._from_file(data, given)]
        lang = self._worded({**self._said, **given}).formats.lang
        shown = {name: text for name, text in examples(self._kind.fields, lang) if name not in self._said}
        said = given if given.keys() - {LANGUAGE} else {**shown, **given}
        return [self._checked(said, Location("--set", 0, 0), Path())]

    def _worded(self, values: Mapping[str, Any]) -> Wording:
        return worded(self._kind, values, self._wording)

    def _from_file(self, data: Path, given: Mapping[str, Any]) -> _Filled:
        head, body = split(self._kind, content(data)) if data.suffix in ENDINGS else (content(data), {})
        source = read(str(data), head)
        said = source.data if isinstance(source.data, dict) else {}
        filled = self._judged({**said, **body, **given}, lambda keys: source.at(*keys), data.parent)
        return replace(filled, problems=(*source.problems, *filled.problems))

    def _checked(self, said: Mapping[str, Any], place: Location, folder: Path) -> _Filled:
        return self._judged(said, lambda _: place, folder)

    def _judged(self, said: Mapping[str, Any], at: Place, folder: Path) -> _Filled:
        """What was said, with what the brand says by itself; wrong or too long for its place is told.

        Paths to photos are seen from `folder`.
        """
        shown, absent = pictured(self._kind, said, folder, lambda name: at((name,)))
        checked_values, wrong = checked(self._kind.fields, shown, at, settled=self._said)
        values = {**self._said, **checked_values}
        long = overlong(self._kind, values, self._worded(values), lambda name: at((name,)))
        bare = uncoded(self._kind, self._elements, values, self._worded(values), lambda name: at((name,)))
        return _Filled(values, (*absent, *wrong, *long, *bare))

    def files(self, filled: Iterable[_Filled], *, alone: bool) -> Iterator[Artifact]:
        """The documents, named after the piece and, where there are several people, after the person.

        Raises:
            PlaybookError: if one would become too long.
        """
        taken: Counter[str] = Counter()
        for entry in filled:
            stem = self._piece.id if alone else free(f"{self._piece.id}-{self._who(entry)}", taken)
            for file in self._made(entry):
                part, _, ending = file.path.rpartition(".")
                twin = f"-{part}" if self._endings[ending] > 1 or part in self._extra else ""
                yield Artifact(f"{stem}{twin}.{ending}", file.content)

    def _made(self, filled: _Filled) -> Sequence[Artifact]:
        kind, values, wording, store = self._kind, filled.values, self._wording, self._store
        try:
            own = made(kind, self._elements, values, wording, store)
            further = more(kind, self._look, values, wording, store)
        except TooLong as error:
            raise PlaybookError("render.too-long", id=self._piece.id) from error
        self.missing |= further.missing
        told = {problem.message for problem in further.problems}
        self.noted += (
            further.problems
            if "png.letters" in told
            else (*further.problems, *unlettered(kind, values, wording, own.files))
        )
        return *own.files, *further.files

    def _who(self, filled: _Filled) -> str:
        """The first thing said of a person, as a name for files."""
        said = (filled.values[name] for name in self._kind.fields if name in filled.values)
        return slug(str(next(said, "")))[:_LONGEST_NAME]
