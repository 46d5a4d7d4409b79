"""Word's styles: what each says of text, and what a run of text comes to.

The cascade is the run's own marks, its character style, its paragraph's style, each with those that it is
based on, and the document's defaults. What table styles say of text is not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from playbook.color import Color
from playbook.observe.ooxml.names import W
from playbook.observe.ooxml.tally import clear_mapping
from playbook.observe.ooxml.theme import Theme, word_color

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_MOST_BASES = 12

Said = tuple[Color, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What one place says of text; `color` is `auto` where it is expressly left to Word."""

    color: Said | Literal["auto"] | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name for people, what it says of text, and the heading that it makes (0: none)."""

    name: str
    look: Look
    base: str
    level: int
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, its defaults, and its default paragraph style."""

    known: Mapping[str, Style]
    defaults: Look
    usual: str
    lang: str

    def chain(self, ident: str) -> Iterator[Style]:
        """A style and those it is based on."""
        for _ in range(_MOST_BASES):
            style = self.known.get(ident)
            if style is None:
                return
            yield style
            ident = style.base

    def level(self, ident: str) -> int:
        """The heading level that a paragraph's style makes, 0 for text."""
        return next((style.level for style in self.chain(ident) if style.level), 0)


def styles(root: etree._Element, scheme: Theme) -> Styles:
    """The styles part of a document."""
    known = {found.get(f"{W}styleId", ""): _style(found, scheme) for found in root.iter(f"{W}style")}
    usual = (
        found.get(f"{W}styleId", "")
        for found in root.iter(f"{W}style")
        if found.get(f"{W}default") in ("1", "true") and found.get(f"{W}type") == "paragraph"
    )
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    lang = None if defaults is None else defaults.find(f"{W}lang")
    return Styles(
        known, look(defaults, scheme), next(usual, ""), "" if lang is None else lang.get(f"{W}val", "")
    )


def look(marks: etree._Element | None, scheme: Theme) -> Look:
    """What a `w:rPr` says."""
    if marks is None:
        return Look()
    color, fonts = marks.find(f"{W}color"), marks.find(f"{W}rFonts")
    return Look(None if color is None else _color(color, scheme), _font(fonts, scheme))


def value(holder: etree._Element | None, path: str) -> str:
    """The `w:val` of what stands in an element under the path, or empty."""
    found = None if holder is None else holder.find(path)
    return "" if found is None else found.get(f"{W}val", "")


def _style(found: etree._Element, scheme: Theme) -> Style:
    name = value(found, f"{W}name") or found.get(f"{W}styleId", "")
    return Style(
        name[:120],
        look(found.find(f"{W}rPr"), scheme),
        value(found, f"{W}basedOn"),
        _level(found, name),
        found,
    )


def _level(found: etree._Element, name: str) -> int:
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1])
    outline = value(found.find(f"{W}pPr"), f"{W}outlineLvl")
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def _color(found: etree._Element, scheme: Theme) -> Said | Literal["auto"] | None:
    attributes = clear_mapping({str(key): str(text) for key, text in found.attrib.items()})
    told = word_color(attributes, scheme)
    return "auto" if told is None and attributes.get("val") == "auto" else told


def _font(found: etree._Element | None, scheme: Theme) -> str:
    """The Latin font; a theme's goes before one that is named."""
    if found is None:
        return ""
    themed = found.get(f"{W}asciiTheme") or found.get(f"{W}hAnsiTheme") or ""
    if themed.startswith("major"):
        return scheme.major
    if themed.startswith("minor"):
        return scheme.minor
    return found.get(f"{W}ascii") or found.get(f"{W}hAnsi") or ""
