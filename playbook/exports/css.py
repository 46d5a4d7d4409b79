"""The brand's tokens as CSS custom properties: `--color-<id>`, `--font-<role>` and what belongs to it.

Night shades stand in a media query, which `data-color-scheme="light"` on the root turns off and
`data-color-scheme="dark"` on any element turns on; sub-brands under `data-brand="<id>"`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent

from playbook import csstext, tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.model import MASTER, Playbook

FILE = "tokens.css"


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One style sheet for the brand and its sub-brands."""
    blocks = [csstext.comment(f"{playbook.brand.name}: design tokens. Change the brand, not this file.")]
    for ident, brand in playbook.brands.items():
        blocks += _brand("" if ident == MASTER else f"[data-brand={csstext.string(ident)}]", brand)
    return (Artifact(FILE, "\n".join(f"{block}\n" for block in blocks)),)


def _brand(where: str, brand: Brand) -> Iterator[str]:
    known = tokens.colors(brand)
    names = csstext.names(token.name for token in known)
    day = {f"--color-{names[token.name]}": _value(token.light, names) for token in known}
    yield _block(where or ":root", {**day, **_text_styles(brand)})
    night = {f"--color-{names[token.name]}": _value(token.dark, names) for token in known if _changes(token)}
    if night:
        by_media = f':root:not([data-color-scheme="light"]) {where}'.strip()
        by_choice = f'[data-color-scheme="dark"] {where}, {where}[data-color-scheme="dark"]' if where else ""
        query = indent(_block(by_media, night), "  ")
        yield f"@media (prefers-color-scheme: dark) {{\n{query}\n}}"
        yield _block(by_choice or '[data-color-scheme="dark"]', night)


def _changes(token: tokens.ColorToken) -> bool:
    """Whether a token looks different by night; one that only names another color has to be said again."""
    return token.light != token.dark


def _value(shade: tokens.Shade, names: Mapping[str, str]) -> str:
    return f"var(--color-{names[shade.of]})" if shade.of else shade.color.hex


def _text_styles(brand: Brand) -> dict[str, str]:
    styles = tokens.text_styles(brand)
    names = csstext.names(style.name for style in styles)
    return {f"--font-{names[s.name]}{part}": value for s in styles for part, value in tokens.css(s).items()}


def _block(selector: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}"
