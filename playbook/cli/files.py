"""`brand-playbook check FILE...`: files that somebody hands in, judged against the brand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

import playbook
from playbook import report
from playbook.choices import PieceStatus
from playbook.cli import baseline
from playbook.cli.common import in_color, shown
from playbook.cli.room import room
from playbook.diagnostics import Location, PlaybookError, Problem, Severity
from playbook.i18n import text
from playbook.loader import Loaded
from playbook.model.parts import Item
from playbook.observe.sniff import ENDINGS
from playbook.reading import Painter
from playbook.report.as_html import verdict_page
from playbook.report.verdict import verdicts
from playbook.verdicts import Judged, refused
from playbook.waivers import path_in

_ELSEWHERE = "missing-file"
_ENDINGS = frozenset(ending for endings in ENDINGS.values() for ending in endings)


def judged(loaded: Loaded, files: Sequence[Path], asked: Mapping[str, Any]) -> list[Judged]:
    """The files with what was found in each, less what the baseline holds.

    Raises:
        PlaybookError: without a file, for a piece or touchpoint that there is not, and where what the files
            are judged by could not be read.
    """
    if not files and not asked["pieces"]:
        raise PlaybookError("check.no-file")
    if asked["against"] and asked["touchpoint"]:
        raise PlaybookError("check.no-touchpoint")
    given: datetime | None = asked["today"]
    day = given.date() if given else date.today()  # noqa: DTZ011 - the user's day
    found = _of_pieces(loaded, day, asked) if asked["pieces"] else _handed(loaded, files, day, asked)
    return [replace(file, found=baseline.counted(file.found, asked)) for file in found]


def _handed(loaded: Loaded, files: Sequence[Path], day: date, asked: Mapping[str, Any]) -> Iterator[Judged]:
    pieces = _pieces(loaded, asked)
    _whole(loaded, pieces, asked)
    return playbook.judge(loaded, files, pieces, day)


def _of_pieces(loaded: Loaded, day: date, asked: Mapping[str, Any]) -> Iterator[Judged]:
    """The files that pieces name, each as its own piece; of formats that nobody reads, that is said."""
    own = _named(loaded)
    known = {path: idents for path, idents in own.items() if path.suffix.lower() in _ENDINGS}
    _whole(loaded, [ident for idents in own.values() for ident in idents], asked)
    yield from playbook.judge(loaded, known, known, day)
    for path in [path for path in own if path not in known]:
        problem = Problem("file-unjudged.format", Location(path.as_posix()))
        yield refused(path.as_posix(), problem, loaded.playbook, day, path_in(loaded.root, path))


def _named(loaded: Loaded) -> Mapping[Path, list[str]]:
    """The files of the pieces that are not retired, as they are called from here, with the pieces' ids."""
    book, found = loaded.playbook, dict[Path, list[str]]()
    for piece in book.pieces.values():
        for entry in piece.files if piece.status is not PieceStatus.RETIRED else ():
            if path := book.files.get(entry.file):
                found.setdefault(Path(os.path.relpath(loaded.root / path)), []).append(piece.id)
    return dict(sorted(found.items()))


def tell(files: Sequence[Judged], lang: str, kind: str) -> None:
    """Print the report of this kind."""
    if kind == "html":
        with Painter() as painter:
            click.echo(verdict_page(files, _source, painter, lang))
    elif kind == "text":
        click.echo(
            verdicts(files, _source, lang, colors=in_color(), wide=room()) or text(lang, "check.no-files")
        )
    else:
        found = [diagnostic for file in files for diagnostic in file.found]
        click.echo(report.REPORTS[kind](found, _source, lang))


def _pieces(loaded: Loaded, asked: Mapping[str, Any]) -> tuple[str, ...]:
    """The pieces that a file may be meant to be: the one named, the touchpoint's, all of a pack."""
    book, piece, touchpoint = loaded.playbook, asked["piece"], asked["touchpoint"]
    if piece:
        return (_known(piece, book.pieces, "piece"),)
    if asked["against"]:
        return tuple(book.pieces)
    if touchpoint:
        return tuple(
            own.id for own in book.pieces_of.get(_known(touchpoint, book.touchpoints, "touchpoint"), ())
        )
    return ()


def _known(ident: str, items: Mapping[str, Item], noun: str) -> str:
    if ident not in items:
        close = get_close_matches(ident, items, 1)
        raise PlaybookError(f"check.{noun}-{'meant' if close else 'unknown'}", id=ident, meant="".join(close))
    return ident


def _whole(loaded: Loaded, pieces: Sequence[str], asked: Mapping[str, Any]) -> None:
    """Judge by nothing that could be read in part only; a file that lies elsewhere is no matter here.

    Raises:
        PlaybookError: with the first mistake.
    """
    own = {loaded.playbook.pieces[ident].origin.path for ident in pieces}
    for found in loaded.diagnostics:
        path = found.location.path
        if found.severity is Severity.ERROR and found.rule != _ELSEWHERE and (path in own or _is_brand(path)):
            if asked["against"]:
                raise PlaybookError("against.no-pack", path=str(asked["against"]))
            raise PlaybookError("check.unread", place=str(found.location))


def _is_brand(path: str) -> bool:
    return path.startswith("brand/")


def _source(path: str) -> str:
    return shown(Path(path))
