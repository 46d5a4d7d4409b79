"""The line that a finding is about, with a mark under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from playbook.diagnostics import Location
from playbook.report.words import is_whole

WIDTH = 100
"""Cells of a terminal that an excerpt may take, besides its gutter."""
GUTTER = 10
_TAB = 4
_CUT = "\N{HORIZONTAL ELLIPSIS}"
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_CONTROLS = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def excerpt(place: Location, lines: Sequence[str], wide: int = WIDTH) -> Iterator[tuple[str, str]]:
    """Lines of a gutter and a text: the line at the place, and the mark below it.

    Nothing for a whole file, nor where the line is not there or blank; no mark where only the line is known.
    Of a range over several lines the first is shown, of a line that is longer what stands around the place.
    """
    found = quoted(place, lines, wide)
    if found is None:
        return
    gutter, before, meant, after = found
    yield gutter, before + meant + after
    if place.end_line:
        yield " " * len(gutter), " " * width(before) + "^" * max(1, width(meant))


def quoted(place: Location, lines: Sequence[str], wide: int = WIDTH) -> tuple[str, str, str, str] | None:
    """The line's number, and the line: what stands before the place, what is meant, what follows."""
    if is_whole(place) or not 1 <= place.line <= len(lines) or not lines[place.line - 1].strip():
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    first, last = _window(line, start, wide)
    end = min(_end(place, line, start), last)
    before = (_CUT if first else "") + _cells(line[first:start])
    after = _cells(line[end:last]) + (_CUT if last < len(line) else "")
    return f"{place.line:>5}", before, _cells(line[start:end]), after


def one_line(words: str) -> str:
    """The words without what would move the cursor or color the terminal."""
    return "".join(" " if unicodedata.category(char) in _CONTROLS else char for char in words)


def width(words: str) -> int:
    """Cells that the words take: two for wide characters, none for marks over others."""
    return sum(_width(char) for char in words)


def _width(char: str) -> int:
    if unicodedata.category(char) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _end(place: Location, line: str, start: int) -> int:
    """Where the mark ends; a range that goes on below ends with the line's text."""
    if place.end_line > place.line:
        return max(start, len(line.rstrip()))
    return min(max(place.end_column - 1, start), len(line)) if place.end_line == place.line else start


def _window(line: str, start: int, wide: int) -> tuple[int, int]:
    """The part of a line that is shown: all of it, or what fits around the place."""
    if len(line) <= wide and width(_cells(line)) <= wide:
        return 0, len(line)
    first = max(0, start - wide * 2 // 5)
    last, room = first, wide - 2
    while last < len(line) and (room := room - width(_cells(line[last]))) >= 0:
        last += 1
    return first, last


def _cells(words: str) -> str:
    """The words as a terminal can show them: tabs as blanks, so that the mark stands right."""
    return one_line(words.replace("\t", " " * _TAB))
