"""The fonts of a look as the typesetter takes them: plain files, each under a family name of its own.

A family is often cut into files by characters, which one list of names then brings together: the first that
has a character draws it. The PostScript name stays the font's own, so a PDF tells which font it is set in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from unicodedata import category

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from playbook.observe.font import observe
from playbook.observed import Unreadable
from playbook.render.look import Face

_FAMILY, _STYLE, _OWN_FAMILY, _OWN_STYLE, _LIKE = 1, 2, 16, 17, 21
_NAMES = (_FAMILY, _STYLE, _OWN_FAMILY, _OWN_STYLE, _LIKE, _LIKE + 1)
"""The name table's entries that say which family a file belongs to. Source: OpenType, name."""
_ITALIC, _BOLD, _REGULAR = 1, 1 << 5, 1 << 6
"""Bits of OS/2.fsSelection."""
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_SHAPED = frozenset(
    {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
)
"""Signs of format that have a shape. Source: Unicode, those of Cf that are not Default_Ignorable."""
_VARIANTS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
"""Signs that choose another form of the one before them. Source: Unicode, variation selectors."""
_STAND_IN = "Libertinus Serif"
"""What the typesetter has itself; it takes no empty list."""
_STRONG = 700
"""The weight of strong words."""
_NUMERALS = "abcdefghijklmnopqrstuvwxyz"
_ALWAYS = range(0x20, 0x100)
"""Characters that a document may hold beside what is said in it: of notes, and of page numbers."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A font file for the typesetter: the family name it goes by, its bytes, the characters it has."""

    family: str
    content: bytes
    characters: frozenset[int]


@dataclass(frozen=True, slots=True)
class Cuts:
    """The files, and for each role the family names in the order in which they are asked for a character."""

    files: tuple[Cut, ...] = ()
    stacks: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def stack(self, role: str) -> tuple[str, ...]:
        """The names for a role, followed by those of the other ones, which stand in for what it lacks."""
        own = dict(self.stacks).get(role, ())
        others = (name for other, names in self.stacks if other != role for name in names)
        return (*own, *others) or (_STAND_IN,)

    def lacks(self, text: str) -> str:
        """The characters of a text that none of the files has, each once, in their order."""
        have = {code for cut in self.files for code in cut.characters}
        return "".join(dict.fromkeys(sign for sign in text if ord(sign) not in have and _is_seen(sign)))


def cuts(faces: Sequence[Face], weights: Mapping[str, int], said: str) -> Cuts:
    """What of the faces is needed to set what is `said`; `weights` says how heavy each role is.

    Unpacking a font takes its time, so files that would draw nothing are left out.
    """
    files: list[Cut] = []
    stacks: list[tuple[str, tuple[str, ...]]] = []
    wanted = {*_ALWAYS, *map(ord, said)}
    for role, weight in weights.items():
        own = list(
            _of_role(role, [face for face in faces if face.role == role and face.free], weight, wanted)
        )
        files += own
        stacks.append((role, tuple(dict.fromkeys(cut.family for cut in own))))
    return Cuts(tuple(files), tuple(stacks))


def _of_role(role: str, faces: Sequence[Face], weight: int, wanted: set[int]) -> Iterator[Cut]:
    """The n-th file of a weight and style goes by the n-th name, so that weights of one cut share one."""
    needed = {_nearest(faces, weight), _nearest(faces, _STRONG)}
    taken: defaultdict[tuple[int, str], list[frozenset[int]]] = defaultdict(list)
    for face in faces:
        for real in sorted(needed & set(_weights(face.weight, weight))):
            before = taken[real, face.style]
            have = _characters(face.content)
            if have & wanted - frozenset().union(*before):
                made = _cut(face.content, f"{role}{_NUMERALS[len(before) % 26]}", real, face.style)
                if made:
                    before.append(have)
                    yield made


def weighted(face: Face, asked: Iterable[int], characters: Iterable[str]) -> Iterator[Cut]:
    """A font file by its own family's name, in each weight that is `asked` for, as far as it goes.

    None where it has none of the characters.
    """
    if _coverage(face.content).isdisjoint(map(ord, characters)):
        return
    ends = tuple(map(int, face.weight.split()))
    for weight in sorted({max(ends[0], min(each, ends[-1])) for each in asked}):
        if made := _cut(face.content, face.family, weight, face.style):
            yield made


def _nearest(faces: Sequence[Face], weight: int) -> int:
    """The weight that comes nearest to one, of those that there are."""
    there = {real for face in faces for real in _weights(face.weight, weight)}
    return min(sorted(there), key=lambda real: abs(real - weight), default=weight)


def _weights(said: str, wanted: int) -> tuple[int, ...]:
    """The weight of a file; of one that varies those that a document needs, as far as it goes."""
    least, *more = map(int, said.split())
    if not more:
        return (least,)
    return tuple(dict.fromkeys(max(least, min(weight, more[0])) for weight in (wanted, _STRONG)))


@lru_cache(maxsize=64)
def _characters(content: bytes) -> frozenset[int]:
    """The characters of a font file; none for one that cannot be read, or that forbids to be embedded."""
    covered = _coverage(content)
    return covered if covered and observe(content).embedding != "restricted" else frozenset()


@lru_cache(maxsize=64)
def _coverage(content: bytes) -> frozenset[int]:
    """The characters of a font file; none for one that cannot be read."""
    try:
        return observe(content).coverage
    except Unreadable:
        return frozenset()


@lru_cache(maxsize=64)
def _cut(content: bytes, family: str, weight: int, style: str) -> Cut | None:
    """A font file under a name, None for one that cannot be unpacked."""
    try:
        with TTFont(BytesIO(content)) as font:
            return _renamed(font, family, weight, italic=style == "italic")
    except Exception:  # noqa: BLE001 - what the library raises of broken tables; the font is then none
        return None


def _renamed(font: Any, family: str, weight: int, *, italic: bool) -> Cut:
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        instantiateVariableFont(font, {**axes, "wght": weight} if "wght" in axes else axes, inplace=True)
    names = font["name"]
    for number in _NAMES:
        names.removeNames(nameID=number)
    names.setName(family, _FAMILY, 3, 1, 0x409)
    names.setName("Regular", _STYLE, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    kept = font["OS/2"].fsSelection & ~(_ITALIC | _BOLD | _REGULAR)
    font["OS/2"].fsSelection = kept | (_ITALIC if italic else 0)
    font["head"].macStyle = 2 if italic else 0
    font.flavor = None
    font.recalcTimestamp = False
    made = BytesIO()
    font.save(made, reorderTables=False)
    return Cut(family, made.getvalue(), frozenset(font.getBestCmap() or ()))


def _is_seen(sign: str) -> bool:
    """Whether a character has a shape of its own: blanks and signs that steer the text have none."""
    if ord(sign) in _SHAPED:
        return True
    return category(sign) not in _UNSEEN and not any(first <= ord(sign) <= last for first, last in _VARIANTS)
