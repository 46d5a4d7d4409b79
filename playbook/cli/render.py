"""`brand-playbook render`: a piece made from the brand, for one person or for a table of people."""

from __future__ import annotations

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
from playbook.diagnostics import Diagnostic, Location, PlaybookError, Problem, Severity
from playbook.facts import reader
from playbook.i18n import plural, text
from playbook.kinds import Kind
from playbook.loader import Loaded, slug
from playbook.making import make
from playbook.making.picture import logo, mark
from playbook.making.table import rows
from playbook.making.tailored import tailored
from playbook.making.templates import is_made
from playbook.making.values import Place, checked, defaults, examples
from playbook.making.widths import overlong, widths
from playbook.model.piece import Piece
from playbook.render.brand_view import elements
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.report import line
from playbook.source import read

_MOST = 2_000_000
"""Bytes of a file of values."""
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
    help="A YAML file with what the fields say.",
)
@click.option(
    "--people",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table with a row for each person; its head names the fields.",
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
@project_option
@lang_option
def command(**asked: Any) -> None:
    """Make a PIECE from the brand, and what you say of it.

    Without --set, --data and --people its fields say what the kind gives as examples.
    """
    loaded = playbook.load(root(asked["project"]))
    lang = language(asked["lang"], loaded.playbook.settings.language)
    piece = _piece(loaded, asked["piece"])
    kind = _kind(loaded, piece)
    maker = _Maker(loaded, piece, kind, lang)
    filled = maker.filled(asked["pairs"], asked["data"], asked["people"])
    files = list(maker.files((entry for entry in filled if not entry.problems), alone=not asked["people"]))
    _write(asked["output"], files, force=asked["force"])
    _tell(filled, files, asked["output"], lang)


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
    """Makes one piece of a project, for any number of people."""

    def __init__(self, loaded: Loaded, piece: Piece, kind: Kind, lang: str) -> None:
        brand = loaded.playbook.brand_of(piece)
        files = reader(loaded.root)
        self._elements = elements(brand, logo(brand, files), mark(brand, files))
        self._piece, self._kind, self._lang = piece, kind, lang
        self._endings = Counter(output.ending for output in kind.outputs)
        self._wording = Wording(FORMATS[lang], widths=widths(brand, files))

    def filled(self, pairs: Sequence[str], data: Path | None, people: Path | None) -> list[_Filled]:
        """What was said, once or once a person; the kind's examples if nothing was."""
        given = _pairs(pairs)
        if people:
            found, wrong = rows(str(people), _bytes(people))
            if wrong:
                return [_Filled({}, tuple(wrong))]
            return [self._checked({**row.values, **given}, Location(str(people), row.line)) for row in found]
        if data:
            return [self._from_file(data, given)]
        said = given or dict(examples(self._kind.fields, self._lang))
        return [self._checked(said, Location("--set"))]

    def _from_file(self, data: Path, given: Mapping[str, Any]) -> _Filled:
        source = read(str(data), _bytes(data))
        said = source.data if isinstance(source.data, dict) else {}
        filled = self._judged({**said, **given}, lambda keys: source.at(*keys))
        return replace(filled, problems=(*source.problems, *filled.problems))

    def _checked(self, said: Mapping[str, Any], place: Location) -> _Filled:
        return self._judged(said, lambda _: place)

    def _judged(self, said: Mapping[str, Any], at: Place) -> _Filled:
        """What was said, with what the brand says by itself; wrong or too long for its place is told."""
        checked_values, wrong = checked(self._kind.fields, said, at)
        values = {**defaults(self._kind.fields, self._elements), **checked_values}
        long = overlong(self._kind, values, self._wording, lambda name: at((name,)))
        return _Filled(values, (*wrong, *long))

    def files(self, filled: Iterable[_Filled], *, alone: bool) -> Iterator[Artifact]:
        """The documents, named after the piece and, where there are several people, after the person.

        Raises:
            PlaybookError: if one would become too long.
        """
        taken: Counter[str] = Counter()
        for entry in filled:
            stem = self._piece.id if alone else f"{self._piece.id}-{self._who(entry)}"
            taken[stem] += 1
            last = "" if taken[stem] == 1 else f"-{taken[stem]}"
            for file in self._made(entry):
                part, _, ending = file.path.rpartition(".")
                twin = f"-{part}" if self._endings[ending] > 1 else ""
                yield Artifact(f"{stem}{last}{twin}.{ending}", file.content)

    def _made(self, filled: _Filled) -> Sequence[Artifact]:
        try:
            return make(self._kind, self._elements, filled.values, self._wording).files
        except TooLong as error:
            raise PlaybookError("render.too-long", id=self._piece.id) from error

    def _who(self, filled: _Filled) -> str:
        """The first thing said of a person, as a name for files."""
        said = (filled.values[name] for name in self._kind.fields if name in filled.values)
        return slug(str(next(said, "")))[:_LONGEST_NAME]


def _pairs(pairs: Sequence[str]) -> dict[str, str]:
    """The values of `--set`.

    Raises:
        PlaybookError: for one without an equals sign.
    """
    for pair in pairs:
        if "=" not in pair:
            raise PlaybookError("render.pair", value=pair)
    return {key.strip(): value for key, _, value in (pair.partition("=") for pair in pairs)}


def _bytes(path: Path) -> bytes:
    """What a file holds, up to what any file of values does.

    Raises:
        PlaybookError: if it cannot be read or is larger.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except OSError as error:
        raise PlaybookError("render.unreadable", path=str(path), reason=error.strerror or "") from error
    if len(content) > _MOST:
        raise PlaybookError("render.large", path=str(path))
    return content


def _write(folder: Path, files: Sequence[Artifact], *, force: bool) -> None:
    """Write the files; none of them if one is there already.

    Raises:
        PlaybookError: in these cases, and where the system refuses.
    """
    there = () if force else (folder / file.path for file in files)
    if found := next((path for path in there if path.exists()), None):
        raise PlaybookError("render.exists", path=str(found))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / file.path).write_bytes(file.as_bytes())
    except OSError as error:
        raise PlaybookError("render.unwritable", path=str(folder), reason=error.strerror or "") from error


def _tell(filled: Sequence[_Filled], files: Sequence[Artifact], folder: Path, lang: str) -> None:
    """Say what was wrong, then what was written."""
    wrong = [problem for entry in filled for problem in entry.problems]
    for problem in wrong:
        click.echo(
            line(Diagnostic(problem.message.partition(".")[0], Severity.ERROR, problem), lang), err=True
        )
    click.echo(
        text(lang, "render.done", {"count": plural(lang, "render.files", len(files)), "path": str(folder)})
    )
    if wrong:
        raise SystemExit(FOUND)
