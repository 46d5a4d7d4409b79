"""The lines and columns of a text that an edit has to respect: where entries begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.edit.write import CannotEdit, Layout
from playbook.source.spots import Spot

_COLON = re.compile(r"[ \t]*:(?=\s|\Z)")
_FLOW_COLON = re.compile(r"\s*:")
_BLOCK_MARK = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """An entry of a collection: character offsets of its start and of its head's end.

    The head is a key with its colon, or a dash; in a flow list it is empty. `column` is that of the entry,
    from 0.
    """

    index: int
    key: Spot | None
    value: Spot
    start: int
    head: int
    column: int
    flow: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written as the value."""
        return self.value.kind == "text" and self.value.start == self.value.end


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends: at its line feed, or at the end of the text."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after that of an offset begins, or the end of the text."""
    return min(line_end(text, at) + 1, len(text))


def column_of(text: str, at: int) -> int:
    """Characters before an offset on its line."""
    return at - line_start(text, at)


def slots(text: str, spot: Spot) -> list[Slot]:
    """The entries of a collection.

    Raises:
        CannotEdit: where an entry is written in a way that is not understood, such as `? key`.
    """
    return list(_slots(text, spot))


def _slots(text: str, spot: Spot) -> Iterator[Slot]:
    column = column_of(text, spot.start)
    flow = spot.style == "flow"
    end = spot.start
    for index, (key, value) in enumerate(spot.entries):
        if key:
            yield Slot(index, key, value, key.start, _behind_colon(text, key, value, flow=flow), column, flow)
        elif flow:
            yield Slot(index, None, value, value.start, value.start, column, flow)
        else:
            dash = _dash(text, end, column, first=end == spot.start)
            yield Slot(index, None, value, dash, dash + 1, column, flow)
        end = max(value.end, end + 1)


def _behind_colon(text: str, key: Spot, value: Spot, *, flow: bool) -> int:
    colon = (_FLOW_COLON if flow else _COLON).match(text, key.end)
    if colon and colon.end() <= max(value.start, key.end + 1):
        return colon.end()
    if flow and value.start == value.end:
        return key.end
    raise CannotEdit("edit.explicit-key", key=key.text)


def _dash(text: str, since: int, column: int, *, first: bool) -> int:
    if first:
        return since
    found = re.compile(rf"^ {{{column}}}-(?=\s|\Z)", re.MULTILINE).search(text, since)
    if not found:
        raise CannotEdit("edit.explicit-key", key="-")
    return found.end() - 1


def tail(text: str, slot: Slot) -> int:
    """Where the lines of a block entry end: behind its trailing comment, and comments indented below it."""
    value = slot.value
    at = next_line(text, max(value.end, slot.head))
    if value.style in {"|", ">"} and "+" in block_mark(text, value):
        return _skip(text, at, re.compile(r"[ \t]*\r?\n"))
    if value.style in {"block", "|", ">"}:
        return _skip(text, at, re.compile(rf"(?:[ \t]*\r?\n)* {{{slot.column + 1},}}#[^\n]*(?:\n|\Z)"))
    return at


def _skip(text: str, at: int, pattern: re.Pattern[str]) -> int:
    while found := pattern.match(text, at):
        at = found.end()
    return at


def block_mark(text: str, value: Spot) -> str:
    """The `|` or `>` of a block of text, with what follows it directly."""
    mark = _BLOCK_MARK.match(text, value.start)
    return mark[0] if mark else ""


def layout(text: str, root: Spot | None) -> Layout:
    """How the file indents, as its first nested mapping and its first list below a key show it."""
    step = items = None
    for key, value in _block_pairs(root) if root else ():
        offset = column_of(text, value.start) - column_of(text, key.start)
        if value.kind == "mapping":
            step = step or max(offset, 1)
        elif items is None:
            items = max(offset, 0)
    return Layout(step or 2, items if items is not None else step or 2)


def _block_pairs(spot: Spot) -> Iterator[tuple[Spot, Spot]]:
    """Keys with the block collections below them, in the order of the text."""
    for key, value in spot.entries:
        if value.style == "block" and not value.marked:
            if key:
                yield key, value
            yield from _block_pairs(value)
