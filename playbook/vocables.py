"""Lists of terms, and where they occur in a text.

The terms of a list are one pattern, so that a text is read once however long the list is. Words are whole
words: "solution" is not in "resolution", nor "don" in "don't". Accents count. A term that stands alone in
quotation marks is spoken about, not used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.brand import Brand
from playbook.diagnostics import Location, Problem
from playbook.prefixes import either

_WORD = re.compile(r"\w+")
_CLOSING = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in all its forms, what to say instead, which may be empty, and the rule that it breaks."""

    forms: tuple[str, ...]
    use: str = ""
    reason: str = ""
    match_case: bool = False
    rule: str = "term-banned"

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
        pattern = rf"(?<!\w)(?<!\w['’])(?{flags}:{either(words)})(?!['’]?\w)"
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
        entries = [entry for term in terms for entry in _forms(term) if _may_stand(entry[0], among)]
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


def banned(brand: Brand) -> Iterator[Term]:
    """What the brand does not say."""
    for entry in brand.voice.terms.banned:
        forms = tuple(entry.term.split("|"))
        yield Term(forms, entry.use or "", entry.reason or "", match_case=entry.match_case)


def replaced(brand: Brand) -> Iterator[Term]:
    """What the brand says in other words."""
    for entry in brand.voice.terms.preferred:
        reason = entry.reason or ""
        yield Term(entry.instead_of, entry.use, reason, match_case=entry.match_case, rule="term-preferred")


def _is_mentioned(text: str, start: int, end: int) -> bool:
    closing = _CLOSING.get(text[start - 1 : start])
    return closing is not None and closing in (text[end : end + 1], text[end : end + 2].lstrip(".,;!?"))


def _forms(term: Term) -> Iterator[tuple[str, Term | None, bool]]:
    """The forms of a term, and the harmless one: the form, its term, whether capitals count."""
    forms = [unicodedata.normalize("NFC", form).strip() for form in term.forms]
    for form in filter(None, forms):
        yield form, term, term.match_case
    use = unicodedata.normalize("NFC", term.use).strip()
    if any(_holds(use, form) for form in forms):
        yield use, None, term.match_case


def _may_stand(form: str, among: Collection[str] | None) -> bool:
    return among is None or all(word in among for word in _WORD.findall(form.casefold()))


def _holds(use: str, form: str) -> bool:
    return form.casefold() in use.casefold() and form.casefold() != use.casefold()


def _compared(form: str, *, match_case: bool) -> str:
    words = " ".join(form.split())
    return words if match_case else words.casefold()
