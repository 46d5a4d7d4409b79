"""Which rules of a picture's style sheets mean which of its elements, in good time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.observe.svg.style import Judged, Ranked, judge
from playbook.observe.svg.stylesheet import Rule, Tag
from playbook.observe.svg.xmltree import Node
from playbook.observed import Unreadable

_MOST_EFFORT = 300_000
"""Comparisons and declarations looked at; each takes some two microseconds."""
_CHAIN_EFFORT = 20
"""What comparing one more compound with all ancestors costs, at the worst."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A rule, what it says, and what looking at it once costs."""

    rule: Rule
    judged: Judged
    effort: int


def matching(root: Node, rules: Sequence[Rule]) -> Iterator[tuple[Node, list[Ranked]]]:
    """Every element with what the rules that mean it say, in sheet order.

    Raises:
        Unreadable: `too-complex` where that would take too long.
    """
    entries = [_entry(rule) for rule in rules]
    places = _index(rules)
    _refuse_endless(root, entries, places)
    stack: list[tuple[Node, tuple[Tag, ...]]] = [(root, ())]
    while stack:
        node, above = stack.pop()
        chain = (*above, _tag(node))
        found = sorted(at for key in _keys(chain[-1]) for at in places.get(key, ()))
        candidates = [entries[at] for at in found]
        yield (
            node,
            [(entry.rule.specificity, entry.judged) for entry in candidates if entry.rule.matches(chain)],
        )
        stack.extend((child, chain) for child in reversed(node.children))


def _entry(rule: Rule) -> _Entry:
    judged = judge(rule.declarations)
    count = len(rule.selector)
    said = len(judged.declarations) + len(judged.doubts)
    return _Entry(rule, judged, said + (1 if count == 1 else _CHAIN_EFFORT * count))


def _index(rules: Sequence[Rule]) -> dict[str, list[int]]:
    """The places of the rules, each under the thing its subject must have that the fewest rules ask for."""
    wanted = [_keys(rule.selector[-1].tag) for rule in rules]
    asked = Counter(key for keys in wanted for key in keys)
    places: dict[str, list[int]] = {}
    for at, keys in enumerate(wanted):
        places.setdefault(min(keys, key=lambda key: (key[0] not in "#.", asked[key], key)), []).append(at)
    return places


def _keys(tag: Tag) -> tuple[str, ...]:
    """What an element has, and a selector may ask for."""
    named = ("*",) if tag.name == "*" else ("*", tag.name)
    own = (f"#{tag.id}",) if tag.id else ()
    return (*named, *own, *(f".{name}" for name in tag.classes))


def _refuse_endless(root: Node, entries: Sequence[_Entry], places: dict[str, list[int]]) -> None:
    answering = Counter(key for node in root.walk() for key in _keys(_tag(node)))
    effort = sum(answering[key] * entries[at].effort for key, found in places.items() for at in found)
    if effort > _MOST_EFFORT:
        raise Unreadable("too-complex", limit=_MOST_EFFORT)


def _tag(node: Node) -> Tag:
    classes = frozenset(node.attributes.get("class", "").split())
    return Tag(node.name, node.attributes.get("id", ""), classes)
