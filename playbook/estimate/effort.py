"""Effort in words: the hours told, whether they are for each thing in use, and whether there is more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from playbook.delays import work

_EACH = re.compile(r"\b(?:per|each|por|cada)\b|/")
_MORE = re.compile(r"\d|[+&]|\b(?:and|then|plus|more|y|luego|más|por (?:el|la|los|las))\b")
"""What leads to more work, or to what is no thing."""
_TIMES = re.compile(
    r"\b(?:daily|day|week(?:ly)?|fortnight|month(?:ly)?|quarter(?:ly)?|season(?:al)?|year(?:ly)?|annual(?:ly)?"
    r"|día|diari[oa]|semana|semanal|quincena|quincenal|mes|mensual|bimestre|trimestre|trimestral|semestre"
    r"|semestral|temporada|año|anual)(?:e?s)?\b"
)
"""How often work comes back; nobody knows how many times."""
_OTHERS = re.compile(
    r"\b(?:language|version|edition|issue|run|batch|order|campaign|rebrand|round|time|market|country|brand"
    r"|shop|store|site|location|person|team|idioma|lengua|versión|edición|edicion|número|tirada|lote|pedido"
    r"|campaña|ronda|vez|vec|mercado|país|marca|tienda|local|sede|persona|equipo)(?:e?s)?\b"
)
"""What work may be told for that is no thing in use."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Hours of work; `each` says that they are for each thing, `more` that they are the least."""

    hours: Fraction
    each: bool = False
    more: bool = False


def read(said: str) -> Effort | None:
    """The effort that a text begins with; None where it begins with none.

    What is told for each week, or for each of what is no thing, counts once: it is that much at the least.
    """
    found = work(said.lower())
    if not found:
        return None
    hours, rest = found
    first, _, others = rest.partition(",")
    each = _EACH.search(first) is not None
    if _MORE.search(first) or _TIMES.search(rest) or (each and _OTHERS.search(rest)):
        return Effort(hours, more=True)
    return Effort(hours, each, bool(others))
