"""A checklist's file as a model, with everything that is wrong in it: it may come from a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from playbook.catalog import entries
from playbook.choices import PieceStatus, TouchpointStatus
from playbook.diagnostics import Location, Problem
from playbook.document import Layer, Origin, build
from playbook.loader.links import Links
from playbook.loader.mistakes import choice, problems
from playbook.marks import marked
from playbook.model import Playbook
from playbook.model.ticked import Ticked
from playbook.source import Source
from playbook.terms import Ref

_TOLD = 200
"""Mistakes of one kind that are told; whoever has more has something else in hand than a checklist."""
_ENTRY = "entry"
_SPARE = 1000


def read_ticked(source: Source, playbook: Playbook) -> tuple[Ticked | None, tuple[Problem, ...]]:
    """The checklist, as far as it can be read, and what is wrong with it."""
    if not isinstance(source.data, dict) or not source.readable:
        shape = Problem("checklist.shape", Location(source.path), hint="checklist.shape-hint")
        return None, source.problems or (shape,)
    too_many = next(_too_many(source, playbook), None)
    if too_many:
        return None, (too_many,)
    origin = Origin((Layer(source, source.data),))
    ticked, mistakes = build(Ticked, "", origin, source.data)
    found = [*source.problems, *problems(Ticked, origin, mistakes[:_TOLD])]
    found += islice(_unknown(ticked, playbook), _TOLD) if ticked else ()
    found += islice(_gone(ticked, playbook), _TOLD) if ticked else ()
    found += islice(_outdated(ticked, playbook), _TOLD) if ticked else ()
    return ticked, tuple(sorted(found, key=lambda problem: (problem.location.line, problem.location.column)))


def _too_many(source: Source, playbook: Playbook) -> Iterator[Problem]:
    """More ticks than there could be things to tick; looking at each would take long."""
    places = playbook.touchpoints
    most = {"touchpoints": places, "pieces": playbook.pieces, "catalog": entries(), "reviews": places}
    for key, known in most.items():
        ticks = source.data.get(key) if isinstance(source.data, dict) else None
        limit = len(known) + _SPARE
        if isinstance(ticks, dict) and len(ticks) > limit:
            yield Problem("checklist.many", source.at(key), {"key": key, "limit": limit})


def _unknown(ticked: Ticked, playbook: Playbook) -> Iterator[Problem]:
    """Ids of nothing; of an entry's pieces, kinds that it does not usually have."""
    links = Links(playbook, playbook.brand, ())
    links.known[_ENTRY] = entries().keys()
    for keys, value, mark in marked(ticked, Ref):
        if keys[0] == "catalog" and mark.kind == "kind":
            problem = _unusual(ticked, str(keys[1]), value)
        else:
            problem = links.problem(ticked, keys, value, mark.kind)
        if problem:
            place = ticked.at(*keys) if mark.kind == "owner" else ticked.origin.key_at(*keys)
            yield replace(problem, location=place)


def _unusual(ticked: Ticked, ident: str, kind: str) -> Problem | None:
    usual = entries()[ident].pieces if ident in entries() else (kind,)
    place = ticked.at("catalog", ident, "pieces")
    return None if kind in usual else choice("unknown-reference", place, kind, usual, "@noun.kind")


def _gone(ticked: Ticked, playbook: Playbook) -> Iterator[Problem]:
    """What is retired, or stands in a file that cannot be read: neither can be ticked."""
    broken = {(b.noun, b.id): b.path for b in playbook.broken}
    for noun, key, ticks in (
        ("touchpoint", "touchpoints", ticked.touchpoints),
        ("touchpoint", "reviews", ticked.reviews),
        ("piece", "pieces", ticked.pieces),
    ):
        items = playbook.items(noun)
        for ident in ticks:
            status = getattr(items.get(ident), "status", None)
            facts = {"id": ident, "path": broken.get((noun, ident), "")}
            case = (
                "retired"
                if status in (TouchpointStatus.RETIRED, PieceStatus.RETIRED)
                else "broken"
                if facts["path"] and ident not in items
                else ""
            )
            if case:
                at = ticked.origin.key_at(key, ident)
                yield Problem(f"checklist.{case}", at, facts, hint=f"checklist.{case}-hint")


def _outdated(ticked: Ticked, playbook: Playbook) -> Iterator[Problem]:
    """Judgements that are older than the one that they would take the place of."""
    for ident, review in ticked.reviews.items():
        rating = getattr(playbook.touchpoints.get(ident), "rating", None)
        if rating and rating.date and review.date and review.date < rating.date:
            facts = {"id": ident, "date": review.date.isoformat(), "last": rating.date.isoformat()}
            at = ticked.at("reviews", ident, "date")
            yield Problem("checklist.outdated", at, facts, hint="checklist.outdated-hint")
