"""Words that the brand does not use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from playbook.address import cues, strayed
from playbook.case import Case
from playbook.diagnostics import Problem
from playbook.guidance import guided
from playbook.handed import Spot, Wording
from playbook.passages import MOST
from playbook.rulings import Options
from playbook.silence import silenced
from playbook.vocables import Vocabulary, banned, replaced

_IN_ALL = 60
"""Findings of one file; nobody reads more."""
_MARKED_UP = frozenset({"markdown", "text"})


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """A file says what the brand says: its terms, and the form in which it addresses people.

    Why:
        People notice when a letter speaks otherwise than the website, and a term is banned for a reason.
    Fix:
        Write what the hint names. A term that is only mentioned stands alone in quotation marks; in Markdown,
        as code or in ~~struck~~ words too.
    Source:
        brand/voice.yml: `terms`, `styles` and `address`. Whole words are compared, with their accents; of the
        forms of address only sure cues count, and nothing in quotation marks.
    Wrong:
        brand/voice.yml
            terms: {banned: [{term: seamless, use: easy}]}
        text.md
            A seamless payment.
    Right:
        brand/voice.yml
            terms: {banned: [{term: seamless, use: easy}]}
        text.md
            An easy payment.
    """
    yield from islice(_found(case), _IN_ALL)


def _found(case: Case) -> Iterator[Problem]:
    lists = tuple(Vocabulary.of(told(case.brand, case.lang)) for told in (banned, replaced))
    address = case.brand.voice.address
    for words in case.handed.texts:
        spoken = silenced(words.text) if case.handed.kind in _MARKED_UP else words.text
        for known in lists:
            for term, start, end in islice(known.found(spoken), MOST):
                word = words.text[start:end]
                yield term.told(word, case.at(_moved(words, start), word))
        for rule in case.brand.rules:
            for hit in islice(rule.hits(spoken, words.text), MOST):
                place = case.at(_moved(words, hit.start), words.text[hit.start : hit.end])
                yield guided(rule, hit, place)
        pattern = cues(address, spanish=(words.lang or case.lang).startswith("es"))
        for match in islice(strayed(spoken, pattern), MOST) if pattern else ():
            place = case.at(_moved(words, match.start()), match[0])
            yield Problem(f"form-of-address.{address}", place, {"word": match[0]}, "form-of-address.hint")


def _moved(words: Wording, start: int) -> Spot:
    """Where a word stands: lines and columns are counted on within a text whose beginning is known."""
    spot = words.spot
    if not spot.column:
        return spot
    before = words.text[:start]
    line = before.count("\n")
    column = start - before.rfind("\n") if line else spot.column + start
    return Spot(spot.line + line, column, spot.page, spot.part)
