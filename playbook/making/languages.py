"""The language of a document: a field like any other, so that it is checked, kept, shared and locked alike.

It changes the words of the templates, dates and number marks; the page around the form keeps its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playbook.i18n import LANGUAGES, text
from playbook.kinds import Asked, Kind
from playbook.kinds.fields import FieldText, KindField
from playbook.making.templates import is_made
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS

NAME = "language"
"""What the field is called; a choice of that name in a kind of somebody's own means the same."""

_MARKED = frozenset({"number", "money", "day"})
"""Filters that write otherwise from one region to the next."""


def with_language(kind: Kind) -> Kind:
    """The kind with the field, where its documents can be in more than one language or region."""
    found = tags(kind)
    if NAME in kind.fields or len(found) < 2:
        return kind
    choices = {tag: {lang: text(lang, f"language-name.{tag}") for lang in LANGUAGES} for tag in found}
    words = {lang: FieldText(label=text(lang, "language.label")) for lang in LANGUAGES}
    field = KindField(texts=words, type="choice", choices=choices)
    return kind.model_copy(update={"fields": {**kind.fields, NAME: field}})


def tags(kind: Kind) -> tuple[str, ...]:
    """The languages that a kind has all its words in, with their regions where these make a difference."""
    asked = kind.asked if is_made(kind) else Asked()
    words = tuple(kind.labels.values()) or (kind.texts,)
    spoken = [tag for tag, found in FORMATS.items() if all(found.lang in each for each in words)]
    if asked.filters & _MARKED:
        return tuple(spoken)
    return tuple(tag for tag in spoken if tag in LANGUAGES) if "label" in asked.names else ()


def chosen(kind: Kind, values: Mapping[str, Any]) -> str:
    """The tag of the language that values ask for; empty where they ask for none."""
    field = kind.fields.get(NAME)
    tag = str(values.get(NAME, "")) if field and field.type == "choice" else ""
    return tag if tag in FORMATS else ""


def worded(kind: Kind, values: Mapping[str, Any], wording: Wording) -> Wording:
    """The wording in the language and currency that values ask for."""
    formats = FORMATS.get(chosen(kind, values), wording.formats)
    return replace(wording, formats=formats, currency=str(values.get("currency") or wording.currency))
