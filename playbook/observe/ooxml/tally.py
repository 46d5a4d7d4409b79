"""What is seen in an Office document, gathered: equal colors and fonts of one place counted together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from playbook.color import Color
from playbook.fontnames import family
from playbook.handed import Ink, InkRole, Lettering, Placed, Spot, Unjudged, Wording

MOST_TEXTS = 20_000


@dataclass(slots=True)
class Tally:
    """A collection while it grows."""

    inks: Counter[tuple[str, str, InkRole, Spot]] = field(default_factory=Counter)
    fonts: Counter[tuple[str, Spot]] = field(default_factory=Counter)
    texts: list[Wording] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)
    doubts: dict[tuple[str, tuple[tuple[str, str | int], ...]], None] = field(default_factory=dict)

    def ink(self, color: Color, said: str, role: InkRole, spot: Spot, count: int = 1) -> None:
        """Count a color; what is fully clear is not seen."""
        if color.alpha > 0:
            self.inks[color.hex, said, role, spot] += count

    def font(self, family: str, spot: Spot, count: int = 1) -> None:
        """Count a font; marks of right-to-left twins (`@Font`) aside."""
        if name := family.strip().lstrip("@"):
            self.fonts[name, spot] += count

    def text(self, wording: Wording) -> None:
        """Keep a text that is not blank."""
        if wording.text and len(self.texts) < MOST_TEXTS:
            self.texts.append(wording)

    def doubt(self, message: str, **facts: str | int) -> None:
        """Say, once, what was not followed."""
        self.doubts[message, tuple(facts.items())] = None

    def all_inks(self) -> tuple[Ink, ...]:
        """Each color of each place once, those in use first."""
        found = [Ink(*key[:3], spot=key[3], count=count) for key, count in self.inks.items()]
        return tuple(sorted(found, key=lambda ink: (not ink.count, ink.spot.page)))

    def all_fonts(self) -> tuple[Lettering, ...]:
        """Each font of each place once, those in use first."""
        found = [Lettering(family(name), name, spot, count) for (name, spot), count in self.fonts.items()]
        return tuple(sorted(found, key=lambda font: (not font.count, font.spot.page)))

    def all_doubts(self) -> tuple[Unjudged, ...]:
        """What was not followed."""
        return tuple((message, dict(facts)) for message, facts in self.doubts)


def clear_mapping(mapped: Mapping[str, str]) -> dict[str, str]:
    """A copy of attributes without their namespaces."""
    return {name.rpartition("}")[2]: value for name, value in mapped.items()}
