"""Plain data written as YAML that people like to read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain]"

WIDTH = 100
"""A list that fits in so many columns stands on one line."""

_BARE = re.compile(r"[^\W\d_][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff:#\\,\[\]{}]*", re.DOTALL)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_UNPRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def scalar(value: str | float) -> str:
    """A value on one line, in quotes where YAML, old or new, could read it as anything but this text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    bare = _BARE.fullmatch(value) and value == value.strip() and value.lower() not in _WORDS
    return value if bare or _DATE.fullmatch(value) else quoted(value)


def quoted(value: str) -> str:
    """A text in double quotes."""
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def field(key: str, value: Plain, indent: int = 0) -> str:
    """A key with its value, as lines without a line end; `indent` is in columns."""
    head = f"{' ' * indent}{_key(key)}:"
    if value == {}:
        return f"{head} {{}}"
    if isinstance(value, dict):
        return "\n".join([head, *(field(k, v, indent + 2) for k, v in value.items())])
    if isinstance(value, list):
        return _list(head, value, indent)
    return f"{head} {scalar(value)}"


def document(data: Mapping[str, Plain]) -> str:
    """A mapping as a whole file."""
    return "".join(f"{field(key, value)}\n" for key, value in data.items())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[a-z][a-z0-9_-]*", key) and key not in _WORDS else quoted(key)


def _list(head: str, values: list[Plain], indent: int) -> str:
    if not any(isinstance(value, dict | list) for value in values):
        line = f"{head} [{', '.join(scalar(value) for value in values)}]"  # type: ignore[arg-type]
        if len(line) <= WIDTH or not values:
            return line
    return "\n".join([head, *(_entry(value, indent + 2) for value in values)])


def _entry(value: Plain, indent: int) -> str:
    """An entry of a block list; a mapping begins on the line of its dash."""
    dash = f"{' ' * indent}- "
    if isinstance(value, dict) and value:
        lines = "\n".join(field(k, v, indent + 2) for k, v in value.items())
        return dash + lines[indent + 2 :]
    if isinstance(value, list):
        return dash + json.dumps(value, ensure_ascii=False)
    return dash + ("{}" if isinstance(value, dict) else scalar(value))
