"""Patterns of strangers: read as Vale reads them, and refused where a text could keep them busy for ever.

Python's patterns try one possibility after the other. How many there can be is reckoned from above: `spans`
counts the repetitions without end that can give up what they took and try again, `ways` the other choices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.valestyle.sets import choices, share

LONGEST = 300
"""Characters of a text that a pattern with much to try, or much to take, is tried on at once."""
_MANY = 8
"""From so many repetitions on, one counts as one without end."""
_MOST_SPANS, _MOST_WAYS = 2, (8, 6, 2)
"""What may be in one pattern; the more spans, the fewer other choices."""
_FEW_WAYS, _SHORT, _ENDLESS = 4, 50, 10**9
"""Other choices, and characters that it takes at most, of a pattern that is tried on a whole text."""
_MOST_CHARACTERS = 2_000
_DEEPEST = 20
_KNOWN = frozenset("AbBdDsSwWnrtfv")
_QUANTIFIER = re.compile(r"([*+?]|\{(\d+)(?:(,)(\d+)?)?\})\??")
_OPENING = re.compile(r"\(\?(?:P?<\w+>|:|=|!|<=|<!|[ims]+(?:-[ims]+)?:|-[ims]+:)|\((?!\?)")
_CAPTURING = re.compile(r"\((?!\?)|\(\?P?<\w+>")
_FLAGS = re.compile(r"\(\?([ims]+)\)")
_CLASSES = {"alpha": r"a-zA-Z", "digit": r"\d", "space": r"\s", "word": r"\w", "upper": "A-Z", "lower": "a-z"}
_POSIX = re.compile(r"\[:(\^?\w+):\]")


class Unfollowed(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A pattern that is not followed: `reason` is a message id after `voice-style.`, `part` what it says."""

    def __init__(self, reason: str, part: str) -> None:
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as Python reads it, without groups of its own, and how much there may be to try.

    `reach` is how many characters it takes at most.
    """

    text: str
    spans: int = 0
    ways: int = 0
    reach: int = 0

    @property
    def repeats(self) -> bool:
        """Whether a long text would keep it busy, so that it is tried on a piece at a time."""
        return self.spans > 0 or self.ways > _FEW_WAYS or self.reach > _SHORT


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece that a quantifier can follow: its text, and what there is to try.

    `single` says that it is one character, `endless` that this one is repeated without end.
    """

    text: str
    single: bool = False
    spans: int = 0
    ways: int = 0
    endless: bool = False
    reach: int = 1


def followed(pattern: str) -> Pattern:
    """A pattern of a style, ready for Python.

    Raises:
        Unfollowed: with what is not understood, or would take too long.
    """
    if len(pattern) > _MOST_CHARACTERS:
        raise Unfollowed("long", pattern[:40])
    flags = _FLAGS.match(pattern)
    reader = _Reader(pattern[flags.end() :] if flags else pattern)
    try:
        parts, end = reader.alternatives(0, 0)
    except Unfollowed as wrong:
        raise Unfollowed(wrong.reason, pattern[:80] if wrong.reason == "slow" else wrong.part) from wrong
    if end < len(reader.text):
        raise Unfollowed("syntax", reader.text[end : end + 20])
    text = f"(?{flags[1]}:{parts.text})" if flags else parts.text
    made = Pattern(text, parts.spans, parts.ways, parts.reach)
    try:
        re.compile(made.text)
    except (re.error, OverflowError, RecursionError) as error:
        raise Unfollowed("syntax", pattern[:80]) from error
    return bounded(made)


def bounded(pattern: Pattern) -> Pattern:
    """The pattern, if it ends in good time.

    Raises:
        Unfollowed: if not.
    """
    if pattern.spans > _MOST_SPANS or pattern.ways > _MOST_WAYS[pattern.spans]:
        raise Unfollowed("slow", pattern.text[:80])
    return pattern


