"""What a format asks of a document beyond its template."""

from __future__ import annotations

from collections.abc import Iterator

_FOLD = 75
"""Bytes of a line of a vCard, RFC 6350, 3.2."""


def finished(text: str, ending: str) -> str:
    """The document as its format wants it: a contact card's lines folded and ended as they should be."""
    if ending != "vcf":
        return text
    lines = (part for line in text.split("\n") if line for part in _folded(line))
    return "".join(f"{line}\r\n" for line in lines)


def _folded(line: str) -> Iterator[str]:
    """The line in parts of 75 bytes that cut no character; all but the first begin with a space."""
    part = ""
    for character in line:
        if len((part + character).encode()) > _FOLD:
            yield part
            part = " "
        part += character
    yield part
