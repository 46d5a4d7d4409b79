"""A sheet as the data that the typesetter's template reads; words stay data, and so are never code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any
from unicodedata import bidirectional, normalize

from playbook.i18n import LANGUAGES
from playbook.render.sheet import (
    Beside,
    Block,
    Break,
    Inline,
    Inlines,
    Logo,
    Mark,
    Pairs,
    Paragraph,
    Row,
    Run,
    Sheet,
    Table,
)

Data = dict[str, Any]

_LEVELS = {"title": 1, "heading": 2, "subheading": 3}
_LINK = re.compile(r"(?ai:https?://|mailto:|tel:)[^\s<>\"]+")
_WORD = re.compile(r"(\S{25,})")
"""Longer than a line of a narrow column."""
_PART = re.compile(r"[^/.@_?&=-]{0,23}[/.@_?&=-]+|[^/.@_?&=-]{1,4}")
"""What of such a word no end of a line tears apart."""
_SHARES = (12, 44)
_WHOLE = (600, 12)
"""Characters and lines of a paragraph or row that no end of a page tears apart."""
_LANG = re.compile(r"(?ai:([a-z]{2,3})(?:-([a-z]{2}))?)(?:-.*)?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Marks that turn the direction of a text could turn it beyond their own value."""
_MEANT = {code: bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)} | {0x1680: " "}
"""What stands for controls, which are Windows' letters read wrongly, and for a blank that few fonts have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What becomes of what cannot be set.

    Signs that no font has are `lacking`, and `instead` stands in their place; where not `pictured`, pictures
    are left out.
    """

    lacking: str = ""
    instead: str = ""
    pictured: bool = True

    def text(self, text: str) -> str:
        """A text as it is set."""
        clean = normalize("NFC", _UNSEEN.sub("", text).translate(_MEANT))
        return clean.translate({ord(sign): self.instead for sign in self.lacking})

    def parts(self, text: str) -> list[str]:
        """The same, parted where a line may end within a long word: no sign is added for that."""
        words = enumerate(_WORD.split(self.text(text)))
        return [part for at, word in words for part in (_PART.findall(word) if at % 2 else [word])]


def language(tag: str) -> Data:
    """A language's tag as the typesetter takes it; English for what is none."""
    found = _LANG.fullmatch(tag)
    region = {"region": found[2].upper()} if found and found[2] else {}
    return {"lang": found[1].lower() if found else LANGUAGES[0], **region}


def spoken(tag: str) -> str:
    """The language of the product's own words in a document."""
    lang = language(tag)["lang"]
    return lang if lang in LANGUAGES else LANGUAGES[0]


def title(setting: Setting, *texts: str) -> str:
    """The first of some texts that says something as it is set: each file needs a title.

    Source: ISO 14289-1, 7.1.
    """
    return next(filter(str.strip, map(setting.text, texts)), "PDF")


def words(sheet: Sheet) -> str:
    """All that is set, for a look at its characters."""
    return Setting().text("".join(_texts((*sheet.blocks, *sheet.foot))) + sheet.title)


def data(sheet: Sheet, setting: Setting) -> Data:
    """The sheet; `letterhead` is what it begins with, `address` what the window of an envelope shows.

    Headings count from one and leave out no level, as readers of a PDF expect.
    """
    head = sheet.blocks[:1] if isinstance(next(iter(sheet.blocks), None), Beside) else ()
    rest = sheet.blocks[len(head) :]
    address = rest[:1] if head and all(map(_is_address, rest[:1])) else ()
    maker = _Maker(setting)
    return {
        "letterhead": maker.blocks(head),
        "address": maker.blocks(address),
        "blocks": maker.blocks(rest[len(address) :]),
        "foot": maker.blocks(sheet.foot),
    }


def _entry(block: Block) -> str:
    """Whether a block is an entry of a list, and of which."""
    return block.style if isinstance(block, Paragraph) and block.style in {"item", "step"} else ""


def _numbers(steps: Iterable[Paragraph], last: int) -> Iterator[int]:
    """The numbers of steps after one."""
    for step in steps:
        last = last + 1 if step.number is None else step.number
        yield last


