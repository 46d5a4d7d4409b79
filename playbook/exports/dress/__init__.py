"""The brand worn by the site: a style sheet for Material, the fonts it needs, the logo and the icon."""

from __future__ import annotations

from playbook.artifact import Artifact, Dress, Worn
from playbook.brand import Brand
from playbook.color import Color
from playbook.exports.dress import logos
from playbook.exports.dress import type as fonts
from playbook.exports.dress.shades import bar, worn
from playbook.exports.dress.sheet import sheet
from playbook.model import Playbook
from playbook.published import ASSETS, Read, artifact

STYLE = f"{ASSETS}/brand.css"
"""Where the style sheet stands in the site."""


def dress(playbook: Playbook, read: Read) -> Dress:
    """What the site wears; files that cannot be read as what they are do without."""
    served: dict[str, Artifact] = {}
    faces: dict[str, None] = {}
    for brand in playbook.brands.values():
        for family, file, path in fonts.files(brand):
            made = served.get(path) or artifact(path, read)
            if made:
                served[path] = made
                faces[fonts.face(family, file, path)] = None
    headers = {ident: logos.in_header(brand) for ident, brand in playbook.brands.items()}
    shown = {ident: _picture(playbook.brands[ident], logo, read) for ident, (_, logo) in headers.items()}
    icon = _picture(playbook.brand, logos.in_tab(playbook.brand), read)
    pictures = {made.path: made for made in (*shown.values(), icon) if made}
    grounds = {ident: ground for ident, (ground, _) in headers.items()}
    seen = {i: _worn(brand, grounds[i], shown[i]) for i, brand in playbook.brands.items()}
    return Dress(
        files=(Artifact(STYLE, sheet(playbook.brands, grounds, faces)), *served.values(), *pictures.values()),
        logo=seen[playbook.brand.id].logo,
        favicon=icon.path if icon else "",
        worn=seen,
    )


def _worn(brand: Brand, ground: Color | None, logo: Artifact | None) -> Worn:
    colors = bar(brand, ground or worn(brand, dark=False)["background"])
    return Worn(logo.path if logo else "", colors["header"].hex, colors["on-header"].hex)


def _picture(brand: Brand, ident: str, read: Read) -> Artifact | None:
    """A logo variant as the site shows it, if it can be shown."""
    written = brand.logo.variants[ident].file if ident else ""
    return artifact(brand.files[written], read) if written in brand.files else None
