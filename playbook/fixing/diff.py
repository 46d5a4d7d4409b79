"""Changes as a unified diff, as people read it and as `git apply` takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import Literal

Kind = Literal["head", "place", "old", "new", "same"]

_FEEDS = re.compile(r"(?<=\n)")
_UNENDED = "\n\\ No newline at end of file\n"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
"""What would move a terminal's cursor or change its colors."""


def diff(path: str, before: str, after: str, *, at_terminal: bool) -> Iterator[tuple[Kind, str]]:
    """The lines of the diff of one file, each with its end and what it is.

    At a terminal, control characters are replaced; elsewhere every character is as the file has it.
    """
    name = path.lstrip("/")
    old, new = (_FEEDS.split(text) for text in (before, after))
    lines = unified_diff(_ended(old), _ended(new), f"a/{name}", f"b/{name}", n=2)
    for at, line in enumerate(lines):
        shown = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line) if at_terminal else line
        yield _kind(at, line), shown


def _ended(lines: list[str]) -> list[str]:
    *whole, last = lines
    return [*whole, last + _UNENDED] if last else whole


def _kind(at: int, line: str) -> Kind:
    if at < 2:
        return "head"
    kinds: dict[str, Kind] = {"@": "place", "-": "old", "+": "new"}
    return kinds.get(line[0], "same")
