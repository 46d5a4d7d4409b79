"""The page of a brand's fonts: the scale set in itself, then each family with its weights and files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.brand import Brand
from playbook.brand.fonts import Family, FontFile, FontRole
from playbook.exports.site.blocks import Block, Draft, Facts, Group, Items, Para, Plain
from playbook.exports.site.cells import cell, fact_rows, label
from playbook.exports.site.coverage import scripts
from playbook.exports.site.inlines import Code, Download, Inlines, Strong
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.identity import part_draft
from playbook.exports.site.parts import described, meta, section, told
from playbook.exports.site.showing import Specimen
from playbook.exports.site.view import View, slug

_SIZE = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|rem|em|mm|%)")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "rem": 16.0, "em": 16.0, "mm": 96 / 25.4, "%": 0.16}
_TEXT, _HEADING = 16.0, 20.0
"""Pixels: text of which no size is told, and the size from which a sample is a heading."""


def fonts_page(view: View, brand: Brand) -> Draft:
    """The fonts, each role set in its own."""
    return part_draft(view, brand, "fonts", view.t("site.part.fonts"), _fonts(view, brand))


def _fonts(view: View, brand: Brand) -> Iterator[Block]:
    yield from section(view.t("site.fonts.scale"), "scale", _scale(view, brand))
    for ident, family in brand.fonts.families.items():
        yield from section(family.name, f"font-{slug(ident)}", _family(view, brand, family), linked=True)


def _scale(view: View, brand: Brand) -> Iterator[Block]:
    """The roles from the largest to the smallest, each with words of the brand's own."""
    headings = tuple(_headings(brand))
    text = described(view, brand.identity.summary) or headings[0]
    roles = sorted(brand.fonts.roles.items(), key=lambda named: -_pixels(named[1]))
    for at, (name, role) in enumerate(roles):
        sample = headings[at % len(headings)] if _pixels(role) >= _HEADING else text
        yield Group("type", tuple(_role(view, brand, name, role, sample)), f"role-{slug(name)}")


def _headings(brand: Brand) -> Iterator[str]:
    identity = brand.identity
    said = [identity.tagline or "", *(message.text for message in identity.messages.values())]
    yield from filter(None, said)
    yield brand.name


def _pixels(role: FontRole) -> float:
    """The size of a role in CSS pixels; that of text where it cannot be told."""
    found = _SIZE.fullmatch(role.size.strip().lower()) if role.size else None
    return float(found[1]) * _PIXELS[found[2]] if found else _TEXT


def _role(view: View, brand: Brand, name: str, role: FontRole, sample: str) -> Iterator[Block]:
    family = brand.fonts.families.get(role.family)
    if family:
        yield Specimen(sample, tuple(_style(family, role)))
    tightness = ("weight", "size", "line_height", "letter_spacing", "color")
    spoken = (
        words(view.t(f"site.{n}.{v}"))
        for n, v in (("style", role.style), ("case", role.case))
        if v not in {"normal", "none"}
    )
    values = ((*words(f"{title}: "), *shown) for title, shown in fact_rows(view, role, tightness, brand))
    yield from meta((Strong(words(_title(view, name))),), cell(view, role, "family", brand), *spoken, *values)
    if role.use:
        yield Para(words(role.use), "use")


def _title(view: View, name: str) -> str:
    """What a role is called; one of the brand's own, by its id."""
    title = view.term("font-role", name)
    return title if title != name else name.capitalize()


def _style(family: Family, role: FontRole) -> Iterator[tuple[str, str]]:
    """The CSS of a role; the page's style sheet keeps the size within bounds."""
    yield "font-family", ", ".join(f"'{name}'" for name in (family.name, *family.fallback))
    yield "--pb-size", f"{_pixels(role):g}px"
    for name, value in (("weight", role.weight), ("style", role.style)):
        if value:
            yield f"font-{name}", str(value)
    if role.line_height:
        yield "line-height", f"{role.line_height:g}"
    if role.letter_spacing:
        yield "letter-spacing", role.letter_spacing
    if role.case != "none":
        yield "text-transform", f"{role.case}case" if role.case != "capitalize" else role.case


def _family(view: View, brand: Brand, family: Family) -> Iterator[Block]:
    yield Specimen(view.t("site.pangram"), (("font-family", f"'{family.name}'"),))
    yield from told(view, family.use)
    weights = family.weights or tuple(dict.fromkeys(_single(file) for file in family.files))
    shown = tuple(_weight(family, weight) for weight in weights if weight)
    if shown:
        yield Group("weights", shown)
    if family.fallback:
        yield Para(words(view.t("site.fonts.missing", names=", ".join(family.fallback))))
    rows = [*fact_rows(view, family, ("url",), brand)]
    if family.source != "file":
        rows.insert(0, (label(view, family, "source"), words(view.t(f"site.source.{family.source}"))))
    if family.licence:
        licence = joined(cell(view, family.licence, n, brand) for n in ("name", "url", "file"))
        rows.append((label(view, family, "licence"), licence))
    if rows:
        yield Facts(tuple(rows))
    yield from _files(view, brand, family)


def _single(file: FontFile) -> int:
    """The weight of a file that has one; 0 for a variable font, which has many."""
    return int(file.weight) if file.weight.isdigit() else 0


def _weight(family: Family, weight: int) -> Specimen:
    return Specimen(
        f"{family.name} {weight}", (("font-family", f"'{family.name}'"), ("font-weight", str(weight)))
    )


def _files(view: View, brand: Brand, family: Family) -> Iterator[Block]:
    """The files, to take where the licence allows it."""
    entries = tuple((Plain(_file(view, brand, family, file)),) for file in family.files)
    if entries:
        yield Items(entries, style="fonts")
    if family.licence and not family.licence.download:
        yield Para(words(view.t("site.fonts.closed")), "quiet")


def _file(view: View, brand: Brand, family: Family, file: FontFile) -> Inlines:
    path = view.file(brand, file.file) if family.licence and family.licence.download else ""
    name = words(file.file.rpartition("/")[2])
    style = words(view.t("site.style.italic")) if file.style == "italic" else ()
    link: Inlines = (Download(path, name),) if path else (Code(file.file),)
    known = ", ".join(view.t(f"site.script.{script}") for script in scripts(file.characters))
    covered = words(known) if known else (Code(file.characters),) if file.characters else ()
    return joined((words(file.weight), style, covered, link), " \N{MIDDLE DOT} ")
