"""Terms replaced by those that a brand prefers, where nothing else of the sentence has to change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from playbook.brand import Brand
from playbook.diagnostics import Location
from playbook.fixing.kept import kept, kept_in_yaml
from playbook.source import read
from playbook.vocables import banned, replaced

_PLAIN = re.compile(r"\w[\w .'’&+/-]*")
"""What can be put into a text without meaning anything else there."""
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+)\s+[^\w\s]*\Z")
_ARTICLES = frozenset({"a", "an"})
_VOWELS = frozenset("aeiou")
_ODD = re.compile(r"(?i:h(?:our|on|eir)|u(?:[sn]i|s[eu]|ti|r[aio])|eu|ewe|one|once)|\d|[A-Z](?![a-z ])")
"""English words that may sound otherwise than they begin, and what is read letter by letter."""
_ALTERED: Mapping[str, str] = {"y": "i", "e": "i", "o": "o", "u": "o"} | dict.fromkeys(
    ("el", "un", "al", "del"), "a"
)
"""Spanish words, and the sound before which they change or would have to: *e hijos*, *u otros*, *el agua*."""
_INFINITIVES = frozenset({"ar", "er", "ir"})
_FEMININE = re.compile(
    "manos?|fotos?|motos?|(?:coli)?flor(?:es)?|labor(?:es)?|mujer(?:es)?"
    r"|(?!bastión|bastiones)\w*(?:[cgnstx]i[óo]n(?:es)?|[dt]ad(?:es)?|tud(?:es)?|umbres?|tri(?:z|ces))"
)
_MASCULINE = re.compile(
    "(?:aroma|clima|cometa|día|drama|enigma|esquema|fantasma|idioma|mapa|panorama|pijama|planeta|poema|síntoma)s?"
    r"|\w*(?:grama|(?<!f)lema|tema|aje)s?|\w*(?:or(?:es)?|[^iz]ón|[^iz]ones|ín|ines)"
    "|bastión|bastiones|(?:bu|cora)z(?:ón|ones)"
)
_EITHER = re.compile(r"radios?|\w+istas?")
"""Spanish nouns whose gender their last letter does not tell, or tells wrong."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a file and what is to stand there; `by_feed` where only line feeds were counted as lines."""

    place: Location
    term: str
    use: str
    by_feed: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What brands prefer: the words that each term replaces; what is not said at all; the language.

    `alike` are the endings of terms, each with what is to be said in the same form; `unlike` are those whose
    same form is not known.
    """

    forms: Mapping[str, frozenset[str]]
    unwanted: frozenset[str]
    spanish: bool = False
    alike: frozenset[tuple[str, str]] = frozenset()
    unlike: frozenset[tuple[str, str]] = frozenset()

    @staticmethod
    def of(brands: Iterable[Brand], *, spanish: bool) -> Preferences:
        """The preferences of several brands together."""
        forms: dict[str, frozenset[str]] = {}
        unwanted: set[str] = set()
        alike: set[tuple[str, str]] = set()
        unlike: set[tuple[str, str]] = set()
        lang = "es" if spanish else "en"
        for term in (term for brand in brands for term in (*replaced(brand, lang), *banned(brand, lang))):
            unwanted |= set(map(_folded, (*term.forms, *term.endings)))
            if term.rule == "term-preferred":
                others = {_folded(form): use for form, use in term.endings.items()}
                for pair in others.items():
                    (unlike if pair[1] == term.use else alike).add(pair)
                bases = set(map(_folded, term.forms)) - others.keys()
                forms[term.use] = forms.get(term.use, frozenset()) | bases
        return Preferences(forms, frozenset(unwanted), spanish, frozenset(alike), frozenset(unlike))

    def fit(self, term: str, use: str) -> bool:
        """Whether one word can stand for the other in any sentence: same number, gender and form.

        What has more words than it replaces is more often advice than a word.
        """
        return (
            _PLAIN.fullmatch(use) is not None
            and (_folded(use) not in self.unwanted or _folded(use) == _folded(term))
            and len(use.split()) <= len(term.split())
            and ((_folded(term), use) in self.alike or self._are_bases(_folded(term), use))
            and (not self.spanish or _same_ending(term, use))
        )

    def _are_bases(self, term: str, use: str) -> bool:
        """Whether neither is an ending of another form, as far as it can be seen."""
        forms = self.forms.get(use, frozenset())
        alike = (term[-1:] == "s") == (_folded(use)[-1:] == "s")
        return alike and (term, use) not in self.unlike and _is_base(term, forms)

    def stands(self, wanted: Wanted, before: str, after: str) -> bool:
        """Whether the words around it leave the replacement right."""
        if " " in wanted.use and (before[-1:] == "-" or after[:1] == "-"):
            return False
        word = _WORD_BEFORE.search(before[-60:])
        if not word or _folded(wanted.term) == _folded(wanted.use):
            return True
        goes = _goes_in_spanish if self.spanish else _goes_in_english
        return goes(word[1].casefold(), wanted.term, wanted.use)


def reworded(text: str, asked: Iterable[Wanted], known: Preferences, *, yaml: bool) -> tuple[str, int]:
    """The text with words replaced where that is safe, and in how many places."""
    new, count = text, 0
    swaps: dict[str, str] = {}
    placed = sorted(_placed(text, asked), key=lambda entry: entry[0], reverse=True)
    mask = (kept_in_yaml if yaml else kept)(text) if placed else b""
    for (start, end), wanted in placed:
        fits = 1 not in mask[start:end] and known.fit(wanted.term, wanted.use)
        if fits and known.stands(wanted, text[:start], text[end:]):
            use = _cased(wanted.use, wanted.term)
            new, count = new[:start] + use + new[end:], count + 1
            swaps[wanted.term] = use
    return (new, count) if not yaml or _says(text, new, swaps) else (text, 0)


def _placed(text: str, asked: Iterable[Wanted]) -> Iterator[tuple[tuple[int, int], Wanted]]:
    """Each word with its place, once, where it stands there as it was found, on one line."""
    by_feed = _starts(text.split("\n"), 1)
    others = _starts(text.splitlines(keepends=True), 0)
    seen = set()
    for wanted in asked:
        lines, place = (by_feed if wanted.by_feed else others), wanted.place
        if not 0 < place.line < len(lines):
            continue
        start = lines[place.line - 1] + place.column - 1
        end = start + place.end_column - place.column
        is_there = place.end_line == place.line and text[start:end] == wanted.term
        if is_there and start not in seen:
            seen.add(start)
            yield (start, end), wanted


def _starts(lines: Sequence[str], more: int) -> list[int]:
    return [0, *accumulate(len(line) + more for line in lines)]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _is_base(term: str, forms: Iterable[str]) -> bool:
    """Whether a form is no inflection: where a list has inflections, only what they begin with is none."""
    pairs = [(base, form) for base in forms for form in forms if _inflects(base, form)]
    return not pairs or (term in {base for base, _ in pairs} and term not in {form for _, form in pairs})


def _inflects(base: str, form: str) -> bool:
    return len(form) > len(base) > 2 and form.startswith(base[: max(3, len(base) - 2)])


def _same_ending(term: str, use: str) -> bool:
    """Whether what belongs to one Spanish word has the right gender for the other; if in doubt, not."""
    ending = _ending(term)
    return _folded(term) == _folded(use) or (ending != "" and ending == _ending(use))


def _ending(term: str) -> str:
    """What tells the gender of a Spanish noun, `o` or `a`; of a verb `ar`, `er` or `ir`; or nothing."""
    word = _folded(term).split()[0]
    if _EITHER.fullmatch(word):
        return ""
    for gender, nouns in (("a", _FEMININE), ("o", _MASCULINE)):
        if nouns.fullmatch(word):
            return gender
    bare = word.removesuffix("s")
    return bare[-1:] if bare[-1:] in {"a", "o"} else word[-2:] if word[-2:] in _INFINITIVES else ""


def _goes_in_english(previous: str, term: str, use: str) -> bool:
    """Whether a word before both is right for both: `a` and `an` go by the sound, which letters hint at."""
    if previous not in _ARTICLES:
        return True
    return not _ODD.match(term) and not _ODD.match(use) and _opens(term) == _opens(use)


def _opens(term: str) -> bool:
    return _folded(term)[:1] in _VOWELS


def _goes_in_spanish(previous: str, term: str, use: str) -> bool:
    """As in English; nouns that end with another letter than `a` never take *el* for their sound."""
    sound = _ALTERED.get(previous)
    if not sound or (sound == "a" and _ending(use) != "a"):
        return True
    return not any(_sound(word) == sound for word in (term, use))


def _sound(term: str) -> str:
    """The letter with which a Spanish word begins to sound, without its accent."""
    return unicodedata.normalize("NFD", _folded(term).removeprefix("h"))[:1]


def _cased(use: str, term: str) -> str:
    """The term to use with the capitals of the one that it replaces, unless its own mean something."""
    if use != use.lower() or _folded(use) == _folded(term):
        return use
    if len(term) > 1 and term.isupper():
        return use.upper()
    return use[:1].upper() + use[1:] if term[:1].isupper() else use


def _says(old: str, new: str, swaps: Mapping[str, str]) -> bool:
    """Whether a YAML text still says the same, but for these words."""
    before, after = read("", old.encode()), read("", new.encode())
    if not after.readable or len(after.problems) != len(before.problems):
        return False
    leaves = list(zip(_leaves(before.data), _leaves(after.data), strict=False))
    same_shape = len(leaves) == sum(1 for _ in _leaves(before.data)) == sum(1 for _ in _leaves(after.data))
    return same_shape and all(
        was == now or (was[0] == now[0] and _explained(was[1], now[1], swaps)) for was, now in leaves
    )


def _explained(was: str, now: str, swaps: Mapping[str, str]) -> bool:
    either = "|".join(map(re.escape, sorted(swaps, key=len, reverse=True)))
    parts = re.split(f"({either})", was)
    pattern = "".join(
        f"(?:{re.escape(part)}|{re.escape(swaps[part])})" if part in swaps else re.escape(part)
        for part in parts
    )
    return re.fullmatch(pattern, now) is not None


def _leaves(data: object, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value by its key path, in order."""
    if isinstance(data, dict):
        for key, part in data.items():
            yield from _leaves(part, (*keys, str(key)))
    elif isinstance(data, list):
        for at, part in enumerate(data):
            yield from _leaves(part, (*keys, str(at)))
    else:
        yield keys, "" if data is None else str(data)
