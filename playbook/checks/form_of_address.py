"""How people are addressed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.address import cues, strayed
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import MOST, passages
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """People are addressed in the form that the voice sets: tú, usted or vos; formally or informally.

    Why:
        Who is called tú in one letter and usted in the next does not know how near the brand is.
    Fix:
        Rewrite the sentence in the brand's form, or change `address` in brand/voice.yml. Write exceptions
        into `address_note`, and waive what belongs to them.
    Source:
        Ours. Only sure cues count: pronouns and possessives of one form alone (usted shares most verbs and
        `su` with third persons), common verbs and imperatives that only one form has (*puedes*, *podés*,
        *contáctenos*, *regístrese*), and in English set phrases. Words in quotation marks are not judged.
    Wrong:
        brand/voice.yml
            address: usted
        content/touchpoints/checkout.yml
            name: Pago
            stage: decision
            promise: Te enviamos la factura.
    Right:
        brand/voice.yml
            address: usted
        content/touchpoints/checkout.yml
            name: Pago
            stage: decision
            promise: Le enviamos la factura.
    """
    spanish = playbook.settings.language == "es"
    known = {ident: cues(brand.voice.address, spanish=spanish) for ident, brand in playbook.brands.items()}
    for passage in passages(playbook) if any(known.values()) else ():
        pattern = known[passage.brand.id]
        for match in islice(strayed(passage.spoken, pattern), MOST) if pattern else ():
            place, facts = passage.place(*match.span()), {"word": match[0]}
            message = f"form-of-address.{passage.brand.voice.address}"
            yield Problem(message, place, facts, "form-of-address.hint")
