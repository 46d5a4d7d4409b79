"""A brand in one page, to print: a cover, the contents, then every part on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from playbook.artifact import Worn
from playbook.brand import Brand
from playbook.exports.site.blocks import (
    Block,
    Blocks,
    Draft,
    Field,
    Figure,
    Group,
    Heading,
    Items,
    Para,
    Plain,
    Switch,
)
from playbook.exports.site.inlines import Code, Copy, Download, To, plain
from playbook.exports.site.names import words
from playbook.exports.site.parts import fact, meta
from playbook.exports.site.showing import Offer, Printer
from playbook.exports.site.view import View, brand_path

_CONTROLS = frozenset({"doors", "downloads", "print"})
"""Styles of what is of use on a screen only."""


def booklet_page(view: View, brand: Brand, pages: Sequence[Draft]) -> Draft:
    """The pages of a brand, in their order, as one."""
    path = brand_path(brand, "booklet")
    sheets = {page.path: _Sheet(PurePosixPath(page.path).stem, path) for page in pages}
    parts = [_part(page, sheets) for page in pages]
    return Draft(
        path=path,
        title=view.t("site.booklet.title", name=brand.name),
        blocks=(
            Group("print", (Printer(view.t("site.booklet.print")),)),
            _cover(view, brand),
            Group("contents", tuple(_contents(view, path, parts))),
            *parts,
        ),
        source=pages[0].source,
        brand=brand.id,
        searched=False,
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where a page stands in the booklet: what its anchors begin with, and the booklet's path."""

    prefix: str
    booklet: str

    def anchor(self, anchor: str) -> str:
        return f"{self.prefix}-{anchor}" if anchor else self.prefix


def _cover(view: View, brand: Brand) -> Block:
    identity = brand.identity
    worn = view.worn.get(brand.id, Worn("", "#FFFFFF", "#000000"))
    logo = worn.logo if worn.logo in view.published.values() else ""
    inside: Blocks = (
        *((Figure(logo, brand.name),) if logo else (Para(words(brand.name), "name"),)),
        *((Para(words(identity.tagline), "tagline"),) if identity.tagline else ()),
        *meta(fact(view, identity, "version"), fact(view, identity, "since")),
    )
    return Field(worn.ground, worn.ink, inside, "cover")


def _part(page: Draft, sheets: Mapping[str, _Sheet]) -> Group:
    sheet = sheets[page.path]
    inside = _headed(_moved(page.blocks, sheet, sheets))
    return Group("sheet", (Heading(2, page.title, sheet.prefix), *inside))


def _contents(view: View, path: str, parts: Sequence[Group]) -> Iterator[Block]:
    yield Heading(2, view.t("site.booklet.contents"), "contents")
    entries = tuple(tuple(_entry(path, part)) for part in parts)
    yield Items(entries, ordered=True, style="chapters")


def _entry(path: str, part: Group) -> Iterator[Block]:
    headings = [block for block in part.blocks if isinstance(block, Heading) and block.anchor]
    links = [Plain((To(path, words(heading.text), heading.anchor),)) for heading in headings]
    yield links[0]
    below = tuple((link,) for heading, link in zip(headings, links, strict=True) if heading.level == 3)
    if below:
        yield Items(below)


def _headed(blocks: Blocks) -> Iterator[Block]:
    """The blocks without headings that have lost what stood under them."""
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if not isinstance(block, Heading) or _opens(block, after):
            yield block


def _opens(heading: Heading, after: Block | None) -> bool:
    return after.level > heading.level if isinstance(after, Heading) else after is not None


def _moved(part: Any, sheet: _Sheet, sheets: Mapping[str, _Sheet]) -> Any:
    """Blocks and inlines as the booklet has them, without what is to be operated.

    Anchors begin with their page's name, headings are one level lower, and links between the pages lead
    from place to place in the booklet.
    """
    if isinstance(part, tuple):
        return tuple(_moved(inner, sheet, sheets) for inner in part if not _is_control(inner))
    if isinstance(part, Copy):
        return replace(part, button="")
    if isinstance(part, Download):
        return Code(plain(part.inlines))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changed = {f.name: _moved(getattr(part, f.name), sheet, sheets) for f in fields(part)}
    if isinstance(part, To):
        there = sheets.get(part.path)
        return To(there.booklet, part.inlines, there.anchor(part.anchor)) if there else part
    if isinstance(part, Heading):
        changed["level"] = min(part.level + 1, 6)
    if changed.get("anchor"):
        changed["anchor"] = sheet.anchor(changed["anchor"])
    return type(part)(**changed)


def _is_control(part: Any) -> bool:
    return isinstance(part, Switch | Offer | Printer) or getattr(part, "style", "") in _CONTROLS
