"""Which color of a brand a name in another file means: `--color-fig`, `color.palette.fig`, `Fig dark`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from playbook.brand import Brand
from playbook.color import Color
from playbook.model import Playbook

_WORD = re.compile(r"[^\W_]+")
_BEFORE = frozenset(
    _WORD.findall(
        "color colors colour colours clr palette palettes brand brands base core global primitive primitives "
        "ref reference sys system semantic alias role roles token tokens theme themes scheme swatch swatches "
        "value values default light day mode modes all hex rgb root vars variables style styles preset "
        "custom wp md colores marca paleta"
    )
)
"""Words before the name of a color that say nothing of which one it is."""
_AFTER = frozenset({"value", "default", "base", "main", "hex", "rgb", "color", "colour"})
_NIGHT = frozenset({"dark", "night"})
_AROUND = frozenset(
    _WORD.findall(
        "root html body host where is not and or only screen all media supports layer base theme data mode "
        "color scheme prefers light brand class default"
    )
)
"""Words of selectors that hold for a whole page."""
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Meant:
    """A color of a brand: its id in a section (`palette` or `roles`), and whether the night's is meant."""

    brand: Brand
    section: str
    token: str
    night: bool

    @property
    def shades(self) -> tuple[Color, ...]:
        """The color by day and by night; nothing where it means none."""
        found = (self.brand.color(self.token), self.brand.color(self.token, dark=True))
        return tuple(shade for shade in found if shade)


class Namesakes:
    """The names of a brand's colors; in the master's files also those of sub-brands, where they are named."""

    def __init__(self, brand: Brand, playbook: Playbook) -> None:
        master = _Names(playbook.brand)
        others = () if brand.id else tuple(other for other in playbook.brands.values() if other.id)
        self._own = _Names(brand, master.owners)
        self._others = tuple(_Names(other, master.owners) for other in others)

    def meant(self, name: str, scope: str = "") -> Meant | None:
        """What a name means; `scope` is the selector that it stands in, with what is around that."""
        words = _words(name)[:_MOST_WORDS]
        around = [word for word in _words(scope) if word not in _AROUND]
        night = any(word in _NIGHT for word in around)
        where = {word for word in around if word not in _NIGHT}
        if where <= self._own.owners and (found := self._own.found(words, night=night)):
            return found
        for names in self._others:
            own = names.owners - self._own.owners
            is_named = where <= names.owners and own.intersection((*where, *words))
            if is_named and (found := names.found(words, night=night)):
                return found
        return None


class _Names:
    def __init__(self, brand: Brand, also: frozenset[str] = frozenset()) -> None:
        self._brand, self._also = brand, also

    @cached_property
    def owners(self) -> frozenset[str]:
        """The words and initials by which the brand itself is called, or its master."""
        words = _words(self._brand.name)
        short = [word for word in words if word not in _ARTICLES]
        initials = ("".join(word[0] for word in some) for some in (words, short) if len(some) > 1)
        return self._also.union(short, ["".join(words)], initials, _words(self._brand.id))

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, str]]:
        """Section and id by name: ids go before what colors are called, and the palette before roles."""
        colors, found = self._brand.colors, dict[str, tuple[str, str]]()
        called = ((token, entry.name or "") for token, entry in colors.palette.items())
        for section, token, name in (
            *(("palette", token, token) for token in colors.palette),
            *(("palette", token, name) for token, name in called),
            *(("roles", role, role) for role in colors.roles),
        ):
            for known in self._keys(name):
                found.setdefault(known, (section, token))
        return found

    def _keys(self, name: str) -> Iterator[str]:
        """A name as one word, and less the brand's own where it begins with that."""
        words = _words(name)
        yield from filter(None, ["".join(words)])
        if len(words) > 1 and words[0] in self.owners:
            yield "".join(words[1:])

    def found(self, words: Sequence[str], *, night: bool) -> Meant | None:
        """The color of which the words are the name, with as few words around it as can be."""
        for start in range(len(words)):
            if not self._plain(words[:start]):
                return None
            for end in range(len(words), start, -1):
                known = self._known.get("".join(words[start:end]))
                if known and _ends(words[end:]):
                    dark = night or not _NIGHT.isdisjoint((*words[:start], *words[end:]))
                    return Meant(self._brand, *known, night=dark)
        return None

    def _plain(self, words: Iterable[str]) -> bool:
        return all(word in _BEFORE or word in _NIGHT or word in self.owners for word in words)


def _ends(words: Iterable[str]) -> bool:
    return all(word in _AFTER or word in _NIGHT for word in words)


def _words(text: str) -> list[str]:
    """The words of a name, however they are held together: `fig-dark`, `figDark`, `Fig dark`."""
    return [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", text))]
