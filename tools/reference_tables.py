"""How the reference is written: tables, and words made of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

Lines = Iterator[str]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Lines:
    """A table without the columns that no row fills."""
    filled = list(rows)
    kept = [at for at in range(len(heads)) if any(row[at] for row in filled)]
    yield _row(heads[at] for at in kept)
    yield _row("---" for _ in kept)
    yield from (_row(row[at] for at in kept) for row in filled)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def code(values: Iterable[object]) -> str:
    """The values one after the other, each as code."""
    return ", ".join(f"`{value}`" for value in values)


def words(cls: type) -> str:
    """`PerceivedValue` as `Perceived value`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).capitalize()
