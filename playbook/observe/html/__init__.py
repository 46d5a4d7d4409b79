"""Web pages and mails: colors, fonts, texts, pictures, and what mail programs do not show.

Style sheets and drawings inside are read by the observers of those formats, which are handed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from playbook.color import parse
from playbook.fontnames import family
from playbook.handed import Handed, Ink, InkRole, Lettering, Pair, Placed, Spot, Unjudged, Wording
from playbook.observe.html.counts import counts, is_mail
from playbook.observe.html.drawings import standing_alone
from playbook.observe.html.reader import Element, Reader
from playbook.observed import Unreadable

MAX_BYTES = 4_000_000
_BLACK = "#000000"
_COLORED: dict[str, InkRole] = {
    "bgcolor": "background",
    "color": "text",
    "text": "text",
    "link": "text",
    "vlink": "text",
    "alink": "text",
    "bordercolor": "stroke",
}
_ONLY_BODY = frozenset({"text", "link", "vlink", "alink"})
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,5}(?:\.\d+)?)\s*(?:px)?\s*")
_SIZE = r"(?:^|[;\s]){}\s*:\s*(\d{{1,5}}(?:\.\d+)?)px"
_DATA = re.compile(r"data:image/([\w.+-]+)")


class Styled(Protocol):
    """What a reader of style sheets gives back."""

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Colors, at their places in the page."""

    @property
    def fonts(self) -> tuple[Lettering, ...]:
        """Fonts, likewise."""

    @property
    def not_judged(self) -> tuple[Unjudged, ...]:
        """What was not followed."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet, or the `style` of the element `inside`, and where it begins."""

    text: str
    line: int
    column: int
    inside: str | None


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who reads the style sheets of a page, all at once, and its drawings, each alone."""

    styles: Callable[[Iterable[Style]], Styled]
    drawing: Callable[[bytes], Handed]


def page(content: bytes, helpers: Helpers) -> Handed:
    """What is seen in a page or mail.

    Raises:
        Unreadable: `too-large`, `not-text`, `too-complex` or `too-deep-css`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    seen = Reader(_text(content))
    styled = helpers.styles(_styles(seen))
    drawn = list(_drawings(seen, helpers.drawing))
    return Handed(
        kind="mail" if is_mail(seen) else "html",
        size=len(content),
        inks=(*styled.inks, *_painted(seen), *(ink for drawing in drawn for ink in drawing.inks)),
        fonts=(*styled.fonts, *_faces(seen), *(font for drawing in drawn for font in drawing.fonts)),
        texts=tuple(_texts(seen)),
        pictures=tuple(_picture(found) for found in seen.elements if found.name == "img"),
        pairs=tuple(_pairs(seen)) if _plainly_colored(seen) else (),
        not_judged=(
            *styled.not_judged,
            *_doubts(seen),
            *(d for drawing in drawn for d in drawing.not_judged),
        ),
        facts=counts(seen, len(content)),
    )


def _text(content: bytes) -> str:
    """The page decoded: UTF-8, UTF-16 with its mark, or what the page names."""
    named = _CHARSET.search(content[:2048])
    wide = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    for encoding in filter(None, (wide, "utf-8-sig", named and named[1].decode("ascii", "replace"))):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Unreadable("not-text")


def _styles(seen: Reader) -> Iterator[Style]:
    for sheet in seen.sheets:
        yield Style(sheet.text, sheet.line, sheet.column, None)
    for found in seen.elements:
        if found.attributes.get("style"):
            yield Style(found.attributes["style"], *found.place("style"), f"<{found.name}>")


def _drawings(seen: Reader, drawing: Callable[[bytes], Handed]) -> Iterator[Handed]:
    """What drawings within the page hold, at their places in the page."""
    for source, line, column in seen.drawings:
        try:
            found = drawing(standing_alone(source).encode())
        except Unreadable:
            yield Handed("svg", 0, not_judged=(("not-judged.inline-svg", {"line": line}),))
            continue
        own = [ink for ink in found.inks if not _is_inherited(ink)]
        inks = (replace(ink, spot=Spot(line + ink.spot.line - 1, part=ink.spot.part)) for ink in own)
        fonts = (replace(font, spot=Spot(line, column, part="<svg>")) for font in found.fonts)
        doubts: tuple[Unjudged, ...] = (("not-judged.inherits", {"line": line}),)
        unsure = (*found.not_judged, *(doubts if len(own) < len(found.inks) else ()))
        yield replace(found, inks=tuple(inks), fonts=tuple(fonts), not_judged=unsure)


