"""Diagnostics as JSON, for programs. The keys are a contract: more may come, these stay."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playbook.diagnostics import Area, Diagnostic, Location
from playbook.i18n import alternatives
from playbook.report.people import Sources
from playbook.report.words import counts, hint, message


def as_json(diagnostics: Iterable[Diagnostic], _sources: Sources, lang: str) -> str:
    """`{"diagnostics": [...], "summary": {"error": n, "warning": n, "info": n}}`, indented.

    Lines and columns count from 1, in characters; the end is exclusive. `page` (or slide) and `part` are
    there where a file has no lines, `areas` where it is known what part of the picture or page is meant,
    as shares of its width and height.
    """
    found = list(diagnostics)
    whole = {
        "diagnostics": [_entry(diagnostic, lang) for diagnostic in found],
        "summary": {str(severity): count for severity, count in counts(found).items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _entry(diagnostic: Diagnostic, lang: str) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": message(diagnostic, lang),
        "hint": hint(diagnostic, lang),
        **_place(diagnostic.location, lang),
        "dated": diagnostic.dated,
        "related": [_place(place, lang) for place in diagnostic.problem.related],
    }


def _place(place: Location, lang: str) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": max(place.end_line, place.line),
        "end_column": place.end_column if place.end_line else place.column,
        **({"page": place.page} if place.page else {}),
        **({"part": alternatives(lang, place.part)} if place.part else {}),
        **({"areas": [_area(*seen) for seen in place.areas]} if place.areas else {}),
    }


def _area(page: int, area: Area) -> dict[str, Any]:
    sides = dict(zip(("left", "top", "right", "bottom"), area, strict=True))
    return {**({"page": page} if page else {}), **sides}
