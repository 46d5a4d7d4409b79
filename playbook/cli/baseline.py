"""A baseline: the findings that a project had when it began to be checked; only newer ones count."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from playbook.diagnostics import Diagnostic, Fact, PlaybookError
from playbook.i18n import plural, text
from playbook.report.fingerprint import fingerprints

_LONGEST = 50_000_000
"""Bytes of a baseline that is read."""
_OF_FILES = "file-"
"""How the rules begin that only files are judged by which are handed in."""


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


def remind(found: Sequence[Diagnostic], asked: Mapping[str, Any], lang: str) -> None:
    """Say how many findings the baseline leaves out, and how many of its own are no more; to people alone."""
    baseline: Path | None = asked["baseline"]
    if baseline is None or asked["kind"] != "text":
        return
    known, met = _known(baseline), {mark for _, mark in fingerprints(found)}
    gone = sum(1 for mark, rule in known.items() if mark not in met and not rule.startswith(_OF_FILES))
    facts: dict[str, Fact] = {"count": len(known.keys() & met), "gone": gone, "path": str(baseline)}
    click.echo(text(lang, f"baseline.{'gone' if gone else 'known'}", facts), err=True)


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


def _known(baseline: Path) -> Mapping[str, str]:
    """The rule of each finding that is known, by the finding's fingerprint."""
    try:
        if baseline.stat().st_size > _LONGEST:
            raise PlaybookError("baseline.unusable", path=str(baseline))
        entries = json.loads(baseline.read_text("utf-8"))
        return {str(entry["fingerprint"]): str(entry.get("rule", "")) for entry in entries}
    except OSError as error:
        raise PlaybookError("baseline.missing", path=str(baseline)) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise PlaybookError("baseline.unusable", path=str(baseline)) from error
