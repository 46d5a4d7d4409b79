"""Rules that the voice takes in from a style of Vale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.guidance import guided
from playbook.model import Playbook
from playbook.passages import MOST, passages
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    r"""The playbook's own texts keep the rules of the Vale styles that the voice names.

    Why:
        Rules that editors have collected elsewhere hold for the playbook too, and need not be written twice.
    Fix:
        Follow the rule's own message. What is only mentioned stands as code or in ~~struck~~ words. A rule
        that the brand does not want is taken out of the style's folder.
    Source:
        The rule's file, in a folder under `styles` in brand/voice.yml. Followed are `existence`,
        `substitution` and `occurrence`, with ignorecase, nonword, exceptions, and the scopes text, paragraph,
        heading, list, sentence, summary and raw; a suggestion is an information. What is not followed, such
        as other extension points, or patterns that could take for ever, is told at its line, and that rule is
        left out.
    Wrong:
        brand/voice.yml
            styles: vale/Plain
        brand/vale/Plain/Hedges.yml
            extends: existence
            message: "'%s' promises nothing."
            ignorecase: true
            tokens: [hopefully, 'as soon as \w+']
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: You get an answer as soon as possible.
    Right:
        brand/voice.yml
            styles: vale/Plain
        brand/vale/Plain/Hedges.yml
            extends: existence
            message: "'%s' promises nothing."
            ignorecase: true
            tokens: [hopefully, 'as soon as \w+']
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: You get an answer within two hours.
    """
    for passage in passages(playbook) if any(brand.rules for brand in playbook.brands.values()) else ():
        for rule in passage.brand.rules:
            for hit in islice(rule.hits(passage.spoken, passage.text), MOST):
                yield guided(rule, hit, passage.place(hit.start, hit.end))
