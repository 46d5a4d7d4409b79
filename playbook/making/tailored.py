"""A kind as a piece of it wants it: what the owner of the piece said of its form."""

from __future__ import annotations

from typing import Any

from playbook.diagnostics import Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindField
from playbook.making.languages import with_language
from playbook.making.values import checked, written
from playbook.model.piece import FieldRule, Piece


def tailored(kind: Kind, piece: Piece) -> Kind:
    """The kind with the piece's values, locks and limits of text; rules for no field of it do nothing.

    The language of its documents is one of the fields.
    """
    kind = with_language(kind)
    fields = {name: _ruled(name, field, piece) for name, field in kind.fields.items()}
    return kind.model_copy(update={"fields": fields})


def _ruled(name: str, field: KindField, piece: Piece) -> KindField:
    if name not in piece.form and name not in piece.requirements.text_limits:
        return field
    rule = piece.form.get(name, FieldRule())
    limits = (field.longest, rule.longest, piece.requirements.text_limits.get(name))
    longest = min((limit for limit in limits if limit), default=None)
    said = _said(field, rule.value) if rule.value else {}
    return field.model_copy(update={"longest": longest, "locked": rule.locked or field.locked, **said})


def _said(field: KindField, value: str | tuple[dict[str, str], ...]) -> dict[str, Any]:
    """What a field then says; entries of a list are its example too, for forms begin with an empty list."""
    if isinstance(value, str):
        return {"value": written(field, value)} if field.type != "list" else {}
    if field.type != "list":
        return {}
    words = {lang: text.model_copy(update={"example": value}) for lang, text in field.texts.items()}
    return {"value": value, "texts": words}


def misruled(kind: Kind, piece: Piece) -> list[Problem]:
    """What is wrong with what a piece says of its form: no such field, or a value that it does not take."""
    open_ = {"locked": False, "required": False}
    entered = {name for name, rule in piece.form.items() if isinstance(rule.value, tuple)}
    fields = {
        name: field.model_copy(update=open_)
        for name, field in with_language(kind).fields.items()
        if field.type != "list" or name in entered
    }
    listed = kind.fields.keys() - fields.keys()
    said = {name: rule.value for name, rule in piece.form.items() if name not in listed or not rule.prices}
    plain = fields.keys() - entered
    wrong = [name for name, rule in piece.form.items() if rule.prices and name in plain]
    return [
        *checked(fields, said, lambda keys: piece.at("form", *keys[:1]))[1],
        *(_no_list(name, piece) for name in wrong),
    ]


def _no_list(name: str, piece: Piece) -> Problem:
    place = piece.at("form", name, "prices")
    return Problem("prices.no-list", place, {"field": name}, "prices.no-list-hint")
