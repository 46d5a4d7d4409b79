"""Terms that the brand does not use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import MOST, passages, words
from playbook.rulings import Options
from playbook.vocables import Vocabulary, banned


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The playbook's own texts use no term that the brand has banned.

    Why:
        Texts are copied from here; what the brand does not say must not stand in its own book.
    Fix:
        Say it as the hint suggests, or without the term. To speak about the term, put it alone in quotation
        marks, write it as code or ~~strike it~~. The voice's own lists and its examples of what not to say
        are not judged, nor is what customers say, or what is quoted after words such as never and "instead
        of".
    Source:
        The brand's own list: `terms: banned` in brand/voice.yml. Whole words are compared, with their
        accents; capitals count only with `match_case`. Regular endings are the same term, unless it is
        `exact`: plurals, in English also 's and the forms of sure verbs, in Spanish the feminine of sure
        adjectives and persons. Other forms are written after a `|`.
    Wrong:
        brand/voice.yml
            terms:
              banned:
                - {term: seamless|seamlessly, reason: Nobody has seen a seam.}
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: A seamless payment.
    Right:
        brand/voice.yml
            terms:
              banned:
                - {term: seamless|seamlessly, reason: Nobody has seen a seam.}
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: A payment in two steps, not a `seamless` one.
    """
    lang = playbook.settings.language or "en"
    terms = {ident: tuple(banned(brand, lang)) for ident, brand in playbook.brands.items()}
    if not any(terms.values()):
        return
    lists = {ident: Vocabulary.of(own, words(playbook)) for ident, own in terms.items()}
    for passage in passages(playbook) if any(known.forms for known in lists.values()) else ():
        for term, start, end in islice(lists[passage.brand.id].found(passage.spoken), MOST):
            yield term.told(passage.text[start:end], passage.place(start, end))
