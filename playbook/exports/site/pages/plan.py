"""What holds for the whole playbook: goals and indicators, and the words that are used in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from playbook.document import Document
from playbook.exports.site.aims import metrics, objectives
from playbook.exports.site.blocks import Block, Draft, Para, Table
from playbook.exports.site.cells import cell, facts, label
from playbook.exports.site.inlines import To
from playbook.exports.site.names import words
from playbook.exports.site.pages.metrics import touchpoint_metrics, touchpoint_objectives
from playbook.exports.site.parts import section, table, told
from playbook.exports.site.view import View, slug, source_of

_VOCABULARIES = {
    "stages": ("stage", ("phase", "summary")),
    "audiences": ("audience", ("summary",)),
    "products": ("product", ("summary",)),
    "channels": ("channel", ("summary",)),
    "categories": ("category", ("summary",)),
    "kpis": ("kpi", ("summary", "stage", "unit", "better")),
    "owners": ("owner", ("person", "email")),
}
"""The vocabularies of the settings: what an entry is called, and what is told of it beside its name."""


def goals_page(view: View) -> Iterator[Draft]:
    """What is to be reached, if anything is said of it."""
    settings = view.playbook.settings
    blocks = (
        *section(
            view.t("site.heading.goals"),
            "goals",
            table(view, settings.goals, ("goal", "due", "owner", "status")),
            linked=True,
        ),
        *section(
            view.t("site.heading.objectives"),
            "objectives",
            objectives(view, settings.objectives),
            linked=True,
        ),
        *section(view.t("metrics.objectives"), "aims", touchpoint_objectives(view)),
        *section(view.t("site.heading.whole"), "metrics", metrics(view, settings.metrics)),
        *touchpoint_metrics(view),
        *section(view.t("site.heading.conclusions"), "conclusions", told(view, settings.conclusions)),
    )
    if blocks:
        plan = To("plan/actions.md", words(view.t("actions.title")))
        more = (Para((plan,)),) if view.internal else ()
        yield _draft(view, "goals.md", view.t("site.goals"), (*blocks, *more))


def glossary_page(view: View) -> Iterator[Draft]:
    """The project's own words: stages, audiences, products, indicators, owners."""
    settings = view.playbook.settings
    blocks = [*facts(view, settings, ("serves",))]
    for name, (scale, columns) in _VOCABULARIES.items():
        entries: Mapping[str, BaseModel] = getattr(settings, name)
        shown = {k: entry for k, entry in entries.items() if not getattr(entry, "hidden", False)}
        blocks += section(label(view, settings, name), slug(name), _entries(view, scale, shown, columns))
    if blocks:
        yield _draft(view, "glossary.md", view.t("site.glossary"), tuple(blocks))


def _entries(
    view: View, scale: str, entries: Mapping[str, BaseModel], columns: tuple[str, ...]
) -> Iterator[Block]:
    """The entries by name, with the columns that any of them fills."""
    kept = [column for column in columns if any(cell(view, entry, column) for entry in entries.values())]
    rows = tuple(
        (words(view.term(scale, k)), *(cell(view, e, column) for column in kept)) for k, e in entries.items()
    )
    if rows:
        first = next(iter(entries.values()))
        yield Table((label(view, first, "name"), *(label(view, first, column) for column in kept)), rows)


def _draft(view: View, path: str, title: str, blocks: tuple[Block, ...]) -> Draft:
    settings: Document = view.playbook.settings
    return Draft(path, title, blocks, source_of(settings))
