"""The pages of personas and journeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from playbook.exports.site.blocks import Block, Draft, Group, Items, Para, Plain, Quote
from playbook.exports.site.cells import cell, facts
from playbook.exports.site.drawings import title
from playbook.exports.site.inlines import plain
from playbook.exports.site.names import words
from playbook.exports.site.pages.map import journey_map
from playbook.exports.site.pages.steps import lasting
from playbook.exports.site.parts import (
    closing,
    evidence,
    item_draft,
    lines,
    meta,
    opening,
    picture,
    section,
    titled,
    told,
)
from playbook.exports.site.view import View
from playbook.model.journey import Journey, Persona

_LIFE = ("job", "home", "education", "income")
_DISCOVERY = ("need", "search", "next", "convince", "contact")


def persona_page(view: View, persona: Persona) -> Draft:
    """The page of a persona: who they are, what moves them, where they go."""
    return item_draft(view, persona, tuple(_persona(view, persona)))


def people(view: View, draft: Draft) -> Draft:
    """The listing of personas as people, as long as all of them could be read and fit one page."""
    known = view.playbook.personas.values()
    if view.long("persona") or any(broken.noun == "persona" for broken in view.playbook.broken):
        return draft
    return replace(draft, blocks=(Items(tuple(tuple(_met(view, one)) for one in known), style="people"),))


def _met(view: View, persona: Persona) -> Iterator[Block]:
    """A persona in passing: the picture, the name, what they do, their own words."""
    yield from _portrait(view, persona)
    yield Para(view.link("persona", persona.id), "name")
    yield from meta(cell(view, persona, "audience"), words(persona.job) if persona.job else ())
    if persona.quote:
        yield Quote((Para(words(persona.quote)),))


def _portrait(view: View, persona: Persona) -> Iterator[Block]:
    path = view.file(None, persona.picture) if persona.picture else ""
    alt = title(view, path) or view.t("site.person.picture", name=persona.name)
    yield from picture(view, None, persona.picture, alt)


def _persona(view: View, persona: Persona) -> Iterator[Block]:
    yield Group("portrait", (*_portrait(view, persona), Group("person", tuple(_introduced(view, persona)))))
    yield from section(view.t("site.heading.backstory"), "backstory", told(view, persona.backstory))
    minds = (
        Group("mind", tuple(section(view.t(f"site.heading.{name}"), name, lines(getattr(persona, name)))))
        for name in ("motivations", "challenges", "objections")
    )
    filled = tuple(mind for mind in minds if mind.blocks)
    if filled:
        yield Group("minds", filled)
    yield from section(
        view.t("site.heading.discovery"), "discovery", titled(view, persona.discovery, _DISCOVERY)
    )
    journeys = tuple(
        (Plain(view.link("journey", j.id)),) for j in view.playbook.journeys_by.get(persona.id, ())
    )
    yield from section(view.t("site.heading.journeys"), "journeys", (Items(journeys),) if journeys else ())
    yield from section(view.t("site.heading.evidence"), "evidence", evidence(view, persona.evidence))
    yield from closing(view, persona)


def _introduced(view: View, persona: Persona) -> Iterator[Block]:
    """Who they are, as one would introduce them: their own words, then their life in a few lines."""
    if persona.quote:
        yield Quote((Para(words(persona.quote)),))
    yield from opening(view, persona)
    yield from meta(cell(view, persona, "audience"), cell(view, persona, "brands"))
    yield from lines(tuple(_life(view, persona)), "life")


def _life(view: View, persona: Persona) -> Iterator[str]:
    if persona.age is not None:
        yield view.t("site.person.age", age=persona.age)
    yield from filter(None, (getattr(persona, name) for name in _LIFE))
    for name, said in (("channels", "met"), ("products", "cares")):
        if named := plain(cell(view, persona, name)):
            yield view.t(f"site.person.{said}", names=named)


def journey_page(view: View, journey: Journey) -> Draft:
    """The page of a journey: its map, then what it is about."""
    return item_draft(view, journey, tuple(_journey(view, journey)))


def _journey(view: View, journey: Journey) -> Iterator[Block]:
    yield from opening(view, journey)
    yield from journey_map(view, journey)
    yield from facts(view, journey, ("persona", "audience", "scenario", "products", "brands"))
    lasts = words(lasting(view, journey.duration)) if journey.duration else ()
    times = sum(step.times for step in journey.steps if step.touchpoint)
    met = words(view.count("site.interactions", times)) if times else ()
    yield from meta(lasts, met)
    yield from section(view.t("site.heading.goal"), "goal", told(view, journey.goal))
    yield from section(view.t("site.heading.outcome"), "outcome", told(view, journey.outcome))
    yield from closing(view, journey)
