"""Many words as one pattern that shares their beginnings: a text is read once, however many there are."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby

_DEEPEST = 30
"""Branches within branches; what is deeper is written out."""


def either(words: Collection[str], depth: int = 0) -> str:
    r"""A pattern for any of the words, the longest first; a blank stands for any white space (`\s+`)."""
    whole = sorted(set(words))
    if depth > _DEEPEST or len(whole) < 2:
        return "|".join(map(_escaped, sorted(whole, key=len, reverse=True)))
    groups = [list(group) for _, group in groupby(filter(None, whole), key=lambda word: word[0])]
    parts = "|".join(_together(group, depth) for group in groups)
    return f"(?:{parts})?" if "" in whole else parts


def _together(words: list[str], depth: int) -> str:
    """Words that begin alike: what they share, then what differs."""
    first, last = words[0], words[-1]
    shared = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None)
    size = min(len(first), len(last)) if shared is None else shared
    rest = either([word[size:] for word in words], depth + 1)
    return _escaped(first[:size]) + (f"(?:{rest})" if "|" in rest else rest)


def _escaped(word: str) -> str:
    return r"\s+".join(map(re.escape, word.split(" ")))
