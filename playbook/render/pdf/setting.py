"""Texts as the typesetter takes them: clean, parted where a line may end, in a language that it knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from playbook.i18n import LANGUAGES

Data = dict[str, Any]

_WORD = re.compile(r"(\S{25,})")
"""Longer than a line of a narrow column."""
_PART = re.compile(r"[^/.@_?&=-]{0,23}[/.@_?&=-]{1,4}|[^/.@_?&=-]{1,4}")
"""What of such a word no end of a line tears apart."""
_LANG = re.compile(r"(?ai:([a-z]{2,3})(?:-([a-z]{2}))?)(?:-.*)?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Marks that turn the direction of a text could turn it beyond their own value."""
_MEANT = {code: bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)} | {0x1680: " "}
"""What stands for controls, which are Windows' letters read wrongly, and for a blank that few fonts have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What becomes of what cannot be set.

    Signs that no font has are `lacking`, and `instead` stands in their place; where not `pictured`, pictures
    are left out.
    """

    lacking: str = ""
    instead: str = ""
    pictured: bool = True

    def text(self, text: str) -> str:
        """A text as it is set."""
        clean = normalize("NFC", _UNSEEN.sub("", text).translate(_MEANT))
        return clean.translate({ord(sign): self.instead for sign in self.lacking})

    def parts(self, text: str) -> list[str]:
        """The same, parted where a line may end within a long word: no sign is added for that."""
        words = enumerate(_WORD.split(self.text(text)))
        return [part for at, word in words for part in (_PART.findall(word) if at % 2 else [word])]


def language(tag: str) -> Data:
    """A language's tag as the typesetter takes it; English for what is none."""
    found = _LANG.fullmatch(tag)
    region = {"region": found[2].upper()} if found and found[2] else {}
    return {"lang": found[1].lower() if found else LANGUAGES[0], **region}


def spoken(tag: str) -> str:
    """The language of the product's own words in a document."""
    lang = language(tag)["lang"]
    return lang if lang in LANGUAGES else LANGUAGES[0]


def title(setting: Setting, *texts: str) -> str:
    """The first of some texts that says something as it is set: each file needs a title.

    Source: ISO 14289-1, 7.1.
    """
    return next(filter(str.strip, map(setting.text, texts)), "PDF")
