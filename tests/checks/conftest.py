"""`check(rule, files)` runs a project and tells what one rule finds, in the words a person will read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

import pytest

from playbook import checks, facts, loader
from playbook.i18n import text

TODAY = date(2026, 11, 21)


class Check(Protocol):
    """Findings as `path:line:column message | hint`, sorted by place."""

    def __call__(
        self,
        rule: str,
        files: Mapping[str, str | bytes | None],
        seen: Mapping[str, Any] | None = None,
        lang: str = "en",
    ) -> list[str]: ...


@pytest.fixture
def check(project) -> Check:
    """Runs every check on a project of these files; `seen` replaces what was observed in some."""

    def run(rule, files, seen=None, lang="en"):
        loaded = loader.load(project(files))
        observed = {**facts.gather(loaded.root, loaded.playbook), **(seen or {})}
        found = checks.run(loaded.playbook, observed, TODAY, loaded.diagnostics)
        return [worded(diagnostic.problem, lang) for diagnostic in found if diagnostic.rule == rule]

    return run


def worded(problem, lang):
    told = f"{problem.location} {text(lang, problem.message, problem.facts)}"
    return f"{told} | {text(lang, problem.hint, problem.facts)}" if problem.hint else told
