"""Anchors and aliases: what they expand to, and anchors that are none but a text with an ampersand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.source.complaint import quoted
from playbook.source.finding import Finding, Refused, Span
from playbook.source.lines import rest_of_line, shorten
from playbook.source.values import MAX_DEPTH, Node, too_deep

MAX_EXPANSION = 100_000
"""Keys and values that aliases may add to the written ones."""
MAX_CHARACTERS = 16 * 1024 * 1024
"""Of text, aliases followed."""

_ANCHOR = re.compile(r"&(?P<name>[^\s,\[\]{}]+)")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")


def check_aliases(root: Node) -> None:
    """Refuse a tree whose aliases would make it huge, endless or deep.

    Raises:
        Refused: with the reason.
    """
    weights = _Weights()
    nodes, characters, _ = weights.weigh(root, 0)
    if nodes - len(weights.known) > MAX_EXPANSION or characters > MAX_CHARACTERS:
        raise Refused(Finding("yaml-limits.expansion", _point(root), {"limit": MAX_EXPANSION}))


def unused_anchors(text: str, root: Node) -> Iterator[Finding]:
    """Anchors that no alias names: mostly words that begin with "&" and would vanish from their text."""
    aliases = set(_ALIAS.findall(text))
    names = {found["name"] for found in _ANCHOR.finditer(text)} - aliases
    once = {id(node): node for node in _nodes(root)} if names else {}
    for node in once.values():
        start = node.start_mark.index
        anchor = _ANCHOR.match(text, start)
        if anchor and anchor["name"] in names:
            facts = {"name": shorten(anchor["name"]), "right": shorten(quoted(rest_of_line(text, start)))}
            yield Finding("yaml-anchor.unused", anchor.span(), facts)


def _nodes(root: Node) -> Iterator[Node]:
    """Every node, depth first; only for a tree that aliases do not make huge."""
    yield root
    if root.id != "scalar":
        for part in _parts(root):
            yield from _nodes(part)


class _Weights:
    """What nodes expand to once their aliases are followed: (nodes, characters, levels) by identity."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[int, int, int] | None] = {}

    def weigh(self, node: Node, depth: int) -> tuple[int, int, int]:
        if id(node) not in self.known:
            self.known[id(node)] = None
            self.known[id(node)] = self._anew(node, depth)
        weight = self.known[id(node)]
        if weight is None:
            raise Refused(Finding("yaml-limits.itself", _point(node)))
        if depth + weight[2] > MAX_DEPTH:
            raise Refused(too_deep(node.start_mark.index))
        return weight

    def _anew(self, node: Node, depth: int) -> tuple[int, int, int]:
        if node.id == "scalar":
            return 1, len(node.value), 0
        if depth >= MAX_DEPTH:
            raise Refused(too_deep(node.start_mark.index))
        weights = [self.weigh(part, depth + 1) for part in _parts(node)]
        return (
            1 + sum(weight[0] for weight in weights),
            sum(weight[1] for weight in weights),
            1 + max((weight[2] for weight in weights), default=0),
        )


def _point(node: Node) -> Span:
    return node.start_mark.index, node.start_mark.index


def _parts(node: Node) -> Iterator[Node]:
    for part in node.value:
        yield from part if isinstance(part, tuple) else (part,)
