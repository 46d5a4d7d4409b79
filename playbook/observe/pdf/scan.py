"""The operators of a page's content, without their texts: what colors are set, where things are drawn.

The reader of PDFs can do this too, but takes ten times as long, and pages of drawings are large.
Source: ISO 32000-2, 7.2 (lexical conventions) and 8.2 (operators).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Operand = float | str
"""A number or a name; texts, arrays and dictionaries are passed over."""

_TOKEN = re.compile(
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\s\0()<>\[\]{}/%]|$))"
    rb"|/(?P<name>[^\s\0()<>\[\]{}/%]*)"
    rb"|(?P<string>\()"
    rb"|(?P<word>[^\s\0()<>\[\]{}/%]+)"
    rb"|%[^\r\n]*|<[0-9A-Fa-f\s]*>?|[\[\]{}>)]"
)
_BRACKET = re.compile(rb"[()]|\\.", re.DOTALL)
_END = re.compile(rb"\sEI(?=[\s\0]|$)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST = 40


def operators(content: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Each operator with the numbers and names before it."""
    operands: list[Operand] = []
    at = 0
    while found := _TOKEN.search(content, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "number":
            operands.append(float(found[0]))
        elif kind == "name":
            operands.append(_name(found["name"]))
        elif kind == "string":
            at = _after_string(content, at)
        elif kind == "word":
            yield found[0].decode("latin-1"), operands[-_MOST:]
            operands = []
            if found[0] == b"ID":
                ends = _END.search(content, at)
                at = ends.end() if ends else len(content)


def _name(written: bytes) -> str:
    return "/" + _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), written).decode("utf-8", "replace")


def _after_string(content: bytes, at: int) -> int:
    """Where a text ends: brackets in it are paired or escaped."""
    depth = 1
    while depth and (found := _BRACKET.search(content, at)):
        at = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
    return len(content) if depth else at
