"""Fonts that are not the brand's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.brand import Brand
from playbook.case import Case
from playbook.diagnostics import Fact, Problem
from playbook.fontnames import forms
from playbook.handed import Lettering
from playbook.rulings import Options

_TOLD = 8
_MARKS = re.compile(r"[\W_]+")
_GENERIC = frozenset(
    {
        *("serif", "sansserif", "monospace", "cursive", "fantasy", "systemui", "math", "emoji"),
        *("uiserif", "uisansserif", "uimonospace", "uirounded", "inherit", "initial", "unset"),
        *("applesystem", "blinkmacsystemfont", "revert", "revertlayer"),
        *("symbol", "wingdings", "wingdings2", "webdings"),
        *("applecoloremoji", "segoeuiemoji", "segoeuisymbol", "notocoloremoji", "twemojimozilla"),
    }
)
"""Names of no family, and the fonts that programs take their bullets and pictures (emoji) from."""


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """The fonts of a file are those of the brand, and travel with it where the format lets them.

    Why:
        A font carries the brand's voice before a word is read. One that is missing where a file is opened is
        replaced, and lines break anew.
    Fix:
        Set the text in the brand's font, or in one of those that stand in for it. Embed fonts when saving as
        PDF; in Office, set the theme's fonts once.
    Source:
        brand/fonts.yml: the families and what stands in for them. Names are compared without styles, quotes
        and the marks of subsets. Generic families such as sans-serif, a system's own font and fonts of
        symbols are nobody's.
    Wrong:
        brand/fonts.yml
            families: {text: {name: Alegreya, source: system}}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <text font-family="Papyrus" y="9">Hi</text>
            </svg>
    Right:
        brand/fonts.yml
            families: {text: {name: Alegreya, source: system}}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <text font-family="Alegreya, serif" y="9">Hi</text>
            </svg>
    """
    known = _GENERIC | {_plain(name) for name in names(case.brand)}
    strange = [font for font in case.handed.fonts if not _ours(font, known)]
    if known > _GENERIC:
        yield from _strangers(case, _together(strange))
    for found in _together(case.handed.fonts):
        yield from _left_out(case, found)


def names(brand: Brand) -> Iterator[str]:
    """The brand's families and those that stand in for them."""
    for family in brand.fonts.families.values():
        yield family.name
        yield from family.fallback


def _plain(name: str) -> str:
    return _MARKS.sub("", name.casefold())


def _ours(font: Lettering, known: frozenset[str]) -> bool:
    """Whether the font is known by its family or, as some families end like a style, by more of its name."""
    named = {_plain(name) for name in (font.family, *forms(font.family), *forms(font.written))}
    return not any(named) or not named.isdisjoint(known)


def _together(fonts: Iterable[Lettering]) -> list[list[Lettering]]:
    """The fonts by their families."""
    found: dict[str, list[Lettering]] = {}
    for font in fonts:
        found.setdefault(_plain(font.family), []).append(font)
    return list(found.values())


def _strangers(case: Case, found: list[list[Lettering]]) -> Iterator[Problem]:
    mine = tuple(family.name for family in case.brand.fonts.families.values())
    ranked = sorted((same for same in found if _used(same)), key=_used, reverse=True)
    for same in ranked[:_TOLD]:
        facts: dict[str, Fact] = {"font": same[0].family, "count": _used(same), "fonts": mine}
        place = case.at(same[0].spot, among=(font.spot for font in same))
        yield Problem("file-font.stranger", place, facts, "file-font.stranger-hint")
    if rest := ranked[_TOLD:]:
        facts = {"count": len(rest), "names": ", ".join(same[0].family for same in rest[:_TOLD])}
        yield Problem("file-font.more", case.at(rest[0][0].spot), facts, "file-font.stranger-more-hint")
    if ready := [same[0].family for same in found if not _used(same)]:
        facts = {"names": ", ".join(ready[:_TOLD])}
        yield Problem("file-font.ready", case.at(), facts, "file-font.ready-hint")


def _used(same: Iterable[Lettering]) -> int:
    """How often a family is used; not at all where it only stands ready."""
    return sum(font.count for font in same)


def _left_out(case: Case, found: list[Lettering]) -> Iterator[Problem]:
    missing = next((font for font in found if font.embedded is False), None)
    if missing:
        place = case.at(missing.spot, among=(font.spot for font in found if font.embedded is False))
        yield Problem("file-font.absent", place, {"font": missing.family}, "file-font.absent-hint")
