"""Tables as spreadsheets take them: a model's fields as cells, cells as CSV, and CSV as rows.

A column is a field; a dot leads into what is inside it (`value.need`), or inside its only entry. A cell holds
one value, or several joined by `; `. What fits neither (several entries with fields of their own, texts with
a semicolon in them, mappings) stands as JSON. A text that a spreadsheet would take for a formula has an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pydantic import BaseModel

from playbook.diagnostics import PlaybookError

ID, ITEM, EDITION = "id", "item", "edition"
"""Columns that are no field: what an item is referred to by, which kind of item, whose edition it is."""
SEPARATOR = ";"
MAX_BYTES = 16 * 1024 * 1024

_MARK = "\ufeff"
"""Without this mark at its beginning, Excel takes a table for the system's old encoding."""
_JOINT = "; "
_DELIMITERS = (",", ";", "\t")
# OWASP, "CSV Injection", with the full-width forms that some programs read alike.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, str]], lang: str = "en") -> str:
    """Rows as CSV (RFC 4180, UTF-8), no cell of which is a formula.

    Spreadsheets take a comma for the decimals in Spanish, and so part cells by semicolons.
    """
    text = io.StringIO()
    delimiter = ";" if lang == "es" else ","
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: safe(cell) for column, cell in row.items()} for row in rows)
    return _MARK + text.getvalue()


def rows_of(path: str, content: bytes, limit: int) -> list[list[str]]:
    """The rows of a CSV file, its heading's first; at most `limit` others.

    Raises:
        PlaybookError: for what is no such table: too large, not UTF-8.
    """
    if len(content) > MAX_BYTES:
        raise PlaybookError("csv.large", path=path, limit=MAX_BYTES // 1024**2)
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlaybookError("csv.not-utf8", path=path) from error
    delimiter = max(_DELIMITERS, key=written.partition("\n")[0].count)
    try:
        rows = list(islice(csv.reader(io.StringIO(written), delimiter=delimiter), limit + 2))
    except csv.Error as error:
        raise PlaybookError("csv.broken", path=path, reason=str(error)) from error
    if len(rows) > limit + 1:
        raise PlaybookError("csv.rows", path=path, limit=limit)
    return rows


def headings_of(path: str, rows: Sequence[Sequence[str]]) -> list[str]:
    """The names of a table's columns; an empty one may stand there more than once.

    Raises:
        PlaybookError: for two columns of one name.
    """
    headings = [heading.strip() for heading in rows[0]] if rows else []
    twice = next((name for name, count in Counter(headings).items() if name and count > 1), None)
    if twice is not None:
        raise PlaybookError("csv.twice", path=path, column=twice)
    return headings


def safe(cell: str) -> str:
    """The cell with an apostrophe before it where it would be a formula, or would lose one when read back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """What a cell says, without the apostrophe that `safe` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def cells(item: BaseModel, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The filled fields of an item with their columns, those that were left at their default left out."""
    for name in type(item).model_fields:
        value = getattr(item, name)
        if name not in item.model_fields_set or value in (None, (), {}, ""):
            continue
        entry = value[0] if isinstance(value, tuple) and len(value) == 1 else value
        if isinstance(entry, BaseModel) and not prefix and not isinstance(_short(entry), str):
            yield from cells(entry, f"{name}.")
        else:
            yield prefix + name, cell(value)


def cell(value: Any) -> str:
    """A value as the text of a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _list(value)
    if isinstance(value, BaseModel):
        short = _short(value)
        return short if isinstance(short, str) else _json(short)
    return _json(value) if isinstance(value, dict) else str(value)


def _list(values: tuple[Any, ...]) -> str:
    """Several values: joined where each is one plain text, else JSON."""
    entries = [_short(value) for value in values]
    if all(isinstance(entry, str) and entry.strip() and SEPARATOR not in entry for entry in entries):
        joined = _JOINT.join(str(entry) for entry in entries)
        if not joined.startswith(("[", "{")):
            return joined
    return _json(entries)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_short)


def _short(value: Any) -> Any:
    """A model as the one text that its short form in YAML is, if it says nothing else."""
    if not isinstance(value, BaseModel):
        return str(value)
    said = value.model_dump(mode="json", exclude_defaults=True)
    alone = list(said) == [main_key(type(value))]
    return said[main_key(type(value))] if alone and isinstance(said[main_key(type(value))], str) else said


def main_key(model: type[BaseModel]) -> str:
    """The only field that a model cannot do without, which its short form stands for; empty without one."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return required[0] if len(required) == 1 else ""
