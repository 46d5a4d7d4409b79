"""The checklist: what to tick, by audience and stage, and lines for what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from playbook.artifact import Artifact
from playbook.catalog import entries
from playbook.checklist import Checklist, Part, Row, Section, checklist
from playbook.choices import PieceStatus, Tick, TouchpointStatus
from playbook.exports.site.blocks import Block, Draft, Heading, Items, Para, Plain
from playbook.exports.site.data import path, script
from playbook.exports.site.inlines import Code, Inlines, Text, To
from playbook.exports.site.names import words
from playbook.exports.site.pages.catalog import catalog_path
from playbook.exports.site.showing import Printer
from playbook.exports.site.ticking import Resolve, Tally, Tickable, Ticks
from playbook.exports.site.view import View, slug

PATH = "plan/checklist.md"
NAME = "ticks"
SHEET = 500
"""Lines to tick on a page; a longer checklist comes in several, which keep their ticks together."""
_GOALS = 4
_SAID = (
    *("take", "open", "write", "clear", "sure", "cleared"),
    *("there", "weak", "lacking", "changed", "of", "unkept", "taken", "opened", "gone", "unread"),
)
_LINES = ("conclusions", "goal", "owner", "due", "review", "more")
_TOLD = frozenset({TouchpointStatus.PLANNED, TouchpointStatus.TO_ACTIVATE})
_MADE = frozenset({PieceStatus.PLANNED, PieceStatus.IN_PROGRESS, PieceStatus.IN_REVIEW})
"""States of what is not there that say more than that it is not."""


def checklist_page(view: View) -> Iterator[Draft]:
    """The page, or the one that leads to each sheet of a long list; for the internal edition only."""
    if not view.internal:
        return
    title = view.t("site.checklist.title")
    sheets = tuple(_sheets(checklist(view.playbook, view.options.lang)))
    if len(sheets) == 1:
        yield Draft(PATH, title, tuple(_blocks(view, sheets[0])), searched=False)
        return
    yield Draft(PATH, title, tuple(_overview(view, sheets)), searched=False)
    for number, sheet in enumerate(sheets, 1):
        blocks = tuple(_blocks(view, sheet, several=True))
        yield Draft(_path(number), view.t("site.checklist.sheet", n=number), blocks, searched=False)


def checklist_data(view: View) -> Iterator[Artifact]:
    """The ids of everything in the list, for the pages of one that has several."""
    found = checklist(view.playbook, view.options.lang)
    if view.internal and len(tuple(_sheets(found))) > 1:
        own = (thing for row in found.rows for thing in _ids(row))
        yield script(NAME, [*own, *(f"p:{part.id}" for part in found.loose)])


def _ids(row: Row) -> Iterator[str]:
    yield f"t:{row.id}" if row.ours else f"c:{row.id}"
    yield from (f"p:{part.id}" if row.ours else f"c:{row.id}/{part.id}" for part in row.parts)


def _path(number: int) -> str:
    return f"plan/checklist/{number}.md"


def _sheets(found: Checklist) -> Iterator[Checklist]:
    """The list as it is if it fits on a page, else its lines page by page."""
    if len(found.rows) + len(found.parts) <= SHEET:
        yield found
        return
    before, placed = 0, []
    for section in found.sections:
        for row in section.rows:
            placed.append((before // SHEET, section, row))
            before += 1 + len(row.parts)
    for _, lines in groupby(placed, key=lambda line: line[0]):
        parts = groupby(lines, key=lambda line: line[1].id)
        cut = ([(section, row) for _, section, row in part] for _, part in parts)
        yield Checklist(tuple(replace(own[0][0], rows=tuple(row for _, row in own)) for own in cut), ())
    for at in range(0, len(found.loose), SHEET):
        yield Checklist((), found.loose[at : at + SHEET])


def _overview(view: View, sheets: Sequence[Checklist]) -> Iterator[Block]:
    yield Para(words(view.t("site.checklist.lead")), "lead")
    yield Para(words(view.t("site.checklist.sheets", n=len(sheets))))
    yield Items(tuple((Plain(_linked(view, number, sheet)),) for number, sheet in enumerate(sheets, 1)))


def _linked(view: View, number: int, sheet: Checklist) -> Inlines:
    titles = [f"{section.who} \N{MIDDLE DOT} {section.title}" for section in sheet.sections]
    link = To(_path(number), words(view.t("site.checklist.sheet", n=number)))
    return (link, *words(f": {', '.join(titles) or view.t('site.checklist.loose')}"))


def _blocks(view: View, found: Checklist, *, several: bool = False) -> Iterator[Block]:
    said = tuple((name, view.t(f"site.checklist.{name}")) for name in _SAID)
    yield Para(words(view.t("site.checklist.lead")), "lead")
    yield Para(words(view.t("site.checklist.how")), "quiet")
    yield Printer(view.t("site.checklist.print"))
    for who, sections in groupby(found.sections, key=lambda section: (section.audience, section.who)):
        yield Heading(2, who[1], slug(who[0]))
        yield from (_section(view, section) for section in sections)
    if found.loose:
        yield Heading(2, view.t("site.checklist.loose"), "loose")
        loose = tuple(_part(view, part) for part in found.loose)
        yield Ticks(view.t("noun.piece.other"), "", _columns(view), (("", loose),))
    yield from _ending(view)
    yield Tally(said, view.playbook.brand.name, view.options.new_file, path(NAME) if several else "")


def _ending(view: View) -> Iterator[Block]:
    yield Heading(2, view.t("site.checklist.next"), "next")
    settings = view.playbook.settings
    if settings.goals or settings.conclusions:
        yield Para((To("goals.md", words(view.t("site.checklist.before"))),), "meta")
    owners = tuple((ident, view.term("owner", ident)) for ident in settings.owners)
    yield Resolve(tuple((name, view.t(f"site.checklist.{name}")) for name in _LINES), owners, _GOALS)
    yield Para(
        (*words(f"{view.t('site.checklist.apply')} "), Code("brand-playbook apply checklist.yml")), "quiet"
    )


def _columns(view: View) -> tuple[str, str]:
    return view.t("tick.have"), view.t("tick.needs-work")


def _section(view: View, section: Section) -> Ticks:
    ours = tuple(_own(view, row) for row in section.rows if row.ours)
    lacking = [row for row in section.rows if not row.ours]
    usual = tuple(_entry(section, row) for row in lacking if row.usual)
    other = tuple(_entry(section, row) for row in lacking if not row.usual)
    groups = (
        ("", ours),
        (view.t("site.checklist.catalog"), usual),
        (view.t("site.checklist.unusual"), other),
    )
    phase = view.term("stage", section.phase)
    about = section.who if section.title == phase else f"{section.who} \N{MIDDLE DOT} {phase}"
    return Ticks(section.title, about, _columns(view), tuple(group for group in groups if group[1]))


def _own(view: View, row: Row) -> Tickable:
    state = view.term("touchpoint-status", row.status) if row.status in _TOLD else ""
    also = view.t("site.checklist.also", names=", ".join(row.also)) if row.also else ""
    parts = tuple(_part(view, part) for part in row.parts)
    about = ", ".join(filter(None, (row.owner, state)))
    return Tickable(f"t:{row.id}", row.name, view.link("touchpoint", row.id), row.tick, about, parts, also)


def _part(view: View, part: Part) -> Tickable:
    state = view.term("piece-status", part.status) if part.status in _MADE else ""
    return Tickable(f"p:{part.id}", part.name, view.link("piece", part.id), part.tick, state)


def _entry(section: Section, row: Row) -> Tickable:
    entry = entries()[row.id]
    link = To(catalog_path(entry, section.audience), (Text(row.name),), entry.id)
    parts = tuple(
        Tickable(f"c:{row.id}/{part.id}", f"{row.name}, {part.name}", words(part.name), Tick.MISSING)
        for part in row.parts
    )
    return Tickable(f"c:{row.id}", row.name, (link,), Tick.MISSING, "", parts)
