"""Colors: reading CSS values, contrast, difference, color-vision deficiencies, and shades for the site.

Thin over coloraide; the contrast formula is written from the standard. Nothing here rounds before comparing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coloraide import Color as Engine

Deficiency = Literal["protan", "deutan", "tritan"]

_LONGEST = 200
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_CSS = re.compile(
    r"[a-z]+|(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch)\([^()]*\)"
    r"|color\(\s*(?:srgb|srgb-linear|display-p3|a98-rgb|prophoto-rgb|rec2020|xyz|xyz-d50|xyz-d65)\s[^()]*\)"
)
# coloraide 8.13.1 has these two wrong.
_CORRECTED = {"mediumpurple": "#9370db", "palevioletred": "#db7093"}
_METHODS = {"protan": "machado", "deutan": "machado", "tritan": "brettel"}
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB color: channels and alpha from 0 to 1, gamma-encoded as CSS has them."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        """`#RRGGBB`, or `#RRGGBBAA` where the color is see-through."""
        *channels, alpha = (_byte(part) for part in (self.red, self.green, self.blue, self.alpha))
        shown = channels if alpha == _byte(1.0) else [*channels, alpha]
        return "#" + "".join(f"{part:02X}" for part in shown)


BLACK = Color(0.0, 0.0, 0.0)
WHITE = Color(1.0, 1.0, 1.0)


@lru_cache(maxsize=4096)
def parse(text: str) -> Color | None:
    """The color that a CSS Color 4 value names, clipped to sRGB as browsers do; None for anything else.

    `transparent` is a color; `currentColor`, `none`, `inherit` and system colors are not.
    """
    if len(text) > _LONGEST:
        return None
    value = text.strip().lower()
    value = _CORRECTED.get(value, value)
    if _HEX.fullmatch(value):
        return _from_hex(value[1:])
    if not _CSS.fullmatch(value):
        return None
    try:
        return _from_engine(_engine()(value))
    except (ValueError, ArithmeticError):
        return None


def contrast(text: Color, background: Color) -> float:
    """Contrast ratio from 1 to 21, never rounded.

    See-through text is laid over the background first, a see-through background over white.
    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    ground = _over(background, WHITE)
    darker, lighter = sorted((_luminance(_over(text, ground)), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def distance(a: Color, b: Color) -> float:
    """CIEDE2000 difference, 0 for equal colors; alpha is left out of account."""
    return lab_distance(lab(a), lab(b))


def least_distance(a: Color, b: Color) -> float:
    """What `distance` is at the least, by lightness alone: far quicker, and enough to tell most colors apart.

    CIEDE2000 divides the difference of lightness (0 to 100) by at most 1.7471, its S_L at black and white;
    what it adds for chroma and hue is never negative. A tenth is taken off: both ways round differently.
    """
    return max(0.0, abs(_lightness(a) - _lightness(b)) / 1.7472 - 0.1)


def lab_distance(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """CIEDE2000 difference of two CIE Lab (D65) colors: lightness 0 to 100, a, b."""
    engine = _engine()
    return float(engine("lab-d65", a).delta_e(engine("lab-d65", b), method="2000"))


def formats(color: Color) -> dict[str, str]:
    """The color as CSS text under `hex`, `rgb`, `hsl` and `oklch`; each reads back as the same hex."""
    exact = _from_hex(color.hex[1:])
    red, green, blue = (_byte(part) for part in (exact.red, exact.green, exact.blue))
    hue, saturation, middle = _to(exact).convert("hsl").coords(nans=False)
    light, chroma, turn = _to(exact).convert("oklch").coords(nans=False)
    alpha = f" / {_number(exact.alpha, 3)}" if exact.alpha < 1 else ""
    return {
        "hex": exact.hex,
        "rgb": f"rgb({red} {green} {blue}{alpha})",
        "hsl": f"hsl({_number(hue, 1)} {_number(saturation * 100, 1)}% {_number(middle * 100, 1)}%{alpha})",
        "oklch": f"oklch({_number(light * 100, 2)}% {_number(chroma, 5)} {_number(turn, 2)}{alpha})",
    }


@lru_cache(maxsize=4096)
def simulate(color: Color, deficiency: Deficiency) -> Color:
    """The color as seen with a full color-vision deficiency.

    Sources: Machado, Oliveira and Fernandes 2009 at severity 1 (protan, deutan); Brettel, Vienot and
    Mollon 1997 (tritan).
    """
    seen = _to(color).filter(deficiency, 1, method=_METHODS[deficiency])
    return _from_engine(seen)


def on(background: Color) -> Color:
    """Black or white, whichever contrasts more."""
    return BLACK if contrast(BLACK, background) >= contrast(WHITE, background) else WHITE


def mix(a: Color, b: Color, share: float) -> Color:
    """A blend in OKLab: share 0 is `a`, 1 is `b`."""
    return _from_engine(_to(a).mix(_to(b), min(1.0, max(0.0, share)), space="oklab"))


@lru_cache(maxsize=1024)
def legible(color: Color, background: Color, ratio: float) -> Color:
    """The color, moved in OKLCH lightness no further than needed to contrast by `ratio`; hue is kept.

    The answer is exact to its hex form, so what is written out contrasts too. It is black or white where
    no shade reaches the ratio (up to 4.5, one always does).
    """
    seen = _over(color, _over(background, WHITE))
    if contrast(color, background) >= ratio:
        return color
    ends = [end for end in (BLACK, WHITE) if contrast(end, background) >= ratio]
    shades = [_shade(seen, background, ratio, end) for end in ends]
    return min(shades, key=lambda shade: (shade[0], shade[1].hex))[1] if shades else on(background)


def _shade(color: Color, background: Color, ratio: float, end: Color) -> tuple[float, Color]:
    """How far lightness moved towards `end`, and the first shade found there that contrasts enough."""
    lightness, chroma, hue = _to(color).convert("oklch").coords(nans=False)
    target = _to(end).convert("oklch")["lightness"]
    near, far, best = 0.0, 1.0, end
    for _ in range(_STEPS):
        share = (near + far) / 2
        shade = _in_gamut(lightness + (target - lightness) * share, chroma, hue)
        if contrast(shade, background) >= ratio:
            far, best = share, shade
        else:
            near = share
    return abs(target - lightness) * far, best


def _in_gamut(lightness: float, chroma: float, hue: float) -> Color:
    """The color with its chroma lowered into sRGB: clipping would turn the hue."""
    fitted = _engine()("oklch", (lightness, chroma, hue)).fit("srgb", method="oklch-chroma", jnd=0)
    return _from_hex(_from_engine(fitted).hex[1:])


def _over(top: Color, bottom: Color) -> Color:
    """A color laid over an opaque one, in gamma-encoded sRGB as browsers blend."""
    pairs = ((top.red, bottom.red), (top.green, bottom.green), (top.blue, bottom.blue))
    red, green, blue = (above * top.alpha + below * (1 - top.alpha) for above, below in pairs)
    return Color(red, green, blue)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part) for part in (color.red, color.green, color.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lightness(color: Color) -> float:
    """CIE L*, 0 to 100."""
    light = _luminance(color)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def lab(color: Color) -> tuple[float, float, float]:
    """CIE Lab under D65: lightness 0 to 100, a, b."""
    lightness, a, b = _to(color).convert("lab-d65").coords(nans=False)
    return lightness, a, b


def _from_hex(digits: str) -> Color:
    wide = digits if len(digits) > 4 else "".join(digit * 2 for digit in digits)
    red, green, blue, *alpha = (int(wide[at : at + 2], 16) / 255 for at in range(0, len(wide), 2))
    return Color(red, green, blue, *alpha)


def _from_engine(color: Engine) -> Color:
    """Our color, clipped.

    Raises:
        ValueError: where the conversion overflowed into something that is no number.
    """
    parts = [*color.convert("srgb").coords(nans=False), color.alpha(nans=False)]
    if any(math.isnan(part) for part in parts):
        raise ValueError(parts)
    red, green, blue, alpha = (min(1.0, max(0.0, part)) for part in parts)
    return Color(red, green, blue, alpha)


def _to(color: Color) -> Engine:
    return _engine()("srgb", (color.red, color.green, color.blue), color.alpha)


@cache
def _engine() -> type[Engine]:
    """coloraide, imported when first needed: it takes longer than reading a playbook of hex colors."""
    from coloraide import Color as Engine

    return Engine


def _byte(part: float) -> int:
    """0 to 255, halves upwards as CSS rounds (Python would round them to even)."""
    return math.floor(part * 255 + 0.5)


def _number(value: float, places: int) -> str:
    """The shortest decimal of at most `places`, never `-0`."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
