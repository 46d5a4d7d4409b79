"""What pieces of patterns may both match: sets of characters, and plain words."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache

_SAMPLE = "".join(map(chr, (*range(9, 0x3100), *range(0x3100, 0x20000, 8))))
"""Characters on which two sets are compared, besides their own: far ones in steps that hit all digits."""
_LITERAL = re.compile("[a-z0-9à-öø-ÿ '’-]*")
"""Words in lower case that match nothing but themselves."""


def choices(branches: Sequence[str]) -> int:
    """How often two branches have to be chosen from: of plain words, only those count that begin alike."""
    folded = [branch.casefold() for branch in branches]
    words = Counter(filter(_LITERAL.fullmatch, folded))
    alike = max((sum(words[word[:end]] for end in range(len(word) + 1)) for word in words), default=0)
    most = alike + len(folded) - words.total()
    return max((most - 1).bit_length(), 1) if len(branches) > 1 else 0


def share(one: str, other: str) -> bool:
    """Whether a character may be in both sets, large or small, whatever their quantifiers."""
    return _share(_bare(one), _bare(other))


def _bare(text: str) -> str:
    """A single character's pattern less its quantifier."""
    found = re.match(r"\[(?:\\.|[^\]\\])*\]|\\.|.", text, re.DOTALL)
    return found[0] if found else text


@cache
def _share(one: str, other: str) -> bool:
    """Try the characters of a sample, the sets' own, and those beside these."""
    own = {min(max(ord(char) + step, 0), sys.maxunicode) for char in one + other for step in (-1, 0, 1)}
    try:
        both = re.compile(f"(?={one}){other}", re.IGNORECASE | re.DOTALL)
    except re.error:  # told when the whole is read
        return True
    return both.search(_SAMPLE + "".join(map(chr, own))) is not None
