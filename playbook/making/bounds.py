"""Whether a template stays within bounds with given values: told before it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playbook.render.fill import LONGEST, entries, found
from playbook.render.filters import Wording, plain
from playbook.render.template import Each, If, Nodes, Slot

_MARK = 20
"""What a mark costs, in characters of text that could be written meanwhile."""


def too_long(nodes: Nodes, values: Mapping[str, Any], wording: Wording) -> bool:
    """Whether filling a template in, or settling what is known of it, takes longer than any document.

    Both sides of a condition count: what is settled keeps both.
    """
    spent = 0
    for cost in _costs(nodes, values, wording):
        spent += cost
        if spent > LONGEST:
            return True
    return False


def _costs(nodes: Nodes, values: Mapping[str, Any], wording: Wording) -> Iterator[int]:
    for node in nodes:
        if isinstance(node, str):
            yield len(node)
            continue
        yield _MARK
        if isinstance(node, Slot | Each):
            yield len(plain(found(values, node.path)))
        if isinstance(node, If):
            yield from _costs((*node.then, *node.otherwise), values, wording)
        elif isinstance(node, Each):
            for entry in entries(node, values, wording) or (None,):
                yield from _costs(node.body, {**values, node.name: entry}, wording)
