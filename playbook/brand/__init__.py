"""A brand: its identity, logo, colors, fonts, voice and imagery, and what its names stand for.

The author's word is kept beside the value it stands for: a role names a palette entry, which has a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from playbook.brand.colors import Colors, PaletteColor
from playbook.brand.fonts import Fonts
from playbook.brand.identity import Identity
from playbook.brand.imagery import Imagery
from playbook.brand.logo import Logo
from playbook.brand.voice import Voice
from playbook.color import Color, parse
from playbook.valestyle import StyleRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.document import Document

PARTS: dict[str, type[Document]] = {
    "identity": Identity,
    "logo": Logo,
    "colors": Colors,
    "fonts": Fonts,
    "voice": Voice,
    "imagery": Imagery,
}
"""The parts of a brand by name; each but the identity may be missing, and then is empty."""

FILES = {"identity": "brand.yml", **{part: f"{part}.yml" for part in PARTS if part != "identity"}}
"""The file of each part, in the brand's folder."""

LIGHT, DARK = "#FFFFFF", "#121212"
"""What `light` and `dark` mean as backgrounds where the brand says nothing."""

_ALIAS_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand or a sub-brand, complete: what a sub-brand does not say is its master's.

    `id` is empty for the master brand. `files` leads from each path as it is written in the brand's files
    to the project file it means: in the sub-brand's own folder, or in the master's.
    """

    id: str
    identity: Identity
    logo: Logo
    colors: Colors
    fonts: Fonts
    voice: Voice
    imagery: Imagery
    files: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[StyleRule, ...] = ()
    """The rules of the styles that the voice takes in."""

    @property
    def name(self) -> str:
        """The brand's name."""
        return self.identity.name

    def parts(self) -> Iterator[tuple[str, Document]]:
        """Its parts by name."""
        for part in PARTS:
            yield part, getattr(self, part)

    def with_part(self, part: str, document: Document) -> Brand:
        """A copy with another part."""
        changed: dict[str, Any] = {part: document}
        return replace(self, **changed)

    def wrote(self, part: Document, *keys: str | int) -> bool:
        """Whether a value of a part is the brand's own; a sub-brand inherits what its master wrote."""
        return not self.id or PurePosixPath(part.origin.layer(keys).source.path).parent.name == self.id

    def entry(self, name: str, *, dark: bool = False) -> tuple[str, PaletteColor] | None:
        """The palette entry that an id or a role stands for."""
        ident = name if name in self.colors.palette else self._end(name, dark=dark)
        return (ident, self.colors.palette[ident]) if ident in self.colors.palette else None

    def color(self, name: str, *, dark: bool = False) -> Color | None:
        """The color that a palette id, a role or a CSS value stands for, by day or by night.

        None for a name that means nothing, and for aliases that run in a circle.
        """
        found = self.entry(name, dark=dark)
        if found:
            shades = found[1].value
            return parse(shades.dark if dark else shades.light)
        return parse(self._end(name, dark=dark))

    def _end(self, name: str, *, dark: bool) -> str:
        """Where a chain of roles ends."""
        for _ in range(_ALIAS_DEPTH):
            if name not in self.colors.roles:
                return name
            role = self.colors.roles[name]
            name = role.dark if dark else role.light
        return ""

    def background(self, name: str) -> Color | None:
        """The color that a background's name means: `light`, `dark`, or as `color` takes it."""
        plain = {"light": LIGHT, "dark": DARK, **self.logo.backgrounds}
        return self.color(name) or parse(plain.get(name, ""))
