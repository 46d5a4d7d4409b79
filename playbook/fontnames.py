"""The family in a font's name, however programs write it: `Gabarito-Bold`, `Segoe UI Semibold`, `ArialMT`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 120
_DEGREE = r"(?:Semi|Demi|Extra|Ultra)[- ]?"
_WORDS = (
    rf"Thin|Hairline|Light|Regular|Book|Normal|Medium|{_DEGREE}(?:Bold|Light|Cond(?:ensed)?|Black|Expanded)"
    r"|Demi|Bold|Black|Heavy|Italic|Ital|Oblique|Obl|Condensed|Cond|Expanded|Variable"
)
_LAST = (
    re.compile(rf"(?<=\w)[-,_ ]+(?:{_WORDS}|It|VF)$", re.IGNORECASE),
    re.compile(r"(?<=\w)-Roman$", re.IGNORECASE),
    # Run together with the name, only capitals tell a style, and foundries add letters of their own.
    re.compile(rf"(?<=[a-z0-9A-Z])(?:{_WORDS}|It|PSMT|MT|PS)$"),
)


def forms(written: str) -> tuple[str, ...]:
    """The name, and the same less one word of style after the other; the last is the family's.

    A family may itself end like a style (Archivo Black): then one of the others is its name.
    """
    return tuple(_forms(" ".join(written[:_LONGEST].split())))


def family(written: str) -> str:
    """The family, less all styles."""
    return forms(written)[-1]


def _forms(name: str) -> Iterator[str]:
    yield name
    while shorter := _less_one(name):
        yield (name := shorter)


def _less_one(name: str) -> str:
    """The name less its last word of style; empty where it has none."""
    found = next((match for style in _LAST if (match := style.search(name))), None)
    return name[: found.start()] if found else ""
