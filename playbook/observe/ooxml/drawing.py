"""DrawingML, which Word and PowerPoint share: the colors, fonts and pictures of shapes, tables and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from playbook.handed import InkRole, Placed, Spot
from playbook.observe.ooxml.media import Frame, placed
from playbook.observe.ooxml.names import EMU_PER_MM, MC, A, R, local
from playbook.observe.ooxml.package import Package, Relation
from playbook.observe.ooxml.tally import Tally
from playbook.observe.ooxml.theme import COLORS, Theme, resolve, written

_ROLES: Mapping[str, InkRole] = {
    "rPr": "text",
    "defRPr": "text",
    "buClr": "text",
    "ln": "stroke",
    "lnL": "stroke",
    "lnR": "stroke",
    "lnT": "stroke",
    "lnB": "stroke",
    "bg": "background",
    "highlight": "background",
}
# Effects, what a paragraph would begin with, choices that a menu offers, and what older readers see.
_SKIPPED = frozenset(
    {
        "Fallback",
        "clrChange",
        "clrMru",
        "clrRepl",
        "custClrLst",
        "duotone",
        "effectDag",
        "effectLst",
        "endParaRPr",
        "extLst",
        "fmtScheme",
        "lstStyle",
        "scene3d",
        "sp3d",
        "style",
    }
)
_FILLS = tuple(A + name for name in ("solidFill", "gradFill", "noFill", "blipFill", "pattFill", "grpFill"))
_SHAPES = frozenset({"sp", "pic", "cxnSp", "graphicFrame", "inline", "anchor"})
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part that things are drawn on: what it refers to, its theme, and where it is.

    Of what is `idle` (a layout that no slide uses), colors and fonts are only on offer.
    """

    package: Package
    relations: Mapping[str, Relation]
    theme: Theme
    spot: Spot
    idle: bool = False


def drawn(root: etree._Element, sheet: Sheet, tally: Tally) -> None:
    """Gather the colors, fonts and pictures of everything drawn below an element."""
    count = 0 if sheet.idle else 1
    for element in root.iter(*COLORS):
        role = _role(element)
        if role is not None:
            _ink(element, "theme" if sheet.idle else role, sheet, tally, count)
    for shape, style in _styled(root):
        for element, role in _from_style(shape, style):
            _ink(element, "theme" if sheet.idle else role, sheet, tally, count)
    for latin in root.iter(f"{A}latin"):
        if _role(latin) is not None:
            typeface = sheet.theme.font(latin.get("typeface", ""))
            tally.font(typeface, place(latin, sheet.spot), count)
    if root.find(f".//{A}duotone") is not None:
        tally.doubt("not-judged.recolored", part=sheet.spot.part, page=sheet.spot.page)
    tally.pictures.extend(_pictures(root, sheet))


def words(paragraph: etree._Element) -> str:
    """The text of a DrawingML paragraph, line breaks as blanks."""
    parts = ("".join(part.itertext()) if local(part.tag) != "br" else " " for part in paragraph)
    return " ".join("".join(parts).split())


def place(element: etree._Element, spot: Spot) -> Spot:
    """The spot with the name of the shape that an element is in, where nothing better is known."""
    if spot.part:
        return spot
    for holder in element.iterancestors():
        if local(holder.tag) in _SHAPES:
            return replace(spot, part=_name(holder))
    return spot


def _name(shape: etree._Element) -> str:
    named = next((found for found in shape.iter() if local(found.tag) in ("cNvPr", "docPr")), None)
    return "" if named is None else named.get("name", "")[:120]


def _ink(element: etree._Element, role: InkRole, sheet: Sheet, tally: Tally, count: int) -> None:
    color = resolve(element, sheet.theme)
    if color is not None:
        tally.ink(color, written(element), role, place(element, sheet.spot), count)
    elif element.get("val") != "phClr":
        tally.doubt("not-judged.office-color", color=written(element), page=sheet.spot.page)


def _role(element: etree._Element) -> InkRole | None:
    """What a color or font is for, by what it stands in; None where it is not seen."""
    found: InkRole | None = None
    for depth, holder in enumerate(element.iterancestors()):
        name = local(holder.tag)
        if name in _SKIPPED or depth > _DEEPEST:
            return None
        found = found or _ROLES.get(name)
    return found or "fill"


