"""Whether styling in a template, a style sheet or a value of CSS, neither runs nor loads anything."""

from __future__ import annotations

import re
from html import unescape

from playbook.making.masking import NOTE, PART, SLOT
from playbook.render.template import Path

_INSIDE = re.compile(r"""(?<![\w-])url\(\s*["']?#[\w.-]+["']?\s*\)""", re.IGNORECASE | re.ASCII)
# A backslash or a character reference spells a name so that it cannot be compared.
_RISKY = re.compile(r"[\\&<]|@(?!(?:media|page)\b)[\w-]*|behaviou?r\s*:|-moz-binding", re.IGNORECASE)
_NAME = re.compile(r"(?:[\w-]|[^\x00-\x7f])*\Z", re.ASCII)
_LONGEST_NAME = 40
_FUNCTIONS = re.compile(
    r"calc|clamp|max|min|var|rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color-mix|(?:linear|radial)-gradient"
    r"|matrix|(?:translate|scale|skew)[xy]?|rotate|not|is|where|has|lang|nth-child|nth-of-type",
    re.IGNORECASE,
)
"""None of them loads anything; a bracket with no name before it is one of a condition."""
_SHADES = frozenset({"color", "on", "ink", "on_surface"})
_STYLES = frozenset({*_SHADES, "code", "field", "font", "fallback", "weight"})
_PICTURES = frozenset({"logo", "mark"})
_DRAWN = frozenset({"width", "height", "ground", "ink"})


def risky(css: str, *, decoded: bool) -> str:
    """What in a piece of CSS could run or load something, empty if nothing does.

    Of what is `decoded`, an attribute's value, character references count as what they stand for.
    """
    plain = _INSIDE.sub(" ", unescape(css) if decoded else css)
    if found := _RISKY.search(plain):
        return found[0][:_LONGEST_NAME]
    for bracket in re.finditer(r"\(", plain):
        before = _NAME.search(plain, max(0, bracket.start() - _LONGEST_NAME), bracket.start())
        # What marks leave out or put in can make a name longer, and none that ends so loads anything.
        name = re.split(f"[{SLOT}{PART}{NOTE}]", before[0])[-1] if before else ""
        if before and before[0] and not _FUNCTIONS.fullmatch(name):
            return f"{name}("
    return ""


def is_styling(path: Path) -> bool:
    """Whether a path leads to a color, a stack of fonts or a size of the brand: they are no free texts."""
    if path[:1] != ("brand",):
        return False
    match path[1:]:
        case (picture, part) if picture in _PICTURES:
            return part in _DRAWN
        case ("night", shade, _):
            return shade in _SHADES
        case (style, _):
            return style in _STYLES
    return False
