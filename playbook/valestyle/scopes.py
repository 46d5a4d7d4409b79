"""The parts of a text that a rule is about, as Vale names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.readability import sentences

SCOPES = frozenset({"text", "paragraph", "sentence", "heading", "list", "summary", "raw"}) | {
    f"heading.h{level}" for level in range(1, 7)
}

_LINE = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r"[ ]{0,3}(?P<level>#{1,6})[ \t]+(?P<text>[^\n]*?)(?:[ \t]+#+)?[ \t\r]*(?:\n|\Z)")
_ENTRY = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_APART = re.compile(r"\s*\Z|[ \t]*\|")
"""Lines that end what stands above them: blank ones, and rows of a table."""

Span = tuple[int, int]


def pieces(text: str, scope: str) -> Iterator[Span]:
    """Where the parts of a text in Markdown begin and end, without blanks around them."""
    if scope in {"summary", "raw"}:
        yield 0, len(text)
    elif scope == "sentence":
        yield from ((one.start, one.end) for one in sentences(text))
    else:
        for kind, start, end in _blocks(text):
            if scope in {"text", kind, kind.partition(".")[0]}:
                yield start, end


def windows(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    """A part in pieces of at most so many characters, cut between words where there are any."""
    while end - start > longest:
        cut = max(text.rfind(blank, start + longest // 2, start + longest) for blank in " \n\t") + 1
        cut = cut or start + longest
        yield start, cut
        start = cut
    yield start, end


def _blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """Headings, entries of lists and paragraphs, by kind."""
    kind, start = "paragraph", 0
    for line in _LINE.finditer(text):
        heading, entry = _HEADING.fullmatch(line[0]), _ENTRY.match(line[0])
        if heading or entry or _APART.match(line[0]):
            yield from _trimmed(text, kind, start, line.start())
            kind, start = ("list", line.start() + entry.end()) if entry else ("paragraph", line.start())
        if heading:
            yield from _trimmed(
                text,
                f"heading.h{len(heading['level'])}",
                line.start() + heading.start("text"),
                line.start() + heading.end("text"),
            )
            start = line.end()
    yield from _trimmed(text, kind, start, len(text))


def _trimmed(text: str, kind: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    block = text[start:end]
    if block.strip():
        yield kind, start + len(block) - len(block.lstrip()), start + len(block.rstrip())
