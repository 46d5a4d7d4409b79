"""Diagnostics as SARIF 2.1.0, which code scanning on GitHub and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from playbook.diagnostics import Diagnostic, Location, Severity
from playbook.report.fingerprint import fingerprints
from playbook.report.people import Sources
from playbook.report.words import is_whole, sentence

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(diagnostics: Iterable[Diagnostic], _sources: Sources, lang: str) -> str:
    """One run; addresses of files are relative to the project, columns count characters."""
    found = list(fingerprints(diagnostics))
    rules = sorted({diagnostic.rule for diagnostic, _ in found})
    at = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "Brand Playbook", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, mark, at[diagnostic.rule], lang) for diagnostic, mark in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(diagnostic: Diagnostic, mark: str, rule: int, lang: str) -> dict[str, Any]:
    related = [_place(place, number) for number, place in enumerate(diagnostic.problem.related, 1)]
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": sentence(diagnostic, lang)},
        "locations": [_place(diagnostic.location)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"brandPlaybook/v1": mark},
    }


def _place(place: Location, number: int = 0) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if not is_whole(place):
        physical["region"] = _region(place)
    return {**({"id": number} if number else {}), "physicalLocation": physical}


def _region(place: Location) -> dict[str, int]:
    end = {"endLine": place.end_line, "endColumn": place.end_column} if place.end_line else {}
    return {"startLine": place.line, "startColumn": place.column, **end}
