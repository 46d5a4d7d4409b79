"""The brand as `_brand.yml`, Posit's convention that Quarto and Shiny read: only keys that it knows.

It has one shade per color, the one for light pages. Roles it has no key for stand in its palette under
their own name. The files it names go with it, where their licence lets them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook import tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.brand.fonts import Family, FontFile, FontRole
from playbook.model import Playbook
from playbook.published import Read, artifact
from playbook.yamltext import document

FILE = "_brand.yml"

_ROLES = (
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
)
_TEXT = "foreground"
"""What the convention calls our role `text`."""
_TYPE = {
    "base": (("body", "base"), ("family", "size", "weight", "line-height")),
    "headings": (("heading", "headings"), ("family", "weight", "style", "color", "line-height")),
    "monospace": (("mono", "monospace"), ("family", "size", "weight", "color")),
    "monospace-inline": (("mono-inline",), ("family", "size", "weight", "color")),
    "monospace-block": (("mono-block",), ("family", "size", "weight", "color", "line-height")),
}
"""What is set, which role of ours sets it, and what may be said of it."""
_WEIGHTS = range(100, 1000, 100)


def export(playbook: Playbook, read: Read) -> tuple[Artifact, ...]:
    """The file of the master brand, and the logos and fonts that it names, at the paths it names them by."""
    brand = playbook.brand
    return (Artifact(FILE, text(brand)), *_companions(brand, read))


def text(brand: Brand) -> str:
    """The file's text."""
    parts = {
        "meta": _meta(brand),
        "logo": _logo(brand),
        "color": _colors(brand),
        "typography": _typography(brand),
    }
    return document({name: part for name, part in parts.items() if part})


def _companions(brand: Brand, read: Read) -> Iterator[Artifact]:
    fonts = [file.file for family in _offered(brand) for file in family.files]
    written = dict.fromkeys([*(variant.file for variant in brand.logo.variants.values()), *fonts])
    for path in written:
        made = artifact(brand.files[path], read) if path in brand.files else None
        if made:
            yield Artifact(path, made.content, made.source)


def _offered(brand: Brand) -> Iterator[Family]:
    for family in brand.fonts.families.values():
        if family.licence and family.licence.download:
            yield family


def _meta(brand: Brand) -> dict[str, Any]:
    identity = brand.identity
    name: Any = (
        {"full": identity.name, "short": identity.short_name} if identity.short_name else identity.name
    )
    home = {"home": identity.contact.website} if identity.contact.website else {}
    links = {**home, **{network: url for network, url in identity.social.items() if network != "home"}}
    return {"name": name, **({"link": links} if links else {})}


def _logo(brand: Brand) -> dict[str, Any]:
    logo = brand.logo
    images = {
        ident: {"path": variant.file, "alt": variant.alt} if variant.alt else variant.file
        for ident, variant in logo.variants.items()
    }
    first = logo.chosen(logo.primary)
    if first is None:
        return {}
    by_night = next((ident for ident, variant in logo.variants.items() if "dark" in variant.on), None)
    by_both = {"light": first, "dark": by_night} if by_night and "light" in logo.variants[first].on else first
    small = {"small": logo.favicon} if logo.favicon in logo.variants else {}
    return {"images": images, **small, "medium": by_both}


def _colors(brand: Brand) -> dict[str, Any]:
    known = tokens.colors(brand)
    palette = {token.name: _color(token.light) for token in known if _in_palette(token)}
    roles = {token.name: _color(token.light) for token in known if not _in_palette(token)}
    named = {_TEXT: roles["text"]} if "text" in roles else {}
    named |= {role: roles[role] for role in _ROLES if role in roles}
    return {**({"palette": palette} if palette else {}), **named}


def _in_palette(token: tokens.ColorToken) -> bool:
    return token.palette or token.name not in ("text", "link", *_ROLES)


def _color(shade: tokens.Shade) -> str:
    return _named(shade.of) if shade.of else shade.color.hex


def _named(name: str) -> str:
    return _TEXT if name == "text" else name


def _typography(brand: Brand) -> dict[str, Any]:
    families = [_family(family) for family in brand.fonts.families.values()]
    found: dict[str, Any] = {"fonts": families} if families else {}
    styles = brand.fonts.roles
    for theirs, (ours, allowed) in _TYPE.items():
        role = next((styles[name] for name in ours if name in styles), None)
        if role and role.family in brand.fonts.families:
            found[theirs] = _role(brand, role, allowed)
    link = next((token for token in tokens.colors(brand) if token.name == "link" and not token.palette), None)
    return found | ({"link": {"color": _color(link.light)}} if link else {})


def _family(family: Family) -> dict[str, Any]:
    weights = [weight for weight in family.weights if weight in _WEIGHTS]
    files = [_file(file) for file in family.files]
    source = "system" if family.source == "file" and not files else family.source
    return {
        "family": family.name,
        "source": source,
        **({"files": files} if files and source == "file" else {}),
        **({"weight": weights} if weights and source in ("google", "bunny") else {}),
    }


def _file(file: FontFile) -> dict[str, Any]:
    """A font file; a variable one has a range of weights."""
    weights = [int(weight) for weight in file.weight.split()]
    weight: Any = "..".join(map(str, weights)) if len(weights) > 1 else weights[0]
    return {"path": file.file, "weight": weight, "style": file.style}


def _role(brand: Brand, role: FontRole, allowed: tuple[str, ...]) -> dict[str, Any]:
    color = brand.color(role.color) if role.color else None
    known = role.color in brand.colors.palette or role.color in brand.colors.roles
    values = {
        "family": brand.fonts.families[role.family].name,
        "size": role.size,
        "weight": role.weight if role.weight in _WEIGHTS else None,
        "style": role.style if role.style != "normal" else None,
        "line-height": role.line_height,
        "color": (_named(role.color or "") if known else color.hex) if color else None,
    }
    return {key: values[key] for key in allowed if values.get(key) is not None}
