"""What gives away how people are addressed: tú, usted or vos; formally or informally.

Only sure cues count: pronouns and possessives of one form alone, and in English set phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from playbook.choices import Address

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


def strangers(text: str, address: Address | None, *, spanish: bool) -> Iterator[re.Match[str]]:
    """The words of other forms than the one that is set; words in quotation marks are not judged."""
    pattern = _cues(address, spanish=spanish)
    spoken = _QUOTED.sub(lambda match: " " * len(match[0]), text) if pattern else ""
    for match in pattern.finditer(spoken) if pattern else ():
        if not _is_acronym(match[0]):
            yield match


def _is_acronym(word: str) -> bool:
    """TI is a trade and OS runs a computer."""
    return len(word) == 2 and word.isupper()


@cache
def _cues(address: Address | None, *, spanish: bool) -> re.Pattern[str] | None:
    """What gives other forms away, if anything does."""
    if address is None:
        return None
    known = _SPANISH_NAMES.get(address, address) if spanish else address
    cues = _SPANISH.get(known) or _ENGLISH.get(known)
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.IGNORECASE) if cues else None
