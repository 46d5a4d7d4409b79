"""Fonts in PDF: the family behind names such as `ABCDEF+SourceSans3-SemiBold`, and whether it is embedded."""

from __future__ import annotations

import re
from typing import Any

from playbook import fontnames
from playbook.observe.pdf.spaces import resolved

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ENCODING = re.compile(r"-(?:Identity|UniGB|UniJIS|90ms\w*|Uni\w+)-[HV]$")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def named(font: Any) -> str:
    """The name as written, less the mark of a subset; empty for drawn fonts (Type 3), which have none."""
    if font.get("/Subtype") == "/Type3":
        return ""
    base = str(resolved(font.get("/BaseFont")) or "").removeprefix("/")
    return _ENCODING.sub("", _SUBSET.sub("", base))[:120]


def family(font: Any, written: str) -> str:
    """The family: as the font says, or its name less its styles."""
    said = _descriptor(font).get("/FontFamily")
    return fontnames.family(said if isinstance(said, str) and said.strip() else written)


def embedded(font: Any) -> bool:
    """Whether the font travels with the file."""
    found = _descriptor(font)
    return any(resolved(found.get(key)) is not None for key in _FILES)


def _descriptor(font: Any) -> Any:
    inner = resolved(font.get("/DescendantFonts"))
    holder = resolved(inner[0]) if isinstance(inner, list) and inner else font
    found = resolved(holder.get("/FontDescriptor")) if hasattr(holder, "get") else None
    return found if hasattr(found, "get") else {}
