"""What a font file is for, in words: the scripts that a `unicode-range` covers."""

from __future__ import annotations

from collections.abc import Iterator

from playbook import csstext

_SCRIPTS = {
    "latin": 0x61,
    "latin-ext": 0x142,
    "vietnamese": 0x1EA1,
    "greek": 0x3B1,
    "cyrillic": 0x431,
    "hebrew": 0x5D0,
    "arabic": 0x628,
    "devanagari": 0x915,
    "thai": 0xE01,
    "japanese": 0x3042,
    "chinese": 0x4E00,
    "korean": 0xAC00,
}
"""A letter that stands for each script."""


def scripts(written: str | None) -> tuple[str, ...]:
    """The scripts of a `unicode-range`, by their ids; nothing for a text that is no such range.

    `other` for a range without any of the scripts that we know by name.
    """
    ranges = tuple(_ranges(csstext.unicode_range(written)))
    if not ranges:
        return ()
    found = (name for name, letter in _SCRIPTS.items() if any(a <= letter <= b for a, b in ranges))
    return tuple(found) or ("other",)


def _ranges(value: str) -> Iterator[tuple[int, int]]:
    for part in filter(None, value.split(", ")):
        first, _, last = part.removeprefix("U+").partition("-")
        yield int(first.replace("?", "0"), 16), int((last or first).replace("?", "F"), 16)
