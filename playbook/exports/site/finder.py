"""What the start page's field finds: the playbook's things, the brand's pages and colors, by any name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.color import Color
from playbook.exports.site.cells import cell
from playbook.exports.site.data import script
from playbook.exports.site.hues import called
from playbook.exports.site.inlines import State
from playbook.exports.site.pages.family import filled, owns
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, brand_path, color_anchor, item_path
from playbook.i18n import LANGUAGES, text
from playbook.model.journey import Persona
from playbook.model.parts import Item
from playbook.model.piece import Kit, Piece

NOUNS = ("piece", "touchpoint", "kit", "persona", "journey")


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
            _address(view, item_path(noun, item.id)),
            kinds.at(*_kind(view, item)),
            _state(view, item, states),
            _other_names(view, item),
        ]
        for noun in NOUNS
        for item in view.playbook.items(noun).values()
    ]
    rows += _brands(view, kinds)
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
    shown = cell(view, item, "status") if "status" in type(item).model_fields else ()
    state = shown[0] if shown else None
    return states.at(state.scale, state.value, state.text) if isinstance(state, State) else -1


def _other_names(view: View, item: Item) -> str:
    return ", ".join(dict.fromkeys([*item.also_called, *item.tags, *_around(view, item)]))


def _around(view: View, item: Item) -> Iterator[str]:
    """The touchpoints that a piece serves; a kit's pieces and who it is for; who a persona is."""
    if isinstance(item, Piece):
        served = view.playbook.touchpoints
        yield from (served[ident].name for ident in item.touchpoints if ident in served)
    elif isinstance(item, Kit):
        held = view.playbook.pieces
        yield from (held[ident].name for ident in item.pieces if ident in held)
        yield from (view.term("audience", audience) for audience in item.audience)
    elif isinstance(item, Persona):
        yield view.term("audience", item.audience)
        yield from filter(None, [item.job])


def _brands(view: View, kinds: _Numbered) -> Iterator[list[Any]]:
    """The brands' pages and colors: somebody who needs "the logo" or "the yellow" needs no piece."""
    for brand in view.playbook.brands.values():
        whose = f", {brand.name}" if brand.id else ""
        page = kinds.at(view.t("site.brand"), "")
        yield [brand.name, _address(view, brand_path(brand)), page, -1, _in_every_language("find.brand")]
        for part in filled(brand):
            name, known = f"site.part.{part}", f"find.{part}"
            words = f"{_in_every_language(name)}, {_in_every_language(known)}"
            yield [f"{view.t(name)}{whose}", _address(view, brand_path(brand, part)), page, -1, words]
        yield from _colors(view, brand, kinds.at(view.t("site.colors.color"), ""), whose)


def _colors(view: View, brand: Brand, kind: int, whose: str) -> Iterator[list[Any]]:
    """Each color a brand has of its own, by its name, its values and what people call it."""
    there = _address(view, brand_path(brand, "colors"))
    for ident, entry in brand.colors.palette.items():
        if owns(brand, "colors", "palette", ident):
            shades = filter(None, {brand.color(ident), brand.color(ident, dark=True)})
            yield [
                f"{entry.name or ident}{whose}",
                f"{there}#{color_anchor(ident)}",
                kind,
                -1,
                ", ".join([ident, *sorted(_said_of(shades))]),
            ]


def _said_of(shades: Iterable[Color]) -> Iterator[str]:
    for shade in shades:
        yield shade.hex
        yield from (_in_every_language(f"hue.{word}") for word in called(shade))


def _address(view: View, path: str) -> str:
    return url(path, directory_urls=view.options.directory_urls)
