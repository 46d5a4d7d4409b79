"""The sentences of a text.

Headings are no sentences; entries of lists and cells of tables are sentences of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARK = r"[-*+>]|\d{1,9}[.)]|!!!|\?\?\?\+?|===|\[\^[^\]\n]{1,99}\]:|:"
_CLOSED = r"[\"'”’»)\]*_]*+"
_STOP = rf"(?<![.!?…])[.!?…]++{_CLOSED}"
_SEPARATOR = re.compile(
    r"^[ \t]*\#{1,6}[ \t].*$"  # a heading
    rf"|(?:\A|\n)[ \t]*+(?:(?:{_MARK})[ \t]+|(?=[\n|]))"  # a new paragraph, entry or row
    r"|(?:[ ]{2}|\\)\n"  # a line that is broken by hand
    r"|(?<=[\s|])\|(?=[\s|]|$)"  # the next cell
    rf"|(?P<stop>{_STOP}(?=\s|$))",
    re.MULTILINE,
)
RARE = ("#", "|", "\\", "  \n")
"""Signs of headings, tables, and lines that are broken by hand."""
_BEGINS = re.compile(rf"[ \t]*+(?:(?:{_MARK})[ \t]+|\n)")
_PLAIN = re.compile(
    rf"[\n.!?…](?:(?<=\n)[ \t]*+(?:(?:{_MARK})[ \t]+|(?=\n))"
    rf"|(?P<stop>(?<!\n)(?<![.!?…][.!?…])[.!?…]*+{_CLOSED}(?=\s|$)))"
)
"""The same, faster, for a text that holds nothing rare and does not begin with a mark."""
_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")
_FINAL = re.compile(rf"{_STOP}\Z")
_NEXT = re.compile(r"\W{0,40}(\w)")
_LAST = re.compile(r"(?<![\w.])[\w.]++\Z")
_MEMORY = 32_768
"""So many texts, and pieces of text, are looked at once only."""
_INNER = frozenset(
    (
        *("approx", "avda", "av", "cf", "dept", "dr", "dra", "ext", "fig", "mr", "mrs", "ms", "núm", "p"),
        *("pág", "págs", "prof", "sr", "sra", "sres", "sta", "sto", "st", "tel", "ud", "uds", "vol", "vs"),
        *("a.k.a", "c.c", "e.g", "ee.uu", "i.e", "p.ej"),
    )
)
"""Abbreviations, less their last dot: a capital after them goes on with the same sentence."""
_EITHER = frozenset(("etc", "inc", "ltd", "a.m", "p.m"))
"""Abbreviations that often stand last: a capital after them begins a sentence."""
_NUMBERED = frozenset(("art", "ed", "min", "no"))
"""Abbreviations before a number, and else words that end a sentence as others do."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of a text, from `start` up to `end`, and how many words it has."""

    start: int
    end: int
    words: int


def sentences(text: str, least: int = 1) -> Iterator[Sentence]:
    """The sentences of a text, in order; numbers and compounds with hyphens are a word each.

    Those of fewer words than `least` are left out, most of them without a look at each word.
    """
    for start, end in parted(text):
        if end - start >= 2 * least - 1 and sum(map(words_in, text[start:end].split())) >= max(1, least):
            yield _sentence(text, start, end)


@lru_cache(maxsize=_MEMORY)
def parted(text: str) -> tuple[tuple[int, int], ...]:
    """Where sentences begin and end, and what has no words between them; several rules ask for the same."""
    return tuple(_between(text))


def _between(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    plain = not _BEGINS.match(text) and not any(sign in text for sign in RARE)
    for separator in (_PLAIN if plain else _SEPARATOR).finditer(text):
        stops = separator["stop"] is not None
        if stops and not _ends(text, separator):
            continue
        yield start, separator.end() if stops else separator.start()
        start = separator.end()
    yield start, len(text)


def _sentence(text: str, start: int, end: int) -> Sentence:
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    last = start + len(text[start:end].rstrip())
    return Sentence(words[0][0], max(words[-1][1], last), len(words))


@lru_cache(maxsize=_MEMORY)
def words_in(chunk: str) -> int:
    """How many words stand in what stands between blanks; the same few chunks make up all texts."""
    return len(_WORD.findall(chunk))


def surely_ends(chunk: str) -> bool:
    """Whether a sentence ends with what stands between blanks, if what follows begins with a capital."""
    stop = _FINAL.search(chunk)
    return stop is not None and not any(_shortens(chunk, stop, first) for first in ("", "A"))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here: not after an abbreviation, nor where small letters go on."""
    after = _NEXT.match(text, stop.end())
    if after and after[1].islower():
        return False
    return not _shortens(text, stop, after[1] if after else "")


def _shortens(text: str, stop: re.Match[str], first: str) -> bool:
    """Whether a dot only shortens the word before it, by the first character of what comes after."""
    before = _LAST.search(text[max(0, stop.start() - 8) : stop.start()])
    return stop[0] == "." and _goes_on(before[0] if before else "", first)


def _goes_on(word: str, first: str) -> bool:
    plain = word.casefold()
    initial = len(word) == 1 and word.isupper() and word != "I"
    shortened = (plain in _EITHER and not first.isupper()) or (plain in _NUMBERED and first.isdigit())
    return initial or plain in _INNER or shortened
