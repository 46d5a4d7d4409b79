"""A foreign file being read into our shape, with the way back to where each value was written."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from playbook.diagnostics import Problem
from playbook.document import Keys, Layer
from playbook.loader.mistakes import dotted
from playbook.source import Data, Source


@dataclass
class Reading:
    """A file being read: our data by part, the way back for each value, and what is left over."""

    source: Source
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    back: dict[str, dict[Keys, Keys]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, part: str, keys: tuple[str, ...], value: Data, origin: Keys) -> None:
        """Store a value of ours, and where it was written."""
        data = self.parts.setdefault(part, {})
        for key in keys[:-1]:
            data = data.setdefault(key, {})
        data[keys[-1]] = value
        self.back.setdefault(part, {})[keys] = origin

    def note(self, case: str, keys: Keys, **facts: str) -> None:
        """Say that something of the file is not used."""
        place = self.source.key_at(*keys) if keys else self.source.at()
        message = f"brand-yml.{case}"
        self.problems.append(Problem(message, place, {"key": dotted(keys), **facts}, hint=f"{message}-hint"))

    def group(self, case: str, listed: str) -> None:
        """Tell findings of a case as one where only the fact `listed` and the key tell them apart."""
        message, alike = f"brand-yml.{case}", dict[Hashable, list[Problem]]()
        for problem in self.problems:
            if problem.message == message:
                rest = (fact for name, fact in problem.facts.items() if name not in {listed, "key"})
                alike.setdefault(tuple(rest), []).append(problem)
        others = (problem for problem in self.problems if problem.message != message)
        self.problems = [*others, *(_together(same, listed) for same in alike.values())]

    def mapping(self, keys: Keys, data: Data) -> dict[str, Data]:
        """The entries of a mapping; where something else stands, that is told."""
        if data is not None and not isinstance(data, dict):
            self.note("shape", keys)
        return data if isinstance(data, dict) else {}

    @property
    def layers(self) -> dict[str, Layer]:
        """The parts as layers."""
        return {p: Layer(self.source, data, _way_back(self.back[p])) for p, data in self.parts.items()}


def _together(same: Sequence[Problem], listed: str) -> Problem:
    first, *others = same
    if not others:
        return first
    names = dict.fromkeys(str(problem.facts[listed]) for problem in same)
    facts = {**first.facts, "count": len(same), "list": ", ".join(names)}
    places = tuple(problem.location for problem in others)
    return replace(first, message=f"{first.message}s", facts=facts, related=places)


def _way_back(back: dict[Keys, Keys]) -> Callable[[Keys], Keys]:
    def translate(keys: Keys) -> Keys:
        for length in range(len(keys), 0, -1):
            if keys[:length] in back:
                return (*back[keys[:length]], *keys[length:])
        return ()

    return translate
