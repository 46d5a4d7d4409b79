"""Where there are touchpoints, where none and where many: by stage, and by what else is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.choices import Phase, TouchpointStatus
from playbook.exports.site.blocks import Block, Draft, Items, Para, Plain
from playbook.exports.site.heat import FEW, LEVELS, Cell, Heat, Line, Query, shade
from playbook.exports.site.names import words
from playbook.exports.site.pages.grid import FIELDS, Column, Sheet, sheets
from playbook.exports.site.parts import section
from playbook.exports.site.view import View
from playbook.model.touchpoint import Touchpoint

PATH = "plan/coverage.md"
_LISTING = "touchpoints/index.md"
_OWN = {"channel": "channels", "audience": "audiences"}
"""The fields whose words a project may change, and where it does."""


def coverage_page(view: View) -> Iterator[Draft]:
    """The page, for the internal edition of a playbook with touchpoints in use."""
    used = [t for t in view.playbook.touchpoints.values() if t.status != TouchpointStatus.RETIRED]
    if view.internal and used:
        yield Draft(PATH, view.t("site.coverage.title"), tuple(_blocks(view, used)))


def _blocks(view: View, used: Sequence[Touchpoint]) -> Iterator[Block]:
    retired = len(view.playbook.touchpoints) - len(used)
    said = [view.count("site.coverage.counted", len(used))]
    said += [view.count("site.coverage.retired", retired)] if retired else []
    yield Para(words(" ".join(said)), "lead")
    yield Para(words(view.t("site.coverage.rule", few=FEW)), "quiet")
    only = _states(view) if retired else ()
    for sheet in sheets(view, used):
        title = view.t(f"site.coverage.by.{sheet.field}")
        yield from section(title, f"by-{sheet.field}", (_heat(view, sheet, only), *_said(view, sheet)))


def _states(view: View) -> Query:
    """The states of what is counted, for a listing that would show retired touchpoints too."""
    found = {touchpoint.status for touchpoint in view.playbook.touchpoints.values()}
    return tuple(("status", str(s)) for s in TouchpointStatus if s in found - {TouchpointStatus.RETIRED})


def _heat(view: View, sheet: Sheet, only: Query) -> Heat:
    counts, total = sheet.counts, view.t("site.coverage.total")
    lines = [_line(view, sheet, row, only) for row in sheet.rows]
    if counts.mute:
        numbers = (*(counts.silent[column.id] for column in sheet.columns), counts.mute)
        lines.append(Line(view.t("site.coverage.unsaid"), tuple(Cell(_digits(view, n)) for n in numbers)))
    sums = [
        _sum(view, counts.columns[column.id], (("stage", column.id), *only), f"{total}, {column.full}")
        for column in sheet.columns
    ]
    return Heat(
        view.t(f"site.coverage.by.{sheet.field}"),
        view.t("site.brand" if sheet.field == "brands" else f"field.touchpoint.{sheet.field}"),
        _bands(view, sheet.columns),
        tuple(column.name for column in sheet.columns),
        tuple(lines),
        Line(total, (*sums, _sum(view, counts.whole, only, total))),
        _LISTING,
    )


def _bands(view: View, columns: Sequence[Column]) -> tuple[tuple[str, int], ...]:
    """The phases over their stages; none where the columns are the phases themselves."""
    if all(column.id == column.phase for column in columns):
        return ()
    lengths = {phase: sum(column.phase == phase for column in columns) for phase in Phase}
    return tuple((view.term("stage", phase), length) for phase, length in lengths.items() if length)


def _line(view: View, sheet: Sheet, row: str, only: Query) -> Line:
    query = (("brand" if sheet.field == "brands" else sheet.field, row), *only)
    cells = [_cell(view, sheet, row, column, query) for column in sheet.columns]
    total = _sum(view, sheet.counts.rows[row], query, f"{sheet.rows[row]}, {view.t('site.coverage.total')}")
    return Line(sheet.rows[row], (*cells, total))


def _cell(view: View, sheet: Sheet, row: str, column: Column, query: Query) -> Cell:
    number = sheet.number(row, column)
    if not number:
        return Cell("", word=view.t("site.coverage.none"))
    many = sheet.many(row, column)
    level = LEVELS + 1 if many else min(LEVELS, shade(number, sheet.most))
    label = f"{view.number(number)}: {sheet.rows[row]}, {column.full}"
    word = view.t("site.coverage.many") if many else ""
    return Cell(view.number(number), level, word, (("stage", column.id), *query), label)


def _sum(view: View, number: int, query: Query, label: str) -> Cell:
    told = f"{view.number(number)}: {label}"
    return Cell(view.number(number), query=query, label=told) if number else Cell(view.number(number))


def _digits(view: View, number: int) -> str:
    return view.number(number) if number else ""


def _said(view: View, sheet: Sheet) -> Iterator[Block]:
    """The gaps of a table, and where it has much, as sentences."""
    said = (*_gaps(view, sheet), *_crowds(view, sheet))
    if said:
        yield Items(tuple((Plain(words(sentence)),) for sentence in said))
    if sheet.left:
        yield Para(words(view.count("site.coverage.left", sheet.left)), "quiet")


def _gaps(view: View, sheet: Sheet) -> Iterator[str]:
    """What is nowhere, then for each phase what is only elsewhere."""
    missing = {row for row in sheet.rows if not sheet.counts.rows[row]}
    if missing:
        yield view.t("site.coverage.nowhere", what=_phrases(view, sheet, missing))
    for phase in Phase:
        lacking = {row for row in sheet.rows if sheet.nothing(row, phase)} - missing
        if lacking:
            when = "named" if sheet.field == "audience" or _renamed(view, phase) else str(phase)
            what, name = _phrases(view, sheet, lacking), view.term("stage", phase)
            yield view.t(f"site.coverage.gap.{when}", what=what, phase=name)


def _renamed(view: View, phase: Phase) -> bool:
    own = view.playbook.settings.stages.get(phase)
    return own is not None and bool(own.name)


def _crowds(view: View, sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        for column in sheet.columns:
            if sheet.many(row, column):
                number = view.number(sheet.number(row, column))
                what = _phrase(view, sheet, row)
                yield view.t("site.coverage.much", count=number, what=what, stage=column.name)


def _phrases(view: View, sheet: Sheet, rows: set[str]) -> tuple[str, ...]:
    return tuple(_phrase(view, sheet, row) for row in sheet.rows if row in rows)


def _phrase(view: View, sheet: Sheet, row: str) -> str:
    """A value as words: "by phone", "for customers"; a project's own by its name."""
    renamed = getattr(view.playbook.settings, _OWN[sheet.field]) if sheet.field in _OWN else {}
    known = view.term(f"coverage-{FIELDS[sheet.field]}", row)
    own = view.t(f"site.coverage.own.{sheet.field}", name=sheet.rows[row])
    return own if row in renamed or known == row else known
