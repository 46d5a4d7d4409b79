"""What a voice says against itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from playbook.address import cues, strayed
from playbook.brand import Brand
from playbook.capped import once
from playbook.diagnostics import Problem
from playbook.document import Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options
from playbook.vocables import Term, Vocabulary, banned, replaced

_MOST = 3000
"""Terms of a list that are compared."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term that is not to be said: what is said instead, if anything, and where it is written."""

    text: str
    use: str
    match_case: bool
    keys: Keys


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The voice does not contradict itself: no term is wanted and unwanted, and what to say keeps the rules.

    Why:
        Whoever asks "may I say this?" finds a yes and a no, and the checks of texts ask for what they
        refuse elsewhere.
    Fix:
        Decide, and take the term out of one of the two lists. Let the sentences under `say` keep to the
        voice's own terms and form of address.
    Source:
        Ours. Compared are preferred and banned terms with all their forms, what to say instead, and the
        sentences of `say`.
    Wrong:
        brand/voice.yml
            terms:
              preferred: [{use: cart, instead_of: [basket]}]
              banned: [{term: cart, use: basket}]
    Right:
        brand/voice.yml
            terms:
              preferred: [{use: cart, instead_of: [basket]}]
              banned: [{term: trolley, use: cart}]
    """
    spanish = playbook.settings.language == "es"
    yield from once(p for brand in playbook.brands.values() for p in _contradictions(brand, spanish=spanish))


def _contradictions(brand: Brand, *, spanish: bool) -> Iterator[Problem]:
    if brand.wrote(brand.voice, "terms"):
        yield from _twice(brand)
        yield from _unwanted(brand)
    if brand.wrote(brand.voice, "principles"):
        yield from _unlike(brand, spanish=spanish)


def _twice(brand: Brand) -> Iterator[Problem]:
    """Forms that two rules are about, and ask other things for."""
    first: dict[str, Form] = {}
    for form in _forms(brand):
        plain = _plain(form.text)
        known = first.setdefault(plain, form)
        if known is not form and not form.match_case and not known.match_case:
            differ = form.use and known.use and _plain(form.use) != _plain(known.use)
            case = "differently" if differ else "twice"
            facts = {"term": form.text, "one": known.use, "other": form.use}
            place, other = brand.voice.at(*form.keys), brand.voice.at(*known.keys)
            yield Problem(
                f"voice-contradiction.{case}", place, facts, "voice-contradiction.one-hint", (other,)
            )


def _unwanted(brand: Brand) -> Iterator[Problem]:
    """Terms to be said that are not to be said."""
    forms = _forms(brand)
    unwanted = Vocabulary.of(Term((form.text,), form.use, "", form.match_case) for form in forms)
    for keys, wanted in _wanted(brand):
        text = unicodedata.normalize("NFC", wanted).strip()
        for term, start, end in unwanted.found(text):
            said = "preferred" in keys or end - start == len(text)
            if said and _plain(term.use) != _plain(text):
                facts = {"term": text, "word": text[start:end]}
                place = brand.voice.at(*keys)
                yield Problem("voice-contradiction.wanted", place, facts, "voice-contradiction.one-hint")
                break


def _unlike(brand: Brand, *, spanish: bool) -> Iterator[Problem]:
    """Sentences as the brand says them that leave its terms or its form of address."""
    lang = "es" if spanish else "en"
    unwanted = Vocabulary.of((*banned(brand, lang), *replaced(brand, lang)))
    pattern = cues(brand.voice.address, spanish=spanish)
    for index, principle in enumerate(brand.voice.principles):
        for at, sentence in enumerate(principle.say):
            text = unicodedata.normalize("NFC", sentence)
            place = brand.voice.at("principles", index, "say", at)
            for _, start, end in unwanted.found(text):
                facts = {"word": text[start:end]}
                yield Problem("voice-contradiction.said", place, facts, "voice-contradiction.said-hint")
            for match in strayed(text, pattern) if pattern else ():
                facts = {"word": match[0], "address": f"@address.{brand.voice.address}"}
                yield Problem("voice-contradiction.address", place, facts, "voice-contradiction.said-hint")


def _forms(brand: Brand) -> Iterator[Form]:
    """Every form that is not to be said."""
    terms = brand.voice.terms
    for index, entry in enumerate(terms.preferred[:_MOST]):
        for at, text in enumerate(entry.instead_of):
            yield Form(text, entry.use, entry.match_case, ("terms", "preferred", index, "instead_of", at))
    for index, ban in enumerate(terms.banned[:_MOST]):
        for text in filter(str.strip, ban.term.split("|")):
            yield Form(text, ban.use or "", ban.match_case, ("terms", "banned", index, "term"))


def _wanted(brand: Brand) -> Iterator[tuple[Keys, str]]:
    """Every term that is to be said; what to say instead of a banned one may also be advice."""
    terms = brand.voice.terms
    for index, entry in enumerate(terms.preferred[:_MOST]):
        yield ("terms", "preferred", index, "use"), entry.use
    for index, ban in enumerate(terms.banned[:_MOST]):
        if ban.use:
            yield ("terms", "banned", index, "use"), ban.use


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
