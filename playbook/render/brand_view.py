"""A brand as templates see it, which remembers what they read of it.

What was read is the list of elements that a piece uses: `color.primary`, `font.body`, `contact.phone`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from playbook.brand import Brand
from playbook.color import BLACK, WHITE, Color, legible, on

_FALLBACKS = {
    "text": (),
    "background": (),
    "primary": ("secondary", "accent"),
    "secondary": ("primary",),
    "accent": ("secondary", "primary"),
    "link": ("primary", "accent"),
    "muted": ("text",),
    "border": ("muted", "text"),
}
_PLAIN = {"background": WHITE, "text": Color(0.1, 0.1, 0.12)}
_READ = 4.5
"""Contrast of text, WCAG 2.2, 1.4.3."""
_FAMILY = re.compile(r"[^\w\s-]")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "system-ui"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a document links: address, alternative text, size in px, the ground it stands on."""

    url: str
    alt: str
    width: int
    height: int
    ground: str = "#FFFFFF"


class Seen(Mapping[str, Any]):
    """A mapping that notes the path of everything that was read from it."""

    def __init__(self, tree: Mapping[str, Any], used: set[str], prefix: str = "") -> None:
        self._tree, self._used, self._prefix = tree, used, prefix

    def __getitem__(self, name: str) -> Any:
        value = self._tree[name]
        path = f"{self._prefix}{name}"
        if isinstance(value, Mapping):
            return Seen(value, self._used, f"{path}.")
        self._used.add(path)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree)

    def __len__(self) -> int:
        return len(self._tree)


def elements(brand: Brand, logo: Picture | None = None) -> dict[str, Any]:
    """What a template can show of a brand, under `brand`: texts, colors as hex values, stacks of fonts.

    `color` are the brand's own, `on` what can be written on each, `ink` the same made readable on the
    brand's background (4.5:1, WCAG 2.2, 1.4.3).
    """
    identity = brand.identity
    colors = _colors(brand)
    ground = colors["background"]
    return {
        "name": identity.name,
        "tagline": identity.tagline,
        "contact": identity.contact.model_dump(),
        "legal": identity.legal.model_dump(),
        "social": [{"name": name, "url": url} for name, url in identity.social.items()],
        "message": _message(brand),
        "color": {name: color.hex for name, color in colors.items()},
        "on": {name: on(color).hex for name, color in colors.items()},
        "ink": {name: legible(color, ground, _READ).hex for name, color in colors.items()},
        "font": _fonts(brand),
        "logo": asdict(logo) if logo else None,
    }


def _colors(brand: Brand) -> dict[str, Color]:
    """The roles and the palette; a role that the brand leaves out is one that it has, or plain."""
    named = {name: brand.color(name) for name in (*brand.colors.palette, *brand.colors.roles)}
    found = {name: color for name, color in named.items() if color}
    for role, others in _FALLBACKS.items():
        fallback = next((found[name] for name in others if name in found), _PLAIN.get(role, BLACK))
        found.setdefault(role, fallback)
    return found


def _message(brand: Brand) -> str | None:
    messages = brand.identity.messages
    chosen = messages.get(brand.identity.message or "") or next(iter(messages.values()), None)
    return chosen.text if chosen else None


def _fonts(brand: Brand) -> dict[str, str]:
    """A stack for each role, always for `body` and `heading`, in quotes that an attribute may hold."""
    stacks = {name: _stack(brand, role.family) for name, role in brand.fonts.roles.items()}
    first = next(iter(stacks.values()), "Arial, sans-serif")
    return {"body": first, "heading": stacks.get("body", first), **stacks}


def _stack(brand: Brand, ident: str) -> str:
    family = brand.fonts.families.get(ident)
    names = (family.name, *family.fallback) if family else ()
    clean = [_FAMILY.sub("", name).strip() for name in names]
    quoted = [name if name in _GENERIC or " " not in name else f"'{name}'" for name in clean if name]
    return ", ".join(quoted or ["Arial", "sans-serif"])
