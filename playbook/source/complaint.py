"""What libyaml says of a broken file, and the shape of what we say instead."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.diagnostics import Fact
from playbook.source.finding import Finding, Span
from playbook.source.lines import shorten


@dataclass(frozen=True, slots=True)
class Complaint:
    """libyaml's words: what it was doing since which character, and what it met at which character."""

    context: str
    since: int
    problem: str
    at: int

    @property
    def words(self) -> str:
        """Both parts in one sentence."""
        return f"{self.context}: {self.problem}" if self.context else self.problem


def case(name: str, span: Span, related: tuple[Span, ...] = (), /, **facts: Fact) -> Finding:
    """A finding of the rule `yaml-syntax`, the author's words in it cut to a readable length."""
    shown = {fact: shorten(value) if isinstance(value, str) else value for fact, value in facts.items()}
    return Finding(f"yaml-syntax.{name}", span, shown, related)


def other(text: str, said: Complaint) -> Finding:
    """The last resort: libyaml's own words."""
    return case("other", point(text, said.at), words=said.words)


def point(text: str, at: int) -> Span:
    """One character, or none at the end of the text."""
    return at, min(at + 1, len(text))


def quoted(value: str) -> str:
    """Text in quotes that need no backslashes: double ones, or single ones around double."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
