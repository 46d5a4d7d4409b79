"""What is filled in by hand: a journey for each group of products, empty, as rows and columns to write in."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.choices import Feeling, Phase
from playbook.i18n import text
from playbook.model import Playbook
from playbook.named import term

ROWS = ("touchpoint", "does", "thinks", "feels", "pain", "proposal", "owner", "due")
"""What is asked in each phase, by the last part of its message id."""
FEELS, PAIN = "feels", "pain"
"""The rows that are marked: a feeling on a scale, and whether the pain drives on or blocks."""
SHORT = frozenset({"owner", "due"})
"""The rows that a word fills."""


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty journey: the group that it is for, and what its sheet says.

    `rows` are what is asked, each with its id; `feelings` the scale, the best first; `head` are what is asked
    above.
    """

    id: str
    title: str
    summary: str
    head: tuple[str, ...]
    phases: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    feelings: tuple[str, ...]
    effects: tuple[str, ...]


def blanks(playbook: Playbook, lang: str) -> tuple[Blank, ...]:
    """A sheet for each group of products in the settings; one for all where they name none."""
    groups = playbook.settings.products
    if not groups:
        return (_blank(playbook, lang, "journey", text(lang, "blank.general"), ""),)
    return tuple(
        _blank(playbook, lang, ident, group.name or ident, group.summary or "")
        for ident, group in groups.items()
    )


def _blank(playbook: Playbook, lang: str, ident: str, title: str, summary: str) -> Blank:
    return Blank(
        ident,
        title,
        summary,
        tuple(text(lang, f"blank.head-{name}") for name in ("person", "goal", "day")),
        tuple(term(playbook, lang, "stage", phase) for phase in Phase),
        tuple((row, text(lang, f"blank.{row}")) for row in ROWS),
        tuple(term(playbook, lang, "feeling", feeling) for feeling in reversed(Feeling)),
        tuple(text(lang, f"blank.{effect}") for effect in ("drives", "blocks")),
    )
