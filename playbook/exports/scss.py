"""The brand's tokens as SCSS variables, and as a map to loop over; night shades end in `-dark`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook import csstext, tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.model import MASTER, Playbook

FILE = "_tokens.scss"


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One partial for the brand and its sub-brands, whose variables begin with their id."""
    blocks = [csstext.comment(f"{playbook.brand.name}: design tokens. Change the brand, not this file.")]
    prefixes = csstext.names(ident for ident in playbook.brands if ident != MASTER)
    for ident, brand in playbook.brands.items():
        blocks += _brand(f"{prefixes[ident]}-" if ident in prefixes else "", brand)
    return (Artifact(FILE, "\n".join(f"{block}\n" for block in blocks)),)


def _brand(prefix: str, brand: Brand) -> Iterator[str]:
    colors = _colors(f"${prefix}color-", {token.name: token for token in tokens.colors(brand)})
    variables = {f"${prefix}color-{name}": value for name, value in colors.items()}
    variables |= _text_styles(prefix, brand)
    if variables:
        yield "\n".join(f"{name}: {value};" for name, value in variables.items())
    if colors:
        entries = "".join(f"  {csstext.string(name)}: ${prefix}color-{name},\n" for name in colors)
        yield f"${prefix}colors: (\n{entries});"


def _colors(prefix: str, known: Mapping[str, tokens.ColorToken]) -> dict[str, str]:
    """Names and values, the palette first: SCSS wants to know a variable before another names it."""
    night = {name: f"{name}\ndark" for name, token in known.items() if token.light.color != token.dark.color}
    names = csstext.names([*known, *night.values()])  # the line end keeps them apart from an id `x-dark`
    found: dict[str, str] = {}
    for palette in (True, False):
        for token in known.values():
            if token.palette is palette:
                found[names[token.name]] = _value(prefix, token.light, known, names)
                if token.name in night:
                    by_night = {name: names[night.get(name, name)] for name in known}
                    found[names[night[token.name]]] = _value(prefix, token.dark, known, by_night, dark=True)
    return found


def _value(
    prefix: str,
    shade: tokens.Shade,
    known: Mapping[str, tokens.ColorToken],
    names: Mapping[str, str],
    *,
    dark: bool = False,
) -> str:
    """The palette color that a shade stands for, however many roles lie between, or its value."""
    while shade.of and not known[shade.of].palette:
        shade = known[shade.of].shade(dark=dark)
    return f"{prefix}{names[shade.of]}" if shade.of else shade.color.hex


def _text_styles(prefix: str, brand: Brand) -> dict[str, str]:
    styles = tokens.text_styles(brand)
    names = csstext.names(style.name for style in styles)
    parts = (
        (names[style.name] + part, value) for style in styles for part, value in tokens.css(style).items()
    )
    return {f"${prefix}font-{name}": value for name, value in parts}
