"""The examples in the manuals of verdicts are true."""

from __future__ import annotations

from pathlib import Path

import pytest

import playbook
from playbook.manual import files, manual
from playbook.verdicts import VERDICTS

WITHOUT = {"file-print", "file-logo"}
"""Neither inks nor pictures in pixels can be written as text."""


def found(root: Path, example: str) -> set[str]:
    told = files(example)
    handed = [root / path for path in told if not path.startswith(("brand/", "content/"))]
    loaded = playbook.load(root)
    assert {d.rule for d in loaded.diagnostics} == set()
    pieces = [path.stem for path in handed if path.stem in loaded.playbook.pieces]
    return {d.rule for judged in playbook.judge(loaded, handed, pieces) for d in judged.found}


@pytest.mark.parametrize("rule", [v.rule for v in VERDICTS if v.rule not in WITHOUT])
def test_the_wrong_example_is_found_and_the_right_one_is_not(project, rule):
    told = manual(rule, "en")
    assert rule in found(project(files(told.wrong)), told.wrong)
    assert rule not in found(project(files(told.right)), told.right)


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: verdict.rule)
def test_options_are_told(verdict):
    told = manual(verdict.rule, "en")
    assert all(f"{name}:" in told.options for name in verdict.options)
    assert bool(told.options) == bool(verdict.options)
