"""Endings of Spanish words: plurals, and the feminine where the ending tells that it is the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_TAIL = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]{3,}\Z")
_AFTER_HEAD = frozenset({
    "a", "al", "ante", "con", "de", "del", "en", "entre", "o", "para", "por", "que", "sin", "sobre", "y",
})  # fmt: skip
_MOST = 3
"""Words that a plural changes together: *usuarios finales*."""
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_STRESSED = re.compile(r"[áéíóú]")
_LAST_STRESSED = re.compile(r".*[áéíóú][ns]")
_APART = re.compile(r".*[aeo][íú][ns]")
"""Two vowels that are spoken apart keep the accent: *país*, *países*."""
_IRREGULAR: Mapping[str, str] = {
    "carácter": "caracteres", "régimen": "regímenes", "espécimen": "especímenes",
}  # fmt: skip
_NO_PLURAL = re.compile(r".*mente|.*[aeiouáéíóúü][^aeiouáéíóúü]+[aeiouáéíóúü]+[sx]")
"""Adverbs, and what ends in an unstressed syllable with s or x: *crisis*, *tórax*."""
_FOREIGN = re.compile(
    r"(?:e-?)?mail|banner|cocktail|flyer|freelancer|influencer|manager|newsletter|reel|router"
)
"""Words from elsewhere that take -s after a letter that asks for -es."""
_BOTH_GENDERS = re.compile(r"\w{2,}(?:oso|ísimo|izado)|\w+(?:[dt]or|sor)|\w{3,}(?:ivo|ario)")
_ONE_GENDER = frozenset({
    "adhesivo", "aperitivo", "archivo", "armario", "calendario", "comentario", "dispositivo",
    "donativo", "escenario", "formulario", "horario", "inventario", "motivo", "motor", "objetivo",
    "salario", "sector", "factor", "vector", "tractor", "reposo", "acoso", "esposo",
})  # fmt: skip
_ADJECTIVES = frozenset({
    "automático", "auténtico", "barato", "clásico", "completo", "cómodo", "dinámico", "económico",
    "ecológico", "exquisito", "fabuloso", "fantástico", "genuino", "gratuito", "icónico", "magnífico",
    "moderno", "mágico", "novedoso", "perfecto", "práctico", "puntero", "rápido", "sencillo",
    "tecnológico", "épico", "óptimo", "único", "amigo", "compañero", "empleado", "invitado", "socio",
    "alumno", "abonado",
})  # fmt: skip
"""Others that have both genders."""


def spanish(words: str) -> Mapping[str, tuple[str, ...]]:
    """The endings of a word, or of the words that lead several: *puntos de venta*."""
    whole = words.split()
    size = next((at for at, word in enumerate(whole) if word.casefold() in _AFTER_HEAD), len(whole))
    head, after = whole[:size], "".join(f" {word}" for word in whole[size:])
    if not 0 < size <= _MOST or not _TAIL.search(head[0]):
        return {}
    made = {"plural": _all(map(_plurals, head))}
    if size == 1 and (other := _feminine(head[0])):
        made |= {"feminine": (other,), "feminines": (f"{other}s",)}
    return {kind: tuple(f"{form}{after}" for form in forms) for kind, forms in made.items()}


def _all(words: map[tuple[str, ...]]) -> tuple[str, ...]:
    """Several words, each in its usual plural; of one word, every spelling; none where one has no plural."""
    plurals = list(words)
    if len(plurals) == 1:
        return plurals[0]
    return (" ".join(spellings[0] for spellings in plurals),) if all(plurals) else ()


def _plurals(word: str) -> tuple[str, ...]:
    """The plural, its usual spelling first; nothing where it is like the singular."""
    base = word.casefold()
    before, last = base[-2:-1], base[-1]
    if base in _IRREGULAR:
        return (word[0] + _IRREGULAR[base][1:],)
    if _NO_PLURAL.fullmatch(base) and not _LAST_STRESSED.fullmatch(base):
        return ()
    if last in "íúz":
        return (f"{word[:-1]}ces",) if last == "z" else (f"{word}s", f"{word}es")
    is_ours = last in "lrndjsxy" and before in "aeiouáéíóú" and not _FOREIGN.fullmatch(base)
    return (f"{_moved(word)}es",) if is_ours else (f"{word}s",)


def _moved(word: str) -> str:
    """A word as it is before -es: *solución* loses its accent, *joven* gets one, *país* keeps it."""
    base = word.casefold()
    if _LAST_STRESSED.fullmatch(base) and not _APART.fullmatch(base):
        return word[:-2] + unicodedata.normalize("NFD", word[-2])[0] + word[-1]
    groups = list(_VOWELS.finditer(base))
    if base[-1] != "n" or len(groups) < 2 or _STRESSED.search(base):
        return word
    strong = re.search(r"[aeo]", groups[-2][0])
    at = groups[-2].start() + strong.start() if strong else groups[-2].end() - 1
    return word[:at] + unicodedata.normalize("NFC", f"{word[at]}\u0301") + word[at + 1 :]


def _feminine(word: str) -> str:
    base = word.casefold()
    if base in _ONE_GENDER or not (base in _ADJECTIVES or _BOTH_GENDERS.fullmatch(base)):
        return ""
    return f"{word}a" if base.endswith("r") else f"{word[:-1]}a"
