"""What stays of a finding from run to run, while the lines around it move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from playbook.diagnostics import Diagnostic

_VARYING = frozenset({"amount", "colors", "count", "mixes", "names"})


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a fingerprint: rule, file, message and facts, and how many alike came before.

    Lines and columns are no part of it, nor how often something is found: who mends a part of it has mended
    something.
    """
    seen: Counter[str] = Counter()
    for diagnostic in found:
        problem = diagnostic.problem
        facts = sorted((name, str(value)) for name, value in problem.facts.items() if name not in _VARYING)
        alike = repr((diagnostic.rule, problem.location.path, problem.message, facts))
        seen[alike] += 1
        yield diagnostic, sha256(f"{alike}{seen[alike]}".encode()).hexdigest()[:32]
