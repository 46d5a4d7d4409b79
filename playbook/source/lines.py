"""Lines of a YAML text, found by character offset; a line ends at a line feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_SHOWN = 60
"""Characters of the author's text that a message repeats."""

_COMMENT = re.compile(r"(?<!\s)\s++#.*")
_LEAD = re.compile(r"(?:[ \t]*-(?=[ \t]))*[ \t]*")


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, at) + 1


def indent(text: str, start: int) -> int:
    """The first character of a line that is no space."""
    return next((at for at in range(start, len(text)) if text[at] != " "), len(text))


def rest_of_line(text: str, at: int) -> str:
    """From an offset to the end of its line, without blanks and comment."""
    end = text.find("\n", at)
    return _COMMENT.sub("", text[at : end if end >= 0 else len(text)], count=1).rstrip()


def shorten(value: str) -> str:
    """Text that fits into a message."""
    return value if len(value) <= MAX_SHOWN else f"{value[: MAX_SHOWN - 1]}…"


def is_first_on_line(text: str, at: int) -> bool:
    """Whether only blanks stand before an offset."""
    return not text[line_start(text, at) : at].strip()


def lines_above(text: str, at: int) -> Iterator[int]:
    """The starts of the lines above that hold more than a comment, the nearest first."""
    start = line_start(text, at)
    while start > 0:
        start = line_start(text, start - 1)
        line = rest_of_line(text, start).strip()
        if line and not line.startswith("#"):
            yield start


def columns_above(text: str, at: int, *, items: bool) -> set[int]:
    """The columns, from 1, in which the entries begin that a line can join: dashes, or keys."""
    columns: set[int] = set()
    leftmost = len(text)
    for start in lines_above(text, at):
        lead = _LEAD.match(text, start)
        content = lead.end() - start if lead else 0
        dashes = [offset for offset in range(content) if text[start + offset] == "-"]
        for offset in dashes if items else [content]:
            columns |= {offset + 1} if offset < leftmost else set()
        leftmost = min(leftmost, *dashes, content)
        if not leftmost:
            break
    return columns
