"""The filters of a template: each takes a value and gives one, and never fails.

The page's script has the same ones in `theme/assets/playbook/make/template.js`; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from playbook.render.fit import Widths, Words, entries
from playbook.render.formats import FORMATS, Formats
from playbook.render.prose_html import prose

_SCHEME = re.compile(r"(?ai:https?://|mailto:|tel:)[^\s<>\"]+")
_SHOWN = re.compile(r"^(?ai:https?://(?:www\.)?|mailto:|tel:)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,6})?")
"""Longer ones are no amounts, nor sums of all that a document has room for."""
_PLACES = frozenset("0123456")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wording:
    """What filters need to know of the document: how it writes numbers and dates, and in which currency.

    `widths` are the fonts that text is fitted by, each by the role it plays.
    """

    formats: Formats = FORMATS["en"]
    currency: str = "EUR"
    widths: Mapping[str, Widths] = field(default_factory=dict)


Apply = Callable[[Any, str, Wording], Any]


def plain(value: Any) -> str:
    """A value as text: nothing for None, False and what has values itself, a list with commas."""
    if value is None or value is False or isinstance(value, Mapping):
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(plain(entry) for entry in value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def decimal(value: Any) -> Decimal | None:
    """A value as a number, None where it is none."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    text = plain(value).strip()
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _number(value: Any, argument: str, wording: Wording) -> str:
    number = decimal(value)
    places = int(argument) if argument in _PLACES else None
    return plain(value) if number is None else wording.formats.number(number, places)


def _money(value: Any, argument: str, wording: Wording) -> str:
    number = decimal(value)
    return plain(value) if number is None else wording.formats.money(number, argument or wording.currency)


def _day(value: Any, _argument: str, wording: Wording) -> str:
    text = plain(value)
    try:
        return wording.formats.day(date.fromisoformat(text)) if _DAY.fullmatch(text) else text
    except ValueError:
        return text


def _url(value: Any, _argument: str, _wording: Wording) -> str:
    text = plain(value).strip()
    return text if _SCHEME.fullmatch(text) else ""


def _dial(value: Any, _argument: str, _wording: Wording) -> str:
    text = plain(value).strip()
    if text.startswith("+"):  # from abroad nobody dials the zero in brackets
        return "+" + re.sub(r"\(0\)|[^0-9]", "", text)
    return re.sub(r"[^0-9]", "", text)


def words(value: Any) -> Words:
    """The words of each line of a text."""
    return [line.split() for line in plain(value).splitlines() if line.strip()]


MARKDOWN = "markdown"
"""The filter that gives HTML, in templates of HTML only; the page's script has it not."""
FILTERS: Mapping[str, Apply] = {
    "upper": lambda value, _a, _w: plain(value).upper(),
    "lower": lambda value, _a, _w: plain(value).lower(),
    "number": _number,
    "money": _money,
    "day": _day,
    "url": _url,
    "bare": lambda value, _a, _w: _SHOWN.sub("", plain(value)).rstrip("/"),
    "dial": _dial,
    "lines": lambda value, _a, _w: [line.strip() for line in plain(value).splitlines() if line.strip()],
    "hashtag": lambda value, _a, _w: "#" + re.sub(r"[^\w]", "", plain(value)),
    MARKDOWN: lambda value, argument, _w: prose(plain(value), numbered=argument == "numbered"),
    "fit": lambda value, argument, wording: entries(words(value), argument, wording.widths),
}
"""By name. `url` keeps what may be linked, `bare` is how a link reads, `dial` how a number is dialed;
`markdown` is the HTML of a Markdown text, its highest headings numbered by `markdown:numbered`;
`fit` gives the lines of a text that fill a box, as `render.fit` says."""
