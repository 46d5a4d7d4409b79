"""Every bad file in `err/` says, in each language, what stands in the `.txt` files beside it.

A line of those is `line:column: rule: message / hint`. To write them anew after a change of wording:
`UPDATE_ERR=1 pytest tests/content/test_err.py`, then read the difference.
"""

from __future__ import annotations

import os
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from playbook import i18n
from playbook.diagnostics import Problem
from playbook.source import read

FOLDER = Path(__file__).parent / "err"
FILES = sorted(FOLDER.glob("*.yml"))


def problems(file: Path) -> tuple[Problem, ...]:
    """What is wrong with a file, in the order in which it is told."""
    return read(file.name, file.read_bytes()).problems


def told(problem: Problem, lang: str) -> str:
    rule = problem.message.partition(".")[0]
    place = f"{problem.location.line}:{problem.location.column}"
    words = i18n.text(lang, problem.message, problem.facts)
    return f"{place}: {rule}: {words} / {i18n.text(lang, problem.hint, problem.facts)}\n"


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bad_file_is_explained(file, lang):
    golden = file.with_suffix(f".{lang}.txt")
    found = "".join(told(problem, lang) for problem in problems(file))
    if os.environ.get("UPDATE_ERR"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_bad_file_has_something_wrong():
    assert len(FILES) > 40
    assert [file.name for file in FILES if not problems(file)] == []


def test_every_case_that_a_file_can_show_is_shown():
    shown = {problem.message for file in FILES for problem in problems(file)}
    table = tomllib.loads(files("playbook").joinpath("locales/en/source.toml").read_text(encoding="utf-8"))
    ids = {f"{rule}.{case}" for rule, cases in table.items() for case in cases}
    cases = {case for case in ids if not case.endswith("-hint")}
    # Too large to keep as a file, and the last resort, which needs a mistake that nobody foresaw.
    assert cases - shown == {"yaml-limits.size", "yaml-limits.nodes", "yaml-syntax.other"}


def test_no_expectation_is_left_without_its_file():
    stems = {file.stem for file in FILES}
    texts = {file.name.partition(".")[0] for file in FOLDER.glob("*.txt")}
    assert texts == stems