def _is_address(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == "address"


def _texts(blocks: Iterable[Block | Row]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from (each.text for each in block.inlines if isinstance(each, Run))
            case Row():
                yield from (each.text for cell in block.cells for each in cell if isinstance(each, Run))
            case Table():
                yield from _texts((Row(block.head), *block.rows))
            case Pairs():
                yield from _texts(block.rows)
            case Beside():
                yield from _texts((*block.left, *block.right))


class _Maker:
    """Makes the data of blocks in their order; it knows how deep the last heading was."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._level = 0

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        """The blocks; entries of a list that follow each other are one, and their steps count on."""
        found: list[Data] = []
        steps = 0
        for style, group in groupby((each for each in blocks if not isinstance(each, Mark)), _entry):
            if not style:
                found += map(self._block, group)
                steps = 0
                continue
            entries = [each for each in group if isinstance(each, Paragraph)]
            numbers = list(_numbers(entries, steps)) if style == "step" else []
            said = [self._inlines(each.inlines) for each in entries]
            found.append({"kind": "entries", "numbers": numbers, "entries": said})
            steps = numbers[-1] if numbers else steps
        return found

    def _block(self, block: Block) -> Data:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return self._table(block)
            case Pairs():
                return {"kind": "pairs", "sums": block.sums, "rows": self._rows(block.rows, 2)}
            case Beside():
                return {"kind": "beside", "left": self.blocks(block.left), "right": self.blocks(block.right)}
            case _:
                raise TypeError(block)

    def _paragraph(self, block: Paragraph) -> Data:
        level = _LEVELS.get(block.style, 0)
        if level:
            level = self._level = min(level, self._level + 1)
        return {
            "kind": "paragraph",
            "style": block.style,
            "level": level,
            "whole": _is_whole([block.inlines]),
            "signed": _is_signed(block.inlines),
            "rtl": _is_rtl(block.inlines),
            "inlines": self._inlines(block.inlines),
        }

    def _table(self, table: Table) -> Data:
        widths = list(_widths(table))
        head = [self._inlines(cell) for cell in table.head]
        rows = self._rows(table.rows, len(widths))
        return {"kind": "table", "head": head, "rows": rows, "widths": widths, "figures": table.figures}

    def _rows(self, rows: Iterable[Row | Mark], width: int) -> list[Data]:
        return [self._row(row, width) for row in rows if isinstance(row, Row)]

    def _row(self, row: Row, width: int) -> Data:
        """A row as wide as its table."""
        cells = [self._inlines(cell) for cell in row.cells[:width]]
        cells += [[] for _ in range(width - len(cells))]
        return {"strong": row.strong, "whole": _is_whole(row.cells), "cells": cells}

    def _inlines(self, inlines: Inlines) -> list[Data]:
        return [self._inline(each) for each in inlines if not isinstance(each, Mark)]

    def _inline(self, inline: Inline) -> Data:
        match inline:
            case Run():
                return {
                    "kind": "run",
                    "parts": self._setting.parts(inline.text),
                    "bold": inline.bold,
                    "italic": inline.italic,
                    "small": inline.small,
                    "href": inline.href if _LINK.fullmatch(inline.href) else "",
                }
            case Logo():
                return {"kind": "logo", "alt": self._setting.text(inline.alt)}
            case _:
                return {"kind": "break"}


def _widths(table: Table) -> Iterator[int]:
    """How wide the columns of a table of text should be, as shares: as its longest cells, within bounds."""
    rows = [table.head, *(row.cells for row in table.rows if isinstance(row, Row))]
    for cells in zip_longest(*rows, fillvalue=()):
        longest = max(sum(len(each.text) for each in cell if isinstance(each, Run)) for cell in cells)
        yield max(_SHARES[0], min(_SHARES[1], longest))


def _is_whole(cells: Iterable[Inlines]) -> bool:
    every = [each for cell in cells for each in cell]
    signs = sum(len(each.text) for each in every if isinstance(each, Run))
    return signs <= _WHOLE[0] and sum(isinstance(each, Break) for each in every) < _WHOLE[1]


def _is_signed(inlines: Inlines) -> bool:
    """Whether it is a strong name over further lines."""
    return len(inlines) > 1 and isinstance(inlines[0], Run) and inlines[0].bold and inlines[1] == Break()


def _is_rtl(inlines: Inlines) -> bool:
    """Whether the first letter with a direction is one of those that are read from the right."""
    kinds = (bidirectional(sign) for each in inlines if isinstance(each, Run) for sign in each.text)
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)
