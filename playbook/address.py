"""Words that give away how people are addressed: tú, usted or vos; formally or informally."""

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
_WHOLE = r"(?<!\w)"
_QUOTED = re.compile(r"«[^»\n]{1,400}»|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"")


def cues(address: Address | None, *, spanish: bool) -> re.Pattern[str] | None:
    """What gives the other forms away, if anything does. Only sure cues: usted shares its verbs and `su`."""
    if address is None:
        return None
    known = _SPANISH_NAMES.get(address, address) if spanish else address
    words = _SPANISH.get(known) or _ENGLISH.get(known)
    return re.compile(rf"{_WHOLE}(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def strayed(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a text leaves the form, outside of quotation marks."""
    if not _may_stray(text.lower(), pattern):
        return iter(())
    spoken = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    return (match for match in pattern.finditer(spoken) if not _is_acronym(match[0]))


def _may_stray(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a word of a text in small letters begins like a cue; most texts are done with here."""
    found = (match.start() for match in _without_start(pattern).finditer(text))
    return any(not text[at - 1 : at].isalnum() for at in found)


@cache
def _without_start(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern less the look at what stands before: beginning with letters, it is ten times as fast."""
    return re.compile(pattern.pattern.removeprefix(_WHOLE))


def _is_acronym(word: str) -> bool:
    """TI is a trade and OS runs a computer."""
    return len(word) == 2 and word.isupper()
