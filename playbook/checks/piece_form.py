"""What pieces say of their forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.making.tailored import misruled
from playbook.making.templates import is_made
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """What a piece says of its form, the form can do: the fields are there and take the values.

    Why:
        A value under a name that the kind does not have is never seen, and whoever wrote it believes that
        every quote has it.
    Fix:
        Use the names of the kind's fields, and values that they take: a number for `tax`, a date for `date`.
    Source:
        Ours.
    Wrong:
        content/pieces/quote.yml
            name: Quote
            kind: quote
            form: {tax: a fifth}
    Right:
        content/pieces/quote.yml
            name: Quote
            kind: quote
            form:
              tax: {value: 21, locked: true}
              tax_name: VAT
    """
    for piece in playbook.pieces.values():
        kind = playbook.kinds.get(piece.kind)
        if piece.form and kind is not None and is_made(kind):
            yield from misruled(kind, piece)
