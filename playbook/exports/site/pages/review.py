"""The review: what was never or not lately judged, and the place to judge it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.exports.site.blocks import Block, Draft, Para, Table
from playbook.exports.site.cells import cell
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.listing import Row, head_of
from playbook.exports.site.parts import section
from playbook.exports.site.reviewing import reviewing
from playbook.exports.site.view import LONGEST, View
from playbook.model.touchpoint import Touchpoint
from playbook.reviews import Reviewed, reviewed, to_review

PATH = "plan/review.md"

_COLUMNS = ("stage", "owner")


def review_page(view: View) -> Iterator[Draft]:
    """Judging the touchpoints, for the internal edition only."""
    if view.internal:
        yield Draft(PATH, view.t("review.title"), tuple(_blocks(view, to_review(view.playbook))))


def _blocks(view: View, asked: Sequence[Touchpoint]) -> Iterator[Block]:
    if not asked:
        yield Para(words(view.t("review.nothing")), "lead")
        return
    today = view.options.today
    groups = {which: [t for t in asked if reviewed(t, today) is which] for which in Reviewed}
    counted = {"fresh": view.number(len(groups[Reviewed.LATELY])), "all": view.number(len(asked))}
    lead = view.t("review.lead", day=view.day(today), **counted) if today else ""
    yield Para(words(lead or view.t("review.lead_undated", **counted)), "lead")
    yield Para(words(view.t("review.how")))
    yield reviewing(view)
    left = LONGEST
    for which in (Reviewed.NEVER, Reviewed.LONG_AGO):
        yield from section(view.t(f"review.{which}"), which, _table(view, groups[which], which, left))
        left = max(0, left - len(groups[which]))


def _table(view: View, found: Sequence[Touchpoint], which: Reviewed, most: int) -> Iterator[Block]:
    dated = which is not Reviewed.NEVER
    head = (*head_of(view, "touchpoint", _COLUMNS), *((view.t("review.last"),) if dated else ()))
    rows = tuple(_row(view, touchpoint, dated=dated) for touchpoint in found[:most])
    if rows:
        yield Table(head, rows)
    if found[most:]:
        yield Para(words(view.count("site.more", len(found) - most)), "quiet")


def _row(view: View, touchpoint: Touchpoint, *, dated: bool) -> Row:
    stages = joined((view.stage(stage),) for stage in touchpoint.stage)
    row = (view.link("touchpoint", touchpoint.id), stages, cell(view, touchpoint, "owner"))
    rating = touchpoint.rating
    if not dated or rating is None:
        return row
    day = view.day(rating.date) if rating.date else view.t("review.undated")
    return (*row, words(", ".join(part for part in (rating.by, day) if part)))
