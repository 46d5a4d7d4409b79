"""Texts by message id and language, and how numbers, dates and lists are written in each.

Texts stand in `locales/<language>/*.toml` as tables of sentences; an id is `table.key`. English is complete
by definition; a test says what another language lacks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from playbook.diagnostics import Fact

LANGUAGES = ("en", "es")
NO_FACTS: Mapping[str, Fact] = MappingProxyType({})
_OR = {"en": "or", "es": "o"}


@cache
def texts(lang: str) -> Mapping[str, str]:
    """Every text of a language by its id.

    Raises:
        KeyError: for a language that the product does not speak.
    """
    if lang not in LANGUAGES:
        raise KeyError(lang)
    merged: dict[str, str] = {}
    for file in sorted(files("playbook").joinpath("locales", lang).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            merged.update(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return MappingProxyType(merged)


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from _flat(value, f"{prefix}{key}.")


def text(lang: str, message: str, facts: Mapping[str, Fact] = NO_FACTS) -> str:
    """The sentence for a message id, its `{facts}` filled in; a fact `@id` is itself worded first.

    In a fact `@id name`, what comes after the blank is the `{name}` in the id's words.

    Raises:
        KeyError: for an unknown id or a missing fact: a mistake in the program, never in content.
    """
    worded = {name: alternatives(lang, value) for name, value in facts.items()}
    return texts(lang)[message].format_map(worded)


def plural(lang: str, message: str, count: int) -> str:
    """The sentence `<message>.one` or `<message>.other` with `{count}` filled in."""
    form = "one" if count == 1 else "other"
    return text(lang, f"{message}.{form}", {"count": number(lang, count)})


def alternatives(lang: str, value: Fact) -> str:
    """A fact as words: `@id` is that text; a tuple becomes "a, b or c"."""
    if isinstance(value, float):
        return number(lang, int(value) if value.is_integer() else value)
    if not isinstance(value, tuple):
        return _worded(lang, str(value))
    *most, last = [_worded(lang, each) for each in value or ("",)]
    return f"{', '.join(most)} {_OR[lang]} {last}" if most else last


def _worded(lang: str, plain: str) -> str:
    """A fact as words; it may hold what a foreign file says, so nothing but the name is filled in."""
    ident, _, name = plain.removeprefix("@").partition(" ")
    known = texts(lang).get(ident) if plain.startswith("@") else None
    return plain if known is None else known.replace("{name}", name)


def number(lang: str, value: float) -> str:
    """A number with the marks of its language; Spanish groups from five digits on, as the RAE asks."""
    plain = f"{value:,}" if lang == "en" or abs(value) >= 10_000 else f"{value}"
    return plain if lang == "en" else plain.translate(str.maketrans(",.", "\N{NO-BREAK SPACE},"))


def day(lang: str, value: date) -> str:
    """A date in words: "21 November 2026", "21 de noviembre de 2026"."""
    month = texts(lang)[f"month.{value.month}"]
    return text(lang, "date.long", {"day": value.day, "month": month, "year": value.year})
