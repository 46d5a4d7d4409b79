"""A card for the printer: its sides as pages with bleed and crop marks, in the palette's own inks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from fontTools.misc.transform import Transform
from lxml import etree

from playbook.i18n import text
from playbook.observe.svg.walk import SVG
from playbook.render.look import Ink, Look, MissingExtra
from playbook.render.pdf.compiling import compiled
from playbook.render.pdf.data import Setting, language, spoken, title
from playbook.render.pdf.drawing import SCREEN, Drawing, Pictures, Undrawable, bled, drawing, shapes
from playbook.render.pdf.fonts import Cuts
from playbook.render.pdf.lettering import lettering

Data = dict[str, Any]
Size = tuple[float, float]
"""Width and height after the cut, in mm."""

BLEED = 3.0
"""mm that grounds go on beyond the cut; what printers ask for."""
_SLUG = 12.0
"""mm around the card for the crop marks and the note."""
_POINT = 72 / 25.4
"""Points of a mm."""
_PIXEL = 25.4 / 96
"""mm of a px."""


@dataclass(frozen=True, slots=True)
class _Card:
    """What the sides of a card are set in."""

    size: Size
    look: Look
    found: Cuts
    setting: Setting


def card(sides: Iterable[str], size: Size | None, look: Look, found: Cuts, setting: Setting) -> bytes:
    """The PDF of a card's sides, each an SVG.

    Without a size it is as large as its drawing says.

    Raises:
        MissingExtra: without the typesetter.
        Refused: as `compiled` has it.
        Unreadable: for a side that is no drawing.
    """
    drawn = [(side, drawing(side.encode())) for side in sides]
    first = drawn[0][1]
    made = _Card(size or (first.box[2] * _PIXEL, first.box[3] * _PIXEL), look, found, setting)
    pictures = Pictures()
    pages = [_side(made, each, side, pictures) for side, each in drawn]
    told = _dress(made, first.picture.root.attributes) | {"sides": pages}
    return _boxed(compiled("card", told, found.files, pictures.files))


def _dress(made: _Card, said: Mapping[str, str]) -> Data:
    """What holds for all sides; `said` are the attributes of the first drawing."""
    return {
        "title": title(made.setting, said.get("aria-label", ""), made.look.brand["name"]),
        "author": made.look.brand["name"],
        "language": language(said.get("lang", "")),
        "fonts": made.found.stack("body"),
        "width": made.size[0],
        "height": made.size[1],
        "bleed": BLEED,
        "slug": _SLUG,
        "inks": {value: ink.cmyk for value, ink in made.look.inks.items() if ink.cmyk},
    }


def words(sides: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """All that is set on the sides, for a look at its characters, and the texts that cannot be set.

    Raises:
        Unreadable: for a side that is no drawing.
    """
    found = [lettering(drawing(side.encode()), Transform()) for side in sides]
    runs = (run["text"] for each in found for line in each.lines for run in line["runs"])
    return Setting().text("".join(runs)), tuple(text for each in found for text in each.unset)


def _side(made: _Card, drawn: Drawing, content: str, pictures: Pictures) -> Data:
    """A page; where its drawing cannot be told as data, that is a picture below the text."""
    left, top, width, height = drawn.box
    across, down = made.size
    base = Transform(across / width, 0, 0, down / height).translate(-left, -top)
    bleed = BLEED * width / across
    lines = [_dressed(line, made) for line in lettering(drawn, base).lines]
    try:
        shown, exact = shapes(drawn, base, pictures, bleed), True
    except Undrawable:
        file = pictures.add(_below(content, drawn, bleed), "svg")
        place = {"x": -BLEED, "y": -BLEED, "width": across + 2 * BLEED, "height": down + 2 * BLEED}
        shown, exact = [{"kind": "picture", "file": file, "alt": "", **place}], False
    every = [*(each for each in shown if made.setting.pictured or each["kind"] != "picture"), *lines]
    note = _note(made, drawn.picture.root.attributes, every, exact=exact)
    return {"shapes": every, "note": made.setting.text(note)}


def _dressed(line: Data, made: _Card) -> Data:
    """A line with its words as they are set, and with the fonts that they are set in."""
    runs = [
        {**run, "text": made.setting.text(run["text"]), "fonts": _fonts(run["families"], made)}
        for run in line["runs"]
    ]
    return {**line, "runs": runs}


def _fonts(families: Iterable[str], made: _Card) -> tuple[str, ...]:
    """The fonts of the role whose family is asked for first, else those of text."""
    roles = {face.family: face.role for face in reversed(made.look.faces)}
    return made.found.stack(next((roles[name] for name in families if name in roles), "body"))


def _below(content: str, drawn: Drawing, bleed: float) -> bytes:
    """The drawing less its text and what is for screens, and as far as the bleed."""
    left, top, width, height = drawn.box
    root = etree.fromstring(content.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(f"{{{SVG}}}*")):
        parent = element.getparent()
        if parent is not None and (element.tag == f"{{{SVG}}}text" or element.get("class") == SCREEN):
            parent.remove(element)
        elif parent is root and element.tag == f"{{{SVG}}}rect" and "transform" not in element.attrib:
            with suppress(Undrawable):
                element.attrib.update(bled({str(k): str(v) for k, v in element.items()}, drawn.box, bleed))
    box = (left - bleed, top - bleed, width + 2 * bleed, height + 2 * bleed)
    root.set("viewBox", " ".join(f"{part:g}" for part in box))
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.set("preserveAspectRatio", "none")
    return etree.tostring(root)


def _every(shown: Iterable[Data]) -> Iterator[Data]:
    for each in shown:
        yield each
        yield from _every(each.get("shapes", ()))
        yield from each.get("runs", ())


def _note(made: _Card, said: Mapping[str, str], shown: Iterable[Data], *, exact: bool) -> str:
    """What the printer should know of a side, in its language."""
    lang = spoken(said.get("lang", ""))
    width, height = (f"{measure:g}" for measure in made.size)
    measures = text(lang, "pdf.measures", {"width": width, "height": height, "bleed": f"{BLEED:g}"})
    rest = [] if exact else [text(lang, "pdf.screen")]
    parts = [said.get("aria-label", ""), measures, *_colors(shown, made.look.inks), *rest]
    return "  ·  ".join(filter(None, parts))


def _colors(shown: Iterable[Data], inks: Mapping[str, Ink]) -> Iterator[str]:
    """The colors of a side as printers know them; what is left white is no ink."""
    used = [each[name] for each in _every(shown) for name in ("fill", "stroke") if each.get(name)]
    for value in dict.fromkeys(used):
        ink = inks.get(value, Ink(value))
        if any(ink.cmyk) or (not ink.cmyk and value != "#FFFFFF"):
            shares = " ".join(f"{name}{share:g}" for name, share in zip("CMYK", ink.cmyk, strict=False))
            named = ", ".join(filter(None, (shares, f"Pantone {ink.pantone}" if ink.pantone else "")))
            yield f"{ink.name}: {named}" if named else f"{ink.name} (RGB)"


def _boxed(made: bytes) -> bytes:
    """The file with the box that its bleed ends at: the typesetter tells only that of the cut.

    Raises:
        MissingExtra: without the library for that.
    """
    try:
        from pypdf import PdfWriter
        from pypdf.generic import RectangleObject
    except ImportError as error:
        raise MissingExtra("pdf") from error
    writer = PdfWriter(clone_from=BytesIO(made))
    writer.pdf_header = "%PDF-1.7"
    by = BLEED * _POINT
    for page in writer.pages:
        left, low, right, high = map(float, page.trimbox)
        page.bleedbox = RectangleObject((left - by, low - by, right + by, high + by))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
