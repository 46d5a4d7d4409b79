"""A brand as templates see it, which remembers what they read of it.

What was read is the list of elements that a piece uses: `color.primary`, `font.body`, `contact.phone`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from playbook.brand import DARK, Brand
from playbook.brand.fonts import FontRole
from playbook.brand.identity import network
from playbook.color import BLACK, WHITE, Color, contrast, legible, on, parse

_FALLBACKS = {
    "text": (),
    "background": (),
    "primary": ("secondary", "accent"),
    "secondary": ("primary",),
    "accent": ("secondary", "primary"),
    "link": ("primary", "accent"),
    "muted": ("text",),
    "border": ("muted", "text"),
    "surface": ("background",),
}
_PLAIN = {"background": WHITE, "text": Color(0.1, 0.1, 0.12)}
_PLAIN_NIGHT = {"background": parse(DARK) or BLACK, "text": Color(0.93, 0.93, 0.94)}
_WRITTEN = ("text", "muted", "primary", "secondary", "accent", "link")
"""The roles of which there are inks for other grounds: finding a shade takes its time."""
_READ = 4.5
"""Contrast of text, WCAG 2.2, 1.4.3."""
_FAMILY = re.compile(r"[^\w\s-]")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "system-ui"})
_SAFE = ("Arial", "sans-serif")
_SCANNED = 7
"""Contrast of a QR code, far above what readers need, so that poor light and paper leave enough."""
_SEEN = 1.2
"""Below this two grounds are hardly told apart."""

WEIGHTS = {"heading": 700, "body": 400}
"""The roles that pictures are set in, and the weight of each where the brand does not say."""
_BARE = re.compile(r"[^\W\d][\w-]*(?: [^\W\d][\w-]*)*")
"""A font's name that CSS takes without quotes."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a document links: address, alternative text, size in px, the ground it stands on."""

    url: str
    alt: str
    width: int
    height: int
    ground: str = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Mark:
    """The logo as part of a picture: a `data:image/` address less these words, and its size in px.

    `ground` is empty where it may stand on the field, else the color that it needs below it.
    """

    image: str
    alt: str
    width: int
    height: int
    ground: str = ""


class Seen(Mapping[str, Any]):
    """A mapping that notes the path of everything that was asked of it, what is not there too."""

    def __init__(self, tree: Mapping[str, Any], used: set[str], path: str = "") -> None:
        self._tree, self._used, self._path = tree, used, path

    def __getitem__(self, name: str) -> Any:
        value = self._tree.get(name)
        path = f"{self._path}.{name}" if self._path else name
        if isinstance(value, Mapping):
            return Seen(value, self._used, path)
        self._used.add(path)
        return self._tree[name]

    def __iter__(self) -> Iterator[str]:
        self._used.add(self._path)
        return iter(self._tree)

    def __len__(self) -> int:
        self._used.add(self._path)
        return len(self._tree)


def elements(brand: Brand, logo: Picture | None = None, mark: Mark | None = None) -> dict[str, Any]:
    """What a template can show of a brand, under `brand`: texts, colors as hex values, stacks of fonts.

    `color` are the brand's own, `on` what can be written on each, `ink` the same made readable on the
    brand's background (4.5:1, WCAG 2.2, 1.4.3), `on_surface` the roles on its surface; `night` holds these
    four for dark pages. `fallback` are the stacks of fonts less the brand's own, for a `<style>` to hold.
    `field` is the brand's first color as a ground, with what is written on it; `mark` is the logo there.
    `code` are the ink and the ground of a QR code.
    """
    identity = brand.identity
    colors = _colors(brand)
    return {
        "name": identity.name,
        "tagline": identity.tagline,
        "contact": identity.contact.model_dump(),
        "legal": identity.legal.model_dump(),
        "social": [{"name": network(name), "url": url} for name, url in identity.social.items()],
        "message": _message(brand),
        **_shades(colors, colors),
        "night": _shades(_colors(brand, dark=True), _WRITTEN),
        "font": _fonts(brand),
        "fallback": _fallbacks(brand),
        "weight": {name: _weight(brand, name) for name in WEIGHTS},
        "logo": _logo(logo) if logo else None,
        "field": _field(_colors(brand)),
        "code": _code(_colors(brand)),
        "mark": asdict(mark) if mark else None,
    }


def _code(colors: Mapping[str, Color]) -> dict[str, str]:
    """The two colors of a QR code: always dark on white, for readers do not take it the other way round."""
    dark = (colors[name] for name in ("primary", "text") if contrast(colors[name], WHITE) >= _SCANNED)
    return {"ink": next(dark, BLACK).hex, "ground": WHITE.hex}


def field_ground(brand: Brand) -> Color:
    """The color of the field."""
    return _colors(brand)["primary"]


