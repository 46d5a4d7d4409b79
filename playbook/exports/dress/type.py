"""The brand's fonts as the site's style sheet needs them: font faces, and variables for each role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from playbook import csstext, published, tokens
from playbook.brand import Brand
from playbook.brand.fonts import FontFile

_FORMATS = {".woff2": "woff2", ".woff": "woff", ".otf": "opentype", ".ttf": "truetype"}
_BODY = ("body", "base", "text", "paragraph")
_HEADING = ("heading", "headings", "title", "display")
_MONO = ("mono", "monospace", "code", "mono-block")


def files(brand: Brand) -> Iterator[tuple[str, FontFile, str]]:
    """The files of the families that roles use: the family's name, the file, its path in the project."""
    for _, family in tokens.families(brand):
        for file in family.files:
            if file.file in brand.files and PurePosixPath(file.file).suffix.lower() in _FORMATS:
                yield family.name, file, brand.files[file.file]


def face(family: str, file: FontFile, project_path: str) -> str:
    """A `@font-face` for a file, seen from the style sheet in the assets' folder."""
    path = published.asset_path(project_path).removeprefix(f"{published.ASSETS}/")
    kind = _FORMATS[PurePosixPath(project_path).suffix.lower()]
    lines = [
        f"font-family: {csstext.string(family)};",
        f"font-style: {file.style};",
        f"font-weight: {file.weight};",
        "font-display: swap;",
        f'src: url("{quote(path)}") format("{kind}");',
    ]
    covered = csstext.unicode_range(file.characters)
    lines += [f"unicode-range: {covered};"] if covered else []
    return "@font-face {\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


def variables(brand: Brand) -> dict[str, str]:
    """The styles of text as variables: `--pb-font-<role>` and what belongs to it, then the theme's own."""
    styles = {style.name: style for style in tokens.text_styles(brand)}
    names = csstext.names(styles)
    found: dict[str, str] = {}
    for name, style in styles.items():
        found |= _style(f"--pb-font-{names[name]}", style)
    for theirs, roles in (("--md-text-font", _BODY), ("--md-code-font", _MONO)):
        chosen = next((styles[role] for role in roles if role in styles), None)
        found |= {theirs: csstext.stack(chosen.families)} if chosen else {}
    heading = next((styles[role] for role in _HEADING if role in styles), None)
    return found | (_style("--pb-heading", heading) if heading else {})


def _style(prefix: str, style: tokens.TextStyle) -> dict[str, str]:
    """What the site takes from a style; its sizes are the theme's."""
    return {prefix + part: value for part, value in tokens.css(style).items() if part != "-size"}


def heading_color(brand: Brand) -> str:
    """The name of the color that headings are set in, or empty."""
    roles = (brand.fonts.roles[name] for name in _HEADING if name in brand.fonts.roles)
    return next((role.color or "" for role in roles), "")


def line_height(brand: Brand) -> str:
    """The line height of running text, or empty."""
    roles = (brand.fonts.roles[name] for name in _BODY if name in brand.fonts.roles)
    return next((f"{role.line_height:g}" for role in roles if role.line_height), "")
