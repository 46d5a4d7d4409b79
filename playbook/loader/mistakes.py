"""What a model refused, as problems: where it is, what was expected, and the next step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from pydantic import BaseModel

from playbook.diagnostics import Fact, Location, Problem
from playbook.document import Document, Keys, Mistake, Origin
from playbook.marks import models_in

_TYPES = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_parsing": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_CHOICES = frozenset({"enum", "literal_error"})
_SHOWN = 60
"""How many characters of a refused value a message repeats."""
_LONGEST = 80
"""No id is longer, and comparing takes time."""
LISTED = 16
"""How many alternatives a message names."""


def problems(model: type[Document], origin: Origin, mistakes: Iterable[Mistake]) -> Iterator[Problem]:
    """The problems that a model's mistakes are, each at its place."""
    found = [_problem(model, origin, mistake) for mistake in mistakes]
    if not found:
        return
    empty = {
        p.location.line
        for layer in origin.layers
        for p in layer.source.problems
        if p.message == "yaml-null.hash"
    }
    misspelt = {p.facts["meant"] for p in found if p.message == "unknown-key.meant"}
    for problem in found:
        follows = problem.message.startswith("missing-key.") and problem.facts["key"] in misspelt
        if problem.location.line not in empty and not follows:
            yield problem


def _problem(model: type[Document], origin: Origin, mistake: Mistake) -> Problem:
    if mistake.case == "extra_forbidden":
        return _unknown_key(model, origin, mistake.keys)
    if mistake.case == "missing":
        return _missing(origin, mistake.keys)
    at = origin.at(*mistake.keys)
    value = shown(mistake.value)
    if mistake.case in _TYPES:
        return _told(f"wrong-type.{_TYPES[mistake.case]}", at, key=dotted(mistake.keys), value=value)
    if mistake.case in _CHOICES:
        return choice("bad-value", at, value, _expected(mistake), dotted(mistake.keys))
    if "." in mistake.case:
        return _told(mistake.case, at, key=dotted(mistake.keys), **_facts(mistake))
    return _bounds(at, value, mistake)


def _unknown_key(model: type[Document], origin: Origin, keys: Keys) -> Problem:
    allowed = list(_model_at(model, keys[:-1]).model_fields)
    return choice("unknown-key", origin.key_at(*keys), str(keys[-1]), allowed, dotted(keys[:-1]))


def _missing(origin: Origin, keys: Keys) -> Problem:
    written = origin.key_at(*keys)
    if origin.layer(keys).holds(keys):
        return _told("missing-key.empty", written, key=str(keys[-1]))
    place = origin.at(*keys[:-1]) if len(keys) > 1 else Location(origin.path)
    case = "missing-key.inside" if len(keys) > 1 else "missing-key.top"
    return _told(case, place, key=str(keys[-1]), where=dotted(keys[:-1]))


def _told(message: str, at: Location, **facts: Fact) -> Problem:
    """A problem whose next step has the same id, with `-hint`."""
    return Problem(message, at, facts, hint=f"{message}-hint")


def _bounds(at: Location, value: str, mistake: Mistake) -> Problem:
    limits = {
        "ge": "least",
        "gt": "more",
        "le": "most",
        "lt": "less",
        "pattern": "pattern",
        "min_length": "short",
    }
    for name, case in limits.items():
        if name in mistake.facts:
            bound = mistake.facts[name]
            limit = f"{bound:g}" if isinstance(bound, int | float) else str(bound)
            return _told(f"bad-value.{case}", at, key=dotted(mistake.keys), value=value, limit=limit)
    return _told("bad-value.other", at, key=dotted(mistake.keys), value=value)


def choice(rule: str, at: Location, value: str, allowed: Collection[str], where: str = "") -> Problem:
    """An unknown word where one of a list was expected: did you mean, or which there are."""
    meant, listed = _suggested(value, tuple(allowed))
    case = "meant" if meant else "listed" if listed else "none"
    return _told(f"{rule}.{case}", at, value=value, where=where, meant=meant or "", expected=listed)


@lru_cache(maxsize=2048)
def _suggested(value: str, allowed: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The word that was meant, and those to choose from; comparing is slow, and people repeat mistakes."""
    few = len(allowed) <= LISTED
    return did_you_mean(value, allowed), tuple(
        sorted(allowed) if few else get_close_matches(value[:_LONGEST], allowed, LISTED, 0.5)
    )


def did_you_mean(value: str, allowed: Iterable[str]) -> str | None:
    """The word of a list that a misspelt one comes nearest to, or None."""
    spelled = {word.replace("_", "-"): word for word in allowed}
    close = get_close_matches(value[:_LONGEST].lower().replace("_", "-").replace(" ", "-"), spelled, 1, 0.72)
    return spelled[close[0]] if close else None


def _expected(mistake: Mistake) -> tuple[str, ...]:
    """The alternatives, out of pydantic's `'a', 'b' or 'c'`."""
    return tuple(
        part.strip().strip("'") for part in str(mistake.facts["expected"]).replace(" or ", ", ").split(",")
    )


def _facts(mistake: Mistake) -> dict[str, Fact]:
    return {name: shown(value) for name, value in mistake.facts.items()}


def shown(value: object) -> str:
    """A refused value in one short line."""
    if not isinstance(value, str):
        return "{...}" if isinstance(value, dict) else "[...]" if isinstance(value, list) else ""
    text = " ".join(value.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def dotted(keys: Keys) -> str:
    """A key path as people write it: `metrics[0].kpi`."""
    return "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in keys).lstrip(".")


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel]:
    """The model that holds the value at a key path."""
    for key in keys:
        if isinstance(key, str) and key in model.model_fields:
            model = next(models_in(model.model_fields[key].annotation), model)
    return model
