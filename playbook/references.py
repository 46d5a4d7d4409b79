"""Live references in Markdown: `[[touchpoint:checkout]]`, `[[piece:quote|our quote]]`; pure text.

What stands in code is left alone: code spans, fenced blocks, indented blocks. A backslash before the
brackets makes them plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NOUNS = (
    "touchpoint",
    "piece",
    "kit",
    "persona",
    "journey",
    "stage",
    "message",
    "color",
    "font",
    "logo",
    "term",
)
"""What a reference may name; `term` is a word of the brand's voice."""

_TOKEN = re.compile(r"\\.|(?P<ticks>`+)|\[\[(?P<inside>[^\[\]\n]{1,300})\]\]")
_INSIDE = re.compile(r"\s*([a-z][a-z-]*)\s*:\s*([^|]*?)\s*(?:\|\s*(.*?)\s*)?")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(.*)")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_CONTAINER = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)]|!!!|\?\?\?\+?|===|:|\[\^[^\]]+\]:)\s")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written, without judging it: `id` may be unknown, and `noun` no word of ours.

    `start` and `end` are offsets in the text; line and column count from 1, in characters. `label` is
    the author's own words, or empty.
    """

    noun: str
    id: str
    label: str
    start: int
    end: int
    line: int
    column: int


def find(markdown: str) -> Iterator[Reference]:
    """Every live reference of a Markdown text, in order."""
    for number, start, block in _paragraphs(markdown):
        for token in _outside_code(list(_TOKEN.finditer(block))):
            parts = _INSIDE.fullmatch(token["inside"])
            if parts:
                before = block[: token.start()]
                yield Reference(
                    noun=parts[1],
                    id=parts[2],
                    label=parts[3] or "",
                    start=start + token.start(),
                    end=start + token.end(),
                    line=number + before.count("\n"),
                    column=token.start() - before.rfind("\n"),
                )


def _outside_code(tokens: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The references among a paragraph's tokens that stand in no code span."""
    closing = _closing(tokens)
    at = 0
    while at < len(tokens):
        if tokens[at]["inside"]:
            yield tokens[at]
        at = closing.get(at, at) + 1


def _closing(tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """For each run of backticks the next one of its length, if there is one."""
    found: dict[int, int] = {}
    latest: dict[int, int] = {}
    for at in range(len(tokens) - 1, -1, -1):
        length = len(tokens[at]["ticks"] or "")
        if length:
            if length in latest:
                found[at] = latest[length]
            latest[length] = at
    return found


def _paragraphs(markdown: str) -> Iterator[tuple[int, int, str]]:
    """Runs of lines that are no code blocks: the first line's number, its offset, and the text."""
    waiting: list[str] = []
    number, start = 1, 0
    for line, offset, text in _prose_lines(markdown):
        if waiting and text.strip() and line == number + len(waiting):
            waiting.append(text)
            continue
        if waiting:
            yield number, start, "".join(waiting)
        waiting, number, start = [text], line, offset
    if waiting:
        yield number, start, "".join(waiting)


def _prose_lines(markdown: str) -> Iterator[tuple[int, int, str]]:
    """The lines outside of code blocks, with their number and offset."""
    fence, container, after_blank, offset = "", False, True, 0
    for number, line in enumerate(markdown.splitlines(keepends=True), start=1):
        mark = _FENCE.match(line)
        indented = bool(_INDENTED.match(line))
        if fence:
            fence = "" if mark and _closes(mark, fence) else fence
        elif mark and not (indented and not container) and not ("`" in mark[2] and mark[1][0] == "`"):
            fence = mark[1]
        elif not (indented and after_blank and not container):
            yield number, offset, line
            after_blank = False
        if not line.strip():
            after_blank = True
        elif not indented:
            container = bool(_CONTAINER.match(line))
            after_blank = False
        offset += len(line)


def _closes(mark: re.Match[str], fence: str) -> bool:
    return mark[1].startswith(fence) and not mark[2].strip()
