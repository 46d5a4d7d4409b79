"""Tables as CSV that spreadsheets open as what they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# OWASP, "CSV Injection", with the full-width forms that some programs read alike.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows below their head as CSV (RFC 4180).

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def safe(cell: str) -> str:
    """The cell with an apostrophe before it where it would be a formula, or would lose one when read back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
