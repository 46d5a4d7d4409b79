"""The start page: who the brand is, the stages with their touchpoints, kits, and what is new."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.choices import Phase
from playbook.color import WHITE, on
from playbook.exports.site.blocks import Block, Draft, Field, Finder, Group, Items, Para, Plain
from playbook.exports.site.data import path
from playbook.exports.site.finder import NOUNS
from playbook.exports.site.inlines import Inline, To
from playbook.exports.site.names import message, words
from playbook.exports.site.pages.family import filled
from playbook.exports.site.pages.listing import grouped
from playbook.exports.site.pages.news import news
from playbook.exports.site.parts import described, fact, meta, section, told
from playbook.exports.site.showing import Part, Strip
from playbook.exports.site.view import View, brand_path, source_of
from playbook.model.parts import Item
from playbook.model.piece import Kit

_MOST = 60
"""Touchpoints and kits that the start page names; the rest is counted."""

_FIND = ("label", "example", "hint", "found", "count", "one", "none", "skip")


def home_page(view: View) -> Draft:
    """The start page."""
    identity = view.playbook.brand.identity
    return Draft(
        "index.md", identity.name, tuple(_home(view)), source_of(identity), described(view, identity.summary)
    )


def _home(view: View) -> Iterator[Block]:
    brand = view.playbook.brand
    identity = brand.identity
    ground = brand.color("primary") or on(WHITE)
    line = identity.tagline or brand.name
    yield Field(
        ground.hex,
        on(ground).hex,
        (Para(words(line), "tagline"), *told(view, identity.summary, "lead")),
        "hero",
    )
    if any(view.playbook.items(noun) for noun in NOUNS):
        yield Finder(path("find"), tuple((name, view.t(f"site.find.{name}")) for name in _FIND))
    yield from told(view, view.playbook.settings.introduction)
    central = identity.message or next(iter(identity.messages), None)
    said = message(view, central, brand) if central else ()
    yield from section(
        view.t("site.heading.one_message"), "message", (Para(said, "message"),) if said else ()
    )
    yield from section(view.t("site.heading.looks"), "brand", _looks(view, brand))
    yield from section(view.t("site.heading.stages"), "stages", _stages(view))
    yield from section(view.t("noun.kit.other"), "kits", _kits(view))
    yield from section(view.t("site.news.title"), "news", news(view))


def _looks(view: View, brand: Brand) -> Iterator[Block]:
    """The palette at a glance, and the ways to the parts of the brand."""
    shades = tuple(
        Part(found.hex, on(found).hex, 1, entry.name or ident)
        for ident, entry in brand.colors.palette.items()
        if (found := brand.color(ident))
    )
    if shades:
        yield Strip(view.t("site.part.colors"), shades, "glance")
    parts = tuple(
        (Plain((To(brand_path(brand, part), words(view.t(f"site.part.{part}"))),)),) for part in filled(brand)
    )
    if parts:
        yield Items(parts, style="parts")


def _stages(view: View) -> Iterator[Block]:
    """A column for each phase, in it the stages with their first touchpoints; the rest is counted."""
    groups = grouped(tuple(view.playbook.touchpoints.values()), lambda item: getattr(item, "stage"))  # noqa: B009
    room = max(1, _MOST // max(1, len(groups)))
    columns = []
    for phase in Phase:
        stages = [stage for stage in (phase, *view.playbook.stages) if stage in groups]
        stages += [stage for stage in groups if stage not in stages]
        inside = [
            block for s in stages if view.phase(s) == phase for block in _stage(view, s, groups[s], room)
        ]
        if inside:
            columns.append(Group("stage", (Para(words(view.t(f"phase.{phase}")), "phase"), *inside)))
    if columns:
        yield Group("board", tuple(columns))


def _stage(view: View, stage: str, members: list[Item], room: int) -> Iterator[Block]:
    if stage not in list(Phase):
        yield Para((view.stage(stage),), "name")
    room += len(members) == room + 1  # to count a single one would take its place
    yield Items(tuple((Plain(view.link("touchpoint", item.id)),) for item in members[:room]))
    if len(members) > room:
        yield Para((_rest(view, stage, len(members) - room),), "quiet")


def _rest(view: View, stage: str, number: int) -> Inline:
    """How many more there are, linked to all of them."""
    there = view.stage(stage)
    said = words(view.count("site.more", number))
    return To(there.path, said, there.anchor) if isinstance(there, To) else said[0]


def _kits(view: View) -> Iterator[Block]:
    kits = tuple(view.playbook.kits.values())
    if kits:
        yield Items(tuple(tuple(_kit(view, kit)) for kit in kits[:_MOST]), style="kits")
    if len(kits) > _MOST:
        yield Para((To("kits/index.md", words(view.count("site.more", len(kits) - _MOST))),), "quiet")


def _kit(view: View, kit: Kit) -> Iterator[Block]:
    """What it is called, how much it holds, and when it is needed."""
    yield Para(view.link("kit", kit.id), "name")
    yield from meta(words(view.count("site.kit.pieces", len(kit.pieces))), fact(view, kit, "date"))
