"""Design tokens in JSON: the colors that a file names, however deep and in whichever of the usual forms.

Forms: `$value` of the Design Tokens Format Module (texts, and since 2025.10 objects with a color space), the
older `value` of Style Dictionary and Tokens Studio, lists of `{"name": ..., "color": ...}`, and plain
mappings of names to hex colors. Other types of tokens, and colors inside of them, are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playbook.color import Color, parse
from playbook.handed import Handed, Ink, Spot
from playbook.lines import Lines
from playbook.observe.tokens.jsontext import Node, parsed
from playbook.observed import Unreadable

MAX_BYTES = 2_000_000
_VALUES = ("$value", "value")
_TYPES = ("$type", "type")
_NAMES = ("name", "slug", "title")
_LISTED = ("color", "hex", "value")
_HEX = re.compile(r"#[0-9a-fA-F]{3,8}")
_ALIAS = re.compile(r"\{\s*([^{}]+?)\s*\}")
_POINTER = re.compile(r"#?/(.+)")
_PERCENT = {"hsl": (False, True, True), "hwb": (False, True, True)}
_OWN = frozenset({"lab", "lch", "oklab", "oklch"})
_LONGEST = 120

Path = tuple[str, ...]


def observe(content: bytes) -> Handed:
    """The colors of a file of tokens: each an ink with its `name`, and what it stands for in `of`.

    Raises:
        Unreadable: `too-large`, `not-text`, `not-json` or `too-deep-json`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not-text") from error
    return Handed("tokens", len(content), inks=tuple(_found(parsed(text), (), "", Lines(text))))


def _found(node: Node, path: Path, kind: str, lines: Lines) -> Iterator[Ink]:
    """The colors in a value; `kind` is the type that its group declares."""
    if isinstance(node.value, list):
        for entry in node.value:
            yield from _found(entry, path, kind, lines)
    elif isinstance(node.value, dict):
        yield from _of_group(node.value, path, kind, lines)
    elif isinstance(node.value, str) and _HEX.fullmatch(node.value):
        yield from _ink(node, path, kind, lines)


def _of_group(group: dict[str, Node], path: Path, kind: str, lines: Lines) -> Iterator[Ink]:
    kind = next((str(group[key].value) for key in _TYPES if key in group), kind)
    value = next((group[key] for key in _VALUES if key in group and _is_token(group, key)), None)
    if value is not None:
        yield from _ink(value, path, kind, lines)
        return
    name = next((group[key].value for key in _NAMES if key in group), "")
    listed = next((group[key] for key in _LISTED if key in group), None)
    if isinstance(name, str) and name and listed and isinstance(listed.value, str):
        yield from _ink(listed, (*path, name), kind, lines)
        return
    for key, inner in group.items():
        if key == "$root":
            yield from _found(inner, path, kind, lines)
        elif not key.startswith("$"):
            yield from _found(inner, (*path, key), kind, lines)


def _is_token(group: dict[str, Node], key: str) -> bool:
    """Whether a key holds a token's value; a group of the older form may be called `value` itself."""
    held = group[key].value
    return key == "$value" or not isinstance(held, dict) or "colorSpace" in held


def _ink(node: Node, path: Path, kind: str, lines: Lines) -> Iterator[Ink]:
    """The one color that a token's value says, or the token that it stands for."""
    line, column = lines.at(node.at)
    name = ".".join(path)[:_LONGEST]
    of = _alias(node.value)
    color = None if of else _color(node.value, kind)
    if of or color:
        plain = isinstance(node.value, str)
        written = node.value[:_LONGEST] if plain else ""
        spot = Spot(line, column + plain)  # after the quote
        yield Ink(color.hex if color else "", written, "theme", spot, 0, name=name, of=of[:_LONGEST])


def _alias(value: Any) -> str:
    """The name that a value refers to: `{color.yellow}`, or `{"$ref": "#/color/yellow/$value"}`."""
    if isinstance(value, str):
        found = _ALIAS.fullmatch(value.strip())
        return found[1].removesuffix(".value") if found else ""
    pointer = value.get("$ref") if isinstance(value, dict) else None
    found = _POINTER.fullmatch(str(pointer.value)) if pointer else None
    parts = found[1].split("/") if found else ()
    return ".".join(part for part in parts if part not in _VALUES)


def _color(value: Any, kind: str) -> Color | None:
    """The color that a value says; a mere word such as `tan` only where the type says that it is one."""
    if isinstance(value, str):
        is_sure = kind.lower() == "color" or not value.strip().isalpha()
        return parse(value) if is_sure else None
    plain = {key: node.value for key, node in value.items()} if isinstance(value, dict) else {}
    return _of_object(plain)


def _of_object(said: dict[str, Any]) -> Color | None:
    """A color of the Color Module 2025.10, written as CSS and read as that."""
    space = said.get("colorSpace")
    nodes = said.get("components", said.get("channels"))
    if not isinstance(space, str) or not isinstance(nodes, list):
        return None
    parts = [_part(node.value) for node in nodes]
    alpha = _part(said.get("alpha", 1))
    if len(parts) != 3 or None in parts or alpha is None:
        return None
    marks = _PERCENT.get(space, (False, False, False))
    words = " ".join(
        f"{part}{'%' * (mark and part != 'none')}" for part, mark in zip(parts, marks, strict=True)
    )
    own = space in _OWN or space in _PERCENT
    return parse(f"{space}({words} / {alpha})" if own else f"color({space} {words} / {alpha})")


def _part(value: Any) -> str | None:
    """A channel as CSS writes it."""
    if value == "none":
        return "none"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.8f}" if is_number and abs(value) < 1e6 else None
