"""Retired things in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus, TouchpointStatus, WorkStatus
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.marks import marked
from playbook.model import Playbook
from playbook.rulings import Options
from playbook.terms import FileRef

_OVER = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Nothing that is in use relies on a retired piece, touchpoint or picture.

    Why:
        Whoever packs the kit or follows the journey is sent to something that is no longer there.
    Fix:
        Take the retired piece out of the kit, lead the step or `next` to another touchpoint, show another
        picture, or bring back what was retired.
    Source:
        Ours.
    Wrong:
        content/kits/fair.yml
            name: Trade fair
            pieces: [quote]
        content/pieces/quote.yml
            name: Quote
            kind: quote
            status: retired
    Right:
        content/kits/fair.yml
            name: Trade fair
            pieces: [quote]
        content/pieces/quote.yml
            name: Quote
            kind: quote
    """
    gone = {ident for ident, piece in playbook.pieces.items() if piece.status is PieceStatus.RETIRED}
    left = {ident for ident, t in playbook.touchpoints.items() if t.status is TouchpointStatus.RETIRED}
    for kit in playbook.kits.values():
        for index, ident in enumerate(kit.pieces):
            if ident in gone and kit.status not in _OVER:
                yield _problem("piece", kit, ("pieces", index), ident)
    for document, keys, ident in _ways(playbook):
        if ident in left:
            yield _problem("touchpoint", document, keys, ident)
    yield from _shown(playbook)


def _shown(playbook: Playbook) -> Iterator[Problem]:
    """Files of items that are retired pictures of a brand."""
    retired = {
        brand.files[picture.file]: ident
        for brand in playbook.brands.values()
        for ident, picture in brand.imagery.pictures.items()
        if picture.retired and picture.file in brand.files
    }
    for item in playbook.every_item() if retired else ():
        for keys, written, _ in marked(item, FileRef) if not _is_retired(item) else ():
            if ident := retired.get(playbook.files.get(written, "")):
                yield _problem("picture", item, keys, ident)


def _is_retired(item: Document) -> bool:
    return getattr(item, "status", None) in (PieceStatus.RETIRED, TouchpointStatus.RETIRED)


def _ways(playbook: Playbook) -> Iterator[tuple[Document, Keys, str]]:
    for journey in playbook.journeys.values():
        for index, step in enumerate(journey.steps):
            if step.touchpoint:
                yield journey, ("steps", index, "touchpoint"), step.touchpoint
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.status is not TouchpointStatus.RETIRED:
            for index, after in enumerate(touchpoint.next):
                yield touchpoint, ("next", index, "touchpoint"), after.touchpoint


def _problem(case: str, document: Document, keys: Keys, ident: str) -> Problem:
    return Problem(f"retired-in-use.{case}", document.at(*keys), {"id": ident}, "retired-in-use.hint")