def _field(colors: Mapping[str, Color]) -> dict[str, str]:
    """The ground, what is written there, and the accent beside it with what is written on that.

    The brand's colors are taken as they are: where its accent cannot be read, titles are in the ink.
    """
    ground, accent = colors["primary"], colors["accent"]
    ink = _ink(ground, (colors["background"], colors["text"]))
    beside = accent if contrast(accent, ground) >= _SEEN else ink
    found = {
        "ground": ground,
        "ink": ink,
        "title": accent if contrast(accent, ground) >= _READ else ink,
        "accent": beside,
        "on_accent": _ink(beside, (ground, ink)),
    }
    return {name: color.hex for name, color in found.items()}


def _ink(ground: Color, choices: Iterable[Color]) -> Color:
    """The color that reads best on a ground, or black or white where none does."""
    best = max(choices, key=lambda color: contrast(color, ground))
    return best if contrast(best, ground) >= _READ else on(ground)


def font_role(brand: Brand, name: str) -> FontRole | None:
    """How `heading` or `body` is set; for one that the brand leaves out, as its text is."""
    roles = brand.fonts.roles
    first = next(iter(roles.values()), None)
    return roles.get(name) or roles.get("body", first)


def _logo(logo: Picture) -> dict[str, Any]:
    """The picture, with the ink for its alternative text, which mail programs show on its ground."""
    return {**asdict(logo), "ink": on(parse(logo.ground) or WHITE).hex}


def _shades(colors: Mapping[str, Color], written: Iterable[str]) -> dict[str, dict[str, str]]:
    """The colors, what can be written on each, and those `written` as inks on the background."""
    own = (colors["background"], colors["text"])
    return {
        "color": {name: color.hex for name, color in colors.items()},
        "on": {name: _ink(color, own).hex for name, color in colors.items()},
        "ink": _inks(colors, written, "background"),
        "on_surface": _inks(colors, _WRITTEN, "surface"),
    }


def _inks(colors: Mapping[str, Color], names: Iterable[str], ground: str) -> dict[str, str]:
    return {name: legible(colors[name], colors[ground], _READ).hex for name in names}


def _colors(brand: Brand, *, dark: bool = False) -> dict[str, Color]:
    """The roles and the palette; a role that the brand leaves out is one that it has, or plain."""
    named = {name: brand.color(name, dark=dark) for name in (*brand.colors.palette, *brand.colors.roles)}
    found = {name: color for name, color in named.items() if color}
    plain = _PLAIN_NIGHT if dark else _PLAIN
    for role, others in _FALLBACKS.items():
        fallback = next((found[name] for name in others if name in found), plain.get(role, BLACK))
        found.setdefault(role, fallback)
    return found


def origin(brand: Brand, name: str, *, dark: bool = False) -> str:
    """The color that a role is shown in: its own, or the one that stands in for it; empty for a plain one."""
    names = (name, *_FALLBACKS.get(name, ()))
    return next((each for each in names if brand.color(each, dark=dark)), "")


def _message(brand: Brand) -> str | None:
    messages = brand.identity.messages
    chosen = messages.get(brand.identity.message or "") or next(iter(messages.values()), None)
    return chosen.text if chosen else None


def _fonts(brand: Brand) -> dict[str, str]:
    """A stack for each role, always for `body` and `heading`, in quotes that an attribute may hold."""
    stacks = {name: _stack(brand, role.family) for name, role in brand.fonts.roles.items()}
    first = next(iter(stacks.values()), "Arial, sans-serif")
    return {"body": first, "heading": stacks.get("body", first), **stacks}


def _weight(brand: Brand, name: str) -> int:
    role = font_role(brand, name)
    return (role.weight if role else None) or WEIGHTS[name]


def _fallbacks(brand: Brand) -> dict[str, str]:
    """What stands in for the fonts of `body` and `heading` in programs that know no others.

    Word shows Times where it lacks the first font of a stack, so these begin with one that it has.
    """
    return {name: _fallback(brand, font_role(brand, name)) for name in ("body", "heading")}


def _fallback(brand: Brand, role: FontRole | None) -> str:
    family = brand.fonts.families.get(role.family) if role else None
    names = [name for name in (family.fallback if family else ()) if _BARE.fullmatch(name)]
    return ", ".join(names or _SAFE)


def family_name(name: str) -> str:
    """A font's name as the stacks have it, without what could end a string."""
    return " ".join(_FAMILY.sub("", name).split())


def _stack(brand: Brand, ident: str) -> str:
    family = brand.fonts.families.get(ident)
    names = (family.name, *family.fallback) if family else ()
    clean = [family_name(name) for name in names]
    quoted = [name if name in _GENERIC or " " not in name else f"'{name}'" for name in clean if name]
    return ", ".join(quoted or _SAFE)
