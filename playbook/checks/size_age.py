"""Sizes that nobody has looked up for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.kinds import Kind, builtin
from playbook.model import Playbook
from playbook.rulings import Options

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(playbook: Playbook, _facts: Facts, today: date, options: Options) -> Iterator[Problem]:
    """The sizes of a project's own kinds were looked up in the last year.

    Why:
        Social networks change their sizes without telling anybody; pieces made for the old ones are cropped.
    Fix:
        Look the size up at its `source`, correct it, and write the day under `verified_on`.
    Source:
        Ours: a year. Each kind is told once, at the size that was looked up longest ago; sizes without
        `verified_on` are not judged. It depends on the day, so it fails no build by itself; `--today` fixes
        the day.
    Options:
        days: how long ago the sizes may have been looked up; 365 by default.
    Wrong:
        brand/kinds/story/kind.yml
            texts: {en: {name: Story}}
            group: social
            sizes: [{width: 1080, height: 1920, verified_on: 2020-01-31}]
    Right:
        brand/kinds/story/kind.yml
            texts: {en: {name: Story}}
            group: social
            sizes: [{width: 1080, height: 1920, verified_on: 2026-10-02}]
    """
    oldest = today - timedelta(days=min(options["days"], today.toordinal() - 1))
    for ident, kind in playbook.kinds.items():
        if kind is not builtin().get(ident):
            days = [(day, index) for index in range(len(kind.sizes)) if (day := _verified(kind, index))]
            day, index = min(days, default=(today, 0))
            if day < oldest:
                place = kind.at("sizes", index, "verified_on")
                facts: dict[str, Fact] = {"day": day.isoformat(), "days": options["days"]}
                yield Problem("size-age.old", place, facts, "size-age.hint")


def _verified(kind: Kind, index: int) -> date | None:
    """The day on which a size was looked up; None where what is written is no day."""
    written = (kind.sizes[index].verified_on or "").strip()
    try:
        return date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None
