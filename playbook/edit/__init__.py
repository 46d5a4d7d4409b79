"""Edits of a YAML text that touch only what they are about.

Comments, order, quoting, indentation, line ends, byte order mark and final newline stay as they are. No edit
is trusted: the new text is read again, and must hold the old data with just that change, or the edit is
refused. Every function raises `CannotEdit` where it leaves the text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from playbook.edit import change
from playbook.edit.places import Slot, slots
from playbook.edit.write import CannotEdit, Layout, Value, as_read, block, inline
from playbook.source import outline, read
from playbook.source.spots import Spot, is_key

__all__ = ["CannotEdit", "Value", "append", "remove", "rename_key", "set_value"]

Keys = Sequence[str | int]


def set_value(text: str, keys: Keys, value: Value) -> str:
    """Replace the value at a key path, or add it where only the last key is missing.

    A list takes an index up to its length; a value that is empty takes a key as an empty mapping would.
    """
    wanted = as_read(value)
    return _edit(text, lambda plain: _set(plain, keys, value), lambda data: _with(data, keys, wanted))


def remove(text: str, keys: Keys) -> str:
    """Take out an entry with its trailing comment and all below it; an emptied collection is `{}` or `[]`."""

    def without(part: Any) -> Any:
        if isinstance(part, list):
            return [item for index, item in enumerate(part) if index != keys[-1]]
        return {key: item for key, item in part.items() if key != str(keys[-1])}

    return _edit(text, lambda plain: _remove(plain, keys), lambda data: _at(data, keys[:-1], without))


def append(text: str, keys: Keys, value: Value) -> str:
    """Put a value at the end of a list, which is made where its key is missing or empty."""
    wanted = as_read(value)

    def longer(part: Any) -> Any:
        return [*(part or []), wanted]

    return _edit(text, lambda plain: _append(plain, keys, value), lambda data: _at(data, keys, longer))


def rename_key(text: str, keys: Keys, new: str) -> str:
    """Give the last key of a path another name, in its place."""

    def renamed(part: Any) -> Any:
        return {new if key == str(keys[-1]) else key: item for key, item in part.items()}

    return _edit(text, lambda plain: _rename(plain, keys, new), lambda data: _at(data, keys[:-1], renamed))


def _edit(text: str, change_text: Callable[[str], str], change_data: Callable[[Any], Any]) -> str:
    body = text.removeprefix("\ufeff")
    windows = "\r\n" in body and body.count("\n") == body.count("\r\n")
    plain = body.replace("\r\n", "\n") if windows else body
    data = _read(plain)
    new = change_text(plain)
    wanted = change_data(data)
    for candidate in _endings(plain, new):
        if _read(candidate) == wanted:
            lines = candidate.replace("\n", "\r\n") if windows else candidate
            return text[: len(text) - len(body)] + lines
    raise CannotEdit("edit.unsure")


def _endings(old: str, new: str) -> tuple[str, ...]:
    """The new text with the old one's end: without a last line feed, unless a block of text needs it."""
    if not old or old.endswith("\n"):
        return (new,)
    return (new.removesuffix("\n"), new.removesuffix("\n") + "\n")


def _read(text: str) -> Any:
    try:
        source = read("", text.encode())
    except UnicodeEncodeError as error:
        raise CannotEdit("edit.character", code=f"U+{ord(text[error.start]):04X}") from error
    if not source.readable:
        raise CannotEdit("edit.broken", line=source.problems[0].location.line)
    return source.data


def _at(data: Any, keys: Keys, function: Callable[[Any], Any]) -> Any:
    """The data with the part at a key path replaced; a missing part is None to the function."""
    if not keys:
        return function(data)
    step, rest = keys[0], keys[1:]
    if isinstance(data, list):
        items: list[Any] = [*data, None] if step == len(data) else list(data)
        items[int(step)] = _at(items[int(step)], rest, function)
        return items
    mapping: Mapping[str, Any] = data or {}
    return {**mapping, str(step): _at(mapping.get(str(step)), rest, function)}


def _with(data: Any, keys: Keys, value: object) -> Any:
    return _at(data, keys, lambda _: value)


