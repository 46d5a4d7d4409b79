"""Versions of a brand as numbers: 2 is 2.0, and 2.10 is newer than 2.9."""

from __future__ import annotations

import re
from functools import lru_cache

_VERSION = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){0,3})", re.IGNORECASE)


def is_older(made: str | None, today: str | None) -> bool:
    """Whether one version came before another; of what is no number, nothing is known."""
    before, now = _numbers(made), _numbers(today)
    return bool(before and now and before < now)


@lru_cache(maxsize=256)
def _numbers(version: str | None) -> tuple[int, ...]:
    """A version as numbers, without zeros at its end; nothing for one that is none."""
    found = _VERSION.fullmatch((version or "").strip())
    return tuple(map(int, re.sub(r"(?:\.0+)+\Z", "", found[1]).split("."))) if found else ()
