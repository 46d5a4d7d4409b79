"""Lists of terms, and where they occur in a text.

The terms of a list are one pattern, so that a text is read once however long the list is. Words are whole
words: "solution" is not in "resolution", nor "don" in "don't". Accents count. Regular endings are the same
term, unless it is exact. A term that stands alone in quotation marks is spoken about, not used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from playbook.brand import Brand
from playbook.diagnostics import Location, Problem
from playbook.inflections import endings, inflected
from playbook.prefixes import either

_WORD = re.compile(r"\w+")
_CLOSING = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in all its forms, what to say instead, which may be empty, and the rule that it breaks.

    The endings of `lang` are forms of it too; without a language only what is written counts.
    """

    forms: tuple[str, ...]
    use: str = ""
    reason: str = ""
    match_case: bool = False
    rule: str = "term-banned"
    lang: str = ""

    @property
    def endings(self) -> Mapping[str, str]:
        """What its endings make of it, each with what to say instead, in the same form where that is known.

        A name, and another way of writing one word, have none: *Aldaba* is no *aldabas*.
        """
        replaces = self.rule == "term-preferred"
        if not self.lang or (replaces and self.use[:1].isupper()):
            return {}
        forms = [form for form in map(_plain, self.forms) if form and form.casefold() != self.use.casefold()]
        return inflected(forms, self.use, self.lang if forms else "", alike=replaces)

    def told(self, word: str, place: Location) -> Problem:
        """That a word of the text is this term."""
        facts = {"term": word, "use": self.use, "reason": self.reason}
        why = "why-" if self.reason else ""
        instead = ("instead-" if self.use else "none-") if self.rule == "term-banned" else ""
        return Problem(f"{self.rule}.used", place, facts, f"{self.rule}.{instead}{why}hint")


@dataclass(frozen=True, slots=True)
class _Forms:
    """Forms as one pattern; `known` leads from each, as it is compared, to its term.

    None stands for a form that is harmless: what is to be said instead may hold the term itself.
    """

    pattern: re.Pattern[str]
    known: Mapping[str, Term | None]
    match_case: bool

    @staticmethod
    def of(entries: Iterable[tuple[str, Term | None, bool]], *, match_case: bool) -> _Forms | None:
        known: dict[str, Term | None] = {}
        words: list[str] = []
        for form, term, counts in entries:
            if counts == match_case:
                known.setdefault(_compared(form, match_case=match_case), term)
                words.append(" ".join((form if match_case else form.lower()).split()))
        if not known:
            return None
        flags = "" if match_case else "i"
        pattern = rf"(?<!\w)(?<!\w['’])(?{flags}:{either(words)})(?!\w)(?!['’](?!s\b)\w)"
        return _Forms(re.compile(pattern), known, match_case)

    def found(self, text: str) -> Iterator[tuple[int, int, Term | None]]:
        for match in self.pattern.finditer(text):
            term = self.known.get(_compared(match[0], match_case=self.match_case))
            if term is None or match[0] != term.use:
                yield match.start(), match.end(), term


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of terms: those for which capitals count, and the others."""

    forms: tuple[_Forms, ...]

    @staticmethod
    def of(terms: Iterable[Term], among: Collection[str] | None = None) -> Vocabulary:
        """The list of these terms; longer forms win over those that they begin with.

        With `among`, all words of the texts (case folded), forms that cannot stand in them are left out.
        """
        several = tuple(terms)
        owned: dict[str, Term | None] = {term.use.casefold(): None for term in several if term.use}
        owned |= {_plain(form).casefold(): term for term in reversed(several) for form in term.forms}
        entries = [entry for term in several for entry in _forms(term, owned) if _may_stand(entry[0], among)]
        lists = (_Forms.of(entries, match_case=match_case) for match_case in (True, False))
        return Vocabulary(tuple(filter(None, lists)))

    def found(self, text: str) -> Iterator[tuple[Term, int, int]]:
        """Each occurrence of a term: the term, its start and its end."""
        hits = [hit for forms in self.forms for hit in forms.found(text)]
        last = 0
        for start, end, term in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if start >= last:
                last = end
                if term is not None and not _is_mentioned(text, start, end):
                    yield term, start, end


def banned(brand: Brand, lang: str) -> Iterator[Term]:
    """What the brand does not say; texts are in the language `lang`."""
    for entry in brand.voice.terms.banned:
        forms, own = tuple(entry.term.split("|")), "" if entry.exact else lang
        yield Term(forms, entry.use or "", entry.reason or "", match_case=entry.match_case, lang=own)


def replaced(brand: Brand, lang: str) -> Iterator[Term]:
    """What the brand says in other words."""
    for entry in brand.voice.terms.preferred:
        own, reason = "" if entry.exact else lang, entry.reason or ""
        yield Term(entry.instead_of, entry.use, reason, entry.match_case, "term-preferred", own)


def _is_mentioned(text: str, start: int, end: int) -> bool:
    closing = _CLOSING.get(text[start - 1 : start])
    return closing is not None and closing in (text[end : end + 1], text[end : end + 2].lstrip(".,;!?"))


def _forms(term: Term, owned: Mapping[str, Term | None]) -> Iterator[tuple[str, Term | None, bool]]:
    """The forms of a term, and the harmless ones: the form, its term, whether capitals count.

    No ending makes a form of it that is written for another term, or is to be said.
    """
    others = term.endings
    for form, instead in others.items():
        if owned.get(form.casefold(), term) is term:
            yield form, replace(term, use=instead), term.match_case
    written = list(filter(None, map(_plain, term.forms)))
    for form in written:
        yield form, term, term.match_case
    use = _plain(term.use)
    said = (use, *(word for _, words in endings(use, term.lang) for word in words))
    for harmless in said:
        if any(_holds(harmless, form) for form in (*written, *others)):
            yield harmless, None, term.match_case


def _plain(form: str) -> str:
    return unicodedata.normalize("NFC", form).strip()


def _may_stand(form: str, among: Collection[str] | None) -> bool:
    return among is None or all(word in among for word in _WORD.findall(form.casefold()))


def _holds(use: str, form: str) -> bool:
    return form.casefold() in use.casefold() and form.casefold() != use.casefold()


def _compared(form: str, *, match_case: bool) -> str:
    words = " ".join(form.split())
    return words if match_case else words.casefold()
