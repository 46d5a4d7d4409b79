"""The templates of a kind, read once, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from playbook.diagnostics import Problem
from playbook.kinds import Kind, builtin
from playbook.kinds.fields import KindOutput
from playbook.render.filters import FILTERS
from playbook.render.template import Each, If, Nodes, Slot, Template, parse

GIVEN = frozenset({"brand", "label"})
"""What every template may read beside its kind's fields."""

_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*["']\s*$""", re.IGNORECASE)
"""What stands before a slot that is a whole address."""


def is_made(kind: Kind) -> bool:
    """Whether pieces of a kind are made here: by built-in templates, for a project's own are not read."""
    return bool(kind.fields and kind.outputs) and kind is builtin().get(kind.id)


def template(kind: Kind, output: KindOutput) -> Template:
    """The template of an output of a built-in kind."""
    return _read(kind.id, output.template)


@cache
def _read(ident: str, name: str) -> Template:
    file = files("playbook.kinds").joinpath(ident, name)
    return parse(f"kinds/{ident}/{name}", file.read_text(encoding="utf-8"))


def mistakes(kind: Kind, read: Template) -> Iterator[Problem]:
    """What is wrong with a template: its marks, and names and filters that there are not.

    An address that nothing has judged is wrong too: it could be a script.
    """
    yield from read.problems
    known = {*GIVEN, *kind.fields}
    for node, names in _every(read.nodes, frozenset(known)):
        facts = {"mark": ".".join(node.path)}
        if node.path[0] not in names:
            yield Problem("template.name", read.at(node.offset), facts, "template.name-hint")
        used = () if isinstance(node, If) else node.filters
        for wrong in (each.name for each in used if each.name not in FILTERS):
            yield Problem("template.filter", read.at(node.offset), {"name": wrong}, "template.filter-hint")
        if isinstance(node, Slot) and _is_address(read, node):
            yield Problem("template.address", read.at(node.offset), facts, "template.address-hint")


def _is_address(read: Template, slot: Slot) -> bool:
    """Whether a slot is a whole address that nothing has judged."""
    before = read.text[: slot.offset]
    return bool(_ADDRESS.search(before)) and not any(each.name == "url" for each in slot.filters)


def _every(nodes: Nodes, names: frozenset[str]) -> Iterator[tuple[Slot | If | Each, frozenset[str]]]:
    """Each mark with the names that mean something there."""
    for node in nodes:
        if isinstance(node, str):
            continue
        yield node, names
        if isinstance(node, If):
            yield from _every((*node.then, *node.otherwise), names)
        elif isinstance(node, Each):
            yield from _every(node.body, names | {node.name})
