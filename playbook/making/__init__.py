"""Pieces made: a kind's templates, a brand and what somebody filled in become documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from playbook.artifact import Artifact
from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.bounds import too_long
from playbook.making.finish import finished
from playbook.making.templates import template
from playbook.making.totals import totalled
from playbook.render.brand_view import Seen
from playbook.render.fill import TooLong, fill
from playbook.render.filters import Wording
from playbook.render.template import Template

__all__ = ["Made", "make"]


@dataclass(frozen=True, slots=True)
class Made:
    """The documents of a piece, and the elements of the brand that they use, by path."""

    files: tuple[Artifact, ...]
    used: frozenset[str]


def make(kind: Kind, elements: Mapping[str, Any], values: Mapping[str, Any], wording: Wording) -> Made:
    """Every document of a kind, filled in; `values` have been checked.

    Raises:
        TooLong: if a template makes more than any piece holds.
    """
    used: set[str] = set()
    wording = replace(wording, currency=str(values.get("currency") or wording.currency))
    known = _known(kind, elements, values, wording)
    if any(too_long(template(kind, output).nodes, known, wording) for output in kind.outputs):
        raise TooLong
    known["brand"] = Seen(elements, used)
    files = (
        Artifact(output.template, _made(output, template(kind, output), known, wording))
        for output in kind.outputs
    )
    return Made(tuple(files), frozenset(used))


def _known(
    kind: Kind, elements: Mapping[str, Any], values: Mapping[str, Any], wording: Wording
) -> dict[str, Any]:
    """What templates read, by the first name of its path."""
    return {
        **(totalled(values, kind.totals, wording.currency) if kind.totals else values),
        "brand": elements,
        "label": labels(kind, wording.formats.lang),
    }


def _made(output: KindOutput, read: Template, known: Mapping[str, Any], wording: Wording) -> str:
    return finished(fill(read.nodes, known, output.ending, wording), output.ending)


def labels(kind: Kind, lang: str) -> dict[str, str]:
    """The words of a kind's templates in a language."""
    return {name: words.get(lang) or next(iter(words.values())) for name, words in kind.labels.items()}
