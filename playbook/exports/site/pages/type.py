"""The page of a brand's fonts: each role set in its own, then the families."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.brand.fonts import Family, FontRole
from playbook.exports.site.blocks import Block, Draft, Facts, Items, Para, Plain, Specimen
from playbook.exports.site.cells import cell, fact_rows, label
from playbook.exports.site.inlines import Code, Download, Inlines
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.identity import part_draft
from playbook.exports.site.parts import section, told
from playbook.exports.site.view import View, slug


def fonts_page(view: View, brand: Brand) -> Draft:
    """The fonts, each role set in its own."""
    return part_draft(view, brand, "fonts", view.t("site.part.fonts"), _fonts(view, brand))


def _fonts(view: View, brand: Brand) -> Iterator[Block]:
    for name, role in brand.fonts.roles.items():
        yield from section(name.capitalize(), f"role-{slug(name)}", _role(view, brand, role), linked=True)
    for ident, family in brand.fonts.families.items():
        yield from section(family.name, f"font-{slug(ident)}", _family(view, brand, family), linked=True)


def _role(view: View, brand: Brand, role: FontRole) -> Iterator[Block]:
    family = brand.fonts.families.get(role.family)
    sample = brand.identity.tagline or brand.name
    if family:
        yield Specimen(sample, tuple(_style(family, role)))
    if role.use:
        yield Para(words(role.use))
    rows = [
        *fact_rows(view, role, ("family", "weight", "size", "line_height", "letter_spacing", "color"), brand)
    ]
    rows += [
        (label(view, role, n), words(view.t(f"site.{n}.{v}")))
        for n, v in (("style", role.style), ("case", role.case))
        if v not in {"normal", "none"}
    ]
    yield Facts(tuple(rows))


def _style(family: Family, role: FontRole) -> Iterator[tuple[str, str]]:
    """The CSS of a role; the page's style sheet keeps the size within bounds."""
    yield "font-family", ", ".join(f"'{name}'" for name in (family.name, *family.fallback))
    for name, value in (("weight", role.weight), ("style", role.style), ("size", role.size)):
        if value:
            yield f"font-{name}" if name != "size" else "--pb-size", str(value)
    if role.line_height:
        yield "line-height", f"{role.line_height:g}"
    if role.letter_spacing:
        yield "letter-spacing", role.letter_spacing
    if role.case != "none":
        yield "text-transform", f"{role.case}case" if role.case != "capitalize" else role.case


def _family(view: View, brand: Brand, family: Family) -> Iterator[Block]:
    style = (("font-family", f"'{family.name}'"),)
    yield Specimen(view.t("site.pangram"), style)
    yield from told(view, family.use)
    rows = [*fact_rows(view, family, ("weights", "fallback", "url"), brand)]
    if family.source != "file":
        rows.insert(0, (label(view, family, "source"), words(view.t(f"site.source.{family.source}"))))
    if family.licence:
        licence = joined(cell(view, family.licence, n, brand) for n in ("name", "url", "file"))
        rows.append((label(view, family, "licence"), licence))
    if rows:
        yield Facts(tuple(rows))
    files = tuple((Plain(_font_file(view, brand, family, at)),) for at in range(len(family.files)))
    if files:
        yield Items(files)


def _font_file(view: View, brand: Brand, family: Family, at: int) -> Inlines:
    file = family.files[at]
    path = view.file(brand, file.file) if family.licence and family.licence.download else ""
    name = words(file.file.rpartition("/")[2])
    style = words(view.t("site.style.italic")) if file.style == "italic" else ()
    link: Inlines = (Download(path, name),) if path else (Code(file.file),)
    coverage: Inlines = (Code(file.characters),) if file.characters else ()
    return joined((link, words(f"{label(view, file, 'weight')} {file.weight}"), style, coverage))
