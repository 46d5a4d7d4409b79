"""A template's text with its marks painted over, so that what they stand in can be read around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from playbook.render.template import Slot, Template

SLOT, PART, NOTE = "\ue000\ue001\ue002"
"""What each letter of a mark is painted as; nobody writes them, and no template may hold them itself."""
_MARK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_SIGNS = {"#": PART, "/": PART, "!": NOTE}


class Masked:
    """The text, as long as it was, and its marks by the offset at which their braces begin.

    `slots` are those of its marks that values come from.
    """

    def __init__(self, read: Template, slots: Mapping[int, Slot]) -> None:
        self.text = _MARK.sub(_painted, read.text)
        self.slots = slots
        self._words = {mark.start(): mark[1].strip() for mark in _MARK.finditer(read.text)}
        self._ends = {mark.start(): mark.end() for mark in _MARK.finditer(read.text)}
        self._starts = list(self._ends)
        self._spots: dict[int, tuple[str, int]] = {}

    def marks(self, start: int, end: int) -> list[int]:
        """Where the marks within a span begin."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def end(self, mark: int) -> int:
        """Where the mark that begins at an offset ends."""
        return self._ends[mark]

    def stand(self, place: str, of: int, start: int, end: int) -> None:
        """Note where the marks of a span stand: in which place, and where that begins."""
        self._spots |= dict.fromkeys(self.marks(start, end), (place, of))

    def outside(self, name: str) -> Iterator[int]:
        """Where slots with a filter stand elsewhere than in the text."""
        for at, slot in self.slots.items():
            if any(each.name == name for each in slot.filters) and self._spots.get(at, ("",))[0] != "text":
                yield at

    def torn(self) -> Iterator[int]:
        """Where parts begin that turn or end in another place than the one they begin in."""
        opened: list[int] = []
        for at in self._starts:
            if self._words[at].startswith("#"):
                opened.append(at)
            elif self.text[at] == PART:
                if self._spots.get(at) != self._spots.get(opened[-1]):
                    yield opened[-1]
                if self._words[at].startswith("/"):
                    opened.pop()


def _painted(mark: re.Match[str]) -> str:
    words = mark[1].strip()
    sign = PART if words == "else" else _SIGNS.get(words[:1], SLOT)
    return sign * len(mark[0])
