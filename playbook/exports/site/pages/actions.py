"""The plan of action: what is open, by date and owner, with the conclusions and goals it follows from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from playbook.actions import Action, When
from playbook.exports.site.actions import NAME, about, owner, place, planned, title
from playbook.exports.site.blocks import Block, Draft, Filtered, Para, Table
from playbook.exports.site.data import path
from playbook.exports.site.inlines import Download, Inlines, State, To
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.listing import Row
from playbook.exports.site.parts import section, table, told
from playbook.exports.site.plan_files import CALENDAR, FOLDER, TABLE
from playbook.exports.site.view import LONGEST, View, item_path

PATH = "plan/actions.md"

_FILTER = ("title", "count", "clear", "none", "more")


def actions_page(view: View) -> Iterator[Draft]:
    """What is to be done, for the internal edition only."""
    if view.internal:
        yield Draft(PATH, view.t("actions.title"), tuple(_blocks(view, planned(view))))


def _blocks(view: View, found: Sequence[Action]) -> Iterator[Block]:
    yield Para(words(_sum(view, found)), "lead")
    if found:
        yield Para(_downloads(view, found))
        said = tuple((name, view.t(f"site.filter.{name}")) for name in _FILTER)
        yield Filtered(NAME, path(NAME), said, tuple(_groups(view, found)))
    settings = view.playbook.settings
    goals = table(view, settings.goals, ("goal", "due", "owner", "status"))
    yield from section(view.t("site.heading.goals"), "goals", goals)
    yield from section(view.t("site.heading.conclusions"), "conclusions", told(view, settings.conclusions))
    yield from section(view.t("actions.owners"), "owners", _owners(view, found))


def _sum(view: View, found: Sequence[Action]) -> str:
    """How much there is to do, and how much of it is late on the day of the build."""
    if not found:
        return view.t("actions.clean")
    counted = view.count("actions.open", len(found))
    today = view.options.today
    if today is None:
        return counted
    late = sum(action.when(today) is When.OVERDUE for action in found)
    told = view.count("actions.late", late) if late else view.t("actions.in_time")
    return view.t("actions.sum", open=counted, late=told, day=view.day(today))


def _downloads(view: View, found: Sequence[Action]) -> Inlines:
    files = [(TABLE, "actions.csv")]
    if any(action.due for action in found):
        files.insert(0, (CALENDAR, "actions.ics"))
    return joined(
        ((Download(f"{FOLDER}/{file}", words(view.t(said))),) for file, said in files), " \N{MIDDLE DOT} "
    )


def _groups(view: View, found: Sequence[Action]) -> Iterator[Block]:
    """The first hundred, the late ones first."""
    today = view.options.today
    shown = found[:LONGEST]
    for when in When:
        rows = tuple(_row(view, action) for action in shown if action.when(today) is when)
        columns = ("todo", "owner", "item", *(("due",) if when is not When.UNDATED else ()))
        head = tuple(view.t(f"actions.head.{name}") for name in columns)
        inside = (Table(head, tuple(row[: len(head)] for row in rows)),) if rows else ()
        yield from section(view.t(f"actions.when.{when}"), when, inside)
    more = len(found) - LONGEST
    if more > 0:
        yield Para(words(view.count("site.more", more)), "quiet")


def _row(view: View, action: Action) -> Row:
    where, anchor = place(action)
    link = To(where, words(title(view, action)), anchor)
    item = about(view, action)
    named: Inlines = (To(item_path(action.noun, action.item), words(item)),) if item else ()
    return ((link,), words(owner(view, action)), named, _due(view, action))


def _due(view: View, action: Action) -> Inlines:
    if action.due is None:
        return ()
    day = view.day(action.due)
    late = action.when(view.options.today) is When.OVERDUE
    return (State("due", When.OVERDUE, day),) if late else words(day)


def _owners(view: View, found: Sequence[Action]) -> Iterator[Block]:
    """How much each owner has to do, and until when first: what is true whichever day it is read."""
    counted = Counter(action.owner for action in found)
    undated = Counter(action.owner for action in found if action.due is None)
    first = {action.owner: action.due for action in reversed(found) if action.due}
    rows = tuple(
        (
            words(view.term("owner", ident) if ident else view.t("actions.nobody")),
            words(view.number(counted[ident])),
            words(view.number(undated[ident])) if undated[ident] else (),
            words(view.day(day)) if (day := first.get(ident)) else (),
        )
        for ident in sorted(counted, key=lambda i: (not i, -counted[i], view.term("owner", i).casefold()))
    )
    if rows:
        head = tuple(view.t(f"actions.head.{name}") for name in ("owner", "count", "undated", "first"))
        yield Table(head, rows[:LONGEST], frozenset({1, 2}))
