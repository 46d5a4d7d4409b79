"""What was found about each thing of a playbook: by what it is, by stage and by brand, as scores.

A thing is an item in use (one that is not retired), a file of a brand, the settings, or a hand-written page.
Every finding is about one of them, less those about retired items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.diagnostics import Diagnostic
from playbook.document import Document
from playbook.exports.site.view import View, source_of
from playbook.loader import CONTENT
from playbook.model import ITEMS
from playbook.model.parts import Item
from playbook.model.piece import Piece
from playbook.model.touchpoint import Touchpoint
from playbook.score import Score, score

BRAND, REST = "brand", "rest"
_FOLDER = "brand/"
_RETIRED = "retired"

Found = Sequence[Diagnostic]
"""What was found about a thing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many touchpoints, pieces and other things a stage or a brand has, and their score."""

    touchpoints: int
    pieces: int
    others: int
    score: Score


def by_noun(view: View) -> Mapping[str, Score]:
    """The score of the items of each noun, of the files of brands (`BRAND`), and of the rest (`REST`).

    What there is none of is left out.
    """
    return view.once(("standing", "nouns"), lambda: _by_noun(view))


def _by_noun(view: View) -> Mapping[str, Score]:
    things = {noun: [*_items(view, noun)] for noun in ITEMS}
    for path, found in _files(view).items():
        things.setdefault(BRAND if path.startswith(_FOLDER) else REST, []).append(found)
    return {noun: score(found) for noun, found in things.items() if found}


def by_stage(view: View) -> Mapping[str, Standing]:
    """How each stage stands: its touchpoints, those of its whole phase too, and the pieces of all these."""
    return {stage: _stage(view, {stage, str(phase)}) for stage, phase in view.playbook.stages.items()}


def _stage(view: View, names: set[str]) -> Standing:
    met = [item for item in view.playbook.touchpoints.values() if _in_use(item) and names & {*item.stage}]
    served = {piece.id: piece for item in met for piece in view.playbook.pieces_of.get(item.id, ())}
    return _standing(view, (*met, *served.values()))


def by_brand(view: View) -> Mapping[str, Standing]:
    """How each brand stands: its own files, and its items; those that name no brand are the master's."""
    return {ident: _brand(view, ident) for ident in view.playbook.brands}


def _brand(view: View, ident: str) -> Standing:
    files = [found for path, found in _files(view).items() if _owner(view, path) == ident]
    return _standing(view, _worn(view, ident), files)


def _worn(view: View, brand: str) -> Iterator[Item]:
    known = view.playbook.brands
    for item in view.playbook.every_item():
        if brand in ([name for name in item.brands if name in known] or [view.playbook.brand.id]):
            yield item


def _owner(view: View, path: str) -> str | None:
    """The brand whose file this is; None for a file of none."""
    if not path.startswith(_FOLDER):
        return None
    folder, _, rest = path.removeprefix(_FOLDER).partition("/")
    return folder if rest and folder in view.playbook.brands else view.playbook.brand.id


def _standing(view: View, items: Iterable[Item], files: Sequence[Found] = ()) -> Standing:
    used = [item for item in items if _in_use(item)]
    touchpoints, pieces = (sum(isinstance(item, kind) for item in used) for kind in (Touchpoint, Piece))
    others = len(used) - touchpoints - pieces + len(files)
    return Standing(touchpoints, pieces, others, score([*map(view.mistakes, used), *files]))


def _items(view: View, noun: str) -> Iterator[Found]:
    """What was found about each item of a noun, those included whose file could not be read."""
    items = view.playbook.items(noun)
    yield from (view.mistakes(item) for item in items.values() if _in_use(item))
    for broken in view.playbook.broken:
        if broken.noun == noun and broken.id not in items:
            yield view.by_file.get(broken.path, ())


def _in_use(item: Item) -> bool:
    return getattr(item, "status", None) != _RETIRED


def _files(view: View) -> Mapping[str, Found]:
    """The files that hold no item, and any other with a finding that is about none of its items."""
    return view.once(("standing", "files"), lambda: _unclaimed(view))


def _unclaimed(view: View) -> Mapping[str, Found]:
    playbook = view.playbook
    claimed = {id(found) for item in playbook.every_item() for found in view.mistakes(item)}
    broken = {item.path for item in playbook.broken}
    left: dict[str, Found] = dict.fromkeys(_written(view), ())
    for path, group in view.by_file.items():
        rest = [found for found in group if id(found) not in claimed]
        if path in left or (rest and path not in broken):
            left[path] = rest
    return left


def _written(view: View) -> Iterator[str]:
    """The files of brands and of their own kinds, the settings and the pages, as far as they are there."""
    playbook = view.playbook
    parts = [part for brand in playbook.brands.values() for _, part in brand.parts()]
    kinds = [kind for kind in playbook.kinds.values() if source_of(kind).startswith(_FOLDER)]
    read = (path for document in (*parts, *kinds, playbook.settings) for path in _sources(document))
    yield from dict.fromkeys((*read, *(f"{CONTENT}/{page.path}" for page in playbook.pages.values())))


def _sources(document: Document) -> Iterator[str]:
    """The files that a document was read from; none of those that might have given it something."""
    if source_of(document):
        yield from (layer.source.path for layer in document.origin.layers if layer.source.text)
