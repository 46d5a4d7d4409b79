"""What somebody filled in, checked against the fields of a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from playbook.diagnostics import Fact, Location, Problem
from playbook.kinds.fields import EntryField, KindField
from playbook.making.amounts import NUMBERS, amount, is_twofold
from playbook.render.fill import found
from playbook.render.filters import decimal

Keys = tuple[str | int, ...]
Place = Callable[[Keys], Location]
Values = dict[str, Any]

PATTERNS: Mapping[str, str] = {
    "email": r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+\.[^\s@<>\"',;:]+",
    "phone": r"\+?[0-9][0-9 ().\/-]{2,30}",
    "url": r"https?:\/\/[^\s<>\"']+",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "picture": r"(?:jpeg|png|webp);base64,[A-Za-z0-9+\/]+={0,2}",
    "number": r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?",
    "percent": r"0*(?:[0-9]{1,2}(?:\.[0-9]{1,6})?|100(?:\.0{1,6})?)",
}
"""What a value of a type looks like; the page's form has the same patterns."""

_YES = {**dict.fromkeys(("yes", "true", "sí", "si", "1"), "yes"), **dict.fromkeys(("no", "false", "0"), "")}
"""How people, tables and YAML write yes and no."""
_LONG = frozenset({"text", "markdown"})
"""Types that take several lines."""
_MOST = 500
"""Entries of a list."""


def defaults(fields: Mapping[str, KindField], elements: Mapping[str, Any]) -> Values:
    """What stands in each field if nobody says otherwise: its own value, or an element of the brand."""
    named = {name: tuple(field.brand.split(".")) for name, field in fields.items() if field.brand}
    theirs = {name: value for name, path in named.items() if (value := found(elements, path))}
    return theirs | {name: field.value for name, field in fields.items() if field.value}


def checked(
    fields: Mapping[str, EntryField],
    data: Mapping[str, Any],
    at: Place,
    keys: Keys = (),
    settled: Collection[str] = (),
) -> tuple[Values, list[Problem]]:
    """The values that can be used, and what is wrong with the others; `at` says where a key path stands.

    Fields that are `settled` have a value that stands where nobody says another.
    """
    values: Values = {}
    wrong = [_unknown(name, fields, at((*keys, name))) for name in data if name not in fields]
    for name, field in fields.items():
        value, found_wrong = _value(field, data.get(name), at, (*keys, name))
        if isinstance(field, KindField) and field.locked:
            found_wrong += _unlocked(field, value, at((*keys, name)), (*keys, name))
            value = field.value
        wrong += found_wrong
        if value not in (None, "", []):
            values[name] = value
        elif field.required and not found_wrong and name not in settled and not _has_value(field):
            wrong.append(Problem("value.required", at((*keys, name)), {"field": name}, "value.required-hint"))
    return values, wrong


def _unknown(name: str, fields: Mapping[str, EntryField], place: Location) -> Problem:
    close = get_close_matches(name, fields, 1)
    facts: dict[str, Fact] = {"field": name, "meant": close[0] if close else "", "known": tuple(fields)}
    return Problem("value.meant" if close else "value.unknown", place, facts, "value.unknown-hint")


def _has_value(field: EntryField) -> bool:
    return isinstance(field, KindField) and bool(field.value)


def _unlocked(field: KindField, value: Any, place: Location, keys: Keys) -> list[Problem]:
    """What is wrong if somebody says something else of a field that stays as it is."""
    if value in (None, "", field.value):
        return []
    return [_wrong("locked", field, str(field.value or ""), place, keys)]


def _value(field: EntryField, value: Any, at: Place, keys: Keys) -> tuple[Any, list[Problem]]:
    if value is None:
        return None, []
    if isinstance(field, KindField) and field.type == "list":
        return _list(field, value, at, keys)
    if not isinstance(value, str | int | float | bool):
        return None, [_wrong("shape", field, "", at(keys), keys)]
    text = written(field, value)
    case = _case(field, text)
    return (None, [_wrong(case, field, text, at(keys), keys)]) if case else (text, [])


def written(field: EntryField, value: str | float) -> str:
    """A value as its field has it: on one line unless it takes several, yes as `yes` and no as nothing.

    A number has a point before its decimals, whatever it was written with.
    """
    text = str(value).strip() if field.type in _LONG else " ".join(str(value).split())
    if field.type in NUMBERS:
        return amount(text) or text
    return _YES.get(text.lower(), text) if field.type == "yes" else text


def _list(field: KindField, value: Any, at: Place, keys: Keys) -> tuple[list[Values], list[Problem]]:
    if not isinstance(value, list | tuple) or not all(isinstance(entry, dict) for entry in value):
        return [], [_wrong("list", field, "", at(keys), keys)]
    if len(value) > _MOST:
        return [], [_wrong("many", field, str(len(value)), at(keys), keys)]
    pairs = [checked(field.fields, entry, at, (*keys, number)) for number, entry in enumerate(value)]
    return [values for values, _ in pairs], [problem for _, wrong in pairs for problem in wrong]


def _case(field: EntryField, text: str) -> str:
    """What is wrong with a text as a value of its field, if anything."""
    if not text:
        return ""
    if field.longest and len(text) > field.longest:
        return "longest"
    if field.type == "number" and is_twofold(text):
        return "ambiguous"
    if not _is_shaped(field.type, text):
        return field.type
    one_of = {"choice": field.choices, "yes": ("yes",)}.get(field.type)
    return field.type if one_of is not None and text not in one_of else ""


def _is_shaped(kind: str, text: str) -> bool:
    """Whether a text looks as values of its type do, and is one."""
    looks = kind not in PATTERNS or re.fullmatch(PATTERNS[kind], text) is not None
    is_one = _IS_ONE.get(kind)
    return looks and (is_one is None or is_one(text))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_IS_ONE: Mapping[str, Callable[[str], bool]] = {
    "date": _is_day,
    "number": lambda text: decimal(text) is not None,
}
"""What is asked of a value beside its looks."""


def _wrong(case: str, field: EntryField, text: str, place: Location, keys: Keys) -> Problem:
    facts: dict[str, Fact] = {
        "field": ".".join(str(key + 1) if isinstance(key, int) else key for key in keys),
        "value": text[:80],
        "longest": field.longest or _MOST,
        "over": max(0, len(text) - (field.longest or 0)),
        "choices": tuple(field.choices),
    }
    return Problem(f"value.{case}", place, facts, f"value.{case}-hint")


def examples(fields: Mapping[str, EntryField], lang: str) -> Iterator[tuple[str, Any]]:
    """What each field says until somebody fills it in."""
    for name, field in fields.items():
        example = field.words(lang).example
        if example is not None:
            yield name, example
