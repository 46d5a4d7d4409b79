"""The fonts of a brand as text is fitted by them, and texts that are too long for their place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from playbook.brand import Brand
from playbook.brand.fonts import FontRole
from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.making.cache import Store, remembered
from playbook.making.files import Read, content, nearest
from playbook.making.templates import GIVEN, template
from playbook.observe.font import observe
from playbook.observed import Unreadable
from playbook.render.brand_view import WEIGHTS, font_role
from playbook.render.fill import filtered, found, stands
from playbook.render.filters import Wording, words
from playbook.render.fit import GENERIC, Widths, Words, over
from playbook.render.template import Each, If, Nodes
from playbook.store import Memory

_CHARACTERS = tuple(chr(code) for span in ((0x20, 0x530), (0x2000, 0x2150)) for code in range(*span))
"""Latin, Greek, Cyrillic, and the marks between words; a character from elsewhere is taken to be wide."""

_MEASURED = frozenset(_CHARACTERS)
_LEAST = 16
"""Units of an em. Source: OpenType, head, unitsPerEm."""


def widths(brand: Brand, read: Read, store: Store | None = None) -> dict[str, Widths]:
    """The fonts of headings and text by role; one without a font file that can be read is left out.

    `read` gives the bytes of a project file; `store` keeps what was measured.
    """
    kept = store or Memory()
    found = {name: _of_role(brand, font_role(brand, name), WEIGHTS[name], read, kept) for name in WEIGHTS}
    return {name: font for name, font in found.items() if font}


def told(fonts: Mapping[str, Widths]) -> dict[str, Any]:
    """The same for the page's script; "" stands for every other role."""
    return {name: asdict(font) for name, font in {"": GENERIC, **fonts}.items()}


def drawn(fonts: Mapping[str, Widths]) -> list[list[int]]:
    """The first and last codes of the characters that any of the fonts has."""
    codes = {ord(character) for font in fonts.values() for character in font.known}
    more = {(first, last) for font in fonts.values() for first, last in font.more}
    return sorted([*_ranges(sorted(codes)), *map(list, more)])


def overlong(
    kind: Kind, values: Mapping[str, Any], wording: Wording, at: Callable[[str], Location]
) -> Iterator[Problem]:
    """The fields whose text does not fit into its place on the piece; `at` says where each was filled in."""
    read = [template(kind, output).nodes for output in kind.outputs]
    for name in kind.fields:
        places = (over_it for nodes in read for over_it in excesses(nodes, name, values, wording))
        if excess := max(places, default=0):
            yield Problem("fit.long", at(name), {"field": name, "over": excess}, "fit.long-hint")


def excesses(nodes: Nodes, name: str, values: Mapping[str, Any], wording: Wording) -> Iterator[int]:
    """By how many characters a field is too long for each of its places in a template."""
    for text, box in fits(nodes, name, values, wording):
        yield over(text, box, wording.widths)


def fits(nodes: Nodes, name: str, values: Mapping[str, Any], wording: Wording) -> Iterator[tuple[Words, str]]:
    """The words of a field as they come into its places in a template, each with the box that they get."""
    for node in nodes:
        if isinstance(node, If):
            yield from fits(_kept(node, values), name, values, wording)
        elif isinstance(node, Each):
            yield from fits(node.body, name, values, wording)
            names = [each.name for each in node.filters]
            if node.path == (name,) and "fit" in names:
                at = names.index("fit")
                said = filtered(replace(node, filters=node.filters[:at]), values, wording)
                yield words(said), node.filters[at].argument


def _kept(node: If, values: Mapping[str, Any]) -> Nodes:
    """The side of a condition that stands; both where only the brand decides."""
    if node.path[0] in GIVEN:
        return (*node.then, *node.otherwise)
    return node.then if stands(found(values, node.path)) is not node.turned else node.otherwise


def _of_role(brand: Brand, role: FontRole | None, usual: int, read: Read, store: Store) -> Widths | None:
    family = brand.fonts.families.get(role.family) if role else None
    if not role or not family:
        return None
    weight = role.weight or usual
    files = [file for file in family.files if file.style == role.style] or list(family.files)
    near = nearest(files, weight)
    fonts = (_known(content(brand.files.get(file.file, ""), read), weight, store) for file in near)
    return _together([font for font in fonts if font])


def _together(fonts: list[Widths]) -> Widths | None:
    """Files of one font, cut by characters, as one; the first that has a character draws it."""
    if not fonts:
        return None
    first = fonts[0]
    known = {
        character: wide * first.em // font.em
        for font in reversed(fonts)
        for character, wide in font.known.items()
    }
    more = [span for font in fonts for span in font.more]
    return Widths(first.em, first.cap, first.other, dict(sorted(known.items())), more)


def _known(file: bytes, weight: int, store: Store) -> Widths | None:
    """A font file in a weight, as it was measured once."""
    kept = remembered(store, "widths", (file, weight), lambda: _told(_font(file, weight)))
    said = json.loads(kept)
    return Widths(**said) if said else None


def _told(font: Widths | None) -> bytes:
    return json.dumps(asdict(font) if font else None).encode()


@lru_cache(maxsize=64)
def _font(file: bytes, weight: int) -> Widths | None:
    """A font file in a weight, None for one that cannot be read."""
    try:
        em = observe(file).units_per_em
    except Unreadable:
        return None
    if em < _LEAST:
        return None
    try:
        with TTFont(BytesIO(file), lazy=True) as font:
            return _measured(font, em, weight)
    except Exception:  # noqa: BLE001 - what the library raises of broken tables; the font is then none
        return None


def _measured(font: Any, em: int, weight: int) -> Widths:
    names = font.getBestCmap()
    glyphs = font.getGlyphSet(location={"wght": weight} if "fvar" in font else None)
    known = {
        character: max(0, round(glyphs[names[ord(character)]].width))
        for character in _CHARACTERS
        if ord(character) in names
    }
    more = _ranges(code for code in sorted(names) if chr(code) not in _MEASURED)
    cap = getattr(font["OS/2"], "sCapHeight", 0) if "OS/2" in font else 0
    return Widths(em, cap if 0 < cap <= em else em * 72 // 100, em * 112 // 100, known, more)


def _ranges(codes: Iterable[int]) -> list[list[int]]:
    """Codes in order as first and last ones."""
    found: list[list[int]] = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found
