"""Diagnostics as a JUnit report, which nearly every build server shows.

Source: the schema of Jenkins' xUnit plugin, junit-10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from playbook.diagnostics import Diagnostic, Severity
from playbook.report.people import Sources
from playbook.report.words import hint, message, where

_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit(diagnostics: Iterable[Diagnostic], _sources: Sources, lang: str) -> str:
    """A suite of tests for each file; errors and warnings are failures, the rest is told and passes."""
    found = sorted(diagnostics, key=lambda diagnostic: diagnostic.location.path)
    suites = [list(group) for _, group in groupby(found, key=lambda diagnostic: diagnostic.location.path)]
    lines = [line for suite in suites for line in _suite(suite, lang)]
    head = f'<testsuites name="Brand Playbook" {_counts(found)}>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</testsuites>"])


def _counts(found: Sequence[Diagnostic]) -> str:
    """Errors are tests that could not be run; the schema wants their number, which is none."""
    failures = sum(diagnostic.severity is not Severity.INFO for diagnostic in found)
    return f'tests="{len(found)}" failures="{failures}" errors="0"'


def _suite(found: Sequence[Diagnostic], lang: str) -> Iterator[str]:
    name = _attribute(found[0].location.path)
    yield f"  <testsuite name={name} {_counts(found)}>"
    for diagnostic in found:
        case = f"{diagnostic.rule} {where(diagnostic.location, lang)}"
        yield f"    <testcase name={_attribute(case)} classname={name}>"
        yield f"      {_told(diagnostic, lang)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _told(diagnostic: Diagnostic, lang: str) -> str:
    said, more = message(diagnostic, lang), hint(diagnostic, lang)
    if diagnostic.severity is Severity.INFO:
        return f"<system-out>{_text(said)}</system-out>"
    level = f'type="{diagnostic.severity}"'
    return f"<failure message={_attribute(said)} {level}>{_text(more or said)}</failure>"


def _text(words: str) -> str:
    return escape(_UNSAYABLE.sub(" ", words), quote=False)


def _attribute(words: str) -> str:
    return f'"{escape(_UNSAYABLE.sub(" ", words))}"'
