"""What one quick pass over a text tells: enough to say of most texts that nothing is wrong with them.

What stands between two blanks is looked at once, however often it occurs, and becomes three bytes: marks, and
its syllables in English and in Spanish. How long sentences are and how they read is told from those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from playbook.readability.languages import HEAD, clear, language, little
from playbook.readability.measures import ease
from playbook.readability.sentences import RARE, surely_ends, words_in
from playbook.readability.syllables import HEARD, spoken_in

_MEMORY = 32_768
"""So many texts, and pieces of text, are looked at once only."""
_CAPITAL, _END, _SPOKEN, _ENGLISH, _SPANISH = 1, 2, 4, 16, 32
"""Begins with a capital; ends a sentence if a capital follows; times how many words can be spoken; is a
little word of a language."""
_MOST = 3
"""So many words that can be spoken fit into marks."""
_SILENT = bytes(3)
_ODD = b"\xff\0\0"
_WIDTH = len(_ODD)


def _with(mark: int) -> bytes:
    return bytes(marks for marks in range(_ODD[0]) if marks & mark)


_SPOKEN_IN = bytes(marks // _SPOKEN & _MOST for marks in range(256))
_WITHOUT = {mark: bytes(set(range(256)) - set(_with(mark))) for mark in (_ENGLISH, _SPANISH)}
_SURE_END = re.compile(b"[%s](?=[%s])" % (re.escape(_with(_END)), re.escape(_with(_CAPITAL))))
_FIRST = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Glance:
    """A text's language, its words that can be spoken, the most that a sentence may have, and the least ease.

    Where no language is clear, it is empty and the ease 0.
    """

    longest: int
    lang: str
    words: int
    ease: float


@lru_cache(maxsize=_MEMORY)
def glance(text: str) -> Glance | None:
    """A quick look at a text; nothing for one with headings, tables or other things that are not plain."""
    if any(sign in text for sign in (*RARE, "[^")):
        return None
    told = b"".join(map(_KNOWN.__getitem__, text.split()))
    marks = told[::_WIDTH]
    if _ODD[0] in marks:
        return None
    parts = [len(part) + 1 for part in _SURE_END.split(marks)]
    lang, words = _language(text, marks), sum(marks.translate(_SPOKEN_IN))
    heard = sum(told[1::_WIDTH] if lang == "en" else told[2::_WIDTH])
    return Glance(max(parts), lang, words, ease(lang, heard, words, len(parts)) if lang else 0.0)


def _language(text: str, marks: bytes) -> str:
    if len(text) > HEAD:
        return language(text)
    return clear(text, *(len(marks.translate(None, _WITHOUT[mark])) for mark in (_ENGLISH, _SPANISH)))


class _Known(dict[str, bytes]):
    """The three bytes of what stands between blanks, worked out when first asked for."""

    def __missing__(self, chunk: str) -> bytes:
        if chunk.isdecimal():
            return _SILENT
        if len(self) >= _MEMORY:
            self.clear()
        self[chunk] = told = _told(chunk)
        return told


_KNOWN = _Known()


def _told(chunk: str) -> bytes:
    first, spoken, (english, spanish) = _FIRST.search(chunk), spoken_in(chunk), little(chunk)
    heard = [HEARD[lang](chunk) for lang in ("en", "es")]
    if words_in(chunk) > 1 or spoken > _MOST or max(english, spanish) > 1 or max(heard) > _ODD[0]:
        return _ODD
    begins = _CAPITAL if first and first[0].isupper() else 0
    ends = _END if spoken and surely_ends(chunk) else 0
    return bytes((begins + ends + _SPOKEN * spoken + _ENGLISH * english + _SPANISH * spanish, *heard))
