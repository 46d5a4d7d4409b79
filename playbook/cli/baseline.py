"""A baseline: the findings that a project had when it began to be checked; only newer ones count."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from playbook.diagnostics import Diagnostic, PlaybookError
from playbook.i18n import plural, text
from playbook.report.fingerprint import fingerprints

_LONGEST = 50_000_000
"""Bytes of a baseline that is read."""


def counted(found: Sequence[Diagnostic], asked: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """The findings that the baseline does not hold, where one is given.

    Raises:
        PlaybookError: if there is no such file, or it is no baseline.
    """
    baseline: Path | None = asked["baseline"]
    if baseline is None:
        return tuple(found)
    known = _known(baseline)
    return tuple(diagnostic for diagnostic, mark in fingerprints(found) if mark not in known)


def kept(found: Sequence[Diagnostic], asked: Mapping[str, Any], lang: str) -> bool:
    """Whether the findings were kept as a baseline, instead of being told; says so.

    Raises:
        PlaybookError: if the file cannot be written.
    """
    baseline: Path | None = asked["write_baseline"]
    if baseline is None:
        return False
    count = plural(lang, "baseline.findings", _write(found, baseline))
    click.echo(text(lang, "baseline.written", {"count": count, "path": str(baseline)}))
    return True


def _write(found: Sequence[Diagnostic], baseline: Path) -> int:
    """Keep the findings as known, a line for each, and say how many there are; writes over nothing else."""
    if baseline.exists():
        _known(baseline)
    entries = [
        {"fingerprint": mark, "rule": diagnostic.rule, "path": diagnostic.location.path}
        for diagnostic, mark in fingerprints(found)
    ]
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    try:
        baseline.write_text(f"[\n{lines}\n]\n" if lines else "[]\n", encoding="utf-8")
    except OSError as error:
        raise PlaybookError("baseline.refused", path=str(baseline), why=error.strerror or "") from error
    return len(entries)


def _known(baseline: Path) -> frozenset[str]:
    try:
        if baseline.stat().st_size > _LONGEST:
            raise PlaybookError("baseline.unusable", path=str(baseline))
        return frozenset(str(entry["fingerprint"]) for entry in json.loads(baseline.read_text("utf-8")))
    except OSError as error:
        raise PlaybookError("baseline.missing", path=str(baseline)) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise PlaybookError("baseline.unusable", path=str(baseline)) from error
