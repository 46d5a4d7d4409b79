"""The templates of a kind, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from playbook.diagnostics import Fact, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.coding import NAME as CODE
from playbook.making.safety import MOST_TOLD, unsafe
from playbook.making.totals import NAME as TOTALS
from playbook.render.filters import FILTERS, MARKDOWN
from playbook.render.template import Each, If, Nodes, Slot, Template

GIVEN = frozenset({"brand", "label"})
"""What every template may read beside its kind's fields."""

_DEEPEST = 16
"""Parts within parts."""
_LISTS = 2
"""Lists within lists: what each adds, the next multiplies."""

_Marked = tuple[Slot | If | Each, frozenset[str]]


def is_made(kind: Kind) -> bool:
    """Whether pieces of a kind are made here: by templates that can be used."""
    whole = all(output.template in kind.templates for output in kind.outputs)
    return bool(kind.fields and kind.outputs) and whole


def filled_in_pages(kind: Kind) -> bool:
    """Whether a page can fill a kind in: its script knows every filter but the one for Markdown."""
    return MARKDOWN not in kind.asked.filters


def template(kind: Kind, output: KindOutput) -> Template:
    """The template of an output of a kind that is made here."""
    return kind.templates[output.template]


def mistakes(kind: Kind, read: Template) -> Iterator[Problem]:
    """What is wrong with a template, at most some twenty mistakes.

    Its marks, names and filters that there are not, and what could do harm in what comes out.
    """
    if read.problems:
        yield from read.problems[:MOST_TOLD]
        return
    if wrong := _boundless(read):
        yield wrong
        return
    marks = list(_every(read.nodes, frozenset(_known(kind))))
    slots = {node.offset: node for node, _ in marks if isinstance(node, Slot)}
    yield from islice((wrong for node, names in marks for wrong in _misnamed(read, node, names)), MOST_TOLD)
    yield from unsafe(read, slots, kind.fields)


def _known(kind: Kind) -> set[str]:
    return {*GIVEN, *kind.fields, *([TOTALS] if kind.totals else []), *([CODE] if kind.code else [])}


def _misnamed(read: Template, node: Slot | If | Each, names: frozenset[str]) -> Iterator[Problem]:
    """Names and filters that there are not, and a name for entries that means something else already."""
    at = read.at(node.offset)
    if node.path[0] not in names:
        yield Problem("template.name", at, {"mark": ".".join(node.path)}, "template.name-hint")
    used = () if isinstance(node, If) else node.filters
    for wrong in (each.name for each in used if each.name not in FILTERS):
        facts: dict[str, Fact] = {"name": wrong, "known": tuple(FILTERS)}
        yield Problem("template.filter", at, facts, "template.filter-hint")
    if not read.path.endswith(".html") and any(each.name == MARKDOWN for each in used):
        yield Problem("template.markup", at, {"name": MARKDOWN}, "template.markup-hint")
    if isinstance(node, Each) and node.name in {*names, CODE}:
        yield Problem("template.shadow", at, {"name": node.name}, "template.shadow-hint")


def _boundless(read: Template) -> Problem | None:
    """What could take a program too long: parts, or lists, too deep in each other."""
    inside: list[tuple[Nodes, int, int]] = [(read.nodes, 1, 0)]
    while inside:
        nodes, depth, lists = inside.pop()
        for node in nodes:
            if isinstance(node, str | Slot):
                continue
            within = lists + isinstance(node, Each)
            if depth > _DEEPEST or within > _LISTS:
                facts = {"most": _DEEPEST, "lists": _LISTS}
                return Problem("template.deep", read.at(node.offset), facts, "template.deep-hint")
            parts = (node.then, node.otherwise) if isinstance(node, If) else (node.body,)
            inside += ((part, depth + 1, within) for part in parts)
    return None


def _every(nodes: Nodes, names: frozenset[str]) -> Iterator[_Marked]:
    """Each mark with the names that mean something there."""
    for node in nodes:
        if isinstance(node, str):
            continue
        yield node, names
        if isinstance(node, If):
            yield from _every((*node.then, *node.otherwise), names)
        elif isinstance(node, Each):
            yield from _every(node.body, names | {node.name})
