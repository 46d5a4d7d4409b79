"""A kind as a piece of it wants it: what the owner of the piece said of its form."""

from __future__ import annotations

from playbook.diagnostics import Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindField
from playbook.making.values import checked, written
from playbook.model.piece import FieldRule, Piece


def tailored(kind: Kind, piece: Piece) -> Kind:
    """The kind with the piece's values, locks and limits of text; rules for no field of it do nothing."""
    fields = {name: _ruled(name, field, piece) for name, field in kind.fields.items()}
    return kind.model_copy(update={"fields": fields})


def _ruled(name: str, field: KindField, piece: Piece) -> KindField:
    rule = piece.form.get(name, FieldRule())
    limits = (field.longest, rule.longest, piece.requirements.text_limits.get(name))
    longest = min((limit for limit in limits if limit), default=None)
    said = {"value": written(field, rule.value)} if rule.value else {}
    return field.model_copy(update={"longest": longest, "locked": rule.locked or field.locked, **said})


def misruled(kind: Kind, piece: Piece) -> list[Problem]:
    """What is wrong with what a piece says of its form: no such field, or a value that it does not take."""
    open_ = {"locked": False, "required": False}
    fields = {
        name: field.model_copy(update=open_) for name, field in kind.fields.items() if field.type != "list"
    }
    said = {name: rule.value for name, rule in piece.form.items()}
    return checked(fields, said, lambda keys: piece.at("form", *keys[:1]))[1]
