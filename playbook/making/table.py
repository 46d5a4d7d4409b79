"""People in a table: one set of values a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from playbook.diagnostics import Location, Problem

MOST = 5_000
"""Rows of a table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its line in the file, and its values by the names in the head."""

    line: int
    values: dict[str, str]


def rows(path: str, content: bytes) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV file, its cells parted by commas, semicolons or tabs, and what is wrong with it."""
    text = _text(content)
    if text is None:
        return [], [Problem("table.encoding", Location(path), hint="table.encoding-hint")]
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        found = list(_rows(text, between))
    except csv.Error as error:
        return [], [Problem("table.broken", Location(path), {"reason": str(error)}, "table.broken-hint")]
    if not found:
        return [], [Problem("table.empty", Location(path), hint="table.empty-hint")]
    if len(found) > MOST:
        return [], [Problem("table.long", Location(path), {"most": MOST}, "table.long-hint")]
    return found, []


def _text(content: bytes) -> str | None:
    """What is written in UTF-8, or as spreadsheets of the West wrote it before that; None for neither."""
    for encoding in ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            return None if encoding == "cp1252" and "\0" in text else text
    return None


def _rows(text: str, between: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    names = [name.strip() for name in next(reader, [])]
    for cells in reader:
        values = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell.strip()}
        if values:
            yield Row(reader.line_num, values)
