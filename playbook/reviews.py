"""Judgements of touchpoints: what somebody said of each one, and how long ago."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from playbook.choices import TouchpointStatus
from playbook.model import Playbook
from playbook.model.facets import Rating
from playbook.model.touchpoint import Touchpoint

LATELY = timedelta(days=365)
"""How long a judgement is a fresh one."""


class Reviewed(StrEnum):
    """How fresh the judgement of a touchpoint is."""

    NEVER = "never"
    LONG_AGO = "long-ago"
    LATELY = "lately"


def reviewed(touchpoint: Touchpoint, today: date | None) -> Reviewed:
    """How fresh it is; a judgement without a date was made long ago, and without `today` any other lately."""
    rating = touchpoint.rating
    if rating is None:
        return Reviewed.NEVER
    if rating.date is None:
        return Reviewed.LONG_AGO
    return Reviewed.LONG_AGO if today and today - rating.date > LATELY else Reviewed.LATELY


def to_review(playbook: Playbook) -> tuple[Touchpoint, ...]:
    """The touchpoints that can be judged: those that people meet today, the longest unjudged first."""
    met = (t for t in playbook.touchpoints.values() if t.status is TouchpointStatus.ACTIVE)
    return tuple(sorted(met, key=_judged))


def _judged(touchpoint: Touchpoint) -> tuple[bool, date]:
    rating = touchpoint.rating
    return rating is not None, rating.date if rating and rating.date else date.min


def message(rating: Rating) -> str:
    """Whether it says the brand's message, as a word; empty where nobody said."""
    return {None: "", True: "yes", False: "no", "partly": "partly"}[rating.same_message]
