"""The changes themselves: a text and where to change it -> the new text, everything else left as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.edit.places import (
    Slot,
    block_mark,
    column_of,
    layout,
    line_end,
    line_start,
    next_line,
    slots,
    tail,
)
from playbook.edit.write import Collection, Layout, Value, block, entry, inline, is_collection, literal
from playbook.source.spots import Spot


def replace(text: str, root: Spot, slot: Slot, value: Value) -> str:
    """Put a value in the place of an entry's old one, as far as possible in the way that one is written."""
    old = slot.value
    if slot.flow or old.style == "flow" or not _needs_lines(value, old):
        return _put_inline(text, slot, inline(value, old.style, flow=slot.flow))
    if is_collection(value):
        return _put_collection(text, slot, value, layout(text, root))
    lines = literal(str(value), _text_column(text, root, slot), ">" if old.style == ">" else "|")
    return _put_lines(text, slot, lines[0], lines[1:]) if lines else _put_inline(text, slot, inline(value))


def _put_collection(text: str, slot: Slot, value: Collection, shape: Layout) -> str:
    column = _collection_column(text, slot, value, shape)
    if column is not None:
        return _put_lines(text, slot, "", block(value, column, shape))
    first, *rest = block(value, slot.column + 2, shape)
    return "\n".join([f"{text[: slot.head]} {first.lstrip(' ')}", *rest]) + _rest(text, tail(text, slot))


def _needs_lines(value: Value, old: Spot) -> bool:
    if is_collection(value):
        return bool(value)
    return isinstance(value, str) and ("\n" in value or old.style in {"|", ">"})


def _text_column(text: str, root: Spot, slot: Slot) -> int:
    """The column of a block of text: where the old one begins, or a step below the entry."""
    old = slot.value
    if old.style in {"|", ">"}:
        body = re.compile(r"[^\n]*\n(?:[ \t]*\r?\n)*(?P<indent> +)").match(text, old.start)
        if body and body.end() < old.end and not re.search(r"\d", block_mark(text, old)):
            return len(body["indent"])
    return slot.column + layout(text, root).step


def _collection_column(text: str, slot: Slot, value: Collection, shape: Layout) -> int | None:
    """The column of a block collection on lines of its own; None where it begins behind the dash."""
    old = slot.value
    kind = "list" if isinstance(value, list | tuple) else "mapping"
    below = old.style == "block" and not _is_on_head_line(text, slot)
    if below and old.kind == kind:
        return column_of(text, old.start)
    if slot.key is None:
        return slot.column + 2 if below or _comment_behind(text, slot) else None
    return slot.column + (shape.items if kind == "list" else shape.step)


def _is_on_head_line(text: str, slot: Slot) -> bool:
    return "\n" not in text[slot.head : slot.value.start]


def _comment_behind(text: str, slot: Slot) -> bool:
    if slot.value.style in {"block", "|", ">"}:
        return False
    return bool(text[slot.value.end : line_end(text, slot.value.end)].strip())


def _put_inline(text: str, slot: Slot, new: str) -> str:
    old = slot.value
    if slot.is_empty:
        colon = ":" if slot.flow and slot.key and slot.head == slot.key.end else ""
        return f"{text[: slot.head]}{colon} {new}{text[slot.head :]}"
    if old.style in {"|", ">"}:
        mark = old.start + len(block_mark(text, old))
        return text[: old.start] + new + text[mark : next_line(text, mark)] + text[tail(text, slot) :]
    if old.style != "block":
        return text[: old.start] + new + text[old.end :]
    if _is_on_head_line(text, slot):
        return text[: old.start] + new + _rest(text, tail(text, slot))
    end = line_end(text, slot.head)
    return f"{text[: slot.head]} {new}{text[slot.head : end]}{_rest(text, tail(text, slot))}"


def _rest(text: str, at: int) -> str:
    """What follows a line that was closed before: a line feed and the lines from an offset on."""
    return "\n" + text[at:] if at < len(text) or text.endswith("\n") else ""


