"""How well a playbook keeps to its rules, as a number that anybody can reckon again by hand.

Each thing counts by the worst that was found about it: `COUNTS`. The score is what they count together,
divided by how many they are, in hundredths and rounded down: 100 says that nothing was found about any.

    score = 100 x (without a finding + 3/4 x notes + 1/2 x warnings + 0 x errors) / all of them

Of 58 pieces 54 have no finding, 1 has a note, 2 have a warning as the worst, and 1 has an error:
54 + 0.75 + 1 + 0 = 55.75, and 100 x 55.75 / 58 = 96.12: a score of 96.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from playbook.diagnostics import Diagnostic, Severity

COUNTS: Mapping[Severity | None, Fraction] = MappingProxyType(
    {
        None: Fraction(1),
        Severity.INFO: Fraction(3, 4),
        Severity.WARNING: Fraction(1, 2),
        Severity.ERROR: Fraction(0),
    }
)
"""What a thing counts by the worst that was found about it; None where nothing was."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many things there are by the worst that was found about each."""

    by_worst: Mapping[Severity | None, int]

    @property
    def things(self) -> int:
        """How many there are."""
        return sum(self.by_worst.values())

    @property
    def points(self) -> Fraction:
        """What they count together; exact."""
        return sum((COUNTS[worst] * number for worst, number in self.by_worst.items()), Fraction(0))

    @property
    def hundredths(self) -> int | None:
        """The score from 0 to 100, rounded down; None where there is nothing to judge."""
        return int(100 * self.points / self.things) if self.things else None


def score(things: Iterable[Collection[Diagnostic]]) -> Score:
    """The score of things, each given as what was found about it."""
    counted = Counter(worst(found) for found in things)
    return Score({severity: counted[severity] for severity in COUNTS if counted[severity]})


def worst(found: Collection[Diagnostic]) -> Severity | None:
    """The worst of some findings; None where there is none."""
    return min((diagnostic.severity for diagnostic in found), key=lambda s: s.rank, default=None)


def together(scores: Iterable[Score]) -> Score:
    """The score of all things that several are of."""
    counted: Counter[Severity | None] = Counter()
    for each in scores:
        counted.update(each.by_worst)
    return Score({severity: counted[severity] for severity in COUNTS if counted[severity]})
