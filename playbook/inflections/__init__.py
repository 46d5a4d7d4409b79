"""The regular endings of words, English and Spanish: how else a term is written, and another one alike.

Only what is sure is made: what would more often be another word is left out (`caso` has no feminine).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from playbook.inflections.english import ACTING, english, is_compared, is_verb
from playbook.inflections.spanish import spanish

_LANGUAGES = {"en": english, "es": spanish}
_LONGEST = 100
"""Characters of a term that is taken for words."""
_LESS = {"feminines": "plural"}
"""What is the same form of a word that has one for both genders: *clientes*."""
_OTHER_WORDS = frozenset({
    "always", "antes", "besides", "bienes", "customs", "goods", "gracias", "means", "menos", "news",
    "odds", "premises", "sometimes",
})  # fmt: skip
"""What looks like the plural of a word and is another word."""


def inflected(forms: Collection[str], use: str, lang: str, *, alike: bool) -> Mapping[str, str]:
    """The other forms of a term, each with what is to be said instead, if `alike` in the same form.

    It stays as it is where that form is not known. Forms that are given are among them where they are
    endings of others.
    """
    if lang == "en" and any(is_compared(form, forms) for form in forms):
        return {}
    told = dict(endings(use, lang)) if alike else {}
    made: dict[str, str] = {}
    for form in forms:
        for kind, words in _sure(form, forms, lang):
            for word in words:
                made.setdefault(word, (told.get(kind) or told.get(_LESS.get(kind, ""), (use,)))[0])
    said = {use.casefold(), *(word.casefold() for words in told.values() for word in words)}
    return {word: instead for word, instead in made.items() if word.casefold() not in said | _OTHER_WORDS}


@lru_cache(maxsize=4096)
def endings(words: str, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms of a word, or of the one that leads several: kinds of ending, spellings, the usual first."""
    made = _LANGUAGES[lang](words) if lang in _LANGUAGES and len(words) <= _LONGEST else {}
    return tuple((kind, spellings) for kind, spellings in made.items() if spellings)


def _sure(form: str, forms: Collection[str], lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The endings that this term has: those of a verb where it is known as one, or given with one of them.

    Many English words are nouns too, and "marketing" is no form of "market".
    """
    made = endings(form, lang)
    acts = is_verb(form) or any(word in forms for kind, words in made if kind in ACTING for word in words)
    return ((kind, words) for kind, words in made if acts or kind not in ACTING)
