"""Filling a template: values in, text out, each value escaped for the format.

Nothing here can fail or run away: a path that leads nowhere is empty, a list is walked once, and what comes
out is no longer than `LONGEST`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape as _html
from typing import Any

from playbook.render.filters import FILTERS, Wording, plain
from playbook.render.prose_html import Markup
from playbook.render.template import Each, If, Node, Nodes, Path, Slot

LONGEST = 2_000_000
"""Characters of a document; a template that makes more is cut off as broken."""

Escape = Callable[[str], str]
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~-])")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class TooLong(Exception):  # noqa: N818 - no error of the program, but of the template
    """What comes out is longer than any piece."""


def _vcard(text: str) -> str:
    """RFC 6350, 3.4: backslash, comma, semicolon and line ends of a value."""
    return re.sub(r"\r\n?|\n", r"\\n", re.sub(r"([\\,;])", r"\\\1", text))


def _csv(text: str) -> str:
    """A cell in quotes; a leading sign that a spreadsheet would reckon with is kept as text."""
    safe = f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
    return '"' + safe.replace('"', '""') + '"'


ESCAPES: Mapping[str, Escape] = {
    "html": lambda text: _html(text, quote=True),
    "svg": lambda text: _html(text, quote=True),
    "xml": lambda text: _html(text, quote=True),
    "txt": lambda text: text,
    "md": lambda text: _MARKDOWN.sub(r"\\\1", text),
    "vcf": _vcard,
    "csv": _csv,
}
"""By the ending of the file that comes out."""


def fill(nodes: Nodes, values: Mapping[str, Any], ending: str, wording: Wording) -> str:
    """The text of a template with its values.

    Raises:
        TooLong: if more comes out than `LONGEST`.
    """
    escape = ESCAPES[ending]
    size, parts = 0, []
    for part in _parts(nodes, values, escape, wording):
        size += len(part)
        if size > LONGEST:
            raise TooLong
        parts.append(part)
    return "".join(parts)


def _parts(nodes: Nodes, values: Mapping[str, Any], escape: Escape, wording: Wording) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Slot):
            value = filtered(node, values, wording)
            as_is = isinstance(value, Markup) and escape is ESCAPES["html"]
            yield value if as_is else escape(_UNSEEN.sub("", plain(value)))
        elif isinstance(node, If):
            inside = node.then if stands(found(values, node.path)) is not node.turned else node.otherwise
            yield from _parts(inside, values, escape, wording)
        else:
            for entry in entries(node, values, wording):
                yield from _parts(node.body, {**values, node.name: entry}, escape, wording)


def entries(node: Each, values: Mapping[str, Any], wording: Wording) -> Sequence[Any]:
    """What a part is repeated for."""
    value = filtered(node, values, wording)
    return value if isinstance(value, list | tuple) else ()


def filtered(node: Slot | Each, values: Mapping[str, Any], wording: Wording) -> Any:
    """The value at the path of a node, through its filters."""
    value = found(values, node.path)
    for each in node.filters:
        value = FILTERS[each.name](value, each.argument, wording)
    return value


def found(values: Any, path: Path) -> Any:
    """The value at a path, None where there is none."""
    for name in path:
        values = values.get(name) if isinstance(values, Mapping) else None
    return values


def stands(value: Any) -> bool:
    """Whether a value is one: not None, False, or empty; zero is."""
    return value is not None and value is not False and (not hasattr(value, "__len__") or len(value) > 0)


def settle(nodes: Nodes, known: Mapping[str, Any], ending: str, wording: Wording) -> Nodes:
    """The template with everything filled in that is known: what is left is for the page's script.

    `known` holds values by the first name of their paths.
    """
    return tuple(_joined(_settled(nodes, known, ending, wording)))


def _settled(nodes: Nodes, known: Mapping[str, Any], ending: str, wording: Wording) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Slot):
            yield fill((node,), known, ending, wording) if node.path[0] in known else node
        elif isinstance(node, If):
            yield from _settled_if(node, known, ending, wording)
        else:
            yield from _settled_each(node, known, ending, wording)


def _settled_if(node: If, known: Mapping[str, Any], ending: str, wording: Wording) -> Iterator[Node]:
    if node.path[0] in known:
        kept = node.then if stands(found(known, node.path)) is not node.turned else node.otherwise
        yield from _settled(kept, known, ending, wording)
        return
    then, otherwise = (settle(part, known, ending, wording) for part in (node.then, node.otherwise))
    yield replace(node, then=then, otherwise=otherwise)


def _settled_each(node: Each, known: Mapping[str, Any], ending: str, wording: Wording) -> Iterator[Node]:
    if node.path[0] not in known:
        inner = {name: value for name, value in known.items() if name != node.name}
        yield replace(node, body=settle(node.body, inner, ending, wording))
        return
    for entry in entries(node, known, wording):
        yield from _settled(node.body, {**known, node.name: entry}, ending, wording)


def _joined(nodes: Iterator[Node]) -> Iterator[Node]:
    """Texts that follow each other as one."""
    text = ""
    for node in nodes:
        if isinstance(node, str):
            text += node
        else:
            if text:
                yield text
            yield node
            text = ""
    if text:
        yield text
