"""How hard a text is to read: its sentences and words, and the syllables of Spanish and English words.

A text may be Markdown in which code and addresses are blanked out (see `passages`). Headings are no
sentences; entries of lists and cells of tables are sentences of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

ERROR = 3.0
"""How far an English reading ease may be off, in points: its syllables are estimated by spelling.

Of the 125,000 words of the CMU Pronouncing Dictionary 93 in 100 are counted right, of the words of running
text 99 in 100; of texts of 100 words, 98 in 100 come out within this error.
"""

_MARK = r"[-*+>]|\d{1,9}[.)]|!!!|\?\?\?\+?|===|\[\^[^\]\n]{1,99}\]:|:"
_SEPARATOR = re.compile(
    r"^[ \t]*\#{1,6}[ \t].*$"  # a heading
    rf"|(?:\A|\n)[ \t]*+(?:(?:{_MARK})[ \t]+|(?=[\n|]))"  # a new paragraph, entry or row
    r"|(?:[ ]{2}|\\)\n"  # a line that is broken by hand
    r"|(?<=[\s|])\|(?=[\s|]|$)"  # the next cell
    r"|(?P<stop>(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*+(?=\s|$))",
    re.MULTILINE,
)
_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")
_SPOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NEXT = re.compile(r"\W{0,40}(\w)")
_LAST = re.compile(r"[\w.]+\Z")
_FEW = 4
"""So many words may stand in a row without a blank."""
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
    for start, end in _parts(text):
        if least <= _FEW or sum(text.count(blank, start, end) for blank in " \n\t") * 2 >= least:
            yield from _sentence(text, start, end, least)


@lru_cache(maxsize=32_768)
def _parts(text: str) -> tuple[tuple[int, int], ...]:
    """Where sentences begin and end, and what has no words between them; several rules ask for the same."""
    return tuple(_between(text))


def _between(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for separator in _SEPARATOR.finditer(text):
        if separator["stop"] and not _ends(text, separator):
            continue
        yield start, separator.end() if separator["stop"] else separator.start()
        start = separator.end()
    yield start, len(text)


def _sentence(text: str, start: int, end: int, least: int) -> Iterator[Sentence]:
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(words) >= max(1, least):
        last = start + len(text[start:end].rstrip())
        yield Sentence(words[0][0], max(words[-1][1], last), len(words))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here: not after an abbreviation, nor where small letters go on."""
    after = _NEXT.match(text, stop.end())
    if after and after[1].islower():
        return False
    before = _LAST.search(text[max(0, stop.start() - 8) : stop.start()])
    word = before[0] if before else ""
    return stop[0] != "." or not _goes_on(word, after[1] if after else "")