def _styled(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Shapes that take part of their looks from the theme's styles, with what says so."""
    for reference in root.iter(f"{A}fillRef"):
        style = reference.getparent()
        shape = style.getparent() if style is not None else None
        if style is not None and shape is not None and not _hidden(shape):
            yield shape, style


def _hidden(shape: etree._Element) -> bool:
    return any(holder.tag == f"{MC}Fallback" for holder in shape.iterancestors())


def _from_style(shape: etree._Element, style: etree._Element) -> Iterator[tuple[etree._Element, InkRole]]:
    """The colors that the style gives, where the shape itself says nothing."""
    own = next((child for child in shape if local(child.tag) == "spPr"), None)
    line = None if own is None else own.find(f"{A}ln")
    if not _filled(own) and local(shape.tag) != "cxnSp":
        yield from _referred(style, "fillRef", "fill")
    if not _filled(line):
        yield from _referred(style, "lnRef", "stroke")
    runs = [run for run in shape.iter(f"{A}r") if "".join(run.itertext()).strip()]
    if any(not _filled(run.find(f"{A}rPr")) for run in runs):
        yield from _referred(style, "fontRef", "text")


def _filled(holder: etree._Element | None) -> bool:
    return holder is not None and any(child.tag in _FILLS for child in holder)


def _referred(style: etree._Element, name: str, role: InkRole) -> Iterator[tuple[etree._Element, InkRole]]:
    reference = style.find(A + name)
    if reference is not None and len(reference) and reference.get("idx") != "0":
        yield reference[0], role


def _pictures(root: etree._Element, sheet: Sheet) -> Iterator[Placed]:
    for blip in root.iter(f"{A}blip"):
        relation = sheet.relations.get(blip.get(f"{R}embed") or blip.get(f"{R}link") or "")
        holder = _holder(blip)
        if relation is not None and not any(local(up.tag) == "Fallback" for up in blip.iterancestors()):
            crop = blip.getnext()
            frame = Frame(place(blip, sheet.spot), _crop(crop), _shown(holder), _alt(holder))
            yield placed(sheet.package, relation, frame)


def _holder(blip: etree._Element) -> etree._Element | None:
    """The picture, or the anchor in Word, that a blip stands in; None of a background."""
    found = None
    for holder in blip.iterancestors():
        if local(holder.tag) in ("inline", "anchor"):
            return holder
        if local(holder.tag) in ("pic", "sp") and found is None:
            found = holder
    return found


def _crop(crop: etree._Element | None) -> tuple[float, float]:
    """The shares of width and height that are left to see."""
    if crop is None or local(crop.tag) != "srcRect":
        return 1.0, 1.0
    left, top, right, bottom = (_share(crop.get(side)) for side in "ltrb")
    return max(0.0, 1 - left - right), max(0.0, 1 - top - bottom)


def _share(text: str | None) -> float:
    try:
        return int(text or 0) / 100_000
    except ValueError:
        return 0.0


def _shown(holder: etree._Element | None) -> tuple[float, float] | None:
    """Millimeters; None in groups, which may scale what is in them, and where a layout decides."""
    if holder is None or any(local(up.tag) == "grpSp" for up in holder.iterancestors()):
        return None
    size = next((child for child in holder if local(child.tag) == "extent"), None)
    if size is None:
        size = holder.find(f"./*/{A}xfrm/{A}ext")
    try:
        width, height = (int(size.get(side, "")) / EMU_PER_MM for side in ("cx", "cy"))  # type: ignore[union-attr]
    except (ValueError, AttributeError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def _alt(holder: etree._Element | None) -> str | None:
    """The text for those who do not see; empty for decoration, as backgrounds are."""
    if holder is None:
        return ""
    for element in holder.iter():
        if local(element.tag) in ("docPr", "cNvPr"):
            marks = (mark for mark in element.iter() if local(mark.tag) == "decorative")
            if any(mark.get("val") in ("1", "true") for mark in marks):
                return ""
            return element.get("descr") or None
    return None
