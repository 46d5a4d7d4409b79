"""A changed cell carried into what the YAML says: what it did not change keeps the form it is written in.

`raw` is what the file says, `seen` what the cell said before, `new` what it says now; None says nothing. The
same value may be written in more than one way: a text for a list of one, a text for the mapping that it is
short for, a default spelled out.
"""

from __future__ import annotations

import json
from typing import Any

from playbook.scaffold.columns import Column


class SeveralEntries(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A column leads into the only entry of a list, and there are more."""


def into_field(raw: Any, where: Column, main: str, seen: Any, new: Any) -> Any:
    """The data of a field after a change in one of its columns; `main` is the key that its short form fills.

    Raises:
        SeveralEntries: where it is not plain which entry is meant.
    """
    if len(where.keys) == 1:
        return carried(raw, seen, new)
    inner = where.keys[1]
    entry = _only_entry(raw, main)
    value = carried(entry.get(inner), seen, new)
    made = {key: part for key, part in {**entry, inner: value}.items() if key != inner or part is not None}
    if not made:
        return None
    return [made] if isinstance(raw, list) or (raw is None and where.within_list) else made


def _only_entry(raw: Any, main: str) -> dict[str, Any]:
    if isinstance(raw, list):
        if len(raw) > 1:
            raise SeveralEntries
        return _only_entry(raw[0], main) if raw else {}
    if isinstance(raw, dict):
        return raw
    return {} if raw is None else {main: raw}


def carried(raw: Any, seen: Any, new: Any) -> Any:
    """The new value, with everything that is as it was seen in the form that it has."""
    if new == seen:
        return raw
    if isinstance(raw, dict) and isinstance(seen, dict) and isinstance(new, dict):
        return _carried_mapping(raw, seen, new)
    if isinstance(raw, dict) and isinstance(new, str) and seen in raw.values():
        return {key: new if part == seen else part for key, part in raw.items()}
    if isinstance(new, list) and raw is not None:
        return _carried_list(raw, seen if isinstance(seen, list) else [seen], new)
    if isinstance(raw, str) and isinstance(new, str) and raw.endswith("\n"):
        return f"{new}\n"
    return new


def _carried_mapping(raw: dict[str, Any], seen: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Keys that were not seen, defaults that are spelled out, stay."""
    kept = {
        key: carried(part, seen.get(key), new[key]) if key in new else part
        for key, part in raw.items()
        if key in new or key not in seen
    }
    return {**kept, **{key: part for key, part in new.items() if key not in raw}}


def _carried_list(raw: Any, seen: list[Any], new: list[Any]) -> Any:
    own = raw if isinstance(raw, list) else [raw]
    if len(own) != len(seen):  # some of it was refused, and never seen
        return new
    forms = {_text(entry): part for entry, part in zip(seen, own, strict=True)}
    made = [
        forms[_text(entry)] if _text(entry) in forms else _at(own, seen, at, entry)
        for at, entry in enumerate(new)
    ]
    return made[0] if len(made) == 1 and isinstance(raw, str) and isinstance(made[0], str) else made


def _at(own: list[Any], seen: list[Any], at: int, entry: Any) -> Any:
    return carried(own[at], seen[at], entry) if at < len(own) else entry


def _text(entry: Any) -> str:
    return json.dumps(entry, sort_keys=True)