def joined(first: Pattern, second: Pattern) -> Pattern:
    """One pattern after the other; see `bounded`."""
    return Pattern(
        first.text + second.text,
        first.spans + second.spans,
        first.ways + second.ways,
        first.reach + second.reach,
    )


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text

    def alternatives(self, at: int, depth: int) -> tuple[_Part, int]:
        """Alternatives up to the end of a group: their text, and where they end."""
        if depth > _DEEPEST:
            raise Unfollowed("slow", self.text[:80])
        branches: list[_Part] = []
        while True:
            branch, at = self._sequence(at, depth)
            branches.append(branch)
            if self.text[at : at + 1] != "|":
                break
            at += 1
        return _either(branches), at

    def _sequence(self, at: int, depth: int) -> tuple[_Part, int]:
        parts: list[tuple[_Part, int]] = []
        while at < len(self.text) and self.text[at] not in "|)":
            part, at = self._one(at, depth)
            quantifier = _QUANTIFIER.match(self.text, at)
            least = 1
            if quantifier:
                part, least = _repeated(part, quantifier), _least(quantifier)
                at = quantifier.end()
            parts.append((part, least))
        return _in_a_row(parts), at

    def _one(self, at: int, depth: int) -> tuple[_Part, int]:
        char = self.text[at]
        if char == "\\":
            return self._escape(at)
        if char == "[":
            return self._set(at)
        if char == "(":
            return self._group(at, depth)
        if char in "*+?":
            raise Unfollowed("syntax", self.text[at : at + 20])
        return _Part(char if char != "{" else r"\{", single=char not in "^$"), at + 1

    def _escape(self, at: int) -> tuple[_Part, int]:
        char = self.text[at + 1 : at + 2]
        if char == "z":
            return _Part(r"\Z"), at + 2
        if not char or (char.isalnum() and char not in _KNOWN):
            raise Unfollowed("unknown", self.text[at : at + 2])
        return _Part(f"\\{char}", single=char not in "AbB"), at + 2

    def _set(self, at: int) -> tuple[_Part, int]:
        """A set of characters, with what Python takes for something else escaped."""
        first = re.compile(r"\[\^?\]?").match(self.text, at)
        here = first.end() if first else at + 1
        made = self.text[at:here].replace("[^]", r"[^\]").replace("[]", r"[\]")
        while here < len(self.text) and self.text[here] != "]":
            posix = _POSIX.match(self.text, here)
            if posix and posix[1] in _CLASSES:
                made, here = made + _CLASSES[posix[1]], posix.end()
            elif posix:
                raise Unfollowed("unknown", posix[0])
            elif self.text[here] == "\\":
                part, here = self._escape(here)
                made += part.text if part.single else r"\x08"
            else:
                made, here = made + re.sub(r"[\[&~|]", r"\\\g<0>", self.text[here]), here + 1
        if here >= len(self.text) or "--" in made:
            raise Unfollowed("syntax", self.text[at : at + 20])
        return _Part(made + "]", single=True), here + 1

    def _group(self, at: int, depth: int) -> tuple[_Part, int]:
        opening = _OPENING.match(self.text, at)
        if not opening:
            raise Unfollowed("unknown", self.text[at : at + 4])
        inner, end = self.alternatives(opening.end(), depth + 1)
        if self.text[end : end + 1] != ")":
            raise Unfollowed("syntax", self.text[at : at + 20])
        head = "(?:" if _CAPTURING.fullmatch(opening[0]) else opening[0]
        made = _Part(f"{head}{inner.text})", spans=inner.spans, ways=inner.ways, reach=inner.reach)
        return made, end + 1


def _either(branches: Sequence[_Part]) -> _Part:
    """One of several parts."""
    return _Part(
        "|".join(branch.text for branch in branches),
        spans=max(branch.spans for branch in branches),
        ways=max(branch.ways for branch in branches) + choices([branch.text for branch in branches]),
        reach=max(branch.reach for branch in branches),
    )


def _least(quantifier: re.Match[str]) -> int:
    sign = quantifier[1]
    return 0 if sign in "*?" else 1 if sign == "+" else int(quantifier[2] or 0)


def _repeated(part: _Part, quantifier: re.Match[str]) -> _Part:
    """A part with its quantifier, and what there is to try then."""
    sign = quantifier[1]
    least = _least(quantifier)
    comma, upper = quantifier[3], quantifier[4]
    most = 1 if sign == "?" else least if sign[0] == "{" and not comma else int(upper) if upper else None
    text = part.text + quantifier[0]
    if most is None or most - least >= _MANY:
        if part.spans or part.ways:
            raise Unfollowed("slow", text[:80])
        reach = _ENDLESS if most is None else part.reach * most
        return _Part(text, part.single, 1, endless=True, reach=reach)
    ways = part.ways * max(most, 1) + (most - least)
    return _Part(text, spans=part.spans * max(most, 1), ways=ways, reach=part.reach * most)


def _in_a_row(parts: list[tuple[_Part, int]]) -> _Part:
    """Parts one after the other; a repetition that cannot take what follows has but one way to end."""
    spans = ways = 0
    for (part, _), after in zip(parts, [*parts, None][1:], strict=True):
        ways += part.ways
        is_sure = part.endless and after is not None and after[1] > 0 and _apart(part, after[0])
        spans += 0 if is_sure else part.spans
    reach = sum(part.reach for part, _ in parts)
    return _Part("".join(part.text for part, _ in parts), spans=spans, ways=ways, reach=reach)


def _apart(part: _Part, after: _Part) -> bool:
    """Whether no character is both in a repeated set and in what comes next."""
    return part.single and after.single and not share(part.text, after.text)
