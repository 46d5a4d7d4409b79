"""Python values as YAML text: plain where every reader takes it for the same text, quoted where not."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeGuard

from playbook.diagnostics import Fact

Value: TypeAlias = "str | int | float | bool | date | Sequence[Value] | Mapping[str, Value] | None"
"""What can be written; a mapping's keys are written as text."""

Collection: TypeAlias = "Mapping[str, Value] | list[Value] | tuple[Value, ...]"

MAX_DEPTH = 60
"""As deep as a file may be to be read again."""
FOLD_WIDTH = 72
"""Characters of a line in a folded text."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029\ufeff]")
"""What a block of text would not keep: breaks that become line feeds, and a byte order mark."""
_NEEDS_ESCAPE = re.compile("[\n\r\x85\u2028\u2029\ufeff]")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x85": "\\N"}
    | {"\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}
)
_SIGNS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<]|\.\.\.")
"""What a plain text should not begin with: more than the standard forbids, less for a reader to know."""
_INSIDE = re.compile(r":(?:\s|\Z)|\s\#|\t", re.VERBOSE)
_INSIDE_FLOW = re.compile(r"[,\[\]{}]|:(?![^\s,\[\]{}])")
_NOT_TEXT = re.compile(
    r"""
    ~ | null | y | n | yes | no | on | off | true | false
    | [-+]? \.? (?: inf | nan )
    | [-+]? 0 (?: b [01_]+ | o? [0-7_]+ | x [0-9a-f_]+ )
    | [-+]? \d [\d_]* (?: : [0-5]? \d )+ (?: \. [\d_]* )?
    | [-+]? (?: \d [\d_]* \.? [\d_]* | \. [\d_]+ ) (?: e [-+]? \d+ )?
    | \d{4} - \d\d? - \d\d? (?: [t\s] .* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What YAML 1.1 or 1.2 takes for something else than text: nothing, bools, numbers, dates."""


class CannotEdit(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The text is left alone: a message id and its facts tell why."""

    def __init__(self, message: str, **facts: Fact) -> None:
        super().__init__(message, facts)
        self.message = message
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is indented: columns from a key to the keys, and to the items, below it."""

    step: int = 2
    items: int = 2


def is_collection(value: Value) -> TypeGuard[Collection]:
    """Whether a value is a mapping or a list."""
    return isinstance(value, Mapping | list | tuple)


def as_read(value: Value, depth: int = 0) -> object:
    """What a value will be once it is written and read again: text, None and collections of them."""
    if depth > MAX_DEPTH:
        raise CannotEdit("edit.too-deep", limit=MAX_DEPTH)
    if isinstance(value, Mapping):
        return {_plain_text(key): as_read(part, depth + 1) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(part, depth + 1) for part in value]
    return None if value is None else _plain_text(value)


def _plain_text(value: object) -> str:
    """The text of a scalar, whatever its type."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str | int | float):
        raise CannotEdit("edit.value", kind=type(value).__name__)
    try:
        text = str(value)
    except ValueError as error:  # an integer of more digits than Python writes
        raise CannotEdit("edit.value", kind="int") from error
    if bad := _UNWRITABLE.search(text):
        raise CannotEdit("edit.character", code=f"U+{ord(bad[0]):04X}")
    return text


def inline(value: Value, style: str = "", *, flow: bool = False) -> str:
    """A value on one line; text in the style ("", "'" or '"') if its content allows."""
    if isinstance(value, Mapping):
        entries = (f"{inline(key, flow=True)}: {inline(part, flow=True)}" for key, part in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(inline(part, flow=True) for part in value)}]"
    text = _plain_text(value)
    if not isinstance(value, str):
        return text
    if style not in {"'", '"'} and is_plain(text, flow=flow):
        return text
    if _NEEDS_ESCAPE.search(text) or (style != "'" and not set(text) & set('"\\')) or style == '"':
        return f'"{text.translate(_ESCAPES)}"'
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text without quotes is that text for YAML 1.1 and 1.2 alike."""
    return not (
        text != text.strip()
        or not text
        or _SIGNS.match(text)
        or _INSIDE.search(text)
        or _NEEDS_ESCAPE.search(text)
        or _NOT_TEXT.fullmatch(text)
        or (flow and _INSIDE_FLOW.search(text))
    )


def literal(text: str, indent: int, mark: str = "|") -> list[str] | None:
    """A text as a block: its mark, then its lines; None where a block could not hold it exactly."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    first = next((line for line in lines if line), "")
    blank = any(line.isspace() for line in lines)
    if not first or body.endswith("\n") or blank or first[0] in " \t" or _OTHER_BREAK.search(body):
        return None
    if mark == ">":
        if not _foldable(lines):
            return literal(text, indent)
        lines = "\n\n".join("\n".join(_wrapped(line)) for line in lines).split("\n")
    header = mark if text.endswith("\n") else f"{mark}-"
    return [header, *(" " * indent + line if line else "" for line in lines)]


def _foldable(lines: Sequence[str]) -> bool:
    return all(line and line == line.strip() for line in lines)


def _wrapped(line: str) -> list[str]:
    if re.search(r"\s\s|[^\S ]", line):
        return [line]
    return textwrap.wrap(line, FOLD_WIDTH, break_long_words=False, break_on_hyphens=False)


def block(value: Collection, column: int, layout: Layout) -> list[str]:
    """The lines of a collection that is not empty; its keys or dashes stand in a column, from 0."""
    lead = " " * column
    if isinstance(value, Mapping):
        pairs = ((f"{lead}{inline(key)}:", part) for key, part in value.items())
    else:
        pairs = ((f"{lead}-", part) for part in value)
    return [line for start, part in pairs for line in entry(start, part, column, layout)]


def entry(lead: str, value: Value, column: int, layout: Layout) -> Iterator[str]:
    """The lines of one entry that begins with `lead`, its key and colon or its dash."""
    if is_collection(value) and value:
        yield from _nested(lead, value, column, layout)
        return
    lines = literal(value, column + layout.step) if isinstance(value, str) and "\n" in value else None
    first, *rest = lines or [inline(value)]
    yield f"{lead} {first}"
    yield from rest


def _nested(lead: str, value: Collection, column: int, layout: Layout) -> Iterator[str]:
    if lead.endswith("-"):
        first, *rest = block(value, column + 2, layout)
        yield f"{lead} {first.lstrip(' ')}"
        yield from rest
        return
    yield lead
    yield from block(value, column + (layout.step if isinstance(value, Mapping) else layout.items), layout)
