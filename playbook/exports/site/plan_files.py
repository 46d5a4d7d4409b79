"""The plan of action to take: as a calendar, and as a table."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from playbook import calendars
from playbook.actions import Action
from playbook.artifact import Artifact
from playbook.choices import WorkStatus
from playbook.exports.site.actions import NAMED, about, owner, planned, status, title, whole
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.view import View
from playbook.model import Playbook
from playbook.sheets import sheet

FOLDER = "downloads"
CALENDAR, TABLE = "plan.ics", "plan.csv"

_COLUMNS = ("due", "owner", "what", "todo", "item", "status")


def plan_files(view: View, folder: str = "") -> Iterator[Artifact]:
    """The plan to take: as a calendar of what has a date, and as a table of everything."""
    found = planned(view)
    days = tuple(_days(view, found))
    if days:
        name = view.t("actions.calendar", brand=view.playbook.brand.name)
        yield Artifact(folder + CALENDAR, calendars.calendar(name, days, view.options.today))
    if found:
        yield Artifact(folder + TABLE, _table(view, found))


def plan(playbook: Playbook, options: SiteOptions) -> tuple[Artifact, ...]:
    """The plan to take, of a playbook that is restricted to the options' edition."""
    return tuple(plan_files(View(playbook, options)))


def _days(view: View, found: Iterable[Action]) -> Iterator[calendars.Day]:
    seen: Counter[str] = Counter()
    for action in found:
        known = "\0".join(_known(view, action))
        seen[known] += 1
        if action.due:
            digest = hashlib.sha256(f"{known}\0{seen[known]}".encode("utf-8", "replace")).hexdigest()[:32]
            proposed = action.status is WorkStatus.PROPOSED
            yield calendars.Day(
                f"{digest}@brand-playbook",
                action.due,
                title(view, action),
                "\n".join(_described(view, action)),
                view.t(f"actions.what.{action.what}"),
                certain=not proposed,
            )


def _known(view: View, action: Action) -> Iterator[str]:
    """What an action is known by from one plan to the next: not its place in a list, and not its date."""
    yield from (view.playbook.brand.name, action.noun, action.item, action.text)
    yield "" if action.what in NAMED else action.what


def _described(view: View, action: Action) -> Iterator[str]:
    said = whole(view, action)
    if said != title(view, action):
        yield said
    for name, value in (
        ("owner", owner(view, action)),
        ("item", about(view, action)),
        ("status", status(view, action)),
    ):
        if value:
            yield f"{view.t(f'actions.head.{name}')}: {value}"


def _table(view: View, found: Iterable[Action]) -> str:
    rows = (
        (
            action.due.isoformat() if action.due else "",
            owner(view, action) if action.owner else "",
            view.t(f"actions.what.{action.what}"),
            whole(view, action),
            about(view, action),
            status(view, action),
        )
        for action in found
    )
    heads = [view.t(f"actions.head.{name}") for name in _COLUMNS]
    return sheet(heads, (dict(zip(heads, row, strict=True)) for row in rows), view.options.lang)
