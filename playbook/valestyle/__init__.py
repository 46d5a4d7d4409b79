"""Rules for texts as Vale writes them, one YAML file each: what they look for, and where in a text it stands.

Of Vale's extension points three are followed: existence, substitution and occurrence.
Source: vale.sh/docs, and what version 3 does where the pages are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbook.diagnostics import Severity
from playbook.valestyle.patterns import LONGEST
from playbook.valestyle.scopes import pieces, windows

__all__ = ["GROUP", "Hit", "StyleRule"]

GROUP = re.compile(r"\$(\d)")
"""In what is to be said: what a group of the pattern has found."""
_WRITTEN_OUT = re.compile(r"%(?:\[(\d)\])?[sdvq]|%%")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text, from `start` up to `end`, and what the rule says of it."""

    start: int
    end: int
    told: str


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words as one pattern; `uses` leads from each, as it is compared, to what is said instead."""

    pattern: re.Pattern[str]
    uses: Mapping[str, str]
    match_case: bool

    def use(self, found: str) -> str:
        """What is said instead of a word; empty where nothing is."""
        words = " ".join(found.split())
        return self.uses.get(words if self.match_case else words.casefold(), "")


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A rule: `name` is its style's and its own, `most` and `least` how often it may and must be met.

    `patterns` are regular expressions; the group `n` that took part in a match stands for `uses[n - 1]`.
    `exceptions` is what may be said in spite of the rule. `path` is the file that it was read from, from the
    project's root, and `written` what that says.
    """

    name: str
    level: Severity
    message: str
    link: str = ""
    scope: str = "text"
    words: Words | None = None
    patterns: re.Pattern[str] | None = None
    uses: Sequence[str] = field(default=())
    groups: Mapping[int, re.Pattern[str] | None] = field(default_factory=dict)
    """By its place among the patterns, one whose groups stand in what is to be said: `$1 to`."""
    exceptions: re.Pattern[str] | None = None
    repeats: bool = False
    swaps: bool = False
    counts: tuple[int, int] | None = None
    """The fewest and the most; 0 where there is no limit."""
    path: str = ""
    written: str = field(default="", repr=False)

    def hits(self, text: str, raw: str) -> Iterator[Hit]:
        """Where a text breaks the rule: `raw` as it is written, `text` less what is no language."""
        whole = raw if self.scope == "raw" else text
        if not self.counts and self._is_silent(whole):
            return
        for start, end in pieces(whole, self.scope):
            found = list(_apart(self._found(whole, start, end)))
            if self.counts:
                yield from self._counted(found, (start, end), self.counts)
            else:
                yield from (Hit(at, to, self._told(whole[at:to], use)) for at, to, use in found)

    def _is_silent(self, text: str) -> bool:
        """Whether a short text is seen to keep the rule at a glance; nearly all do, and there are many."""
        if len(text) > LONGEST or "\n" in text or text.startswith("#"):
            return False
        known = (self.words.pattern if self.words else None, self.patterns)
        return not any(pattern.search(text) for pattern in known if pattern)

    def _counted(
        self, found: Sequence[tuple[int, int, str]], piece: tuple[int, int], counts: tuple[int, int]
    ) -> Iterator[Hit]:
        least, most = counts
        if (most and len(found) > most) or len(found) < least:
            start, end = found[0][:2] if found else piece
            yield Hit(start, end, self._told(str(len(found)), ""))

    def _found(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for match in self.words.pattern.finditer(text, start, end) if self.words else ():
            use = self.words.use(match[0]) if self.words else ""
            if self._counts(match[0], use):
                yield match.start(), match.end(), use
        for first, last in windows(text, start, end, LONGEST) if self.repeats else [(start, end)]:
            for match in self.patterns.finditer(text, first, last) if self.patterns else ():
                use = self._said(match.lastindex - 1, match[0]) if match.lastindex else ""
                if match[0].strip() and self._counts(match[0], use):
                    yield match.start(), match.end(), use

    def _said(self, at: int, found: str) -> str:
        """What is to be said instead of what the pattern at this place has found."""
        use, pattern = self.uses[at], self.groups.get(at)
        whole = pattern.fullmatch(found) if pattern else None
        return GROUP.sub(lambda mark: _group(whole, mark), use) if whole else use

    def _counts(self, found: str, use: str) -> bool:
        """Whether what was found breaks the rule: it is no exception, nor what is to be said."""
        return not (self.swaps and found == use) and not (
            self.exceptions and self.exceptions.fullmatch(found)
        )

    def _told(self, found: str, use: str) -> str:
        """The message with what is to be said, and what was found, filled in."""
        facts = [" / ".join(use.split("|")), found] if self.swaps else [found]
        left = iter([*facts, *[""] * 9])

        def fill(mark: re.Match[str]) -> str:
            if mark[0] == "%%":
                return "%"
            at = int(mark[1]) - 1 if mark[1] else None
            return next(left) if at is None else facts[at] if 0 <= at < len(facts) else ""

        return _WRITTEN_OUT.sub(fill, self.message)


def _group(found: re.Match[str], mark: re.Match[str]) -> str:
    """What a group has found; of one that is not there, its mark."""
    return (found[int(mark[1])] or "") if int(mark[1]) <= found.re.groups else mark[0]


def _apart(found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """What was found, in order, less what begins within another."""
    last = 0
    for start, end, use in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= last:
            last = end
            yield start, end, use
