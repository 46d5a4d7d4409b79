"""Diagnostics as GitLab's code quality report, which merge requests show.

Source: GitLab documentation, "Code Quality report format".
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from playbook.diagnostics import Diagnostic, Severity
from playbook.report.fingerprint import fingerprints
from playbook.report.people import Sources
from playbook.report.words import sentence

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(diagnostics: Iterable[Diagnostic], _sources: Sources, lang: str) -> str:
    """A list of findings, each with a fingerprint by which GitLab knows it again."""
    found = [
        {
            "description": sentence(diagnostic, lang),
            "check_name": diagnostic.rule,
            "fingerprint": mark,
            "severity": _LEVELS[diagnostic.severity],
            "location": {"path": diagnostic.location.path, "lines": {"begin": diagnostic.location.line}},
        }
        for diagnostic, mark in fingerprints(diagnostics)
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)