def _goes_on(word: str, first: str) -> bool:
    """Whether a dot only shortens the word before it, by the first character of what comes after."""
    plain = word.casefold()
    initial = len(word) == 1 and word.isupper() and word != "I"
    shortened = (plain in _EITHER and not first.isupper()) or (plain in _NUMBERED and first.isdigit())
    return initial or plain in _INNER or shortened


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text reads: words that can be spoken (numbers are left out), sentences, and the ease of it."""

    words: int
    sentences: int
    ease: float


def measure(text: str, lang: str) -> Measure:
    """How a text in Spanish ("es") or English ("en") reads; the higher its ease, the easier.

    Sources: INFLESZ (Barrio 2008), after Szigriszt: 206.835 - 62.3 syllables/word - words/sentence. Flesch
    1948: 206.835 - 84.6 syllables/word - 1.015 words/sentence.
    """
    found = [_SPOKEN.findall(text, start, end) for start, end in _parts(text)]
    spoken = [words for words in found if words]
    count = sum(map(len, spoken))
    if not count:
        return Measure(0, 0, 100.0)
    share = sum(syllables(word, lang) for words in spoken for word in words) / count
    length = count / len(spoken)
    ease = 206.835 - 62.3 * share - length if lang == "es" else 206.835 - 84.6 * share - 1.015 * length
    return Measure(count, len(spoken), ease)


_HEAD = 2_000
"""Characters by which the language of a text is known."""
_LETTERS = re.compile(r"\w+")
_ENGLISH = frozenset("the of and to is that it for you with was are this we".split())  # noqa: SIM905 - words
_SPANISH = frozenset("de la que el en los las del por con una para es se y".split())  # noqa: SIM905 - words


def language(text: str) -> str:
    """The language of a text, "en" or "es", where its little words make it clear; else nothing."""
    words = _LETTERS.findall(text[:_HEAD].lower())
    english, spanish = (sum(word in known for word in words) for known in (_ENGLISH, _SPANISH))
    enough = text.count(" ", 0, _HEAD) // 12
    if english > max(enough, 3 * spanish):
        return "en"
    return "es" if spanish > max(enough, 3 * english) else ""


@lru_cache(maxsize=16384)
def syllables(word: str, lang: str) -> int:
    """The syllables of a word, at least one; exact in Spanish, estimated in English (see `ERROR`)."""
    plain = unicodedata.normalize("NFC", word).lower()
    return max(1, _spanish(plain) if lang == "es" else _english(plain))


_MUTE = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])|(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])")
_VOWELS = re.compile(r"[aeiouáéíóúü]+")


def _spanish(word: str) -> int:
    """Groups of vowels, split where two strong ones meet; an accent makes a weak one (i, u) strong.

    An h between vowels is not heard, nor the u of que, qui, gue, gui; y is a vowel unless one follows.
    """
    heard = re.sub(r"y(?![aeiouáéíóúü])", "i", _MUTE.sub("", word))
    return sum(_nuclei(group) for group in _VOWELS.findall(heard))


def _nuclei(group: str) -> int:
    """How many syllables a group of vowels is: equal weak ones (chiita, duunviro) are two."""
    strong = sum(vowel in "aeoáéíóú" for vowel in group)
    twins = len(re.findall(r"ii|ií|uu|uú", group))
    return max(1, strong) + twins


_GROUPS = re.compile(r"[aeiouyáéèêëíïóöúü]+")
_MUTED = re.compile(
    r"""(?<![aeiouy])e(?=(?:ly|less|ness|ful|fully|s?)\Z)  # name, names, namely, nameless; not table, the, he
        (?<!(?<![aeiouylr])le)(?<!\bthe)(?<!\b[bhmwsn]e)
    |(?<![aeiouyl])e(?=ments?\Z)                          # basement; not element
    |(?<![aeiouydt])e(?=d(?:ly)?\Z)(?<!(?<![aeiouylr])le) # asked; not wanted, settled
    |(?<=\bev)e(?=ry)|(?<=\bsom)e(?=[a-z]{3})             # every, something
    """,
    re.VERBOSE,
)
_PARTED = re.compile(
    r"""(?<![cstg])i(?=a(?!ge)|o(?!us\Z))|(?<=[tcsg])i(?=a[^nl]|al?[st]|et)  # diary, society; not nation
    |i(?=ety|et\Z|ent\Z|ers?\Z|est\Z|um|us\Z)                               # variety, client, easiest
    |[aeouy](?=ing)|o(?=e[mt])|(?<=\w)y(?=[aeo](?!d\Z|s\Z))                 # going, poem, player
    |u(?=al|ar[^dkt]|at|ou)|(?<=[^gq])u(?=ity)                              # usual, continuous, continuity
    |e(?=o(?!us|n|p)|ate|ati|um|a\Z|al(?=i))                                # video, create, idea; not people
    |sm\Z|(?<=[td]h)m\Z|(?<=[^aeiouy])n['’]t\Z                              # prism, rhythm, didn't
    """,
    re.VERBOSE,
)
_HISSED = re.compile(r"(?:[sxz]|[cs]h|[cg])es\Z")  # boxes, changes
_HISSED_OWN = re.compile(r"(?:[sxz]|[cs]h|[sczg]e)['’]s\Z")  # the box's


def _english(word: str) -> int:
    """Groups of vowels, less those that are mute, and more where two vowels of a group are parted."""
    bare = re.sub(r"(?<!n)['’][a-z]*\Z", "", word)
    count = len(_GROUPS.findall(bare)) - len(_MUTED.findall(bare)) + len(_PARTED.findall(bare))
    return count + bool(_HISSED.search(bare) or _HISSED_OWN.search(word))
