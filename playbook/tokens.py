"""Design tokens: a brand's colors and styles of text as flat lists that each format writes in its own way.

The author's word is kept beside the value: a role that stands for a palette color says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook import csstext
from playbook.brand import Brand
from playbook.brand.fonts import Family, FontRole
from playbook.color import BLACK, WHITE, Color, contrast

_NEUTRAL = Color(0.2, 0.22, 0.25)
"""What stands for a brand without any color."""

_SEEN = 1.2
"""A color that contrasts less with white or black is hardly one."""

_CASES = {"upper": "uppercase", "lower": "lowercase", "capitalize": "capitalize"}


@dataclass(frozen=True, slots=True)
class Shade:
    """A color as one scheme shows it, and the token it stands for; empty for a value of its own."""

    color: Color
    of: str = ""


@dataclass(frozen=True, slots=True)
class ColorToken:
    """A color of the palette (`palette`) or a role, by day and by night."""

    name: str
    palette: bool
    light: Shade
    dark: Shade
    description: str = ""

    def shade(self, *, dark: bool) -> Shade:
        """The shade of a scheme."""
        return self.dark if dark else self.light


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of text is set: the families best first, the rest as its role has it."""

    name: str
    family: str
    families: tuple[str, ...]
    role: FontRole


def colors(brand: Brand) -> tuple[ColorToken, ...]:
    """The palette, then the roles; one that leads nowhere or has a palette color's name is left out."""
    names = {*brand.colors.palette, *(name for name in brand.colors.roles if brand.color(name))}
    return (*_palette(brand), *_roles(brand, names))


def _palette(brand: Brand) -> Iterator[ColorToken]:
    for name, entry in brand.colors.palette.items():
        light, dark = brand.color(name), brand.color(name, dark=True)
        if light and dark:
            told = entry.use or entry.name or ""
            yield ColorToken(name, palette=True, light=Shade(light), dark=Shade(dark), description=told)


def _roles(brand: Brand, names: set[str]) -> Iterator[ColorToken]:
    for name, role in brand.colors.roles.items():
        light, dark = brand.color(name), brand.color(name, dark=True)
        if light and dark and name not in brand.colors.palette:
            by_day, by_night = (of if of in names else "" for of in (role.light, role.dark))
            yield ColorToken(name, palette=False, light=Shade(light, by_day), dark=Shade(dark, by_night))


def leading(brand: Brand) -> Color:
    """The color that stands for the brand: its first one, else the first of the palette that is a color.

    Near-white and near-black stand in only where there is nothing else.
    """
    known = [opaque(color) for name in ("primary", *brand.colors.palette) if (color := brand.color(name))]
    if brand.color("primary"):
        return known[0]
    bold = [color for color in known if min(contrast(color, WHITE), contrast(color, BLACK)) >= _SEEN]
    return next(iter([*bold, *known]), _NEUTRAL)


def opaque(color: Color) -> Color:
    """A see-through color laid over white, as browsers blend."""
    red, green, blue = (part * color.alpha + 1 - color.alpha for part in (color.red, color.green, color.blue))
    return Color(red, green, blue)


def families(brand: Brand) -> Iterator[tuple[str, Family]]:
    """The families that roles use, by id, in the order of the roles."""
    used = dict.fromkeys(role.family for role in brand.fonts.roles.values())
    yield from ((ident, brand.fonts.families[ident]) for ident in used if ident in brand.fonts.families)


def text_styles(brand: Brand) -> tuple[TextStyle, ...]:
    """The font roles whose family is known."""
    known = brand.fonts.families
    return tuple(
        TextStyle(name, role.family, (known[role.family].name, *known[role.family].fallback), role)
        for name, role in brand.fonts.roles.items()
        if role.family in known
    )


def css(style: TextStyle) -> dict[str, str]:
    """A style as values of CSS, what the brand leaves open left out.

    The families stand under the empty key; `-case` is a value of `text-transform`.
    """
    role = style.role
    values = {
        "": csstext.stack(style.families),
        "-size": csstext.length(role.size),
        "-weight": str(role.weight or ""),
        "-style": "" if role.style == "normal" else role.style,
        "-line-height": f"{role.line_height:g}" if role.line_height else "",
        "-letter-spacing": csstext.length(role.letter_spacing),
        "-case": _CASES.get(role.case, ""),
    }
    return {part: value for part, value in values.items() if value}
