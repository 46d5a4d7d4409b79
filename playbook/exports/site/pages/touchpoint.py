"""The page of a touchpoint: everything known about it, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook import reviews
from playbook.choices import TouchpointStatus
from playbook.exports.site.aims import metrics, objectives
from playbook.exports.site.blocks import Block, Draft, Figure, Group, Items, Para, Plain
from playbook.exports.site.cells import cell, facts, unplaced
from playbook.exports.site.inlines import Inlines, Text, To
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.network import PATH, network
from playbook.exports.site.pages.wall import wall
from playbook.exports.site.parts import (
    closing,
    evidence,
    fact,
    first_facts,
    improvements,
    item_draft,
    meta,
    opening,
    pain,
    picture,
    section,
    table,
    titled,
    told,
)
from playbook.exports.site.view import View
from playbook.model.facets import Competitor, Example, Next
from playbook.model.touchpoint import Touchpoint

_FIRST = ("status", "stage", "channel", "audience", "owner", "link")
_HERE = (
    "place",
    "time",
    "trigger",
    "promised_delay",
    "handled_by",
    "tool",
    "purpose",
    "category",
    "nature",
    "directness",
    "control",
    "senses",
    "relationship",
    "products",
    "criticality",
    "underused",
    "brands",
)
_ELSEWHERE = (
    "message",
    "needs_pieces",
    "expectations",
    "promise",
    "value",
    "impression",
    "pains",
    "next",
    "metrics",
    "objectives",
    "rating",
    "improvements",
    "evidence",
    "examples",
    "competitors",
    "data",
)
"""Fields with a section of their own."""


def touchpoint_page(view: View, touchpoint: Touchpoint) -> Draft:
    """The page of a touchpoint."""
    return item_draft(view, touchpoint, tuple(_blocks(view, touchpoint)))


def _blocks(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    brand = view.playbook.brand_of(touchpoint)
    yield from opening(view, touchpoint)
    yield from first_facts(view, touchpoint, _FIRST, brand)
    said = cell(view, touchpoint, "message", brand)
    yield from section(view.t("site.heading.message"), "message", (Para(said, "message"),) if said else ())
    yield from section(view.t("site.heading.pieces"), "pieces", _pieces(view, touchpoint))
    here = (*_HERE, *unplaced(touchpoint, (*_FIRST, *_HERE, *_ELSEWHERE)))
    yield from section(view.t("site.heading.here"), "here", facts(view, touchpoint, here, brand))
    yield from section(view.t("site.heading.expectations"), "expectations", _expectations(view, touchpoint))
    yield from section(view.t("site.heading.value"), "value", _value(view, touchpoint))
    pains = tuple(tuple(pain(view, felt)) for felt in touchpoint.pains)
    yield from section(
        view.t("site.heading.pains"), "pains", (Items(pains, style="entries"),) if pains else (), linked=True
    )
    yield from section(view.t("site.heading.around"), "around", _around(view, touchpoint))
    yield from _review(view, touchpoint)
    yield from _others(view, touchpoint)
    yield from closing(view, touchpoint)


def _pieces(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    pieces = view.playbook.pieces_of.get(touchpoint.id, ())
    yield from wall(view, (piece.id for piece in pieces))
    if not touchpoint.needs_pieces:
        yield Para(words(view.t("site.needs_no_piece")))


def _expectations(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    entries = []
    for expected in touchpoint.expectations:
        known = meta(fact(view, expected, "source"), fact(view, expected, "date"))
        entries.append((*told(view, expected.text), *known))
    if entries:
        yield Items(tuple(entries), style="entries")
    yield from titled(view, touchpoint, ("promise",))


def _value(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    yield from titled(view, touchpoint.value, ("need", "perceived", "cost"))
    yield from titled(view, touchpoint.impression, ("intended", "actual"))


def _around(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    """Where people come from, where they go, and the journeys that pass here."""
    before = [view.link("touchpoint", other.id) for other in view.playbook.comes_from.get(touchpoint.id, ())]
    after = [(*view.link("touchpoint", step.touchpoint), *_added(view, step)) for step in touchpoint.next]
    sides = tuple(_side(view, "comes_from", before)), tuple(_side(view, "leads_to", after))
    if any(sides):
        yield Group("ways", (*sides[0], Para(words(touchpoint.name), "here"), *sides[1]))
    if touchpoint.status != TouchpointStatus.RETIRED and network(view):
        link = To(PATH, words(view.t("site.network.shown")), query=(("touchpoint", touchpoint.id),))
        yield Para((link,), "quiet")
    journeys = joined(view.link("journey", j.id) for j in view.playbook.journeys_of.get(touchpoint.id, ()))
    if journeys:
        yield Para((Text(f"{view.t('site.in_journeys')}: "), *journeys))


def _side(view: View, name: str, entries: Sequence[Inlines]) -> Iterator[Block]:
    """What lies at one side of a touchpoint, under its title."""
    shown = tuple((Plain(entry),) for entry in entries if entry)
    if shown:
        yield Group(name.replace("_", "-"), (Para(words(view.t(f"site.{name}")), "label"), Items(shown)))


def _added(view: View, step: Next) -> Inlines:
    value = cell(view, step, "value")
    return (Text(": "), *value) if value else ()


def _review(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    """How it does today and what is to change."""
    yield from section(
        view.t("site.heading.metrics"), "metrics", metrics(view, touchpoint.metrics), linked=True
    )
    yield from section(
        view.t("site.heading.objectives"),
        "objectives",
        objectives(view, touchpoint.objectives),
        linked=True,
    )
    yield from section(view.t("site.heading.rating"), "rating", _rating(view, touchpoint))
    yield from section(
        view.t("site.heading.improvements"),
        "improvements",
        improvements(view, touchpoint.improvements),
        linked=True,
    )
    yield from section(view.t("site.heading.evidence"), "evidence", evidence(view, touchpoint.evidence))


def _rating(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    rating = touchpoint.rating
    if rating is None:
        return
    yield Para(words(view.t("site.score", score=rating.score)), "score")
    yield from told(view, rating.note)
    yield from meta(
        fact(view, rating, "by"),
        cell(view, rating, "date"),
        words(view.t(f"review.said.{said}")) if (said := reviews.message(rating)) else (),
    )


def _others(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    """How others do it, and what it collects."""
    examples = tuple(block for example in touchpoint.examples for block in _example(view, example))
    yield from section(view.t("site.heading.examples"), "examples", examples)
    rivals = tuple(tuple(_competitor(view, rival)) for rival in touchpoint.competitors)
    inside = (Items(rivals, style="entries"),) if rivals else ()
    yield from section(view.t("site.heading.competitors"), "competitors", inside)
    yield from section(
        view.t("site.heading.data"), "data", table(view, touchpoint.data, ("what", "consent", "purpose"))
    )


def _example(view: View, example: Example) -> Iterator[Block]:
    caption = joined((words(example.brand), cell(view, example, "note"), cell(view, example, "link")), ". ")
    shown = tuple(picture(view, None, example.picture, example.brand, caption))
    if any(isinstance(block, Figure) for block in shown):
        yield from shown
    else:
        yield from shown or (Para(caption),)


def _competitor(view: View, rival: Competitor) -> Iterator[Block]:
    yield Para((Text(rival.name),), "label")
    yield from told(view, rival.note)
    yield from meta(cell(view, rival, "verdict"), cell(view, rival, "link"))
