"""What the lines of a document add up to: exact, and the same in the page's script (theme, make/totals.js).

The rule of rounding: the amount of each line is rounded to the currency's places, half away from zero; a
discount on the whole is taken from the sum of each tax rate, and rounded; the tax of each rate is reckoned on
that base, and rounded. The total adds up what is shown: whoever checks it by hand gets it to the cent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from playbook.render.filters import decimal
from playbook.render.formats import CURRENCIES, EXACT

NAME = "totals"
"""What templates call them: `totals.sum`, `discount`, `net`, `total`, and `taxes`, each with `rate`, `base`,
`amount`."""

_PLACES = 6
_ONE = 10**_PLACES
_HUNDRED = 100 * _ONE


def totalled(values: Mapping[str, Any], lines: str, currency: str) -> dict[str, Any]:
    """The values with an `amount` in each line that has a `price`, and with `totals`.

    A line has a `quantity` (1 where it is left out), a `price`, a `discount` and a `tax`, both in percent.
    What the document says of `discount` holds for the whole, its `tax` for each line that names none. Nothing
    is taxed where it says `exempt` or `reverse_charge`.
    """
    places = CURRENCIES.get(currency, (currency, 2))[1]
    entries = [dict(line) for line in values.get(lines) or ()]
    sums: defaultdict[int, int] = defaultdict(int)
    for line in entries:
        if decimal(line.get("price")) is not None:
            amount = _amount(line, places)
            line["amount"] = _written(amount, places)
            sums[_rate(values, line)] += amount
    return {**values, lines: entries, NAME: _totals(sums, _millionths(values.get("discount")), places)}


def _millionths(value: Any, missing: int = 0) -> int:
    number = decimal(value)
    return missing if number is None else int(number.scaleb(_PLACES, EXACT))


def _rate(values: Mapping[str, Any], line: Mapping[str, Any]) -> int:
    if values.get("exempt") or values.get("reverse_charge"):
        return 0
    return _millionths(line.get("tax"), _millionths(values.get("tax")))


def _amount(line: Mapping[str, Any], places: int) -> int:
    """In the currency's smallest unit."""
    whole = _millionths(line.get("quantity"), _ONE) * _millionths(line.get("price"))
    return _rounded(
        whole * (_HUNDRED - _millionths(line.get("discount"))) * 10**places, _ONE * _ONE * _HUNDRED
    )


def _rounded(units: int, by: int) -> int:
    """Half away from zero."""
    whole, rest = divmod(abs(units), by)
    return (whole + (rest * 2 >= by)) * (-1 if units < 0 else 1)


def _totals(sums: Mapping[int, int], discount: int, places: int) -> dict[str, Any]:
    bases = {rate: _rounded(amount * (_HUNDRED - discount), _HUNDRED) for rate, amount in sums.items()}
    taxes = {rate: _rounded(base * rate, _HUNDRED) for rate, base in bases.items() if rate}
    whole, net = sum(sums.values()), sum(bases.values())
    return {
        "sum": _written(whole, places),
        "discount": _written(net - whole, places) if net != whole else None,
        "net": _written(net, places),
        "taxes": [
            {
                "rate": _percent(rate),
                "base": _written(bases[rate], places),
                "amount": _written(taxes[rate], places),
            }
            for rate in sorted(taxes, reverse=True)
        ],
        "total": _written(net + sum(taxes.values()), places),
    }


def _written(units: int, places: int) -> str:
    whole, rest = divmod(abs(units), 10**places)
    return f"{'-' if units < 0 else ''}{whole}" + (f".{rest:0{places}d}" if places else "")


def _percent(rate: int) -> str:
    return _written(rate, _PLACES).rstrip("0").rstrip(".")
