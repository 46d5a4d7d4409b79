"""The colors that a site wears, worked out of whatever palette a brand has, with contrast guarded.

Text has at least 4.5:1 on every ground it stands on, what people operate 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
What the brand says is taken as it is where it can be, and moved in lightness no further than needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playbook.brand import Brand
from playbook.color import BLACK, WHITE, Color, contrast, legible, mix, on, parse
from playbook.tokens import leading, opaque

TEXT, OPERATED = 4.5, 3.0
_COMFORT = 7.0
_SEEN = 1.2
"""Below this a hairline is not seen."""

_GROUNDS = ("background", "surface", "border")
_NIGHT = Color(0.078, 0.078, 0.09)
_STATES = {"success": "#1F7A4D", "warning": "#9A6700", "danger": "#B3261E", "info": "#1D5FA8"}
"""What states look like where the brand does not say."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A brand's colors by day or by night."""

    brand: Brand
    dark: bool

    def role(self, name: str) -> Color | None:
        """The color of a role, made opaque, or None where the brand has none for this scheme.

        A ground or hairline that is the same by night as by day, and light, was not meant for the night.
        """
        color = self.brand.color(name, dark=self.dark)
        flat = color and opaque(color)
        if flat and name in _GROUNDS and on(flat) == BLACK and not self.meant(name):
            return None
        return flat

    def meant(self, name: str) -> bool:
        """Whether the color of a role is meant for this scheme: by night, it has to be another one."""
        return not self.dark or self.brand.color(name, dark=True) != self.brand.color(name)

    def ratio(self, name: str) -> float:
        """What words in a role's color need; more where one is made up for the night, or it would be dull."""
        return TEXT if self.meant(name) else _COMFORT


def worn(brand: Brand, *, dark: bool) -> Mapping[str, Color]:
    """Every color of a scheme by name, rounded as it is written."""
    scheme = Scheme(brand, dark)
    found = _grounds(scheme)
    found |= _words(scheme, found)
    found |= _fields(scheme, found)
    found |= _states(scheme, found)
    return {name: written(color) for name, color in found.items()}


def written(color: Color) -> Color:
    """The color as its hex value says it."""
    return parse(color.hex) or color


def _grounds(scheme: Scheme) -> dict[str, Color]:
    first = leading(scheme.brand)
    ground = scheme.role("background") or (mix(_NIGHT, first, 0.08) if scheme.dark else WHITE)
    ground = written(ground)
    text = _ink(scheme, ground)
    away = WHITE if on(ground) == BLACK else BLACK
    choice = (
        scheme.role("surface") or mix(ground, text, 0.04),
        mix(ground, text, 0.04),
        mix(ground, away, 0.04),
    )
    surface = next((shade for shade in map(written, choice) if contrast(text, shade) >= TEXT), ground)
    return {"background": ground, "surface": surface, "text": text}


def _ink(scheme: Scheme, ground: Color) -> Color:
    """The color of text: the brand's where it can be read in comfort, else a softened black or white."""
    own = scheme.role("text")
    if own and contrast(own, ground) >= _COMFORT:
        return written(own)
    soft = written(mix(on(ground), ground, 0.08))
    return soft if contrast(soft, ground) >= _COMFORT else on(ground)


def _words(scheme: Scheme, seen: Mapping[str, Color]) -> dict[str, Color]:
    """What is read or operated beside the text itself."""
    ground, surface, text = seen["background"], seen["surface"], seen["text"]
    grounds = (ground, surface)
    first = scheme.role("primary") or leading(scheme.brand)
    accent = scheme.role("accent") or scheme.role("secondary") or first
    border = scheme.role("border") or mix(ground, text, 0.16)
    return {
        "muted": readable(scheme.role("muted") or mix(text, ground, 0.35), grounds, TEXT, text),
        "border": legible(border, ground, _SEEN),
        "outline": readable(border, grounds, OPERATED, text),
        "link": readable(scheme.role("link") or first, grounds, scheme.ratio("link"), text),
        "primary-text": readable(first, grounds, scheme.ratio("primary"), text),
        "accent-text": readable(accent, grounds, scheme.ratio("accent"), text),
        "mark": tint(ground, accent, 0.3, text),
    }


def _fields(scheme: Scheme, seen: Mapping[str, Color]) -> dict[str, Color]:
    """The brand's own colors as grounds, untouched, each with what is written on it."""
    first = scheme.role("primary") or leading(scheme.brand)
    second = scheme.role("secondary") or first
    own = {"primary": first, "secondary": second, "accent": scheme.role("accent") or second}
    inks = (seen["text"], seen["background"])
    return own | {f"on-{name}": _on(written(color), inks) for name, color in own.items()}


def _states(scheme: Scheme, seen: Mapping[str, Color]) -> dict[str, Color]:
    """Each state as words on the page's grounds, and as a quiet ground under the text."""
    found = {}
    grounds = (seen["background"], seen["surface"])
    for name, usual in _STATES.items():
        color = scheme.role(name) or parse(usual) or seen["text"]
        quiet = tint(seen["background"], color, 0.12, seen["text"])
        found[name] = readable(color, (*grounds, quiet), TEXT, seen["text"])
        found[f"{name}-ground"] = quiet
    return found


def bar(brand: Brand, ground: Color) -> Mapping[str, Color]:
    """The colors of the site's header on a ground."""
    day = Scheme(brand, dark=False)
    ground = written(ground)
    ink = _on(ground, tuple(color for color in (day.role("background"), day.role("text")) if color))
    well = written(mix(ground, BLACK if on(ground) == WHITE else WHITE, 0.16))
    muted = readable(mix(ink, ground, 0.3), (ground, well), TEXT, ink)
    return {"header": ground, "on-header": ink, "header-muted": muted, "header-well": well}


def readable(color: Color, grounds: Iterable[Color], ratio: float, otherwise: Color) -> Color:
    """The color, moved until it contrasts with every ground; `otherwise` where no shade does."""
    known = tuple(grounds)
    moved = written(color)
    for ground in known:
        moved = written(legible(moved, ground, ratio))
    return moved if all(contrast(moved, ground) >= ratio for ground in known) else otherwise


def tint(ground: Color, color: Color, share: float, text: Color) -> Color:
    """The ground with a share of the color in it, less of it where the text could not be read."""
    shades = (written(mix(ground, color, part)) for part in (share, share / 2, share / 4))
    return next((shade for shade in shades if contrast(text, shade) >= TEXT + 1), ground)


def _on(ground: Color, inks: Iterable[Color]) -> Color:
    """What is written on a field: the brand's own ink where it reads in comfort, else black or white."""
    best = max(inks, key=lambda ink: contrast(ink, ground), default=BLACK)
    return written(best) if contrast(written(best), ground) >= _COMFORT else on(ground)
