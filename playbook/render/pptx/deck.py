"""A filled-in HTML document as a deck: each `section` with the class `slide` is a slide.

Its other class names the layout. The first heading is the title; each element that follows is the text of a
place, in order, its `li` and `p` being paragraphs. What is left over joins the last place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

Paragraphs = tuple[str, ...]
_TITLES = frozenset({"h1", "h2", "h3"})
_BLOCKS = frozenset({"li", "p", "dt", "dd"})
_SKIPPED = frozenset({"img", "style", "figure"})
_NEW = "\ue000"
"""Stands for a new line while blanks are run together."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: the classes of its section, its title, the paragraphs of each place with their line ends."""

    layout: tuple[str, ...]
    title: str
    places: tuple[Paragraphs, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation."""

    lang: str
    title: str
    slides: tuple[Slide, ...]


def deck(text: str) -> Deck:
    """The deck of an HTML document."""
    root = html.document_fromstring(text)
    sections = [node for node in root.iter("section") if "slide" in _classes(node)]
    title = next((_words(node) for node in root.iter("title")), "")
    return Deck(root.get("lang") or "en", title, tuple(_slide(node) for node in sections))


def _classes(node: etree._Element) -> tuple[str, ...]:
    return tuple((node.get("class") or "").split())


def _slide(section: etree._Element) -> Slide:
    title, places = "", []
    for node in section.iterchildren(etree.Element):
        if node.tag in _TITLES and not title:
            title = _words(node)
        elif node.tag not in _SKIPPED:
            places.append(tuple(_paragraphs(node)))
    return Slide(_classes(section), title, tuple(places))


def _paragraphs(node: etree._Element) -> Iterator[str]:
    inside = [child for child in node.iter(*_BLOCKS) if child is not node]
    for each in inside or [node]:
        if words := _words(each):
            yield words


def _words(node: etree._Element) -> str:
    """The text of an element, blanks run together, `br` as a new line."""
    lines = "".join(_text(node)).split(_NEW)
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")


def _text(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node.iterchildren():
        if isinstance(child.tag, str):
            yield from (_NEW,) if child.tag == "br" else _text(child)
        yield child.tail or ""
