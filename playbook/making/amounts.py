"""Numbers as people and spreadsheets of any country write them.

The page's script reads them alike (theme, make/table.js), and a test holds the two together.
"""

from __future__ import annotations

import re

NUMBERS = frozenset({"number", "percent"})
"""The types of fields that hold them."""

_SPACE = re.compile("[ \t\xa0\u2007\u2009\u202f'\u2019]")
_AROUND = re.compile(r"([^0-9.,]{0,5})(.*[0-9.,])?([^0-9.,]{0,5})", re.DOTALL)
_SIGNS = {"/": "", "-/": "-", "/-": "-", "(/)": "-"}
"""What stands before and behind a number: a minus, or the brackets that bookkeepers write for one."""
_SCALE = re.compile(
    r"[€$£]?(?:[kKM]|(?i:mil|mill|mio|mn|bn|cts?)|[¢‰])[€$£]?|[kKM](?:EUR|USD|GBP)",
)
"""What makes another number of it: thousands, millions, hundredths, thousandths."""
_TORN = re.compile(
    "[0-9]-[^\\W\\d_]|[0-9][ \t\xa0\u2007\u2009\u202f'\u2019](?![0-9]{3}(?![0-9]))(?=[0-9])",
)
"""Two numbers, or a number in a word: `10 20`, `5-pack`."""
_PLAIN = re.compile(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{1,6}))?")
_GROUPED = re.compile(r"(-?)([0-9]{1,3}(?:(?:\.[0-9]{3})+(?:,[0-9]{1,6})?|(?:,[0-9]{3})+(?:\.[0-9]{1,6})?))")
_TWOFOLD = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")


def amount(text: str) -> str | None:
    """A number as spreadsheets of any country write it, with a point before its decimals.

    None for what is no number, or one that is read in two ways.
    """
    bare = _bare(text)
    if plain := _PLAIN.fullmatch(bare):
        sign, whole, rest = plain.groups()
        return None if _TWOFOLD.fullmatch(bare) else sign + whole + (f".{rest}" if rest else "")
    if grouped := _GROUPED.fullmatch(bare):
        whole, mark, rest = _parted(grouped[2])
        return grouped[1] + re.sub("[.,]", "", whole) + (f".{rest}" if mark else "")
    return None


def is_twofold(text: str) -> bool:
    """Whether a number is a thousand for some and one for others: 1.234."""
    return _TWOFOLD.fullmatch(_bare(text)) is not None


def _bare(text: str) -> str:
    """A number without what it counts, its sign before it; what has another sign or a scale is none."""
    said = _SPACE.sub("", text).replace("\u2212", "-")
    found = _AROUND.fullmatch(said)
    if not found or _TORN.search(text):
        return "?"
    around = found.group(1, 3)
    if any(map(_SCALE.fullmatch, around)):
        return "?"
    before, behind = (re.sub("[^-()]", "", part) for part in around)
    return _SIGNS.get(f"{before}/{behind}", "?") + (found[2] or "")


def _parted(number: str) -> tuple[str, str, str]:
    """A number with groups before and behind its decimal mark; the mark is empty where it has none."""
    last = max(number.rfind("."), number.rfind(","))
    if number.count(number[last]) > 1 or len({*number} & {".", ","}) == 1:
        return number, "", ""
    return number[:last], number[last], number[last + 1 :]
