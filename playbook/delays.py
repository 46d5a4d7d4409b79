"""Spans of time in words: delays ("within 24 hours", "en 2 días laborables"), work ("half a day")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "a an one un una uno",
            "two dos",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
            "seven siete",
            "eight ocho",
            "nine nueve",
            "ten diez",
        ),
        1,
    )
    for word in words.split()
}
_HOURS: Mapping[str, float] = {
    "minute": 1 / 60,
    "minuto": 1 / 60,
    "min": 1 / 60,
    "hour": 1,
    "hora": 1,
    "h": 1,
    "day": 24,
    "día": 24,
    "dia": 24,
    "week": 168,
    "semana": 168,
}
_DELAY = re.compile(
    r"(?:(?:an\s+|the\s+|una\s+|la\s+)?(?:answer|reply|response|respuesta|contestación)s?\s+)?"
    r"(?:within|in\s+less\s+than|in\s+under|in|en\s+menos\s+de|en|antes\s+de)\s+"
    r"(?P<number>\d{1,4}|[a-z]{1,8})\s*(?P<before>(?:working|business)\s+)?"
    r"(?P<unit>min|h|minute|minuto|hour|hora|day|d[ií]a|week|semana)s?"
    r"(?P<after>\s+(?:laborables?|laboral(?:es)?|hábil(?:es)?))?\s*\.?",
    re.IGNORECASE,
)
_WORKDAY = 8
"""Hours that are worked on a day."""
_WORKDAYS: Mapping[float, float] = {24: 1, 168: 5}
"""Days that are worked in a day and in a week, by the hours of each."""


def most_hours(promise: str) -> float | None:
    """The most hours that a promised delay may take; None where that is not sure.

    Only a text that says one span and nothing else is read. Working time is taken at its longest: nights,
    weekends and one holiday lie within it.
    """
    found = _DELAY.fullmatch(promise.strip())
    if not found:
        return None
    number = _NUMBERS.get(found["number"].lower()) or (
        int(found["number"]) if found["number"].isdigit() else 0
    )
    hours = _HOURS[found["unit"].lower()]
    if number and (found["before"] or found["after"]):
        days = number * _WORKDAYS.get(hours, hours / _WORKDAY)
        return 24 * (days + 2 * (days // 5 + 1) + 1)
    return number * hours or None


_WORKED: Mapping[str, Fraction] = {
    **dict.fromkeys(("min", "minute", "minuto"), Fraction(1, 60)),
    **dict.fromkeys(("h", "hour", "hora"), Fraction(1)),
    **dict.fromkeys(("morning", "afternoon", "mañana", "tarde"), Fraction(_WORKDAY, 2)),
    **dict.fromkeys(("d", "day", "día", "dia", "jornada"), Fraction(_WORKDAY)),
    **dict.fromkeys(("week", "semana"), Fraction(5 * _WORKDAY)),
}
"""Hours of work in each unit."""
_WORK = re.compile(
    r"(?:(?P<half>half(?:\s+an?)?|medi[oa])|(?P<number>\d{1,4}(?:[.,]\d{1,2})?|[a-z]{1,8})(?P<and>\s+and\s+a\s+half)?)"
    rf"\s*(?:(?:working|business)\s+)?(?P<unit>{'|'.join(sorted(_WORKED, key=len, reverse=True))})s?\b"
    r"(?P<more>\s+(?:and\s+a\s+half|y\s+medi[oa])\b)?(?:\s+(?:of\s+work|de\s+trabajo|laborables?|hábil(?:es)?)\b)?",
    re.IGNORECASE,
)
_FINER = re.compile(r"\s+(?P<number>\d{1,2})\s*(?P<unit>min|minute|minuto|h|hour|hora)s?\b", re.IGNORECASE)
"""The minutes behind hours, the hours behind days."""


def work(said: str) -> tuple[Fraction, str] | None:
    """The hours of work that a text begins with, and the rest of it; None where it begins with none.

    A day is of eight hours, a week of five days.
    """
    found = _WORK.match(said.strip())
    number = _amount(found) if found else None
    if not found or number is None:
        return None
    unit = _WORKED[found["unit"].lower()]
    finer = _FINER.match(said.strip(), found.end())
    further = int(finer["number"]) * _WORKED[finer["unit"].lower()] if finer else Fraction(0)
    end = finer.end() if finer and further < unit else found.end()
    return number * unit + (further if further < unit else 0), said.strip()[end:].strip(" .,;")


def _amount(found: re.Match[str]) -> Fraction | None:
    """How many units there are; None for a word that is no number."""
    half = Fraction(1, 2)
    if found["half"]:
        return half
    word = found["number"].lower().replace(",", ".")
    whole = word if word[0].isdigit() else _NUMBERS.get(word)
    return None if whole is None else Fraction(whole) + (half if found["and"] or found["more"] else 0)
