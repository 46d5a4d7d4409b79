"""PowerPoint: slides and what they are built on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from playbook.handed import Handed, Plate, Spot, Wording
from playbook.observe.ooxml.charts import charts
from playbook.observe.ooxml.drawing import Sheet, drawn, place, words
from playbook.observe.ooxml.names import EMU_PER_MM, A, P, R
from playbook.observe.ooxml.package import Package
from playbook.observe.ooxml.properties import described, outside
from playbook.observe.ooxml.tally import Tally
from playbook.observe.ooxml.theme import Theme, theme
from playbook.observe.ooxml.themed import offered
from playbook.observed import Unreadable

MAX_SLIDES = 1_000
_MAIN = "ppt/presentation.xml"
_TITLES = frozenset({"title", "ctrTitle"})


@dataclass(frozen=True, slots=True)
class _Master:
    path: str
    root: etree._Element
    theme: Theme


def slides(content: bytes) -> Handed:
    """What is seen in a presentation.

    Raises:
        Unreadable: `too-many-pages`, or as `Package` has it.
    """
    package = Package(content)
    main, related = package.xml(_MAIN), package.relations(_MAIN)
    masters = {path: _master(package, path) for path in _all(package, _MAIN, "slideMaster")}
    named = (related.get(found.get(f"{R}id", "")) for found in main.iter(f"{P}sldId"))
    paths = [relation.target for relation in named if relation and not relation.external]
    if len(paths) > MAX_SLIDES:
        raise Unreadable("too-many-pages", limit=MAX_SLIDES)
    tally = Tally()
    for master in masters.values():
        offered(master.theme, tally, in_use=bool(paths))
    used = {
        layout for page, path in enumerate(paths, 1) for layout in _slide(package, path, page, masters, tally)
    }
    for master in masters.values():
        _grounds(package, master, used, tally)
    outside(package, tally)
    return Handed(
        kind="pptx",
        size=len(content),
        inks=tally.all_inks(),
        fonts=tally.all_fonts(),
        texts=tuple(tally.texts),
        plates=tuple(_plates(main, len(paths))),
        pictures=tuple(tally.pictures),
        not_judged=tally.all_doubts(),
        facts=described(package, lang=_language(package, paths)),
    )


def _master(package: Package, path: str) -> _Master:
    root = package.xml(path)
    mapping = root.find(f"{P}clrMap")
    found = next(iter(_all(package, path, "theme")), "")
    mapped: Mapping[str, str] = {} if mapping is None else {str(k): str(v) for k, v in mapping.attrib.items()}
    return _Master(path, root, theme(package.xml(found), mapped))


def _all(package: Package, path: str, kind: str) -> tuple[str, ...]:
    related = package.relations(path).values()
    return tuple(found.target for found in related if found.kind == kind and not found.external)


def _slide(
    package: Package, path: str, page: int, masters: Mapping[str, _Master], tally: Tally
) -> tuple[str, ...]:
    """Gather one slide; the layouts that it uses are given back."""
    layouts = _all(package, path, "slideLayout")
    above = [master for layout in layouts for master in _all(package, layout, "slideMaster")]
    scheme = next((masters[found].theme for found in above if found in masters), Theme())
    root = package.xml(path)
    sheet = Sheet(package, package.relations(path), scheme, Spot(page=page))
    drawn(root, sheet, tally)
    for shape in root.iter(f"{P}sp", f"{P}graphicFrame"):
        for wording in _texts(shape, page):
            tally.text(wording)
    charts(sheet, tally)
    if root.find(f".//{A}tableStyleId") is not None:
        tally.doubt("not-judged.table-style", page=page)
    return layouts


def _texts(shape: etree._Element, page: int) -> Iterator[Wording]:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    title = holder is not None and holder.get("type") in _TITLES
    for paragraph in shape.iter(f"{A}p"):
        marked = paragraph.find(f".//{A}rPr[@lang]")
        lang = "" if marked is None else marked.get("lang", "")
        spot = place(paragraph, Spot(page=page))
        yield Wording(words(paragraph), spot, "heading" if title else "text", int(title), lang)


def _grounds(package: Package, master: _Master, used: set[str], tally: Tally) -> None:
    """The master and its layouts; what no slide uses is only on offer."""
    layouts = _all(package, master.path, "slideLayout")
    idle = not used.intersection(layouts)
    sheet = Sheet(package, package.relations(master.path), master.theme, Spot(part="@place.master"), idle)
    drawn(master.root, sheet, tally)
    for layout in layouts:
        root = package.xml(layout)
        plain = root.find(f"{P}cSld")
        name = "" if plain is None else plain.get("name", "")[:120]
        spot = Spot(part=f"@place.layout {name}")
        drawn(root, Sheet(package, package.relations(layout), master.theme, spot, layout not in used), tally)


def _plates(main: etree._Element, count: int) -> Iterator[Plate]:
    size = main.find(f"{P}sldSz")
    if size is None:
        return
    try:
        width, height = (int(size.get(side, "")) / EMU_PER_MM for side in ("cx", "cy"))
    except ValueError:
        return
    yield from (Plate(width, height, "mm", Spot(page=page)) for page in range(1, max(1, count) + 1))


def _language(package: Package, paths: list[str]) -> str:
    """The language that the first slide's text is marked with."""
    root = package.xml(paths[0]) if paths else None
    found = None if root is None else root.find(".//*[@lang]")
    return "" if found is None else found.get("lang", "")
