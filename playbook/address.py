"""Words that give away how people are addressed: tú, usted or vos; formally or informally."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.choices import Address

_TU = r"tú|ti|contigo"
_TU_OR_VOS = r"te|tus?|tuy[oa]s?"
_USTED = r"usted|uds?\.|vds?\."
_VOS = r"vos"
_VOSOTROS = r"vosotr[oa]s|vuestr[oa]s?|os"
_TU_VERBS = (
    "puedes tienes quieres sabes debes eres necesitas contáctanos llámanos visítanos síguenos cuéntanos"
    " haznos envíanos mándanos consúltanos pregúntanos déjanos ayúdanos acompáñanos indícanos escríbenos"
    " permítenos conócenos encuéntranos búscanos recomiéndanos suscríbete inscríbete regístrate únete"
    " comunícate asegúrate infórmate"
)
_USTED_VERBS = (
    "contáctenos llámenos visítenos síganos cuéntenos háganos díganos envíenos mándenos consúltenos"
    " pregúntenos déjenos ayúdenos acompáñenos indíquenos escríbanos permítanos conózcanos encuéntrenos"
    " búsquenos recomiéndenos suscríbase inscríbase regístrese póngase únase comuníquese diríjase"
    " asegúrese infórmese"
)
_VOS_VERBS = "podés tenés querés sabés hacés necesitás escribinos seguinos decinos suscribite inscribite"
_VOSOTROS_VERBS = "podéis tenéis queréis sabéis debéis sois necesitáis"
"""Verbs that only one form has. Of imperatives, those with a pronoun at their end: without one, and with most
others, they may be said of a third person (*que compre*), or to nobody (*véase*, *agítese antes de usar*)."""
_SPANISH: Mapping[Address, tuple[str, ...]] = {
    Address.TU: (_USTED, _VOS),
    Address.USTED: (_TU, _TU_OR_VOS, _VOS, _VOSOTROS),
    Address.VOS: (_TU, _USTED, _VOSOTROS),
}
_SPANISH_VERBS: Mapping[Address, tuple[str, ...]] = {
    Address.TU: (_USTED_VERBS, _VOS_VERBS),
    Address.USTED: (_TU_VERBS, _VOS_VERBS, _VOSOTROS_VERBS),
    Address.VOS: (_TU_VERBS, _USTED_VERBS, _VOSOTROS_VERBS),
}
_ENGLISH: Mapping[Address, tuple[str, ...]] = {
    Address.FORMAL: (r"hey|you guys|y['’]all|gonna|wanna",),
    Address.INFORMAL: (
        r"dear sirs?(?: or madam)?|sir/madam|to whom it may concern|yours (?:faithfully|truly)",
    ),
}
_SPANISH_NAMES = {Address.FORMAL: Address.USTED, Address.INFORMAL: Address.TU}
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"«[^»\n]{1,400}»|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"")


@dataclass(frozen=True, slots=True)
class Cues:
    """What gives other forms away: a pattern, how its pronouns and phrases begin, and its verbs.

    To look for the beginnings and to look words up is ten times as fast as the pattern.
    """

    pattern: re.Pattern[str]
    beginnings: re.Pattern[str]
    verbs: frozenset[str]

    def may_be_in(self, text: str) -> bool:
        """Whether a word of a text in small letters is, or begins like, a cue; most texts have none."""
        if self.verbs and not self.verbs.isdisjoint(_WORD.findall(text)):
            return True
        found = (match.start() for match in self.beginnings.finditer(text))
        return any(not text[at - 1 : at].isalnum() for at in found)


def cues(address: Address | None, *, spanish: bool) -> Cues | None:
    """What gives the other forms away, if anything does. Only sure cues: usted shares its verbs and `su`."""
    if address is None:
        return None
    known = _SPANISH_NAMES.get(address, address) if spanish else address
    words = _SPANISH.get(known) or _ENGLISH.get(known)
    return _cues(words, " ".join(_SPANISH_VERBS.get(known, ())).split()) if words else None


def _cues(words: Sequence[str], verbs: Sequence[str]) -> Cues:
    every = "|".join((*words, *verbs))
    return Cues(
        re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(words)})(?!\w)"),
        frozenset(verbs),
    )


def strayed(text: str, cues: Cues) -> Iterator[re.Match[str]]:
    """Where a text leaves the form, outside of quotation marks."""
    if not cues.may_be_in(text.lower()):
        return iter(())
    spoken = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    return (match for match in cues.pattern.finditer(spoken) if not _is_acronym(match[0]))


def _is_acronym(word: str) -> bool:
    """TI is a trade and OS runs a computer."""
    return len(word) == 2 and word.isupper()
