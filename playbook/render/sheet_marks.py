"""A template's marks while its HTML is read: they would be lost, or moved, if the parser saw them.

Parts (`{{#if phone}}`, `{{else}}`, `{{/each}}`) become comments, which stay where they are; slots, and marks
within tags and titles, become characters that nobody writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from playbook.render.sheet import Mark

_PIECE = re.compile(
    r"(?P<left><style\b.*?</style\s*>|<!--.*?-->)"
    r"|(?P<tag><title\b.*?</title\s*>|</?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+>)"
    r"|(?P<mark>\{\{.*?\}\})",
    re.DOTALL | re.IGNORECASE,
)
_MARK = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_PART = re.compile(r"\{\{\s*(?:[#/]|else\b)")
_NUMBERED = re.compile("\ue000([0-9]+)\ue001")
_LOOSE = re.compile(r"\{(?=\{)")
_APART = "{\N{WORD JOINER}"
"""Braces that are meant as such are kept apart, or they would begin a mark."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A text that an HTML parser can read, and the marks that it stands for; None: braces are words."""

    text: str
    marks: tuple[str, ...] | None = None

    def mark(self, node: etree._Element) -> Mark | None:
        """The part that a comment stands for; None for any other node."""
        found = None if isinstance(node.tag, str) else _NUMBERED.fullmatch(node.text or "")
        return Mark(self._mark(found)) if found else None

    def shown(self, text: str) -> str:
        """A text as the template has it, with its slots."""
        return text if self.marks is None else _NUMBERED.sub(self._mark, _LOOSE.sub(_APART, text))

    def _mark(self, found: re.Match[str]) -> str:
        at = int(found[1])
        return self.marks[at] if self.marks and at < len(self.marks) else ""


def guarded(text: str) -> Guarded:
    """A template's text with its marks put out of the parser's way; notes and style sheets are left out."""
    marks: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        marks.append(found[0])
        return f"\ue000{len(marks) - 1}\ue001"

    def piece(found: re.Match[str]) -> str:
        if found["left"] or found[0].startswith("{{!"):
            return ""
        if found["tag"]:
            return _MARK.sub(numbered, found[0])
        sign = numbered(found)
        return f"<!--{sign}-->" if _PART.match(found[0]) else sign

    return Guarded(_PIECE.sub(piece, text), tuple(marks))
