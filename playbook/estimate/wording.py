"""Sums in words: what is known, whether it may be more, and of how many pieces nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from playbook.estimate import Total
from playbook.i18n import number, plural, text
from playbook.render.formats import EXACT, FORMATS

_GROUPS = {"en": ",", "es": "\N{NO-BREAK SPACE}"}
"""What parts thousands, as in `i18n.number`."""
_DAY = 8
"""Hours of work."""


def effort(found: Total, lang: str, *, short: bool = False) -> str:
    """The work: exactly, or at the least; empty where nothing is known of it. `short` is for tables."""
    if not found.effort_known:
        return ""
    said = span(found.hours, lang)
    return _least(said, lang, short=short) if found.no_effort or found.more else said


def span(hours: Fraction, lang: str) -> str:
    """Hours of work in days, to one place; what is shorter than a day in hours."""
    unit, value = ("hours", hours) if hours < _DAY else ("days", hours / _DAY)
    shown = round(float(value), 1)
    count = number(lang, int(shown) if shown == int(shown) else shown)
    said = text(lang, f"estimate.{unit}.{'one' if shown == 1 else 'other'}", {"count": count})
    return said.replace(" ", "\N{NO-BREAK SPACE}")


def cost(found: Total, lang: str, *, short: bool = False) -> str:
    """What the units cost, by currency; empty where nothing is known of it. `short` is for tables."""
    if not found.costs:
        return ""
    said = " + ".join(money(currency, amount, lang) for currency, amount in found.costs.items())
    return _least(said, lang, short=short) if found.no_cost else said


def _least(said: str, lang: str, *, short: bool) -> str:
    if short:
        return f"\N{GREATER-THAN OR EQUAL TO}\N{NO-BREAK SPACE}{said}"
    return text(lang, "estimate.least", {"amount": said})


def money(currency: str, amount: Decimal, lang: str) -> str:
    """An amount; a whole one without decimals."""
    formats = replace(FORMATS[lang], group=_GROUPS[lang])
    shown = formats.money(amount, currency)
    whole = amount == amount.to_integral_value(context=EXACT)
    return shown.replace(f"{formats.decimal}00", "") if whole else shown


def gaps(found: Total, lang: str) -> Iterator[str]:
    """Sentences about what was not counted."""
    for name, count in (
        ("no_effort", found.no_effort),
        ("more", found.more),
        ("no_cost", found.no_cost),
    ):
        if count:
            yield plural(lang, f"estimate.{name}", count)
