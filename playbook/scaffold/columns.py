"""Fields written flat, as a table's columns or as `--set key=value`: from text to an item's values.

A text for a list holds its entries separated by `;`, or all of them as JSON. An apostrophe before what a
spreadsheet would take for a formula is not of the text. A key `a.b` fills the field `b` within `a`; where `a`
is a list, that of its only entry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from playbook.diagnostics import Location, Problem
from playbook.loader.mistakes import choice
from playbook.marks import models_in
from playbook.sheets import SEPARATOR, bare
from playbook.yamltext import Plain

_NUMBER = re.compile(r"-?\d{1,15}([.,]\d{1,15})?")
_WHOLE = re.compile(r"(-?\d{1,15})(?:[.,]0{1,15})?")
_UNSURE = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3}){0,3}")
"""Spreadsheets mark them: 3,000 in English, 3.000 in Spanish."""
_TRUTH = {"true": True, "verdadero": True, "false": False, "falso": False}
"""As spreadsheets write it, in their language."""


@dataclass(frozen=True, slots=True)
class Column:
    """The field that a key fills: its path, whether it is a list, whether it stands within one."""

    keys: tuple[str, ...]
    holds: type = str
    several: bool = False
    within_list: bool = False


def column(model: type[BaseModel], key: str) -> Column | None:
    """The field that a key fills; None where the model has none of the name."""
    name, _, rest = key.partition(".")
    if name not in model.model_fields:
        return None
    annotation = model.model_fields[name].annotation
    if not rest:
        return Column((name,), _held(annotation), _is_list(annotation))
    inner = next(models_in(annotation), None)
    if inner is None or rest not in inner.model_fields:
        return None
    leaf = inner.model_fields[rest].annotation
    return Column((name, rest), _held(leaf), _is_list(leaf), _is_list(annotation))


def unknown(model: type[BaseModel], key: str, path: str) -> Problem:
    """What to say of a key that fills no field."""
    outer, _, inner = key.rpartition(".")
    within = (
        next(models_in(model.model_fields[outer].annotation), None) if outer in model.model_fields else None
    )
    return choice("unknown-key", Location(path), inner, list((within or model).model_fields))


def values(filled: Iterable[tuple[Column, str]]) -> dict[str, Plain]:
    """An item's values, out of the texts that are not empty."""
    made: dict[str, Any] = {}
    for where, written in filled:
        text = bare(written).strip()
        if text:
            _put(made, where, text)
    return made


def value(where: Column, written: str) -> Plain | None:
    """What one text says; None where it is empty."""
    text = written.strip()
    return _value(where, text) if text else None


def _structure(written: str) -> Any:
    """What a text that is a JSON list or object holds; None for any other text."""
    if not written.startswith(("[", "{")):
        return None
    try:
        return _filled(json.loads(written))
    except (ValueError, RecursionError):
        return None


def _filled(value: Any) -> Any:
    """The value less every `null` in it, which says nothing."""
    if isinstance(value, list):
        return [_filled(entry) for entry in value if entry is not None]
    if isinstance(value, dict):
        return {key: _filled(entry) for key, entry in value.items() if entry is not None}
    return value


def _value(where: Column, written: str) -> Any:
    parts = [_read(part.strip(), where.holds) for part in written.split(SEPARATOR) if part.strip()]
    return _structure(written) or (parts if where.several else _read(written, where.holds))


def _put(made: dict[str, Any], where: Column, written: str) -> None:
    read = _value(where, written)
    name, *rest = where.keys
    if not rest:
        made[name] = read
        return
    outer = made.setdefault(name, [{}] if where.within_list else {})
    inner = outer[0] if isinstance(outer, list) else outer
    if isinstance(inner, dict):  # else the whole field was given as well, and that one counts
        inner[rest[0]] = read


def _read(written: str, kind: type) -> Plain:
    """A number or a yes or no where the field holds such; what is none stays text, to be refused as that."""
    if kind is bool:
        return _TRUTH.get(written.lower(), written)
    read = number(written, kind)
    return written if read is None else read


def number(written: str, kind: type) -> int | float | None:
    """The number that a text says for a field of such; None where it says none, or the field holds none.

    `2,500` may be two thousand five hundred or two and a half: nobody guesses where both are possible.
    """
    if kind is int:
        return _whole(written)
    if kind is not float or not _NUMBER.fullmatch(written) or _UNSURE.fullmatch(written):
        return None
    return int(written) if written.lstrip("-").isdigit() else float(written.replace(",", "."))


def _whole(written: str) -> int | None:
    if _THOUSANDS.fullmatch(written):
        return int(re.sub("[.,]", "", written))
    found = _WHOLE.fullmatch(written)
    return int(found[1]) if found else None


def _held(annotation: Any) -> type:
    """The number type, bool, date or, for everything else, str that a field holds beneath its marks."""
    if annotation in (int, float, bool, date):
        kind: type = annotation
        return kind
    return next((kind for kind in map(_held, get_args(annotation)) if kind is not str), str)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(arg) for arg in get_args(annotation))
