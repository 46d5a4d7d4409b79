"""A review that leads through the touchpoints one by one: its place, and the data that its script reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from playbook.artifact import Artifact
from playbook.exports.site import prose
from playbook.exports.site.data import path, script
from playbook.exports.site.inlines import plain
from playbook.exports.site.references import resolved
from playbook.exports.site.showing import Reviewing
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, item_path
from playbook.i18n import texts
from playbook.model.touchpoint import Touchpoint
from playbook.reviews import Reviewed, message, reviewed, to_review

NAME = "reviews"
_PIECES = "pieces"
_WORDS = "review.ask."


def reviewing(view: View) -> Reviewing:
    """The place to judge everything that people meet today."""
    known = texts(view.options.lang)
    words = tuple((ident.removeprefix(_WORDS), known[ident]) for ident in known if ident.startswith(_WORDS))
    data = (*((path(_PIECES),) if view.playbook.pieces else ()), path(NAME))
    return Reviewing(data, words, view.t("review.still"), view.playbook.brand.name)


def reviews(view: View) -> Iterator[Artifact]:
    """The touchpoints to judge, for those who keep the playbook.

    `rows` hold id, name, address, stages by position, owner, message, intended impression, positions of its
    pieces among the pieces' own data, how fresh its last judgement is, and that judgement in words.
    """
    asked = to_review(view.playbook) if view.internal else ()
    if asked:
        stages = list(view.playbook.stages)
        at = {ident: number for number, ident in enumerate(view.playbook.pieces)}
        rows = [_row(view, touchpoint, stages, at) for touchpoint in asked]
        yield script(NAME, {"stages": [view.term("stage", stage) for stage in stages], "rows": rows})


def _row(view: View, touchpoint: Touchpoint, stages: Sequence[str], at: dict[str, int]) -> list[Any]:
    brand = view.playbook.brand_of(touchpoint)
    said = brand.identity.messages.get(touchpoint.message or "")
    impression = touchpoint.impression.intended if touchpoint.impression else None
    pieces = view.playbook.pieces_of.get(touchpoint.id, ())
    return [
        touchpoint.id,
        touchpoint.name,
        url(item_path(touchpoint.noun, touchpoint.id), directory_urls=view.options.directory_urls),
        [number for number, stage in enumerate(stages) if stage in touchpoint.stage],
        view.term("owner", touchpoint.owner) if touchpoint.owner else "",
        said.text if said else "",
        _bare(view, impression),
        [at[piece.id] for piece in pieces],
        list(Reviewed).index(reviewed(touchpoint, view.options.today)),
        " \N{MIDDLE DOT} ".join(_last(view, touchpoint)),
    ]


def _bare(view: View, text: str | None) -> str:
    return " ".join(plain(prose.line(resolved(view, text))).split()) if text else ""


def _last(view: View, touchpoint: Touchpoint) -> Iterator[str]:
    """The judgement that it has: how strong, which message, by whom and when, why."""
    rating = touchpoint.rating
    if rating is None:
        return
    yield view.t("site.score", score=rating.score)
    if said := message(rating):
        yield view.t(f"review.said.{said}")
    yield from filter(
        None, (rating.by, view.day(rating.date) if rating.date else "", _bare(view, rating.note))
    )
