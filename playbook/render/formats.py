"""How a document writes numbers, money and dates, by language and region.

A page's script reads the same tables. Source: CLDR 46, and ISO 4217 for the places of each currency. Spanish
of Spain groups from five digits on, as the RAE asks. Rounding is half away from zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from playbook import i18n

SPACE = "\N{NO-BREAK SPACE}"
EXACT = Context(prec=60)
"""More digits than any sum has: what is reckoned in it is not rounded by the way."""
CURRENCIES = {
    "ARS": ("$", 2),
    "BRL": ("R$", 2),
    "CHF": ("CHF", 2),
    "CLP": ("$", 0),
    "COP": ("$", 2),
    "EUR": ("€", 2),
    "GBP": ("£", 2),
    "JPY": ("¥", 0),
    "MXN": ("$", 2),
    "PEN": ("S/", 2),
    "USD": ("$", 2),
    "UYU": ("$", 2),
}
"""Symbol and places; any other currency is written with its code and two places."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The marks of a language in a region.

    `grouped` is the number of digits from which on thousands are grouped; `before` says where a currency's
    symbol stands, and `long` how the day, the month's name and the year follow each other.
    """

    tag: str
    decimal: str
    group: str
    grouped: int
    before: bool
    long: str

    @property
    def lang(self) -> str:
        """The language without its region."""
        return self.tag.partition("-")[0]

    def number(self, value: Decimal, places: int | None = None) -> str:
        """A number with the places it has, or rounded to some."""
        step = Decimal(1).scaleb(-(places or 0))
        rounded = value if places is None else value.quantize(step, ROUND_HALF_UP, EXACT)
        whole, _, rest = f"{rounded.copy_abs():f}".partition(".")
        groups = _groups(whole) if len(whole) >= self.grouped else [whole]
        sign = "\N{MINUS SIGN}" if rounded < 0 else ""
        return f"{sign}{self.group.join(groups)}{self.decimal if rest else ''}{rest}"

    def money(self, value: Decimal, currency: str) -> str:
        """An amount, rounded to the currency's places, with its symbol."""
        symbol, places = CURRENCIES.get(currency, (currency, 2))
        amount = self.number(value, places)
        if not self.before:
            return f"{amount}{SPACE}{symbol}"
        sign, amount = (amount[0], amount[1:]) if amount[0] == "\N{MINUS SIGN}" else ("", amount)
        return f"{sign}{symbol}{SPACE if symbol[-1].isalpha() else ''}{amount}"

    def day(self, value: date) -> str:
        """A date in words."""
        month = i18n.text(self.lang, f"month.{value.month}")
        return self.long.format(day=value.day, month=month, year=value.year)


def _groups(digits: str) -> list[str]:
    first = len(digits) % 3
    return [
        *([digits[:first]] if first else []),
        *(digits[at : at + 3] for at in range(first, len(digits), 3)),
    ]


FORMATS = {
    found.tag: found
    for found in (
        Formats("en", ".", ",", 4, before=True, long="{month} {day}, {year}"),
        Formats("en-GB", ".", ",", 4, before=True, long="{day} {month} {year}"),
        Formats("es", ",", ".", 5, before=False, long="{day} de {month} de {year}"),
        Formats("es-MX", ".", ",", 4, before=True, long="{day} de {month} de {year}"),
        Formats("es-CO", ",", ".", 4, before=True, long="{day} de {month} de {year}"),
        Formats("es-AR", ",", ".", 4, before=True, long="{day} de {month} de {year}"),
    )
}
