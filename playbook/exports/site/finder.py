"""What the start page's field finds: pieces, touchpoints, kits and the brand's parts, by any name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playbook.artifact import Artifact
from playbook.exports.site.cells import cell
from playbook.exports.site.data import script
from playbook.exports.site.inlines import State
from playbook.exports.site.pages.family import filled
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, brand_path, item_path
from playbook.i18n import LANGUAGES, text
from playbook.model.parts import Item
from playbook.model.piece import Kit, Piece

NOUNS = ("piece", "touchpoint", "kit")


@dataclass(slots=True)
class _Numbered:
    """Things that many rows share: each is written once and named by its position."""

    entries: dict[tuple[str, ...], int] = field(default_factory=dict)

    def at(self, *entry: str) -> int:
        return self.entries.setdefault(entry, len(self.entries))

    def listed(self) -> list[list[str]]:
        return [list(entry) for entry in self.entries]


def finder(view: View) -> Artifact:
    """Rows of name, address, kind, state (or -1) and other names; kinds and states by position."""
    kinds, states = _Numbered(), _Numbered()
    rows = [
        [
            item.name,
            url(item_path(noun, item.id), directory_urls=view.options.directory_urls),
            kinds.at(*_kind(view, item)),
            _state(view, item, states),
            _other_names(view, item),
        ]
        for noun in NOUNS
        for item in view.playbook.items(noun).values()
    ]
    rows += _parts(view, kinds)
    return script("find", {"rows": rows, "kinds": kinds.listed(), "states": states.listed()})


def _kind(view: View, item: Item) -> tuple[str, str]:
    """What a thing is called, and every word for it in every language."""
    if not isinstance(item, Piece):
        ident = f"noun.{item.noun}.one"
        return view.t(ident), _in_every_language(ident)
    kind = view.playbook.kinds.get(item.kind)
    known = [name for said in kind.texts.values() for name in (said.name, *said.also_called)] if kind else []
    return view.term("kind", item.kind), ", ".join(dict.fromkeys(known))


def _in_every_language(ident: str) -> str:
    return ", ".join(dict.fromkeys(text(lang, ident) for lang in LANGUAGES))


def _state(view: View, item: Item, states: _Numbered) -> int:
    shown = cell(view, item, "status")
    state = shown[0] if shown else None
    return states.at(state.scale, state.value, state.text) if isinstance(state, State) else -1


def _other_names(view: View, item: Item) -> str:
    return ", ".join(dict.fromkeys([*item.also_called, *item.tags, *_around(view, item)]))


def _around(view: View, item: Item) -> list[str]:
    """The touchpoints that a piece serves; the pieces that a kit holds."""
    if isinstance(item, Piece):
        served = view.playbook.touchpoints
        return [served[ident].name for ident in item.touchpoints if ident in served]
    held = view.playbook.pieces
    return [held[ident].name for ident in item.pieces if ident in held] if isinstance(item, Kit) else []


def _parts(view: View, kinds: _Numbered) -> Iterator[list[Any]]:
    """The pages of the brands: somebody who needs "the logo" needs no piece."""
    for brand in view.playbook.brands.values():
        for part in filled(brand):
            ident = f"site.part.{part}"
            name = view.t(ident) if not brand.id else f"{view.t(ident)}, {brand.name}"
            there = url(brand_path(brand, part), directory_urls=view.options.directory_urls)
            yield [name, there, kinds.at(view.t("site.brand"), ""), -1, _in_every_language(ident)]
