"""Pieces made: a kind's templates, a brand and what somebody filled in become documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playbook.artifact import Artifact
from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.bounds import too_long
from playbook.making.coding import coded
from playbook.making.finish import finished
from playbook.making.known import asked, known, labels
from playbook.making.languages import worded
from playbook.making.templates import template
from playbook.render.brand_view import Seen
from playbook.render.fill import TooLong, fill
from playbook.render.filters import Wording
from playbook.render.template import Template

__all__ = ["Made", "labels", "make"]


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
    wording = worded(kind, values, wording)
    told = known(kind, elements, values, wording)
    if any(too_long(template(kind, output).nodes, told, wording) for output in kind.outputs):
        raise TooLong
    told["brand"] = Seen(elements, used)
    told |= coded(kind, told, wording)
    files = (
        Artifact(output.template, _made(output, template(kind, output), told, wording))
        for output in asked(kind, values)
    )
    return Made(tuple(files), frozenset(used))


def _made(output: KindOutput, read: Template, told: Mapping[str, Any], wording: Wording) -> str:
    return finished(fill(read.nodes, told, output.ending, wording), output.ending)
