"""From diagnostics to texts: for people, for programs, for GitHub. One format per module.

`REPORTS` holds them by the name that `check --format` takes. Each is a function of diagnostics in order, the
texts of the files they are about, and a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from playbook.diagnostics import Diagnostic
from playbook.report.as_html import as_html
from playbook.report.as_json import as_json
from playbook.report.github import github, summary
from playbook.report.gitlab import gitlab
from playbook.report.junit import junit
from playbook.report.people import Sources, in_color, people
from playbook.report.sarif import sarif
from playbook.report.words import line, message

__all__ = ["REPORTS", "Report", "Sources", "in_color", "line", "message", "people", "summary"]

Report: TypeAlias = Callable[[Iterable[Diagnostic], Sources, str], str]

REPORTS: Mapping[str, Report] = {
    "text": people,
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
    "html": as_html,
}
