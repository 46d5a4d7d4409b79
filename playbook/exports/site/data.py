"""What the pages' scripts read: classic scripts that hold data, for they work from a folder on disk too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from playbook.artifact import Artifact
from playbook.choices import Phase, PieceStatus, TouchpointStatus
from playbook.exports.site.cells import kebab, worded
from playbook.exports.site.frames import frames, label, label_y
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, item_path
from playbook.model.parts import Item
from playbook.model.piece import Piece

FOLDER = "assets/playbook/data"
FACETS: Mapping[str, tuple[str, ...]] = {
    "touchpoint": (
        *(
            "stage",
            "nature",
            "channel",
            "category",
            "audience",
            "products",
            "senses",
            "brands",
            "owner",
            "status",
        ),
    ),
    "piece": ("kind", "status", "owner", "stage", "brands"),
}
"""What a listing is filtered by."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "touchpoint": ("stage", "channel", "audience", "owner", "status"),
    "piece": ("kind", "status", "owner"),
}
"""Those of the facets that a listing shows; what it shows beside them stands in each row."""
_DONE = frozenset({PieceStatus.IMPLEMENTED, PieceStatus.RETIRED})
_STATES = {"touchpoint": TouchpointStatus, "piece": PieceStatus}

Choices = dict[str, str]
"""The values of an item in one facet, each with its words."""


def path(name: str) -> str:
    """Where a script of data is published."""
    return f"{FOLDER}/{name}.js"


def script(name: str, value: Any) -> Artifact:
    """Data that puts itself into the scripts' one global object."""
    data = json.dumps(value, separators=(",", ":"))
    return Artifact(path(name), f"(window.brandPlaybook = window.brandPlaybook || {{}}).{name} = {data};\n")


def lists(view: View) -> Iterator[Artifact]:
    """The listings that can be filtered."""
    for noun in FACETS:
        items = tuple(view.playbook.items(noun).values())
        if items:
            yield script(f"{noun}s", _listing(view, noun, items))


def _listing(view: View, noun: str, items: Sequence[Item]) -> dict[str, Any]:
    """`rows` hold name, address, the positions of their options by facet, further cells, and a drawing."""
    chosen = {name: [choices(view, item, name) for item in items] for name in FACETS[noun]}
    orders = {name: _order(view, noun, name, found) for name, found in chosen.items()}
    places = {name: {value: at for at, value in enumerate(order)} for name, order in orders.items()}
    rows: list[list[Any]] = [
        [
            item.name,
            url(item_path(noun, item.id), directory_urls=view.options.directory_urls),
            [[places[name][value] for value in chosen[name][at]] for name in FACETS[noun]],
            [_further(view, item)],
            *_drawn(view, item),
        ]
        for at, item in enumerate(items)
    ]
    if noun == "touchpoint":
        rows.sort(key=lambda row: min(row[2][0], default=0))
    return {
        "head": view.t("field.item.name"),
        "facets": [_facet(view, noun, name, orders[name]) for name in FACETS[noun]],
        "further": [view.t("noun.piece.other") if noun == "touchpoint" else view.t("field.piece.due")],
        "rows": rows,
    }


def choices(view: View, item: Item, name: str) -> Choices:
    """What an item says in a facet; without a sub-brand it belongs to the master, whose id is empty."""
    if name == "brands" and not item.brands:
        return {"": view.playbook.brand.name}
    if name == "stage" and isinstance(item, Piece):
        served = (view.playbook.touchpoints.get(ident) for ident in item.touchpoints)
        return {stage: view.term("stage", stage) for place in served if place for stage in place.stage}
    return dict(worded(view, item, name))


def _order(view: View, noun: str, name: str, chosen: Sequence[Choices]) -> Choices:
    """The options of a facet: stages as the way goes, each after its phase; states as they follow."""
    found = {value: words for choices in chosen for value, words in choices.items()}
    if name == "stage":
        phases = dict.fromkeys(view.phase(stage) for stage in found)
        found = {**{str(phase): view.term("stage", phase) for phase in phases}, **found}
    ranks = _ranks(view, noun, name)
    last = len(ranks)
    order = sorted(found, key=lambda v: (_phase_rank(view, name, v), ranks.get(v, last), found[v].casefold()))
    return {value: found[value] for value in order}


def _phase_rank(view: View, name: str, value: str) -> int:
    return list(Phase).index(view.phase(value)) if name == "stage" else 0


def _ranks(view: View, noun: str, name: str) -> dict[str, int]:
    order: Sequence[str] = ()
    if name == "stage":
        order = (*Phase, *view.playbook.stages)
    elif name == "status":
        order = tuple(_STATES[noun])
    return {str(value): at for at, value in enumerate(order)}


def _facet(view: View, noun: str, name: str, order: Choices) -> dict[str, Any]:
    """`options` hold id, words, and the position of the option that includes it, or -1."""
    at = {value: place for place, value in enumerate(order)}
    phases = {v: str(view.phase(v)) for v in order} if name == "stage" else {}
    label = "site.brand" if name == "brands" else f"field.{'touchpoint' if name == 'stage' else noun}.{name}"
    return {
        "id": "brand" if name == "brands" else name,
        "label": view.t(label),
        "options": [
            [value, words, at[phases[value]] if phases.get(value, value) != value else -1]
            for value, words in order.items()
        ],
        "shown": name in COLUMNS[noun],
        "scale": kebab(_STATES[noun].__name__) if name == "status" else "",
    }


def due(view: View, piece: Piece) -> str:
    """The day by which a piece has to be done; nothing once it is."""
    return view.day(piece.due) if piece.due and piece.status not in _DONE else ""


def _drawn(view: View, item: Item) -> Iterator[list[Any]]:
    """How a piece is drawn on the wall: frames, a word and its place, and its picture, if it has one."""
    if isinstance(item, Piece):
        kind = view.playbook.kinds.get(item.kind)
        thumb = view.thumbs.get(item.id)
        shown = [[quote(thumb.path), thumb.width, thumb.height, thumb.alt]] if thumb else []
        drawn, word = frames(item, kind), label(item, kind)
        yield [drawn, word, label_y(drawn, word), *shown]


def _further(view: View, item: Item) -> str:
    """The pieces that a touchpoint has; the day by which a piece is due."""
    if isinstance(item, Piece):
        return due(view, item)
    pieces = len(view.playbook.pieces_of.get(item.id, ()))
    return view.number(pieces) if pieces else ""
