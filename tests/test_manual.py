"""Manuals: every rule has one in every language, and its examples are true."""

from __future__ import annotations

from datetime import date

import pytest

from playbook import checks, facts, loader
from playbook.i18n import LANGUAGES, texts
from playbook.manual import files, manual, rules

CHECKED = [check.rule for check in checks.CHECKS] + ["settings-rule", "waiver-expired", "waiver-unused"]


def found(project, example):
    loaded = loader.load(project(files(example)))
    seen = facts.gather(loaded.root, loaded.playbook)
    return {d.rule for d in checks.run(loaded.playbook, seen, date(2026, 11, 21), loaded.diagnostics)}


@pytest.mark.parametrize("rule", CHECKED)
def test_the_wrong_example_is_found_and_the_right_one_is_not(project, rule, tmp_path_factory):
    told = manual(rule, "en")
    assert rule in found(project, told.wrong)
    for path in files(told.wrong):
        project({path: None})
    after = found(project, told.right)
    assert rule not in after
    assert not {r for r in after if r.startswith(("unknown", "missing", "bad", "wrong"))}


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_a_manual(rule):
    told = manual(rule, "en")
    for part in ("statement", "why", "fix", "source"):
        assert getattr(told, part), part
    assert "\n" not in told.statement


@pytest.mark.parametrize("rule", CHECKED)
def test_every_check_has_examples_and_options_told(rule):
    told = manual(rule, "en")
    assert files(told.wrong)
    assert files(told.right)
    options = next((check.options for check in checks.CHECKS if check.rule == rule), {})
    assert all(f"{name}:" in told.options for name in options)
    assert bool(told.options) == bool(options)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_what_a_language_lacks(lang):
    lacking = []
    for rule in rules():
        told = manual(rule, "en")
        parts = ["statement", "why", "fix", *(["options"] if told.options else [])]
        lacking += [f"rule.{rule}.{part}" for part in parts if f"rule.{rule}.{part}" not in texts(lang)]
    assert lacking == []


def test_translations_belong_to_rules():
    told = {key.split(".")[1] for lang in LANGUAGES for key in texts(lang) if key.startswith("rule.")}
    assert told <= set(rules())


def test_every_message_that_diagnostics_name_is_worded():
    shared = {"piece-form": "value"}  # told as what somebody fills in is
    for check in checks.CHECKS:
        group = shared.get(check.rule, check.rule)
        assert any(key.startswith(f"{group}.") for key in texts("en")), check.rule


def test_an_unknown_rule_has_no_manual():
    with pytest.raises(KeyError):
        manual("no-such-rule", "en")


def test_another_language_keeps_the_examples():
    english, spanish = manual("contrast-text", "en"), manual("contrast-text", "es")
    assert spanish.wrong == english.wrong
    assert spanish.statement == "El texto se distingue de su fondo en cada par que declara la marca."
    assert spanish.options == "level: AA (por defecto) o AAA."


def test_files_of_an_example():
    assert files("a/b.yml\n    x:\n      y: 1\nc.md\n    # C\n") == {
        "a/b.yml": "x:\n  y: 1\n",
        "c.md": "# C\n",
    }
