"""Words of CSS: written so that none can mean more than it says, and bounded before they are read.

What people write (a family's name, a color's id) reaches a style sheet only through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

GENERIC = frozenset(
    {
        "serif",
        "sans-serif",
        "monospace",
        "cursive",
        "fantasy",
        "system-ui",
        "ui-serif",
        "ui-sans-serif",
        "ui-monospace",
        "ui-rounded",
        "math",
        "-apple-system",
    }
)
"""Families that are keywords; in quotes they would be names of fonts."""

_UNNAMED = re.compile(r"[^\w-]+")
_UNQUOTED = re.compile(r"[\x00-\x1f\x7f-\x9f\"\\<>\u2028\u2029\ud800-\udfff]")
_NUMBER = r"[+-]?(?:\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})"
_LENGTH = re.compile(rf"({_NUMBER})\s*(px|rem|em|pt|pc|mm|cm|in|%|ch|ex|vw|vh)", re.IGNORECASE)
_RANGE = re.compile(r"U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?", re.IGNORECASE)
_DEEPEST = 32
_BRACKETS = re.compile(r"[][(){}]")
_COMMENT = re.compile(r"[\x00-\x1f\x7f-\x9f*/\u2028\u2029\ud800-\udfff]+")


def names(texts: Iterable[str]) -> dict[str, str]:
    """A name for each text that fits after `--` or `$`, no two alike: letters, digits, `-` and `_`."""
    found: dict[str, str] = {}
    for text in texts:
        plain = _UNNAMED.sub("-", text).strip("-") or "x"
        name, count = plain, 1
        while name in found.values():
            count += 1
            name = f"{plain}-{count}"
        found[text] = name
    return found


def string(text: str) -> str:
    """A string in double quotes. Source: CSSOM, "serialize a string"; `<` and `>` are escaped besides."""
    return '"' + _UNQUOTED.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if char in '"\\':
        return f"\\{char}"
    return "\\fffd " if char == "\0" or "\ud800" <= char <= "\udfff" else f"\\{ord(char):x} "


def comment(text: str) -> str:
    """The text in a comment, less what could end it."""
    return f"/* {_COMMENT.sub(' ', text).strip()} */"


def stack(families: Iterable[str]) -> str:
    """A value of `font-family`: keywords bare, everything else quoted."""
    return ", ".join(name.lower() if name.lower() in GENERIC else string(name) for name in families)


def length(text: str | None) -> str:
    """The text as a length or percentage, or empty where it is none."""
    parts = measure(text)
    return f"{parts[0]:g}{parts[1]}" if parts else ""


def measure(text: str | None) -> tuple[float, str] | None:
    """A length's number and its unit in lower case; None for anything else."""
    found = _LENGTH.fullmatch((text or "").strip())
    return (float(found[1]), found[2].lower()) if found else None


def unicode_range(text: str | None) -> str:
    """The text as a value of `unicode-range`, or empty where it is none."""
    parts = [part.strip() for part in (text or "").split(",")]
    return ", ".join(part.upper() for part in parts) if all(_RANGE.fullmatch(part) for part in parts) else ""


def too_deep(text: str) -> bool:
    """Whether brackets nest so deeply that reading them would run out of stack."""
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth += 1 if bracket.group() in "([{" else -1
        if depth > _DEEPEST:
            return True
        depth = max(depth, 0)
    return False