def _is_inherited(ink: Ink) -> bool:
    """Whether a drawing's black is the page's to say: its style sheets and the color of its text reach in."""
    return ink.written.lower() in ("", "currentcolor") and ink.color.startswith(_BLACK)


def _painted(seen: Reader) -> Iterator[Ink]:
    """Colors in attributes, as mails have them; the hash may be missing."""
    for found in seen.elements:
        for name, role in _COLORED.items():
            said = found.attributes.get(name, "").strip()
            if not said or (name in _ONLY_BODY and found.name != "body") or not _shows_colors(found):
                continue
            color = parse(said) or parse(f"#{said}")
            if color is not None and color.alpha > 0:
                yield Ink(color.hex, said, role, Spot(*found.place(name), part=f"<{found.name}>"))


def _shows_colors(found: Element) -> bool:
    """Whether `color` and its kin mean something here; in drawings they are read by their observer."""
    return found.name in ("body", "table", "tr", "td", "th", "tbody", "thead", "font", "hr")


def _faces(seen: Reader) -> Iterator[Lettering]:
    for found in seen.elements:
        for name in found.attributes.get("face", "").split(",") if found.name == "font" else ():
            if bare := name.strip(" \t\r\n\"'"):
                yield Lettering(family(bare), bare, Spot(*found.place("face"), part="<font>"))


def _texts(seen: Reader) -> Iterator[Wording]:
    for said in seen.said:
        yield Wording(said.text, Spot(said.line, said.column), said.role, said.level, said.lang)
    for found in seen.elements:
        if found.name == "img" and found.attributes.get("alt"):
            yield Wording(
                found.attributes["alt"], Spot(*found.place("alt"), part="<img>"), "alt", 0, found.lang
            )
        elif found.name == "meta" and found.attributes.get("name", "").lower() == "description":
            described = found.attributes.get("content", "")
            yield Wording(described, Spot(*found.place("content"), part="<meta>"), "preview", 0, found.lang)
    if seen.title:
        yield Wording(seen.title, Spot(part="<title>"), "title")


def _plainly_colored(seen: Reader) -> bool:
    """Whether nothing but the elements themselves colors them: no style sheet, no script."""
    sheets = any(re.search(r"color|background|font", sheet.text) for sheet in seen.sheets)
    return not sheets and not any(
        found.name == "script" or "stylesheet" in found.attributes.get("rel", "") for found in seen.elements
    )


def _pairs(seen: Reader) -> Iterator[Pair]:
    """Each look of text once, with the first words that have it."""
    for look, said in seen.looks.items():
        if look.color and look.ground:
            words, spot = " ".join(said.text.split())[:80], Spot(said.line, said.column)
            yield Pair(look.color.hex, look.ground.hex, words, spot, look.size, look.bold)


def _picture(found: Element) -> Placed:
    address = found.attributes.get("src", "")
    inside = _DATA.match(address)
    ending = address.partition("?")[0].rpartition(".")[2].lower()
    kind = inside[1] if inside else ending if len(ending) <= 5 else ""
    return Placed(
        Spot(found.line, found.column, part="<img>"),
        {"jpg": "jpeg", "svg+xml": "svg"}.get(kind, kind),
        shown=_shown(found),
        alt=found.attributes.get("alt"),
        address=inside[0] if inside else address[:300],
    )


def _shown(found: Element) -> tuple[float, float] | None:
    """Pixels, where both sides are said."""
    sides = []
    for side in ("width", "height"):
        told = _PIXELS.fullmatch(found.attributes.get(side, ""))
        styled = re.search(_SIZE.format(side), found.attributes.get("style", ""))
        said = told or styled
        sides.append(float(said[1]) if said else 0.0)
    return (sides[0], sides[1]) if min(sides) > 0 else None


def _doubts(seen: Reader) -> Iterator[Unjudged]:
    if not _plainly_colored(seen):
        yield "not-judged.contrast", {}
    for found in seen.elements:
        relation = found.attributes.get("rel", "").lower().split()
        if found.name == "link" and "stylesheet" in relation:
            yield (
                "not-judged.outside",
                {"address": found.attributes.get("href", "")[:200], "line": found.line},
            )
        elif found.name in ("iframe", "object", "embed", "canvas", "video"):
            yield "not-judged.element", {"element": found.name, "line": found.line}
    if any("[if" in comment and "mso" in comment for comment in seen.comments):
        yield "not-judged.mso", {}
    if any(found.name == "script" for found in seen.elements):
        yield "not-judged.script", {}
