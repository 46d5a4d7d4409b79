"""Journeys side by side: those of one group of products, or of one persona, by the stages that they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.choices import Phase
from playbook.exports.site.blocks import Block, Draft, Heading, Para
from playbook.exports.site.cells import cell
from playbook.exports.site.feeling import ROWS
from playbook.exports.site.inlines import Inlines, To
from playbook.exports.site.journeymap import Column
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.map import columns_of, stages_of
from playbook.exports.site.pages.steps import rank
from playbook.exports.site.sides import Side, Sides
from playbook.exports.site.view import LONGEST, View, item_path
from playbook.model.journey import Journey

Set = tuple[Journey, ...]
MOST_STEPS = 1000
"""Steps after which no further set is drawn: each is a shape of its own."""


def compare_page(view: View) -> Iterator[Draft]:
    """The page, as soon as there are two journeys."""
    known = _known(view)
    if len(known) > 1:
        blocks = (Para(words(view.t("site.compare.lead")), "lead"), *_sections(view, known))
        yield Draft(compare_path(view), view.t("site.compare.title"), blocks)


def beside(view: View) -> Iterator[Block]:
    """A link to the page, where there is one."""
    if len(_known(view)) > 1:
        yield Para((To(compare_path(view), words(view.t("site.compare.title"))),))


def _known(view: View) -> Set:
    return tuple(journey for journey in view.playbook.journeys.values() if journey.steps)


def compare_path(view: View) -> str:
    """Its path, which no journey has."""
    name = "compare"
    while name in view.playbook.known["journey"]:
        name += "-all"
    return f"journeys/{name}.md"


def _sections(view: View, known: Set) -> Iterator[Block]:
    """A section for each set of journeys that have something in common, then the others."""
    sets = _sets(view, known)
    shown = {journey.id for found in sets for journey in found}
    rest = tuple(journey for journey in known if journey.id not in shown)
    left, steps = LONGEST, MOST_STEPS
    others = ((rest, [view.t("site.compare.others")]),) if rest else ()
    unseen = sum(map(len, sets)) + len(rest)
    for number, (found, titles) in enumerate((*sets.items(), *others), 1):
        if left > 0 and steps > 0:
            title = ", ".join(titles)
            yield Heading(2, title, f"set-{number}")
            yield _sides(view, title, found[:left])
            unseen -= len(found[:left])
        left, steps = left - len(found), steps - sum(len(journey.steps) for journey in found)
    if unseen:
        yield Para(words(view.count("site.compare.more", unseen)), "quiet")


def _sets(view: View, known: Set) -> Mapping[Set, list[str]]:
    """The journeys of an audience that are about the same products, or of one persona; no set twice."""
    found: dict[Set, list[str]] = {}
    for scale, values in (("product", "products"), ("persona", "persona")):
        groups: dict[tuple[str, str], list[Journey]] = {}
        for journey in known:
            value = getattr(journey, values)
            for ident in (value,) if isinstance(value, str) else value or ():
                groups.setdefault((ident, journey.audience), []).append(journey)
        for (ident, _), own in groups.items():
            if len(own) > 1 and (title := _title(view, scale, ident)):
                found.setdefault(tuple(own), []).append(title)
    return found


def _title(view: View, scale: str, ident: str) -> str:
    """What a set is called; nothing for what these readers may not be told of."""
    if scale == "persona":
        person = view.playbook.personas.get(ident)
        return person.name if person else ""
    return view.term(scale, ident) if view.internal or ident in view.playbook.known[scale] else ""


def _sides(view: View, title: str, journeys: Sequence[Journey]) -> Sides:
    told = [(journey, stages_of(view, journey), columns_of(view, journey)) for journey in journeys]
    if any(stage in list(Phase) for _, stages, _ in told for stage in stages):
        told = [(journey, _phases(view, stages), columns) for journey, stages, columns in told]
    order = sorted({s for _, stages, _ in told for s in stages}, key=lambda stage: rank(view, stage))
    sides = tuple(_side(view, journey, order, stages, columns) for journey, stages, columns in told)
    unsaid = any(not column.said for _, _, columns in told for column in columns)
    names = (view.term("stage", stage) if stage else view.t("site.compare.stage_unsaid") for stage in order)
    head = (view.t("site.compare.journey"), *names)
    return Sides(title, head, view.t("site.compare.none"), ROWS + unsaid, sides)


def _phases(view: View, stages: Sequence[str]) -> Sequence[str]:
    """The phases of stages: what is told in phases is comparable with nothing finer."""
    return [str(view.phase(stage)) if stage else "" for stage in stages]


def _side(
    view: View, journey: Journey, order: Sequence[str], stages: Sequence[str], columns: Sequence[Column]
) -> Side:
    by_stage: dict[str, list[Column]] = {stage: [] for stage in order}
    for stage, column in zip(stages, columns, strict=True):
        by_stage[stage].append(column)
    cells = tuple(tuple(found) for found in by_stage.values())
    link = view.link("journey", journey.id)
    return Side(link, _about(view, journey), item_path("journey", journey.id), cells)


def _about(view: View, journey: Journey) -> Inlines:
    steps = words(view.count("site.compare.steps", len(journey.steps)))
    persona, scenario = (cell(view, journey, name) for name in ("persona", "scenario"))
    return joined((persona, scenario, steps), " \N{MIDDLE DOT} ")
