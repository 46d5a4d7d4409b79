"""Terms replaced by those that a brand prefers, where nothing else of the sentence has to change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from playbook.brand import Brand
from playbook.diagnostics import Location
from playbook.source import read
from playbook.vocables import banned, replaced

_PLAIN = re.compile(r"\w[\w .'’&+/-]*")
"""What can be put into a text without meaning anything else there."""
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+)[ \t]+\Z")
_ARTICLES = frozenset({"a", "an"})
_VOWELS = frozenset("aeiou")
_DETERMINERS = re.compile(
    r"(?:el|l[ao]s?|un[ao]?s?|al|del|es[ea]s?|esos|est[ea]s?|estos|aquel|aquellas?|aquellos"
    r"|(?:nuestr|vuestr|otr)[ao]s?)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a file and what is to stand there; `by_feed` where only line feeds were counted as lines."""

    place: Location
    term: str
    use: str
    by_feed: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What brands prefer: the forms that each term replaces; what is not said at all; the language."""

    forms: Mapping[str, frozenset[str]]
    unwanted: frozenset[str]
    spanish: bool = False

    @staticmethod
    def of(brands: Iterable[Brand], *, spanish: bool) -> Preferences:
        """The preferences of several brands together."""
        forms: dict[str, frozenset[str]] = {}
        unwanted: set[str] = set()
        for brand in brands:
            for term in replaced(brand):
                forms[term.use] = forms.get(term.use, frozenset()) | set(map(_folded, term.forms))
            unwanted |= {_folded(form) for term in (*replaced(brand), *banned(brand)) for form in term.forms}
        return Preferences(forms, frozenset(unwanted), spanish)

    def fit(self, term: str, use: str) -> bool:
        """Whether one word can stand for the other in any sentence: same number, gender and form.

        What has more words than it replaces is more often advice than a word.
        """
        forms = self.forms.get(use, frozenset())
        return (
            _PLAIN.fullmatch(use) is not None
            and (_folded(use) not in self.unwanted or _folded(use) == _folded(term))
            and len(use.split()) <= len(term.split())
            and (_folded(term)[-1:] == "s") == (_folded(use)[-1:] == "s")
            and _is_base(_folded(term), forms)
            and not (self.spanish and {_ending(term), _ending(use)} == {"a", "o"})
        )

    def stands(self, wanted: Wanted, before: str, after: str) -> bool:
        """Whether the words around it leave the replacement right."""
        word = _WORD_BEFORE.search(before[-60:])
        previous = word[1].casefold() if word else ""
        if " " in wanted.use and (before[-1:] == "-" or after[:1] == "-"):
            return False
        if self.spanish:
            return not _DETERMINERS.fullmatch(previous) or _ending(wanted.term) == _ending(wanted.use)
        return previous not in _ARTICLES or _opens(wanted.term) == _opens(wanted.use)


def reworded(text: str, asked: Iterable[Wanted], known: Preferences, *, yaml: bool) -> tuple[str, int]:
    """The text with words replaced where that is safe, and in how many places."""
    new, count = text, 0
    swaps: dict[str, str] = {}
    for (start, end), wanted in sorted(_placed(text, asked), key=lambda entry: entry[0], reverse=True):
        use = _cased(wanted.use, wanted.term)
        if known.fit(wanted.term, wanted.use) and known.stands(wanted, text[:start], text[end:]):
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


def _ending(term: str) -> str:
    """What tells the gender of a Spanish noun, as far as anything does: its first word's end."""
    word = _folded(term).split()[0].removesuffix("s")
    return word[-1:] if word[-1:] in {"a", "o"} else word[-2:]


def _opens(term: str) -> bool:
    return _folded(term)[:1] in _VOWELS


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
