"""The voice as a style for Vale, a program that checks texts in editors: a folder for each brand.

What Vale has no rule for stays out: the form of address, and the ease of reading.
Source of the format: vale.sh/docs, version 3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.edit.write import Layout, Value, block
from playbook.i18n import text
from playbook.model import Playbook
from playbook.vocables import Term, banned, replaced

_SIGNS = re.compile(r"[\\.^$*+?{}\[\]|()]")
_WORD = r"\w\S*"
"""What is counted as a word: numbers, and what hyphens join, are one each."""


Rule = dict[str, Value]


def export(playbook: Playbook, lang: str) -> tuple[Artifact, ...]:
    """A settings file, and the styles of the brand and its sub-brands beside it."""
    named: dict[str, str] = {}
    for ident, brand in playbook.brands.items():
        named[ident] = _name(brand.name) or "Brand"
        if list(named.values()).count(named[ident]) > 1:
            named[ident] += _name(ident.title())
    files = [
        Artifact(f"{named[brand.id]}/{name}.yml", _yaml(rule))
        for brand in playbook.brands.values()
        for name, rule in _rules(brand, lang, playbook.settings.language or "en")
    ]
    return (Artifact(".vale.ini", _settings(named, files)), *files)


def _settings(named: Mapping[str, str], files: Iterable[Artifact]) -> str:
    """Settings for texts of the brand; those for sub-brands as comments."""
    written = {file.path.partition("/")[0] for file in files}
    styles = ((ident, name) for ident, name in named.items() if name in written)
    based = [f"{'# ' if ident else ''}BasedOnStyles = {name}" for ident, name in styles]
    lines = ["StylesPath = .", "MinAlertLevel = suggestion", "", "[*.{md,txt,html}]", *based]
    return "".join(f"{line}\n" for line in lines)


def _name(words: str) -> str:
    """Words as the name of a folder that every system takes, without accents."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-zA-Z0-9]", "", plain.title() if " " in plain else plain)


def _rules(brand: Brand, lang: str, texts: str) -> Iterator[tuple[str, Rule]]:
    """The rules by name; `texts` is the language of what they are for, `lang` that of what they say."""
    for match_case, signs in product((False, True), (False, True)):
        for name, terms in (("Preferred", replaced(brand, texts)), ("Banned", banned(brand, texts))):
            several = [term for term in terms if term.match_case == match_case]
            swap, tokens = _listed(several, signs=signs)
            how: Rule = {"level": "warning", "ignorecase": not match_case, "nonword": signs}
            end = ("Signs" if signs else "") + ("Case" if match_case else "")
            if swap:
                yield name + end, _rule("substitution", text(lang, "vale.swap"), how | {"swap": swap})
            if tokens:
                yield f"Never{end}", _rule("existence", text(lang, "vale.banned"), how | {"tokens": tokens})
    if most := brand.voice.sentence_length:
        told = text(lang, "vale.sentence", {"most": most})
        counted: Rule = {"level": "warning", "scope": "sentence", "max": most, "token": _WORD}
        yield "SentenceLength", _rule("occurrence", told, counted)


def _rule(extends: str, message: str, more: Rule) -> Rule:
    return {"extends": extends, "message": message, **more}


def _listed(terms: Iterable[Term], *, signs: bool) -> tuple[dict[str, str], list[str]]:
    """The forms that have something to be said instead, and those that have not.

    Those that begin or end in a sign, as "C++" does, want another border than words have.
    """
    swap: dict[str, str] = {}
    tokens: list[str] = []
    for term in terms:
        forms = {" ".join(form.split()): term.use for form in term.forms} | dict(term.endings)
        for form, use in forms.items():
            if not form or (re.fullmatch(r"\w(?:.*\w)?", form) is None) != signs:
                continue
            pattern = _pattern(form, use, signs=signs)
            if use:
                swap.setdefault(pattern, use)
            elif pattern not in tokens:
                tokens.append(pattern)
    return swap, tokens


def _pattern(form: str, use: str, *, signs: bool) -> str:
    """A form as a pattern; within what is to be said instead it is harmless."""
    before, found, after = use.casefold().partition(form.casefold())
    made = _escaped(form)
    if found and (before or after):
        made = (f"(?<!{_escaped(before)})" if before else "") + made
        made += f"(?!{_escaped(after)})" if after else ""
    return rf"(?<!\w){made}(?!\w)" if signs else made


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", words)


def _yaml(rule: Rule) -> str:
    """A rule as a file; what is false is so without being said."""
    lines = block({key: value for key, value in rule.items() if value is not False}, 0, Layout())
    return "".join(f"{line}\n" for line in lines)