def _find(text: str, root: Spot | None, keys: Keys) -> list[Slot]:
    """The entries along a key path, as far as it exists; aliases, anchors and merges are no way to go."""
    found: list[Slot] = []
    spot = root
    for step in keys:
        if spot is None or spot.kind == "text":
            break
        if spot.kind == "alias" or spot.marked:
            raise CannotEdit("edit.shared", key=str(step))
        slot = _child(text, spot, step)
        if slot is None:
            break
        found.append(slot)
        spot = slot.value
    return found


def _child(text: str, spot: Spot, step: str | int) -> Slot | None:
    if spot.kind == "list":
        known = isinstance(step, int) and 0 <= step < len(spot.entries)
        return slots(text, spot)[int(step)] if known else None
    names = (index for index, (key, _) in enumerate(spot.entries) if key and is_key(key, str(step)))
    index = next(names, None)
    return None if index is None else slots(text, spot)[index]


def _root(text: str) -> Spot | None:
    """The positions of what a text holds; also None where it holds nothing behind a `---`."""
    spot = outline(text)
    return None if spot and spot.start == spot.end else spot


def _set(text: str, keys: Keys, value: Value) -> str:
    if not keys:
        raise CannotEdit("edit.no-key")
    root = _root(text)
    if root is None and len(keys) == 1 and isinstance(keys[0], str):
        return change.insert_lines(text, len(text), block({keys[0]: value}, 0, Layout()))
    found = _find(text, root, keys)
    if root is None or len(found) < len(keys) - 1:
        raise CannotEdit("edit.missing", key=str(keys[len(found)]))
    if len(found) == len(keys):
        return change.replace(text, root, _own(found[-1]), value)
    return _set_new(text, root, found, keys[-1], value)


def _set_new(text: str, root: Spot, found: Sequence[Slot], step: str | int, value: Value) -> str:
    spot = found[-1].value if found else root
    if spot.kind == "alias" or spot.marked:
        raise CannotEdit("edit.shared", key=str(step))
    if spot.kind == "mapping":
        return change.add(text, root, spot, str(step), value)
    if spot.kind == "list" and step == len(spot.entries):
        return change.add(text, root, spot, None, value)
    if found and _is_nothing(spot) and isinstance(step, str):
        return change.replace(text, root, found[-1], {step: value})
    raise CannotEdit("edit.missing", key=str(step))


def _is_nothing(spot: Spot) -> bool:
    return spot.kind == "text" and not spot.style and spot.text in {"", "~", "null", "Null", "NULL"}


def _own(slot: Slot) -> Slot:
    if slot.value.marked:
        raise CannotEdit("edit.shared", key=slot.key.text if slot.key else "-")
    return slot


def _existing(text: str, keys: Keys) -> tuple[Spot, list[Slot]]:
    root = _root(text)
    found = _find(text, root, keys)
    if root is None or not keys or len(found) < len(keys):
        raise CannotEdit("edit.missing", key=str(keys[len(found)]) if keys else "")
    return root, found


def _remove(text: str, keys: Keys) -> str:
    root, found = _existing(text, keys)
    parent = found[-2] if len(found) > 1 else None
    return change.remove(text, parent, parent.value if parent else root, _own(found[-1]).index)


def _append(text: str, keys: Keys, value: Value) -> str:
    root = _root(text)
    if root is None and not keys:
        return change.insert_lines(text, len(text), block([value], 0, Layout()))
    found = _find(text, root, keys)
    if root is None or len(found) < len(keys):
        return _set(text, keys, [value])
    spot = found[-1].value if found else root
    if spot.kind == "alias" or spot.marked:
        raise CannotEdit("edit.shared", key=str(keys[-1]) if keys else "")
    if spot.kind == "list":
        return change.add(text, root, spot, None, value)
    if found and _is_nothing(spot):
        return change.replace(text, root, found[-1], [value])
    raise CannotEdit("edit.no-list", key=str(keys[-1]) if keys else "")


def _rename(text: str, keys: Keys, new: str) -> str:
    _, found = _existing(text, keys)
    key = found[-1].key
    if key is None:
        raise CannotEdit("edit.no-key")
    if key.marked or key.kind == "alias":
        raise CannotEdit("edit.shared", key=key.text)
    return text[: key.start] + inline(new, key.style, flow=found[-1].flow) + text[key.end :]
