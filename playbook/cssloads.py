"""What CSS loads: `url()`, `@import` and their like, quoted or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

from playbook.csstext import too_deep

_LOADING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})


@dataclass(frozen=True, slots=True)
class Address:
    """An address that CSS loads, as written without quotes, and its line."""

    value: str
    line: int


def addresses(text: str, line: int = 1) -> tuple[Address, ...]:
    """Everything that a sheet, or the value of a property, loads; nothing where its brackets are endless."""
    if too_deep(text):
        return ()
    nodes = tinycss2.parse_component_value_list(text, skip_comments=True)
    return tuple(replace(found, line=line + found.line - 1) for found in loaded(nodes))


def loaded(nodes: Iterable[Any]) -> Iterator[Address]:
    """The same of tokens; the line is that of their text."""
    loading = False
    for node in nodes:
        if node.type == "url" or (node.type == "string" and loading):
            yield Address(node.value, node.source_line)
        elif node.type == "function":
            yield from _called(node)
        elif node.type.endswith(" block"):
            yield from loaded(node.content)
        if node.type != "whitespace":
            loading = node.type == "at-keyword" and node.lower_value == "import"


def _called(node: Any) -> Iterator[Address]:
    if node.lower_name in _LOADING:
        strings = (part for part in node.arguments if part.type == "string")
        yield from (Address(part.value, part.source_line) for part in strings)
    yield from loaded(node.arguments)