def _put_lines(text: str, slot: Slot, mark: str, lines: Sequence[str]) -> str:
    """Write a value on lines below its head, whose comment stays; `mark` announces a block of text."""
    old = slot.value
    if old.style in {"|", ">"}:
        before, behind = text[: old.start], text[old.start + len(block_mark(text, old)) :]
        after = tail(text, slot)
    elif old.style == "block" and _is_on_head_line(text, slot):
        before, behind, after = text[: old.start], "", tail(text, slot)
    elif old.style == "block" or (not slot.is_empty and not _is_on_head_line(text, slot)):
        before, behind, after = text[: slot.head], text[slot.head :], tail(text, slot)
    else:
        before, behind, after = text[: old.start], text[max(old.end, slot.head) :], next_line(text, old.end)
    comment = behind[: line_end(behind, 0)].rstrip("\r")
    head = before.rstrip(" \t") + (f" {mark}" if mark else "") + comment
    return "\n".join([head, *lines]) + _rest(text, after)


def add(text: str, root: Spot, spot: Spot, key: str | None, value: Value) -> str:
    """Put a new entry behind the last one of a collection; `key` is None in a list."""
    if spot.style == "flow":
        new = inline(value, flow=True)
        return _add_flow(text, spot, new if key is None else f"{inline(key, flow=True)}: {new}")
    last = slots(text, spot)[-1]
    lead = " " * last.column + ("-" if key is None else f"{inline(key)}:")
    lines = list(entry(lead, value, last.column, layout(text, root)))
    return insert_lines(text, tail(text, last), lines)


def insert_lines(text: str, at: int, lines: Sequence[str]) -> str:
    """Put lines where a line begins, or at the end of the text."""
    whole = "".join(f"{line}\n" for line in lines)
    if at == len(text) and text and not text.endswith("\n"):
        return f"{text}\n{whole}"
    return text[:at] + whole + text[at:]


def _add_flow(text: str, spot: Spot, new: str) -> str:
    if not spot.entries:
        return text[: spot.start + 1] + new + text[spot.end - 1 :]
    last = spot.entries[-1][1].end
    comma = re.compile(r"(?:\s|#[^\n]*\n)*,").match(text, last)
    if line_start(text, spot.end) <= last:
        at = comma.end() if comma else last
        return f"{text[:at]}{'' if comma else ','} {new}{text[at:]}"
    end = line_end(text, last)
    indent = " " * (len(text[line_start(text, last) :]) - len(text[line_start(text, last) :].lstrip(" ")))
    line = f"{indent}{new}{',' if comma else ''}"
    return f"{text[:last]}{'' if comma else ','}{text[last:end]}\n{line}{text[end:]}"


def remove(text: str, parent: Slot | None, spot: Spot, index: int) -> str:
    """Take an entry out of a collection; `parent` is the entry whose value the collection is."""
    every = slots(text, spot)
    if spot.style == "flow":
        return _remove_flow(text, every, index, spot)
    slot, after = every[index], tail(text, every[index])
    shares_line = bool(text[line_start(text, slot.start) : slot.start].strip())
    if len(every) == 1:
        empty = "[]" if spot.kind == "list" else "{}"
        if shares_line or parent is None:
            return text[: slot.start] + empty + _rest(text, after)
        gone = text[: line_start(text, slot.start)] + text[after:]
        return f"{gone[: parent.head]} {empty}{gone[parent.head :]}"
    if not shares_line:
        return text[: line_start(text, slot.start)] + text[after:]
    following = every[index + 1].start
    if text[after:following].strip():
        return text[: slot.start].rstrip(" ") + "\n" + text[after:]
    return text[: slot.start] + text[following:]


def _remove_flow(text: str, every: Sequence[Slot], index: int, spot: Spot) -> str:
    slot = every[index]
    end = max(slot.value.end, slot.head)
    start = line_start(text, slot.start)
    alone = re.compile(r"[ \t]*,?[ \t]*(?:#[^\n]*)?\r?\n").match(text, end)
    if alone and not text[start : slot.start].strip() and len(every) > 1:
        return text[:start] + text[alone.end() :]
    if index + 1 < len(every):
        return text[: slot.start] + text[every[index + 1].start :]
    if index:
        last = every[index - 1]
        return text[: max(last.value.end, last.head)] + text[end:]
    return text[: spot.start + 1] + text[spot.end - 1 :]
