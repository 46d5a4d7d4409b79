"""What a spreadsheet makes of cells when it saves a table: dates in its country's order, shorter numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.scaffold.columns import number

_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTHS = 12


def day_first(cells: Iterable[str], lang: str) -> bool | None:
    """Whether the dates of a table begin with the day; None where neither they nor the language tell."""
    pairs = [(int(found[1]), int(found[2])) for found in map(_DATE.fullmatch, cells) if found]
    if any(first > _MONTHS for first, _ in pairs):
        return True
    if any(second > _MONTHS for _, second in pairs):
        return False
    return True if lang == "es" else None


def iso(cell: str, *, is_day_first: bool | None) -> str:
    """A date as YYYY-MM-DD; a text that is no date, or one of two, as it is."""
    found = _YEAR_FIRST.fullmatch(cell)
    if found:
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    found = _DATE.fullmatch(cell)
    if not found or (is_day_first is None and found[1] != found[2]):
        return cell
    day, month = (found[1], found[2]) if is_day_first else (found[2], found[1])
    return f"{found[3]}-{int(month):02}-{int(day):02}"


def alike(old: str, new: str, holds: type = str) -> bool:
    """Whether a cell says what it said: blanks at its ends, line ends and zeros behind a point aside.

    Where the field holds no number, `2.0` may have become `2`, and nothing else counts: a version 2.10 is
    not 2.1.
    """
    old, new = (cell.replace("\r\n", "\n").strip() for cell in (old, new))
    if old == new:
        return True
    if holds in (int, float):
        said = number(old, holds)
        return said is not None and said == number(new, holds)
    return old == f"{new}.0" and new.isdecimal()
