"""Lists of terms, and where they occur in a text.

All terms of a list are one pattern, so that a text is read once however long the list is. Words are whole
words: "solution" is not in "resolution", nor "don" in "don't". Accents count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playbook.brand import Brand
from playbook.diagnostics import Location, Problem


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
class Vocabulary:
    """A list of terms as one pattern; group `n` is one form of the term `terms[n - 1]`.

    None stands for a form that is harmless: what is to be said instead may hold the term itself.
    """

    pattern: re.Pattern[str] | None
    terms: Sequence[Term | None]

    @staticmethod
    def of(terms: Iterable[Term]) -> Vocabulary:
        """The list of these terms; longer forms win over those that they begin with."""
        forms = [entry for term in terms for entry in _forms(term)]
        forms.sort(key=lambda entry: -len(entry[0]))
        if not forms:
            return Vocabulary(None, ())
        alternatives = "|".join(_alternative(form, match_case=match_case) for form, _, match_case in forms)
        pattern = rf"(?<!\w)(?<!\w['’])(?:{alternatives})(?!['’]?\w)"
        return Vocabulary(re.compile(pattern), [term for _, term, _ in forms])

    def found(self, text: str) -> Iterator[tuple[Term, int, int]]:
        """Each occurrence of a term: the term, its start and its end."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            term = self.terms[(match.lastindex or 0) - 1]
            if term is not None and match[0] != term.use:
                yield term, match.start(), match.end()


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


def _forms(term: Term) -> Iterator[tuple[str, Term | None, bool]]:
    """The forms of a term, and the harmless one: the form, its term, whether capitals count."""
    forms = [unicodedata.normalize("NFC", form).strip() for form in term.forms]
    for form in filter(None, forms):
        yield form, term, term.match_case
    use = unicodedata.normalize("NFC", term.use).strip()
    if any(_holds(use, form) for form in forms):
        yield use, None, term.match_case


def _holds(use: str, form: str) -> bool:
    return form.casefold() in use.casefold() and form.casefold() != use.casefold()


def _alternative(form: str, *, match_case: bool) -> str:
    words = r"\s+".join(map(re.escape, form.split()))
    return f"({words})" if match_case else f"((?i:{words}))"
