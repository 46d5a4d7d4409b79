"""Drawings that hold the brand's fonts: no more of them than their text needs.

A drawing that somebody downloads, or that a page shows as a picture, loads no font from elsewhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.brand.fonts import Family
from playbook.csstext import string, unicode_range
from playbook.making.files import Read, content
from playbook.making.lettering import FontFace, lettering
from playbook.observe.font import observe
from playbook.observed import Unreadable
from playbook.render.brand_view import family_name

_START = re.compile(r"""<svg\b(?:"[^"]*"|'[^']*'|[^'">])*>""")
_RANGE = re.compile(r"U\+([0-9A-F]*)(\?*)(?:-([0-9A-F]+))?")

_NO_SUBSET, _NO_OUTLINES = 0x100, 0x200
"""Source: OpenType, OS/2, fsType."""
_KEPT_NAMES = (0, 13, 14)
"""Copyright, licence and its address: licences ask that they stay. Source: OpenType, name."""
_FEATURES = ("tnum",)
"""Beside those that are on by themselves: figures that stand below each other."""
_LAYOUT = ("GDEF", "GPOS", "GSUB", "STAT")
_STEADY = re.compile("[ -\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u206f\u20a0-\u2bff]*")
"""Scripts whose letters stay as they are, whatever stands beside them: Latin, Greek, Cyrillic, and signs."""
_LARGEST = 200_000
"""Bytes of a font in a drawing."""


def faces(brand: Brand, read: Read) -> tuple[FontFace, ...]:
    """The font files of the brand's roles that may be passed on; `read` gives the bytes of a project file."""
    used = dict.fromkeys(role.family for role in brand.fonts.roles.values())
    families = [brand.fonts.families[ident] for ident in used if ident in brand.fonts.families]
    found = (
        FontFace(
            family_name(family.name),
            file.style,
            file.weight,
            unicode_range(file.characters),
            content(brand.files.get(file.file, ""), read),
        )
        for family in families
        if passed_on(family)
        for file in family.files
    )
    return tuple(face for face in found if face.content)


def passed_on(family: Family) -> bool:
    """Whether a family may leave the brand's hands; where nobody says otherwise, its files do."""
    return family.licence is None or family.licence.download


def with_fonts(files: Sequence[Artifact], fonts: Sequence[FontFace]) -> list[Artifact]:
    """The files, every SVG among them with the fonts that all of them need together.

    To cut fonts takes its time: those who make hundreds of cards at once wait for it only once.
    """
    sheet = rules([str(file.content) for file in files if file.path.endswith(".svg")], fonts)
    return [
        replace(file, content=within(str(file.content), sheet)) if file.path.endswith(".svg") else file
        for file in files
    ]


def embedded(svg: str, fonts: Sequence[FontFace], *, small: bool = False) -> str:
    """A drawing with the fonts that it needs; of a `small` one nobody sees how its letters are kerned."""
    return within(svg, rules([svg], fonts, small=small))


def within(svg: str, sheet: str) -> str:
    """A drawing with a style sheet put at its start, and else as it was."""
    return _START.sub(lambda start: f"{start[0]}<style>{sheet}</style>", svg, count=1) if sheet else svg


def rules(svgs: Iterable[str], fonts: Sequence[FontFace], *, small: bool = False) -> str:
    """`@font-face` for every font file that drawings need, the font within it."""
    needed: dict[FontFace, frozenset[str]] = {}
    for svg in svgs if fonts else ():
        for face, characters in lettering(svg, fonts).items():
            needed[face] = needed.get(face, frozenset()) | characters
    return "".join(_rule(face, needed[face], small=small) for face in fonts if face in needed)


@lru_cache(maxsize=256)
def cut(content: bytes, characters: str, *, bare: bool = False) -> bytes:
    """A font with the glyphs of some characters alone, as WOFF2; a `bare` one without rules for their layout.

    Empty where it has none of them, cannot be read, or does not let itself be embedded so.
    """
    if not embeddable(content):
        return b""
    held = observe(content).coverage & set(map(ord, characters))
    try:
        made = _cut(_unpacked(content), held, _LAYOUT if bare else ()) if held else b""
    except Exception:  # noqa: BLE001 - what the library raises of broken tables; the font is then none
        return b""
    return made if len(made) <= _LARGEST else b""


@lru_cache(maxsize=64)
def embeddable(content: bytes) -> bool:
    """Whether a font can be read, and lets parts of itself stand in a document."""
    try:
        restricted = observe(content).embedding == "restricted"
    except Unreadable:
        return False
    with TTFont(BytesIO(content), lazy=True) as font:
        table: Any = font.get("OS/2")
    return not restricted and not (table and table.fsType & (_NO_SUBSET | _NO_OUTLINES))


@lru_cache(maxsize=16)
def _unpacked(content: bytes) -> bytes:
    """The font as TTF or OTF: to unpack one takes as long as to cut it."""
    with TTFont(BytesIO(content), recalcTimestamp=False) as font:
        font.flavor = None
        file = BytesIO()
        font.save(file, reorderTables=None)
    return file.getvalue()


def _cut(content: bytes, characters: Iterable[int], without: Sequence[str]) -> bytes:
    from fontTools import subset  # takes longer to load than most pieces to make

    options = subset.Options()
    options.layout_features = [*options.layout_features, *_FEATURES]
    options.drop_tables = [*options.drop_tables, *without]
    options.name_IDs = list(_KEPT_NAMES)
    options.hinting = False
    options.flavor = "woff2"
    font = subset.load_font(BytesIO(content), options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=characters)
    maker.subset(font)
    file = BytesIO()
    subset.save_font(font, file, options)
    return file.getvalue()


def _rule(face: FontFace, characters: Iterable[str], *, small: bool) -> str:
    spans = list(_spans(face.characters))
    own = [c for c in characters if not spans or any(first <= ord(c) <= last for first, last in spans)]
    text = "".join(sorted(own))
    content = cut(face.content, text, bare=small and bool(_STEADY.fullmatch(text)))
    if not content:
        return ""
    span = f";unicode-range:{face.characters}" if spans else ""
    return (
        f"@font-face{{font-family:{string(face.family)};font-style:{face.style};font-weight:{face.weight}{span};"
        f'src:url("data:font/woff2;base64,{b64encode(content).decode()}") format("woff2")}}'
    )


def _spans(characters: str) -> Iterator[tuple[int, int]]:
    """The ranges of a `unicode-range`; a question mark stands for any digit."""
    for start, any_digit, end in _RANGE.findall(characters):
        first = int(start + "0" * len(any_digit), 16)
        yield first, int(end or start + "F" * len(any_digit), 16)
