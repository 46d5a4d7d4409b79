"""Word: documents and templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from playbook.color import parse
from playbook.handed import Handed, InkRole, Plate, Spot, Wording
from playbook.observe.ooxml.charts import charts
from playbook.observe.ooxml.drawing import Sheet, drawn
from playbook.observe.ooxml.names import MC, TWIPS_PER_MM, V, W, local
from playbook.observe.ooxml.package import Package
from playbook.observe.ooxml.properties import described, outside
from playbook.observe.ooxml.styles import Look, Said, Styles, look, styles, value
from playbook.observe.ooxml.tally import Tally, clear_mapping
from playbook.observe.ooxml.theme import Theme, theme, word_color
from playbook.observe.ooxml.themed import offered

_MAIN = "word/document.xml"
_PARTS = frozenset({"header", "footer", "footnotes", "endnotes"})
_PLACEHOLDER = "PlaceholderText"
_BORDERS = frozenset(
    {"top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "between", "bar", "bdr"}
)
_SPACES = frozenset({"tab", "br", "cr"})
_VML = frozenset(V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline"))
_VML_COLORS: Mapping[str, InkRole] = {"fillcolor": "fill", "strokecolor": "stroke"}
_LONGEST_PLACE = 80


@dataclass(frozen=True, slots=True)
class _Document:
    package: Package
    theme: Theme
    styles: Styles
    tally: Tally


def word(content: bytes) -> Handed:
    """What is seen in a document. Word breaks pages as it goes, so places are headings and styles.

    Raises:
        Unreadable: as `Package` has it.
    """
    package = Package(content)
    related = package.relations(_MAIN)
    themed = next((found.target for found in related.values() if found.kind == "theme"), "")
    scheme = theme(package.xml(themed))
    main = package.xml(_MAIN)
    document = _Document(package, scheme, styles(package.xml("word/styles.xml"), scheme), Tally())
    offered(scheme, document.tally, in_use=False)
    used = _part(document, _MAIN, main, "")
    for found in related.values():
        if found.kind in _PARTS and not found.external:
            used |= _part(document, found.target, package.xml(found.target), f"@place.{found.kind}")
    _defined(document, used)
    outside(package, document.tally)
    tally = document.tally
    return Handed(
        kind="docx",
        size=len(content),
        inks=tally.all_inks(),
        fonts=tally.all_fonts(),
        texts=tuple(tally.texts),
        plates=tuple(_plates(main)),
        pictures=tuple(tally.pictures),
        not_judged=tally.all_doubts(),
        facts=described(package, document.styles.lang),
    )


def _part(document: _Document, path: str, root: etree._Element, name: str) -> set[str]:
    """Gather one part; the ids of the styles that it uses are given back."""
    spot = Spot(part=name)
    sheet = Sheet(document.package, document.package.relations(path), document.theme, spot)
    drawn(root, sheet, document.tally)
    charts(sheet, document.tally)
    _painted(root, document, spot, idle=False)
    used: set[str] = set()
    place = name
    for paragraph in root.iter(f"{W}p"):
        if any(holder.tag == f"{MC}Fallback" for holder in paragraph.iterancestors()):
            continue
        place = _paragraph(document, paragraph, name or place, named=bool(name))
        used |= {found.get(f"{W}val", "") for found in paragraph.iter(f"{W}pStyle", f"{W}rStyle")}
    return used | {found.get(f"{W}val", "") for found in root.iter(f"{W}tblStyle")}


def _paragraph(document: _Document, paragraph: etree._Element, place: str, *, named: bool) -> str:
    """Gather a paragraph's text; the heading that now applies is given back."""
    ident = value(paragraph.find(f"{W}pPr"), f"{W}pStyle") or document.styles.usual
    runs = [run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p")) is paragraph]
    told = " ".join("".join(_words(run) for run in runs).split())
    level = document.styles.level(ident)
    if level and told and not named:
        place = told[:_LONGEST_PLACE]
    document.tally.text(Wording(told, Spot(part=place), "heading" if level else "text", level))
    for run in runs:
        if _words(run).strip():
            _run(document, run, ident, Spot(part=place))
    return place


def _words(run: etree._Element) -> str:
    parts = (
        found.text or "" if local(found.tag) == "t" else " " * (local(found.tag) in _SPACES) for found in run
    )
    return "".join(parts)


def _run(document: _Document, run: etree._Element, paragraph_style: str, spot: Spot) -> None:
    """Count the color and font that a run comes to, at the style that says them or at the place."""
    marks = run.find(f"{W}rPr")
    own_style = value(marks, f"{W}rStyle")
    if own_style == _PLACEHOLDER:
        return
    looks = list(_looks(document, look(marks, document.theme), own_style, paragraph_style, spot))
    color = next(((found.color, where) for found, where in looks if found.color), None)
    if color and color[0] != "auto" and color[0]:
        document.tally.ink(*color[0], "text", color[1])
    font = next(((found.font, where) for found, where in looks if found.font), None)
    if font:
        document.tally.font(*font)


def _looks(
    document: _Document, own: Look, run_style: str, paragraph_style: str, spot: Spot
) -> Iterator[tuple[Look, Spot]]:
    """What decides over a run, the strongest first."""
    yield own, spot
    for ident in (run_style, paragraph_style):
        for style in document.styles.chain(ident):
            yield style.look, replace(spot, part=f"@place.style {style.name}")
    yield document.styles.defaults, replace(spot, part="@place.style-defaults")


def _defined(document: _Document, used: set[str]) -> None:
    """What styles say: of those in use shading and borders, of the others everything, as on offer."""
    at_work = {
        style.name for ident in (*used, document.styles.usual) for style in document.styles.chain(ident)
    }
    defaults = document.styles.defaults
    document.tally.font(defaults.font, Spot(part="@place.style-defaults"), 0)
    for style in document.styles.known.values():
        spot = Spot(part=f"@place.style {style.name}")
        idle = style.name not in at_work
        _painted(style.element, document, spot, idle=idle)
        if isinstance(style.look.color, tuple) and idle:
            document.tally.ink(*style.look.color, "theme", spot, 0)
        document.tally.font(style.look.font, spot, 0)


def _painted(root: etree._Element, document: _Document, spot: Spot, *, idle: bool) -> None:
    """Count shading, borders, marker pens, page colors and old-style drawings below an element."""
    for element in root.iter("*"):
        for told, role in _paints(element, document.theme):
            document.tally.ink(*told, "theme" if idle else role, spot, 0 if idle else 1)


def _paints(element: etree._Element, scheme: Theme) -> Iterator[tuple[Said, InkRole]]:
    attributes = clear_mapping({str(key): str(text) for key, text in element.attrib.items()})
    name = local(element.tag)
    told: Said | None = None
    role: InkRole = "background"
    if name == "shd":
        told = word_color(attributes, scheme, "fill")
    elif name == "background" or (name in _BORDERS and attributes.get("val") not in ("nil", "none", None)):
        told = word_color(attributes, scheme, "color")
        role = "background" if name == "background" else "stroke"
    elif name == "highlight":
        told = _named(attributes.get("val", ""))
    if told:
        yield told, role
    if element.tag in _VML:
        yield from _old(attributes)


def _old(attributes: Mapping[str, str]) -> Iterator[tuple[Said, InkRole]]:
    """The colors of a shape as Word drew them before 2007."""
    for attribute, role in _VML_COLORS.items():
        told = _named(attributes.get(attribute, "").partition(" ")[0])
        if told:
            yield told, role


def _named(said: str) -> Said | None:
    color = parse(said)
    return (color, said) if color else None


def _plates(main: etree._Element) -> Iterator[Plate]:
    """Each size of page once, in millimeters."""
    sizes = dict.fromkeys((found.get(f"{W}w", ""), found.get(f"{W}h", "")) for found in main.iter(f"{W}pgSz"))
    for width, height in sizes:
        if width.isdecimal() and height.isdecimal():
            yield Plate(round(int(width) / TWIPS_PER_MM, 2), round(int(height) / TWIPS_PER_MM, 2), "mm")
