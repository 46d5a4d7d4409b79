"""Reading HTML as far as judging needs it: elements with their places, texts by paragraph, style sheets.

Built on the standard library's tolerant parser: it never fails, and knows where each tag begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from playbook.observe.html.look import Look, derived
from playbook.observed import Unreadable

MAX_ELEMENTS = 100_000
MAX_DEPTH = 1_000
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "textarea", "option", "svg", "math"})
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
        ),
        *("ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    )
)
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)

Role = Literal["text", "heading", "link", "preview"]


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A tag with its attributes (lower-case names, entities resolved); line and column count from 1."""

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    source: str
    lang: str = ""
    hidden: bool = False
    look: Look = Look()  # noqa: RUF009 - frozen

    def place(self, attribute: str) -> tuple[int, int]:
        """Where the value of an attribute begins."""
        found = re.search(rf"""[\s"']{re.escape(attribute)}\s*=\s*["']?""", self.source, re.IGNORECASE)
        before = self.source[: found.end()] if found else ""
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") if lines else self.column + len(before)
        return self.line + lines, column


@dataclass(frozen=True, slots=True)
class Said:
    """A text as written, where it begins, and what it is."""

    text: str
    line: int
    column: int
    role: Role
    level: int = 0
    lang: str = ""


@dataclass(slots=True)
class _Open:
    """A text that is being gathered."""

    parts: list[str] = field(default_factory=list)
    line: int = 0
    column: int = 0


class Reader(HTMLParser):
    """A page, read once."""

    def __init__(self, source: str) -> None:
        """Read it.

        Raises:
            Unreadable: `too-complex`.
        """
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.said: list[Said] = []
        self.sheets: list[Said] = []
        self.drawings: list[tuple[str, int, int]] = []
        self.looks: dict[Look, Said] = {}
        self.title = ""
        self.comments: list[str] = []
        self._source = source
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._stack: list[Element] = []
        self._text = _Open()
        self._link: _Open | None = None
        self.feed(source)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element; a block ends the paragraph before it."""
        attributes = {name: value or "" for name, value in reversed(attrs)}
        line, column = self.getpos()
        above = self._stack[-1] if self._stack else None
        lang = attributes.get("lang") or attributes.get("xml:lang") or (above.lang if above else "")
        hidden = bool((above and above.hidden) or _HIDDEN.search(attributes.get("style", "")))
        source = self.get_starttag_text() or ""
        look = derived(above.look if above else Look(), tag, attributes)
        hidden = hidden or "hidden" in attributes
        element = Element(tag, attributes, line, column + 1, source, lang, hidden, look)
        self.elements.append(element)
        if len(self.elements) > MAX_ELEMENTS or len(self._stack) > MAX_DEPTH:
            raise Unreadable("too-complex", limit=MAX_ELEMENTS)
        if tag not in _INLINE:
            self._flush()
        elif tag == "a":
            self._link = _Open()
        if tag == "img" and self._link is not None:
            self._link.parts.append(attributes.get("alt", ""))
        if tag not in _VOID:
            self._stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<p/>` opens a paragraph in HTML, but inside drawings a slash closes."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._inside("svg", "math"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what is still open in it."""
        if not any(found.name == tag for found in self._stack):
            return
        if tag not in _INLINE:
            self._flush()
        elif tag == "a":
            self._close_link()
        while self._stack:
            closed = self._stack.pop()
            if closed.name == "svg" and not self._inside("svg"):
                self._draw(closed)
            if closed.name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Text goes to its paragraph, its link, the title or a style sheet."""
        inside = self._stack[-1].name if self._stack else ""
        line, column = self.getpos()
        if inside == "style" and not self._inside("svg"):
            self.sheets.append(Said(data, line, column + 1, "text"))
        elif inside == "title" and not self._inside("svg"):
            self.title = self.title or " ".join(data.split())
        elif not self._inside(*_UNSEEN):
            for opened in filter(None, (self._text, self._link)):
                if not opened.line and data.strip():
                    blank = data[: len(data) - len(data.lstrip())]
                    lines = blank.count("\n")
                    opened.line = line + lines
                    opened.column = (len(blank) - blank.rfind("\n")) if lines else column + len(blank) + 1
                opened.parts.append(data)
            if data.strip() and self._stack and not self._stack[-1].hidden:
                self.looks.setdefault(self._stack[-1].look, Said(data.strip(), line, column + 1, "text"))

    def handle_comment(self, data: str) -> None:
        """Comments hold what only Outlook reads."""
        if len(self.comments) < MAX_ELEMENTS:
            self.comments.append(data)

    def _inside(self, *names: str) -> bool:
        return any(found.name in names for found in self._stack)

    def _flush(self) -> None:
        """End the paragraph."""
        opened, self._text = self._text, _Open()
        text = "".join(opened.parts).strip()
        if text:
            heading = next((found for found in reversed(self._stack) if _HEADING.fullmatch(found.name)), None)
            level = int(heading.name[1]) if heading else 0
            above = self._stack[-1] if self._stack else None
            role: Role = "heading" if level else "preview" if above and above.hidden else "text"
            lang = above.lang if above else ""
            self.said.append(Said(text, opened.line, opened.column, role, level, lang))

    def _close_link(self) -> None:
        opened, self._link = self._link, None
        above = self._stack[-1] if self._stack else None
        if opened is not None and above is not None:
            text = " ".join("".join(opened.parts).split())
            place = (opened.line, opened.column) if opened.line else (above.line, above.column)
            if text:
                self.said.append(Said(text, *place, "link", 0, above.lang))

    def _draw(self, opened: Element) -> None:
        """Keep the source of a drawing, from its first tag to where its last ends."""
        line, column = self.getpos()
        first = self._starts[opened.line - 1] + opened.column - 1
        last = self._starts[line - 1] + column
        self.drawings.append((self._source[first:last] + "</svg>", opened.line, opened.column))
