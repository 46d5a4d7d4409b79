"""Markdown as HTML that is safe in any document: no raw HTML, no pictures, links only to where they may lead.

Headings stand below the document's title, however deep their writer began: the highest of them is an `h2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from playbook.render.prose import PARAGRAPHS, clean, decoded, is_bounded, parts

_LINK = re.compile(r"(?ai:https?://|mailto:|tel:)[^\s<>\"']+")
_SAME = frozenset(
    {"p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "strong", "em", "code", "pre"}
)
_HEADING = re.compile(r"h([1-6])")
_EMPTY = frozenset({"br", "hr"})


class Markup(str):
    """HTML that may stand in a document as it is."""

    __slots__ = ()


def prose(text: str, *, numbered: bool = False) -> Markup:
    """The HTML of a Markdown text; `numbered` gives each of its highest headings a number."""
    said = clean(text)
    if not is_bounded(said):
        return _as_typed(said)
    try:
        read = list(parts(said))
        return Markup("".join(_Writer(read, numbered=numbered).write()).strip("\n"))
    except RecursionError:
        return _as_typed(said)


def _as_typed(text: str) -> Markup:
    said = (part.strip() for part in PARAGRAPHS.split(text))
    return Markup("".join(f"<p>{escape(part)}</p>\n" for part in said if part))


class _Writer:
    """Writes element trees; `_top` is the level of the highest heading in them."""

    def __init__(self, read: list[Element | str], *, numbered: bool) -> None:
        self._read = read
        self._count = 0 if numbered else None
        elements = (each for part in read if isinstance(part, Element) for each in part.iter())
        levels = [int(found[1]) for each in elements if (found := _HEADING.fullmatch(each.tag))]
        self._top = min(levels, default=1)

    def write(self) -> Iterator[str]:
        """The HTML in pieces."""
        for part in self._read:
            if isinstance(part, str):
                yield f"<pre><code>{escape(part)}</code></pre>\n"
            else:
                yield from self._inside(part)

    def _inside(self, element: Element) -> Iterator[str]:
        yield escape(decoded(element.text or ""))
        for child in element:
            yield from self._one(child)
            yield escape(decoded(child.tail or ""))

    def _one(self, element: Element) -> Iterator[str]:
        heading = _HEADING.fullmatch(element.tag)
        if element.tag in _EMPTY:
            yield f"<{element.tag}>"
        elif heading:
            yield from self._heading(element, int(heading[1]) - self._top + 2)
        elif element.tag in {"th", "td"}:
            yield from self._wrapped(element.tag, element, ' scope="col"' if element.tag == "th" else "")
        elif element.tag in _SAME:
            start = element.get("start", "")
            yield from self._wrapped(element.tag, element, f' start="{start}"' if start.isdecimal() else "")
        elif element.tag == "a":
            yield from self._link(element)
        else:
            yield escape(decoded(element.get("alt", "")))
            yield from self._inside(element)

    def _wrapped(self, tag: str, element: Element, attributes: str = "") -> Iterator[str]:
        yield f"<{tag}{attributes}>"
        yield from self._inside(element)
        yield f"</{tag}>"

    def _heading(self, element: Element, level: int) -> Iterator[str]:
        yield f"<h{min(6, level)}>"
        if self._count is not None and level == 2:
            self._count += 1
            yield f"{self._count}. "
        yield from self._inside(element)
        yield f"</h{min(6, level)}>"

    def _link(self, element: Element) -> Iterator[str]:
        address = decoded(element.get("href", ""))
        attributes = f' href="{escape(address, quote=True)}"' if _LINK.fullmatch(address) else ""
        yield from self._wrapped("a", element, attributes) if attributes else self._inside(element)
