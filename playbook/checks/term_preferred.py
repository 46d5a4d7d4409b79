"""Terms that the brand prefers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import MOST, passages, words
from playbook.rulings import Options
from playbook.vocables import Vocabulary, replaced


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The playbook's own texts use the terms that the brand prefers.

    Why:
        One word for one thing: two words make people look for a difference.
    Fix:
        Write the preferred term. To speak about the other one, put it alone in quotation marks, write it as
        code or ~~strike it~~.
    Source:
        The brand's own list: `terms: preferred` in brand/voice.yml. Whole words are compared, with their
        accents; capitals count only with `match_case`. Regular endings are the same term, unless it is
        `exact`: plurals, in English also 's and the forms of sure verbs, in Spanish the feminine of sure
        adjectives and persons.
    Wrong:
        brand/voice.yml
            terms:
              preferred:
                - {use: fridge, instead_of: refrigerator}
        content/index.md
            # Example
            We deliver refrigerators.
    Right:
        brand/voice.yml
            terms:
              preferred:
                - {use: fridge, instead_of: refrigerator}
        content/index.md
            # Example
            We deliver fridges.
    """
    lang = playbook.settings.language or "en"
    terms = {ident: tuple(replaced(brand, lang)) for ident, brand in playbook.brands.items()}
    if not any(terms.values()):
        return
    lists = {ident: Vocabulary.of(own, words(playbook)) for ident, own in terms.items()}
    for passage in passages(playbook) if any(known.forms for known in lists.values()) else ():
        for term, start, end in islice(lists[passage.brand.id].found(passage.spoken), MOST):
            yield term.told(passage.text[start:end], passage.place(start, end))
