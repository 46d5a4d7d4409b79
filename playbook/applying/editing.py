"""Edits of the project's files: each file once, each item of a shared file in its own lines."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.diagnostics import Location, Problem
from playbook.document import Keys
from playbook.edit import CannotEdit, Value, append, set_value
from playbook.edit.places import line_start
from playbook.fixing import Change
from playbook.source import outline

_ANCHOR = re.compile(r"(?:^|[\s:\[{,-])&\S")
"""What may be a value that other places share; "Food & drink" is none."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A field that gets a value, or one `more`: in a file, within the item at a key path.

    `place` is where it was asked for, `name` that of the item, empty for the settings.
    """

    path: str
    within: Keys
    field: str
    value: Value
    place: Location
    name: str
    more: bool = False


def rewritten(
    edits: Iterable[Edit], read: Callable[[str], bytes]
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """The files as the edits make them, and the edits that cannot be made."""
    by_path: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_path[edit.path].append(edit)
    changes: list[Change] = []
    problems: list[Problem] = []
    for path, several in by_path.items():
        before = read(path)
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        text, failed = _edited(before.removeprefix(mark).decode(), several)
        changes.append(Change(path, before, mark + text.encode(), len(several)))
        problems += failed
    return tuple(changes), tuple(problems)


def _edited(text: str, edits: Sequence[Edit]) -> tuple[str, list[Problem]]:
    """The text with the edits made; those of one item are made in its lines alone.

    A file may hold thousands of items, and each edit reads twice what it is given.
    """
    problems: list[Problem] = []
    by_item: dict[Keys, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_item[edit.within].append(edit)
    lines = dict(lines_of(text)) if len(by_item) > 1 else {}
    for within in sorted(by_item, key=lambda keys: lines.get(keys, (0, 0)), reverse=True):
        start, end = lines.get(within, (0, len(text)))
        part, failed = _made(text[start:end], by_item[within])
        text = text[:start] + part + text[end:]
        problems += failed
    return text, problems


def lines_of(text: str) -> Iterator[tuple[Keys, tuple[int, int]]]:
    """Where the lines of each item begin and end, in a file of items by id that is written in blocks."""
    root = outline(text)
    if root is None or root.style != "block" or root.marked or _ANCHOR.search(text):
        return
    starts = [(key.text, line_start(text, key.start)) for key, _ in root.entries if key]
    for (ident, start), (_, end) in pairwise([*starts, ("", len(text))]):
        yield (ident,), (start, end)


def _made(text: str, edits: Iterable[Edit]) -> tuple[str, list[Problem]]:
    problems = []
    for edit in edits:
        keys = (*edit.within, edit.field)
        try:
            text = append(text, keys, edit.value) if edit.more else set_value(text, keys, edit.value)
        except CannotEdit as error:
            there = (Location(edit.path),)
            problems.append(Problem(error.message, edit.place, error.facts, related=there))
    return text, problems
