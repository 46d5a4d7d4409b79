"""Drawings inside pages, made whole: in a page they need no declarations, and may use the names of HTML."""

from __future__ import annotations

import re
from html import escape, unescape

_NEEDED = {"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}
_ROOT = re.compile(r"<svg\b[^>]*", re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,40};")


def standing_alone(source: str) -> str:
    """The source of an `<svg>` as a file of its own."""
    root = _ROOT.match(source)
    said = root[0] if root else ""
    missing = (f' {name}="{uri}"' for name, uri in _NEEDED.items() if not re.search(rf"\s{name}\s*=", said))
    whole = f"<svg{''.join(missing)}{said[4:]}{source[len(said) :]}"
    return _NAMED.sub(lambda found: escape(unescape(found[0]), quote=False), whole)
