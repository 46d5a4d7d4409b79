"""How people are addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from playbook.choices import Address
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import MOST, passages
from playbook.rulings import Options

_TU = r"tú|ti|contigo"
_TU_OR_VOS = r"te|tus?|tuy[oa]s?"
_USTED = r"usted|uds?\.|vds?\."
_VOS = r"vos"
_VOSOTROS = r"vosotr[oa]s|vuestr[oa]s?|os"
_SPANISH: Mapping[Address, tuple[str, ...]] = {
    Address.TU: (_USTED, _VOS),
    Address.USTED: (_TU, _TU_OR_VOS, _VOS, _VOSOTROS),
    Address.VOS: (_TU, _USTED, _VOSOTROS),
}
_ENGLISH: Mapping[Address, tuple[str, ...]] = {
    Address.FORMAL: (r"hey|you guys|y['’]all|gonna|wanna",),
    Address.INFORMAL: (
        r"dear sirs?(?: or madam)?|sir/madam|to whom it may concern|yours (?:faithfully|truly)",
    ),
}
_SPANISH_NAMES = {Address.FORMAL: Address.USTED, Address.INFORMAL: Address.TU}
_QUOTED = re.compile(r"«[^»\n]{1,400}»|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"")


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """People are addressed in the form that the voice sets: tú, usted or vos; formally or informally.

    Why:
        Who is called tú in one letter and usted in the next does not know how near the brand is.
    Fix:
        Rewrite the sentence in the brand's form, or change `address` in brand/voice.yml. Write exceptions
        into `address_note`, and waive what belongs to them.
    Source:
        Ours. Only sure cues count: pronouns and possessives of one form alone (usted shares its verbs and
        `su` with third persons), and in English set phrases. Words in quotation marks are not judged.
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
    cues = {ident: _cues(brand.voice.address, spanish=spanish) for ident, brand in playbook.brands.items()}
    for passage in passages(playbook) if any(cues.values()) else ():
        pattern = cues[passage.brand.id]
        spoken = _QUOTED.sub(lambda match: " " * len(match[0]), passage.spoken)
        for match in islice(pattern.finditer(spoken), MOST) if pattern else ():
            if not _is_acronym(match[0]):
                place, facts = passage.place(*match.span()), {"word": match[0]}
                yield Problem(
                    f"form-of-address.{passage.brand.voice.address}", place, facts, "form-of-address.hint"
                )


def _is_acronym(word: str) -> bool:
    """TI is a trade and OS runs a computer."""
    return len(word) == 2 and word.isupper()


def _cues(address: Address | None, *, spanish: bool) -> re.Pattern[str] | None:
    """What gives other forms away, if anything does."""
    if address is None:
        return None
    known = _SPANISH_NAMES.get(address, address) if spanish else address
    cues = _SPANISH.get(known) or _ENGLISH.get(known)
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.IGNORECASE) if cues else None
