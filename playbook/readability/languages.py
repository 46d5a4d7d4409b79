"""Which language a text is in."""

from __future__ import annotations

HEAD = 2_000
"""Characters by which the language of a text is known."""
_SIGNS = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~¡¿«»‘’“”–—…", " "))
_ENGLISH = frozenset("the of and to is that it for you with was are this we".split())  # noqa: SIM905 - words
_SPANISH = frozenset("de la que el en los las del por con una para es se y".split())  # noqa: SIM905 - words


def language(text: str) -> str:
    """The language of a text, "en" or "es", where its little words make it clear; else nothing."""
    return clear(text, *little(text[:HEAD]))


def little(text: str) -> tuple[int, int]:
    """How many little words of English stand in a text, and of Spanish."""
    words = text.lower().translate(_SIGNS).split()
    english, spanish = (sum(map(known.__contains__, words)) for known in (_ENGLISH, _SPANISH))
    return english, spanish


def clear(text: str, english: int, spanish: int) -> str:
    """The language of a text whose head has so many little words of each."""
    enough = text.count(" ", 0, HEAD) // 12
    if english > max(enough, 3 * spanish):
        return "en"
    return "es" if spanish > max(enough, 3 * english) else ""
