"""Severities and options of a project's settings."""

from __future__ import annotations

from datetime import date

import pytest

from playbook import checks, loader
from playbook.i18n import text
from playbook.rulings import Option

NINES = "9" * 400
NUMBER = " | Write digits, with a point before decimals; 12 characters at most."
TOUCHPOINT = {"content/touchpoints/web.yml": "name: Web\nstage: [before, during, after]\n"}


def run(project, settings, today=date(2026, 11, 21)):
    loaded = loader.load(project(TOUCHPOINT | {"content/playbook.yml": settings}))
    return checks.run(loaded.playbook, {}, today, loaded.diagnostics)


def worded(found):
    return [
        f"{d.location.line}:{d.location.column} {text('en', d.problem.message, d.problem.facts)}"
        + (f" | {text('en', d.problem.hint, d.problem.facts)}" if d.problem.hint else "")
        for d in found
        if d.rule == "settings-rule"
    ]


def severities(found):
    return {d.rule: str(d.severity) for d in found}


def test_checks_have_their_own_severity(project):
    assert severities(run(project, "")) == {"touchpoint-owner": "warning", "touchpoint-pieces": "warning"}


def test_a_project_sets_severities_and_switches_rules_off(project):
    settings = "severities: {touchpoint-owner: error, touchpoint-pieces: off}"
    assert severities(run(project, settings)) == {"touchpoint-owner": "error"}


def test_loading_obeys_too(project):
    settings = "severities: {touchpoint-owner: off, touchpoint-pieces: off, unknown-key: info}\nlanguag: es"
    assert severities(run(project, settings)) == {"unknown-key": "info"}


def test_dated_findings_count_once_the_project_says_how_bad_they_are(project):
    goal = "goals: [{goal: Grow, due: 2026-01-01}]"
    [found] = [d for d in run(project, goal) if d.rule == "overdue"]
    assert (str(found.severity), found.dated) == ("warning", True)
    [found] = [d for d in run(project, f"{goal}\nseverities: {{overdue: error}}") if d.rule == "overdue"]
    assert (str(found.severity), found.dated) == ("error", False)


@pytest.mark.parametrize(
    "settings, found",
    [
        (
            "severities: {touchpoint-onwer: error}",
            (
                '1:14 there is no rule "touchpoint-onwer"; did you mean "touchpoint-owner"?'
                ' | Write "touchpoint-owner".'
            ),
        ),
        (
            "severities: {xyz: error}",
            '1:14 there is no rule "xyz" | `brand-playbook explain` lists all rules.',
        ),
        (
            "options: {contrast-text: {levl: AA}}",
            '1:27 the rule contrast-text has no option "levl"; did you mean "level"? | Write "level".',
        ),
        (
            "options: {logo-file: {level: AA}}",
            '1:23 the rule logo-file has no option "level" | It has no options.',
        ),
        ("options: {contrast-text: {level: A}}", '1:34 contrast-text.level cannot be "A"; it is AA or AAA'),
        (
            "options: {logo-set: {need: [light, drak]}}",
            '1:28 logo-set.need cannot be "drak"; it is light, dark or mono',
        ),
        ("options: {color-drift: {near: a lot}}", f'1:31 color-drift.near is a number, not "a lot"{NUMBER}'),
        (
            f"options: {{sentence-length: {{words: {NINES}}}}}",
            f'1:36 sentence-length.words is a number, not "{NINES}"{NUMBER}',
        ),
        ("options: {color-drift: {near: -1}}", f'1:31 color-drift.near is a number, not "-1"{NUMBER}'),
        (
            "waivers: [{rule: overdu, reason: Known., expires: 2027-01-01}]",
            '1:18 there is no rule "overdu"; did you mean "overdue"? | Write "overdue".',
        ),
    ],
)
def test_what_does_not_exist_is_told(project, settings, found):
    assert worded(run(project, settings)) == [found]


@pytest.mark.parametrize(
    "option, value, read",
    [
        (Option("AA", ("AA", "AAA")), "AAA", "AAA"),
        (Option(("light",), ("light", "dark")), "dark", ("dark",)),
        (Option(("light",), ("light", "dark")), ("dark", "light"), ("dark", "light")),
        (Option(5.0), "2.5", 2.5),
        (Option(5.0), "2", 2.0),
        (Option(5.0), "9" * 12, 999_999_999_999.0),
    ],
)
def test_values(option, value, read):
    assert option.read(value) == read


@pytest.mark.parametrize(
    "option, value",
    [
        (Option("AA", ("AA", "AAA")), ("AA", "AAA")),
        (Option(5.0), None),
        (Option(5.0), ("1", "2")),
        (Option(5.0), "nan"),
        (Option(5.0), NINES),
        (Option(5.0), "9" * 13),
    ],
)
def test_values_that_are_none(option, value):
    with pytest.raises(ValueError, match=r".*"):
        option.read(value)
