"""QR codes: the outline of their dark modules.

The page's script makes the same ones (`theme/assets/playbook/make/qr.js`); a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUIET = 4
"""Modules of light around a code. Source: ISO/IEC 18004, 6.3.8."""
_LEVELS = (("m", 13), ("l", 20))
"""Levels of correction, each with the version up to which it is taken: finer modules are hard to print."""
MOST = 858
"""Bytes of version 20 at level L."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code in a square of `size` modules, its quiet zone included; `path` is SVG's path data."""

    size: int
    path: str


def qr(content: str) -> Qr | None:
    """The code of a text, in UTF-8; None for one of more than `MOST` bytes."""
    import segno

    if len(content.encode()) > MOST:
        return None
    for level, version in _LEVELS:
        made = segno.make(content, error=level, mode="byte", encoding="utf-8", micro=False, boost_error=False)
        if int(made.version) <= version:
            break
    rows = ["".join(map(str, row)) for row in made.matrix]
    return Qr(len(rows) + 2 * QUIET, "".join(_runs(rows)))


def _runs(rows: list[str]) -> Iterator[str]:
    for y, row in enumerate(rows):
        for run in re.finditer("1+", row):
            wide = len(run[0])
            yield f"M{run.start() + QUIET} {y + QUIET}h{wide}v1h-{wide}z"
