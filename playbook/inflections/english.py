"""Endings of English words: the plural and the third person, and what verbs have besides."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

ACTING = frozenset({"past", "doing"})
"""The endings of verbs alone."""
_TAIL = re.compile(r"[A-Za-z]{3,}\Z")
_AFTER_HEAD = frozenset({
    "about", "at", "back", "by", "down", "for", "from", "in", "into", "of", "off", "on", "out", "over",
    "through", "to", "up", "with",
})  # fmt: skip
"""Words that the leading word of several stands before: *point of sale*, *reach out*."""
_IRREGULAR: Mapping[str, str] = {
    "person": "people", "child": "children", "foot": "feet", "tooth": "teeth", "mouse": "mice",
    "goose": "geese", "knife": "knives", "life": "lives", "wife": "wives", "leaf": "leaves",
    "shelf": "shelves", "half": "halves", "self": "selves", "loaf": "loaves", "thief": "thieves",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "veto": "vetoes",
    "go": "goes", "have": "has", "tech": "techs", "stomach": "stomachs",
}  # fmt: skip
_MASS = frozenset({
    "advice", "clothing", "content", "data", "equipment", "evidence", "feedback", "furniture",
    "hardware", "information", "knowledge", "luggage", "media", "money", "people", "progress",
    "research", "software", "staff", "support", "traffic", "training",
})  # fmt: skip
"""What is not counted: *staff* stands for one employee and for many."""
_S = tuple(
    (re.compile(sound), cut, end)
    for sound, cut, end in (
        (r".*(?<!hu)(?<!ger)(?<!ro)(?<!sha)(?<!talis)(?<!nor)man", 2, "en"),
        (r".*[sx]is", 2, "es"),
        (r".*[^aeiou]y", 1, "ies"),
        (r"(?:.*[^aeiou])?u?[aeiou]z", 0, "zes"),
        (r".*(?:[sxz]|[cs]h)", 0, "es"),
        (".*", 0, "s"),
    )
)
"""How a word may end, how much of that goes, and what comes instead."""
_NO_PLURAL = re.compile(
    r".*(?:[^sui]s|less|ous|ing|people|men|\w\w[^e]ed)|.*(?<!fami)(?<!supp)(?<!rep)(?<!assemb)(?<!anoma)ly"
)
"""What is a plural already, or never has one."""
_VERBS = frozenset({
    "accelerate", "acquire", "advise", "allocate", "apologize", "ascertain", "assist", "attempt",
    "cancel", "cease", "collaborate", "commence", "communicate", "compel", "demonstrate", "deliver",
    "delve", "discontinue", "dispatch", "dispose", "elevate", "empower", "enable", "endeavor",
    "endeavour", "enquire", "ensure", "execute", "expedite", "facilitate", "foster", "generate",
    "guarantee", "harness", "ideate", "impact", "implement", "incentivise", "indicate", "initiate",
    "innovate", "inquire", "leverage", "malfunction", "modify", "obtain", "occur", "onboard",
    "optimise", "procure", "proceed", "provide", "purchase", "refer", "reimagine", "remit", "replenish",
    "request", "require", "reside", "retain", "select", "solicit", "streamline", "strive", "submit",
    "synergise", "terminate", "transfer", "transform", "transmit", "unleash", "unlock",
})  # fmt: skip
_VERBAL = re.compile(r"\w{2,}ify|\w{4,}[iy]ze|\w{2,}(?:[ai]l|[aio]n|[aeio]r|[ai]t|im|stom)ise")
_STRONG = frozenset({
    "be", "become", "begin", "bend", "bind", "bite", "blow", "break", "bring", "build", "burn", "buy",
    "catch", "choose", "come", "cost", "cut", "deal", "dig", "do", "draw", "drink", "drive", "eat",
    "fall", "feed", "feel", "fight", "find", "fly", "forget", "forgive", "freeze", "get", "give", "go",
    "grow", "hang", "have", "hear", "hide", "hit", "hold", "hurt", "keep", "know", "lay", "lead",
    "leave", "lend", "let", "lie", "light", "lose", "make", "mean", "meet", "pay", "put", "quit",
    "read", "ride", "ring", "rise", "run", "say", "see", "seek", "sell", "send", "set", "shake",
    "shine", "shoot", "show", "shut", "sing", "sink", "sit", "sleep", "speak", "speed", "spend",
    "split", "spread", "stand", "steal", "stick", "strike", "strive", "swear", "sweep", "swim", "take",
    "teach", "tell", "think", "throw", "understand", "wake", "wear", "win", "withdraw", "write",
})  # fmt: skip
"""Verbs whose past no ending tells."""
_ONE_SYLLABLE = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
_LATE_STRESS = re.compile(r".*(?:mit|cur|pel|gret|gin|(?<!of)(?<!uf)(?<!if)fer)")
_BRITISH = re.compile(r".*[^aeiou][aeiou]l")


def english(words: str) -> Mapping[str, tuple[str, ...]]:
    """The endings of a word, or of the word that leads several; capitals before them stay."""
    before, head, after = _parted(words)
    if not _TAIL.search(head) or head.casefold() in _MASS:
        return {}
    return {
        kind: tuple(f"{before}{form}{after}" for form in forms)
        for kind, forms in (("s", _with_s(head)), ("past", _past(head)), ("doing", _doing(head)))
    }


def is_verb(words: str) -> bool:
    """Whether the leading word is surely a verb."""
    before, head, after = _parted(words)
    base = head.casefold()
    return not before and (base in _VERBS or (not after and _VERBAL.fullmatch(base) is not None))


def is_compared(word: str, forms: Collection[str]) -> bool:
    """Whether a word is given with what only adjectives and adverbs have: *cheaper*, *seamlessly*."""
    return any(f"{word}{ending}" in forms for ending in ("er", "est", "r", "st", "ly"))


def _parted(words: str) -> tuple[str, str, str]:
    """What stands before the leading word, the word, what stands after it."""
    whole = words.split()
    at = next((at for at, word in enumerate(whole) if word.casefold() in _AFTER_HEAD), len(whole)) - 1
    if at < 0:
        return "", "", words
    before, after = (
        "".join(f"{word} " for word in whole[:at]),
        "".join(f" {word}" for word in whole[at + 1 :]),
    )
    return before, whole[at], after


def _with_s(word: str) -> tuple[str, ...]:
    base = word.casefold()
    for ending, plural in _IRREGULAR.items():
        if base == ending or (len(ending) > 4 and base.endswith(ending)):
            kept = word[: -len(ending)] + _like(word[-len(ending) :], plural)
            return (kept, f"{word}s") if ending == "person" else (kept,)
    if _NO_PLURAL.fullmatch(base):
        return ()
    return next(
        (f"{word[:-cut]}{end}" if cut else word + end,) for sound, cut, end in _S if sound.fullmatch(base)
    )


def _like(old: str, new: str) -> str:
    return new.upper() if old.isupper() else new.capitalize() if old[:1].isupper() else new


def _past(word: str) -> tuple[str, ...]:
    base = word.casefold()
    if base in _STRONG:
        return ()
    if base.endswith("e"):
        return (f"{word}d",)
    if re.fullmatch(r".*[^aeiou]y", base):
        return (f"{word[:-1]}ied",)
    return tuple(f"{stem}ed" for stem in _stems(word))


def _doing(word: str) -> tuple[str, ...]:
    base = word.casefold()
    if base.endswith("ie"):
        return (f"{word[:-2]}ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (f"{word[:-1]}ing",)
    return tuple(f"{stem}ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What -ed and -ing come after: the last letter is doubled in short words and after a late stress.

    A last l some double and some do not: *canceled*, *cancelled*.
    """
    base, doubled = word.casefold(), word + word[-1]
    if _ONE_SYLLABLE.fullmatch(base) or _LATE_STRESS.fullmatch(base):
        return (doubled,)
    return (word, doubled) if _BRITISH.fullmatch(base) else (word,)
