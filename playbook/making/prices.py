"""Tables of lines: price lists that lines are taken from, and the lines of one document.

The page's script reads a reader's own table alike (theme, make/table.js), and a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindField
from playbook.making.amounts import NUMBERS, amount, is_twofold
from playbook.making.table import Row, rows
from playbook.making.values import checked

CODE = "code"
"""What lines are found by, too: no field of theirs."""

LARGEST = 1_000_000
"""Bytes of a table."""

_CODES = ("code", "código", "ref", "reference", "referencia", "sku", "item number", "article number")
_TOLD = frozenset({"required", "longest", "number", "percent"})


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it says, by the fields of a line, and the code that it is found by."""

    values: Mapping[str, str]
    code: str = ""


def lines(path: str, content: bytes, field: KindField) -> tuple[list[Line], list[Problem]]:
    """The rows that can be used, and what is wrong with the others; `field` is the list they are for."""
    if len(content) > LARGEST:
        return [], [_wrong("large", Location(path), limit=LARGEST // 1000)]
    found, broken = rows(path, content)
    if broken:
        return [], [_renamed(problem) for problem in broken]
    known = columns(field)
    named = {known.get(folded(head)) for row in found for head in row.values}
    missing = [name for name, inner in field.fields.items() if inner.required and name not in named]
    if missing:
        place = Location(path, 1)
        return [], [_wrong("column", place, field=missing[0], known=tuple(field.fields))]
    read = [_line(path, row, field, known) for row in found]
    return [line for line, wrong in read if not wrong], [one for _, wrong in read for one in wrong]


def listed(kind: Kind) -> str:
    """The list of a kind that tables are for: what is added up, or its only list; empty where none is."""
    lists = [name for name, field in kind.fields.items() if field.type == "list"]
    return kind.totals or (lists[0] if len(lists) == 1 else "")


def columns(field: KindField) -> dict[str, str]:
    """The fields of a line by what heads of tables call them, folded."""
    known = {folded(name): CODE for name in _CODES}
    for name, inner in field.fields.items():
        labels = (words.label for words in inner.texts.values())
        known |= dict.fromkeys(map(folded, (*labels, *inner.also_called, name)), name)
    return known


def folded(text: str) -> str:
    """A name without its accents, capitals, blanks and signs."""
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "", "".join(bare).lower())


def _line(path: str, row: Row, field: KindField, known: Mapping[str, str]) -> tuple[Line, list[Problem]]:
    said = {known.get(folded(head), ""): cell.strip() for head, cell in row.values.items()}
    code = said.pop(CODE, "") if CODE not in field.fields else ""
    numbers = {name: text for name, text in said.items() if name and field.fields[name].type in NUMBERS}
    place = Location(path, row.line)
    twofold = [name for name, text in numbers.items() if is_twofold(text)]
    wrong = [_wrong("ambiguous", place, field=name, value=said[name]) for name in twofold]
    read = {name: amount(text) or text for name, text in numbers.items()}
    rest = {name: text for name, text in {**said, **read}.items() if name and name not in twofold}
    values, mistakes = checked(field.fields, rest, lambda _: place)
    return Line(values, code), [*wrong, *map(_renamed, mistakes)]


def _renamed(problem: Problem) -> Problem:
    """A mistake in the words for tables of lines."""
    of, _, case = problem.message.partition(".")
    said = "table" if of == "table" else case if case in _TOLD else "wrong"
    return replace(problem, message=f"prices.{said}", hint=f"prices.{said}-hint")


def _wrong(case: str, place: Location, **facts: str | int | tuple[str, ...]) -> Problem:
    return Problem(f"prices.{case}", place, dict(facts), f"prices.{case}-hint")
