"""Where addresses in a picture lead: inside it, to an embedded picture, to a program, or outside."""

from __future__ import annotations

import re
from typing import Literal

Leads = Literal["inside", "picture", "script", "outside"]

# Browsers skip these inside a scheme, so `java\tscript:` runs.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]")
_SCRIPT = re.compile(r"(?:javascript|vbscript|livescript|mocha):|data:(?:text|application)/")


def leads(address: str) -> Leads:
    """Where an address leads. Other embedded data, SVG included, counts as outside."""
    bare = _SKIPPED.sub("", address).lower()
    if not bare or bare.startswith("#"):
        return "inside"
    if _PICTURE.match(bare):
        return "picture"
    return "script" if _SCRIPT.match(bare) else "outside"
