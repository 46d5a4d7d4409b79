"""From the nodes of a composed file to plain data, in one pass and within bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

from playbook.source.complaint import quoted
from playbook.source.finding import Finding, Refused, Span
from playbook.source.leftovers import in_key
from playbook.source.lines import rest_of_line, shorten

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""What a file holds: mappings with text keys, lists, text, or nothing."""

MAX_DEPTH = 60
MAX_FINDINGS = 500
"""Of one file; nobody reads more."""
_ENOUGH = 200
"""Characters of a text to quote from; messages shorten it further."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no YAML file may hold as it is; escaped it could come in, and then break what is made of it."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT_TAG = "tag:yaml.org,2002:str"
_HARMLESS_TAGS = frozenset({_TEXT_TAG, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_HEX = "[0-9A-Fa-f]"
_HEX_COMMENT = re.compile(
    rf"[ \t]+(#(?:(?:{_HEX}{{6}}|{_HEX}{{8}})(?!\S)|{_HEX}{{3,4}}(?=[ \t]*(?:#|[\r\n]|\Z))))"
)
"""A color where a comment stands; a short one only if no words follow, as in `#bad idea`."""
_TAG = re.compile(r"(?:&\S+\s+)?(!\S*)")


class _Mark(Protocol):
    index: int


class Node(Protocol):
    """A node as the YAML library composes it: `id` is "scalar", "sequence" or "mapping"."""

    id: str
    tag: str | None
    value: Any
    style: str | None
    start_mark: _Mark
    end_mark: _Mark


def _is_plain(node: Node) -> bool:
    """Whether a node's value is its data as it is; most are, and skip the slower way."""
    text = node.value
    return type(text) is str and node.tag is None and text not in _NULLS and node.style != '"'


class Builder:
    """Makes data of nodes in one pass, and notes what is wrong on the way."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._text = text

    def value(self, node: Node, depth: int = 0) -> Data:
        """The data of a node that lies under `depth` collections.

        Raises:
            Refused: for a node that lies too deep.
        """
        if node.tag is not None:
            self._tag(node)
        if node.id == "scalar":
            return self._scalar(node)
        if depth >= MAX_DEPTH:
            raise Refused(too_deep(node.start_mark.index))
        if node.id == "mapping":
            return self._mapping(node, depth + 1)
        return [item.value if _is_plain(item) else self.value(item, depth + 1) for item in node.value]

    def _note(self, message: str, span: Span, related: tuple[Span, ...] = (), **facts: str) -> None:
        if len(self.findings) < MAX_FINDINGS:
            shown = {name: shorten(value) for name, value in facts.items()}
            self.findings.append(Finding(message, span, shown, related))

    def _scalar(self, node: Node) -> str | None:
        text: str = node.value
        if node.style:
            return self._unescaped(node) if node.style == '"' and CONTROL.search(text) else text
        if text not in _NULLS or node.tag == _TEXT_TAG:
            return text
        if not text and (color := _HEX_COMMENT.match(self._text, node.start_mark.index)):
            self._note("yaml-null.hash", color.span(1), value=color[1])
        return None

    def _unescaped(self, node: Node) -> str:
        codes = sorted({f"U+{ord(character):04X}" for character in CONTROL.findall(node.value)})
        self._note("yaml-encoding.escaped", _span(node), code=codes[0])
        return CONTROL.sub("", node.value)

    def _tag(self, node: Node) -> None:
        if node.tag not in _HARMLESS_TAGS:
            start, end = _span(node)
            written = _TAG.match(self._text, start)
            span = written.span(1) if written else (start, start)
            value = rest_of_line(self._text[span[0] : min(end, span[0] + _ENOUGH)], 0)
            self._note("yaml-tag.unsupported", span, tag=self._text[slice(*span)], right=quoted(value))

    def _mapping(self, node: Node, depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        merged: list[Data] = []
        for key, value in node.value:
            name = key.value if key.id == "scalar" else None
            if name is None:
                self._note("yaml-key.not-text", _span(key))
            elif name == "<<" and not key.style:
                merged += self._bases(key, value, depth)
            elif name not in data:
                if not name.isascii() and not key.style:
                    self._refuse_false_space(key)
                data[name] = value.value if _is_plain(value) else self.value(value, depth)
        if len(data) < len(node.value):
            self._duplicates(node)
        return _merge(data, merged) if merged else data

    def _refuse_false_space(self, key: Node) -> None:
        """What was meant as indentation has become part of a key: nothing below stands where it should."""
        if found := in_key(self._text, key.start_mark.index, key.value):
            raise Refused(found)

    def _bases(self, key: Node, value: Node, depth: int) -> list[Data]:
        data = self.value(value, depth)
        bases: list[Data] = data if isinstance(data, list) else [data]
        if not all(isinstance(base, dict) for base in bases):
            self._note("yaml-merge.not-mapping", _span(key))
        return bases

    def _duplicates(self, node: Node) -> None:
        first: dict[str, Node] = {}
        for key, _ in node.value:
            if key.id == "scalar" and (key.value != "<<" or key.style):
                known = first.setdefault(key.value, key)
                if known is not key:
                    self._note("yaml-duplicate-key.again", _span(key), (_span(known),), key=key.value)


def too_deep(offset: int) -> Finding:
    """The finding for the collection that begins at an offset."""
    return Finding("yaml-limits.depth", (offset, offset), {"limit": MAX_DEPTH})


def _span(node: Node) -> Span:
    return node.start_mark.index, node.end_mark.index


def _merge(own: dict[str, Data], bases: Sequence[Data]) -> dict[str, Data]:
    """Own keys win over merged ones, and of those the first."""
    merged: dict[str, Data] = {}
    for base in reversed(bases):
        merged.update(base if isinstance(base, dict) else {})
    return merged | own
