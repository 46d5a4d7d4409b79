"""From one value to another by the smallest edits, so that what did not change stays as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from playbook.edit import Keys, append, remove, set_value

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_COMPARED = 500
"""Entries of a list that are compared one by one; a longer one is written anew."""


def merge(text: str, keys: Keys, old: Any, new: Any) -> str:
    """Turn the value at a key path, which is `old`, into `new`; None is a value that is not there.

    Raises:
        CannotEdit: where the text is to be left alone.
    """
    if new == old:
        return text
    if new is None:
        return remove(text, keys)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        for key in dict.fromkeys([*old, *new]):
            text = merge(text, (*keys, key), old.get(key), new.get(key))
        return text
    if isinstance(old, list) and isinstance(new, list):
        return _merge_list(text, keys, old, new)
    return set_value(text, keys, _value(new))


def _merge_list(text: str, keys: Keys, old: Sequence[Any], new: Sequence[Any]) -> str:
    """Edit the entries that differ; where one comes to stand between others, the list is written anew."""
    if max(len(old), len(new)) > _COMPARED or not old or not new:
        return set_value(text, keys, _value(new))
    steps = SequenceMatcher(None, _texts(old), _texts(new), autojunk=False).get_opcodes()
    if any(j2 - j1 > i2 - i1 and i2 < len(old) for kind, i1, i2, j1, j2 in steps):
        return set_value(text, keys, _value(new))
    spare: list[int] = []
    for _, i1, i2, j1, j2 in steps:
        both = min(i2 - i1, j2 - j1)
        for at in range(both):
            text = merge(text, (*keys, i1 + at), old[i1 + at], new[j1 + at])
        spare += range(i1 + both, i2)
        for entry in new[j1 + both : j2]:
            text = append(text, keys, _value(entry))
    for at in reversed(spare):
        text = remove(text, (*keys, at))
    return text


def _value(value: Any) -> Any:
    """The value with its dates as dates, which people write without quotes."""
    if isinstance(value, dict):
        return {key: _value(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_value(part) for part in value]
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return value


def _texts(entries: Sequence[Any]) -> list[str]:
    return [json.dumps(entry, sort_keys=True, default=str) for entry in entries]
