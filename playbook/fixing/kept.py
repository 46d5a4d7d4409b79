"""Where a Markdown text is no plain prose: what changes a word there may break a link, an anchor or code.

That is all that nobody says (see `silence`), and some words of whoever wrote it: headings are anchors too.
Every look takes linear time, whatever is written; rather too much is kept than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne

from playbook.silence import silenced
from playbook.source import outline, read
from playbook.source.spots import Spot

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_INDENTED = re.compile(r"[ >]*(?: {4}|\t)")
_BEGINS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
"""What quotes and lists put before the text of a line."""
_MARKED = re.compile(r"#|!!!|\?\?\?|===|\+\+\+|///|:::|-+8<-+")
"""Headings, whose words are their anchors, and what Markdown's extensions call by name."""
_SNIPPETS = re.compile(r"-+8<-+\s*")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)\s*")
_PIECES = re.compile(
    r"\]\(\s*(?:<[^<>\n]*>|[^\s<]\S*)"  # where links lead, rather too much
    r"|:[\w+-]+:"
)
_BRACKETS = re.compile(r"\[[^\]\n]*(?:(?P<label>\](?!\())|\]?)")


def kept(markdown: str) -> bytearray:
    """A byte for each character: 1 where it has to stay as it is."""
    mask = bytearray(map(ne, markdown, silenced(markdown)))
    for spans in (_lines(markdown), _pieces(markdown)):
        for start, end in spans:
            mask[start:end] = b"\1" * (end - start)
    return mask


def _lines(text: str) -> Iterator[Span]:
    paragraph, in_snippets = 0, False
    for found in _LINE.finditer(text):
        line = found[0]
        is_underline = _UNDERLINE.fullmatch(line)
        if is_underline:
            yield paragraph, found.start()
        if is_underline or not line.strip(" \t\r\n>"):
            paragraph = found.end()
            continue
        begins = _BEGINS.match(line)
        rest = line[begins.end() :] if begins else line
        in_snippets ^= bool(_SNIPPETS.fullmatch(rest))
        if in_snippets or _INDENTED.match(line) or _MARKED.match(rest):
            yield found.span()


def _pieces(text: str) -> Iterator[Span]:
    yield from (found.span() for found in _PIECES.finditer(text))
    yield from (found.span() for found in _BRACKETS.finditer(text) if found["label"])


def kept_in_yaml(text: str) -> bytearray:
    """The same for a YAML text, whose values may all be Markdown.

    Of a value that is written with escapes all is kept, if any of it has to be.
    """
    mask = bytearray(len(text))
    for spot in _texts(text):
        of_value = kept(spot.text)
        if 1 not in of_value:
            continue
        mask[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
        for at, place in _pairs(text, spot):
            mask[place] = of_value[at]
    return mask


def _texts(text: str) -> Iterator[Spot]:
    """Every value of a YAML text that is itself a text; none where it cannot be read."""
    root = outline(text) if read("", text.encode()).readable else None
    spots = [root] if root else []
    while spots:
        spot = spots.pop()
        spots += [value for _, value in spot.entries]
        if spot.kind == "text":
            yield spot


def _pairs(text: str, spot: Spot) -> Iterator[Span]:
    """Each character of a value, less its blanks, and where it is written; nothing where that differs."""
    end = spot.end - (spot.style in {"'", '"'})
    said = [at for at, char in enumerate(spot.text) if not char.isspace()]
    written = [at for at in range(spot.start, end) if not text[at].isspace()][-len(said) :]
    if [spot.text[at] for at in said] == [text[at] for at in written]:
        yield from zip(said, written, strict=True)
