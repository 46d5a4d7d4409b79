"""Colors in values of CSS, read as browsers read them.

Sources: CSS Color 4 (functions, named colors), CSS Color 5 (`color-mix()`, relative colors, `light-dark()`).
Mixes and relative colors are worked out by coloraide; what lies outside sRGB is clipped at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import tinycss2

from playbook.color import Color, parse
from playbook.observe.css.arithmetic import Wrong, amount

if TYPE_CHECKING:
    from coloraide import Color as Engine

_PLAIN = frozenset({"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"})
_DEPENDENT = frozenset({"color-mix", "device-cmyk", "contrast-color"})
"""Functions of other colors, and one whose colors a profile decides."""
_NO_COLORS = frozenset({"none", "currentcolor", "transparent"})
_RECTANGULAR = (
    "srgb",
    "srgb-linear",
    "display-p3",
    "a98-rgb",
    "prophoto-rgb",
    "rec2020",
    "xyz-d50",
    "xyz-d65",
)
_SPACES = {"xyz": "xyz-d65"} | {
    name: name for name in (*_RECTANGULAR, "lab", "oklab", "hsl", "hwb", "lch", "oklch")
}
_CHANNELS: Mapping[str, tuple[str, str, tuple[float, float, float]]] = {
    "rgb": ("srgb", "rgb", (255, 255, 255)),
    "hsl": ("hsl", "hsl", (1, 100, 100)),
    "hwb": ("hwb", "hwb", (1, 100, 100)),
    "lab": ("lab", "lab", (1, 1, 1)),
    "lch": ("lch", "lch", (1, 1, 1)),
    "oklab": ("oklab", "lab", (1, 1, 1)),
    "oklch": ("oklch", "lch", (1, 1, 1)),
}
"""Of each function: the space that it means, its channels' names, and what 1 in coloraide is in CSS."""


def colors(tokens: Iterable[Any]) -> Iterator[tuple[Any, Color | None]]:
    """Each color in a value with the token that says it, also inside gradients and shadows.

    The color is None where it depends on more than the value, such as `rgb(calc(1px))`.
    """
    for token in tokens:
        if token.type in ("hash", "ident"):
            color = _named(token)
            if color is not None:
                yield token, color
        elif token.type == "function":
            if token.lower_name in _PLAIN | _DEPENDENT:
                yield token, color_of(token)
            else:
                yield from colors(token.arguments)
        elif token.type.endswith(" block"):
            yield from colors(token.content)


def color_of(token: Any) -> Color | None:
    """The color that one token says; None where it says none that can be worked out."""
    return _worked_out(tinycss2.serialize([token]))


@lru_cache(maxsize=4096)
def _worked_out(text: str) -> Color | None:
    """Sheets say the same few colors again and again."""
    try:
        engine = _engine(tinycss2.parse_one_component_value(text))
    except (Wrong, ValueError, ArithmeticError):
        return None
    return parse(engine.convert("srgb").to_string(fit=False, precision=12, color=True, none=False))


def _named(token: Any) -> Color | None:
    said = f"#{token.value}" if token.type == "hash" else token.lower_value
    return None if said in _NO_COLORS else parse(said)


def _engine(token: Any) -> Engine:
    """The color in coloraide's terms, not yet clipped.

    Raises:
        Wrong, ValueError, ArithmeticError: where there is none.
    """
    from coloraide import Color as Engine

    if token.type in ("hash", "ident"):
        said = parse(f"#{token.value}" if token.type == "hash" else token.value)
        if said is None:
            raise Wrong
        return Engine("srgb", (said.red, said.green, said.blue), said.alpha)
    if token.type != "function":
        raise Wrong
    arguments = _solid(token.arguments)
    if token.lower_name == "color-mix":
        return _mixed(token.arguments)
    if token.lower_name not in _PLAIN:
        raise Wrong
    if arguments and arguments[0].type == "ident" and arguments[0].lower_value == "from":
        return Engine(_relative(token.lower_name.removesuffix("a"), arguments[1:]))
    return Engine(f"{token.lower_name}({_text(token.arguments, {})})".lower())


def _solid(tokens: Iterable[Any]) -> list[Any]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def _text(tokens: Sequence[Any], names: Mapping[str, float]) -> str:
    """Arguments written out, with what can be reckoned reckoned."""
    return " ".join(_word(token, names) for token in _solid(tokens))


def _word(token: Any, names: Mapping[str, float]) -> str:
    if token.type == "function" or (token.type == "ident" and token.lower_value in names):
        return f"{amount([token], names):.10f}"
    if token.type in ("ident", "number", "percentage", "dimension", "literal"):
        return str(tinycss2.serialize([token]))
    raise Wrong


def _relative(function: str, arguments: Sequence[Any]) -> str:
    """The function with a color's own channels filled in: `rgb(from red r g b)` is `rgb(255 0 0)`."""
    if not arguments:
        raise Wrong
    origin, rest = _engine(arguments[0]), arguments[1:]
    space, letters, scale = _CHANNELS.get(function, ("", "", (1, 1, 1)))
    if function == "color":
        space = _SPACES.get(rest[0].lower_value, "") if rest and rest[0].type == "ident" else ""
        letters = "xyz" if space.startswith("xyz") else "rgb"
    if not space:
        raise Wrong
    converted = origin.convert(space)
    values = (part * times for part, times in zip(converted.coords(nans=False), scale, strict=True))
    names = {**dict(zip(letters, values, strict=True)), "alpha": converted.alpha(nans=False)}
    words = _text(rest, names)
    return f"{function}({words})" if "/" in words else f"{function}({words} / {names['alpha']:.10f})"


def _mixed(tokens: Sequence[Any]) -> Engine:
    """What `color-mix()` comes to."""
    how, *ends = _split(tokens)
    space, hue = _method(how)
    if len(ends) != 2:
        raise Wrong
    (first, one), (second, other) = (_part(end) for end in ends)
    one, other = _shares(one, other)
    share = other / (one + other)
    mixed = first.mix(
        second, share, space=space, hue=hue, premultiplied=True, powerless=True, carryforward=True
    )
    return mixed.set("alpha", mixed.alpha(nans=False) * min(1.0, one + other))


def _split(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for piece in _solid(tokens):
        if piece == ",":
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _method(tokens: Sequence[Any]) -> tuple[str, str]:
    """The space and the way around the hues: `in oklch longer hue`."""
    words = [token.lower_value for token in tokens if token.type == "ident"]
    if len(words) != len(tokens) or len(words) not in (2, 4) or words[0] != "in":
        raise Wrong
    hue = words[2] if len(words) == 4 else "shorter"
    if words[1] not in _SPACES or hue not in ("shorter", "longer", "increasing", "decreasing"):
        raise Wrong
    return _SPACES[words[1]], hue


def _part(tokens: Sequence[Any]) -> tuple[Engine, float | None]:
    """A color of a mix and its share, where it has one."""
    shares = [token.value / 100 for token in tokens if token.type == "percentage"]
    said = [token for token in tokens if token.type != "percentage"]
    if len(said) != 1 or len(shares) > 1 or not all(0 <= share <= 1 for share in shares):
        raise Wrong
    return _engine(said[0]), shares[0] if shares else None


def _shares(one: float | None, other: float | None) -> tuple[float, float]:
    first = 1 - other if one is None and other is not None else 0.5 if one is None else one
    second = 1 - first if other is None else other
    if first + second <= 0:
        raise Wrong
    return first, second
