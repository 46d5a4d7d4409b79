"""The words of a text that can be spoken, and their syllables, Spanish and English."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SPOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MEMORY = 32_768
"""So many pieces of text are looked at once only."""


def syllables(word: str, lang: str) -> int:
    """The syllables of a word, at least one; exact in Spanish, estimated in English (see `ERROR`)."""
    plain = unicodedata.normalize("NFC", word).lower()
    return max(1, _spanish(plain) if lang == "es" else _english(plain))


@lru_cache(maxsize=_MEMORY)
def spoken_in(chunk: str) -> int:
    """How many words of what stands between blanks can be spoken."""
    return len(SPOKEN.findall(chunk))


@lru_cache(maxsize=_MEMORY)
def _heard_in_spanish(chunk: str) -> int:
    return sum(syllables(word, "es") for word in SPOKEN.findall(chunk))


@lru_cache(maxsize=_MEMORY)
def _heard_in_english(chunk: str) -> int:
    return sum(syllables(word, "en") for word in SPOKEN.findall(chunk))


HEARD = {"es": _heard_in_spanish, "en": _heard_in_english}
"""The syllables of what stands between blanks."""


_MUTE = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])|(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])")
_VOWELS = re.compile(r"[aeiouáéíóúü]+")


def _spanish(word: str) -> int:
    """Groups of vowels, split where two strong ones meet; an accent makes a weak one (i, u) strong.

    An h between vowels is not heard, nor the u of que, qui, gue, gui; y is a vowel unless one follows.
    """
    heard = re.sub(r"y(?![aeiouáéíóúü])", "i", _MUTE.sub("", word))
    return sum(_nuclei(group) for group in _VOWELS.findall(heard))


def _nuclei(group: str) -> int:
    """How many syllables a group of vowels is: equal weak ones (chiita, duunviro) are two."""
    strong = sum(vowel in "aeoáéíóú" for vowel in group)
    twins = len(re.findall(r"ii|ií|uu|uú", group))
    return max(1, strong) + twins


_GROUPS = re.compile(r"[aeiouyáéèêëíïóöúü]+")
_MUTED = re.compile(
    r"""(?<![aeiouy])e(?=(?:ly|less|ness|ful|fully|s?)\Z)  # name, names, namely, nameless; not table, the, he
        (?<!(?<![aeiouylr])le)(?<!\bthe)(?<!\b[bhmwsn]e)
    |(?<![aeiouyl])e(?=ments?\Z)                          # basement; not element
    |(?<![aeiouydt])e(?=d(?:ly)?\Z)(?<!(?<![aeiouylr])le) # asked; not wanted, settled
    |(?<=\bev)e(?=ry)|(?<=\bsom)e(?=[a-z]{3})             # every, something
    """,
    re.VERBOSE,
)
_PARTED = re.compile(
    r"""(?<![cstg])i(?=a(?!ge)|o(?!us\Z))|(?<=[tcsg])i(?=a[^nl]|al?[st]|et)  # diary, society; not nation
    |i(?=ety|et\Z|ent\Z|ers?\Z|est\Z|um|us\Z)                               # variety, client, easiest
    |[aeouy](?=ing)|o(?=e[mt])|(?<=\w)y(?=[aeo](?!d\Z|s\Z))                 # going, poem, player
    |u(?=al|ar[^dkt]|at|ou)|(?<=[^gq])u(?=ity)                              # usual, continuous, continuity
    |e(?=o(?!us|n|p)|ate|ati|um|a\Z|al(?=i))                                # video, create, idea; not people
    |sm\Z|(?<=[td]h)m\Z|(?<=[^aeiouy])n['’]t\Z                              # prism, rhythm, didn't
    """,
    re.VERBOSE,
)
_HISSED = re.compile(r"(?:[sxz]|[cs]h|[cg])es\Z")  # boxes, changes
_HISSED_OWN = re.compile(r"(?:[sxz]|[cs]h|[sczg]e)['’]s\Z")  # the box's


def _english(word: str) -> int:
    """Groups of vowels, less those that are mute, and more where two vowels of a group are parted."""
    bare = re.sub(r"(?<!n)['’][a-z]*\Z", "", word)
    count = len(_GROUPS.findall(bare)) - len(_MUTED.findall(bare)) + len(_PARTED.findall(bare))
    return count + bool(_HISSED.search(bare) or _HISSED_OWN.search(word))
