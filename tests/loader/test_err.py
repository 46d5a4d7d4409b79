"""Every bad project in `err/` is explained, in each language, as the `.txt` files beside it say.

A project is one file: a line that is not indented names a file, the indented lines below are its content.
To write the expectations anew: `UPDATE_ERR=1 pytest tests/loader/test_err.py`, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest

from playbook import i18n
from playbook.diagnostics import Diagnostic
from playbook.loader import load

FOLDER = Path(__file__).parent / "err"
CASES = sorted(FOLDER.glob("*.project"))


def files(text: str) -> dict[str, str]:
    """The files of a project written as one text."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line and not line[0].isspace():
            lines = found.setdefault(line, [])
        else:
            lines.append(line)
    return {name: dedent("\n".join(content)) + "\n" for name, content in found.items()}


def told(diagnostic: Diagnostic, lang: str) -> str:
    problem = diagnostic.problem
    words = i18n.text(lang, problem.message, problem.facts)
    hint = f" / {i18n.text(lang, problem.hint, problem.facts)}" if problem.hint else ""
    return f"{diagnostic.location}: {diagnostic.severity}: {diagnostic.rule}: {words}{hint}\n"


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_project_is_explained(case, lang, project):
    tree: dict[str, str | None] = dict(files(case.read_text(encoding="utf-8")))
    loaded = load(project(({"brand/brand.yml": None} if case.stem == "missing-brand" else {}) | tree))
    golden = case.with_suffix(f".{lang}.txt")
    found = "".join(told(diagnostic, lang) for diagnostic in loaded.diagnostics)
    if os.environ.get("UPDATE_ERR"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
    assert found


def test_every_rule_of_loading_has_a_case():
    """A message that no case shows would be worded for nobody."""
    rules = {id_.split(".")[1] for id_ in i18n.texts("en") if id_.startswith("rule.")}
    shown = {
        line.split(": ")[2]
        for case in FOLDER.glob("*.en.txt")
        for line in case.read_text("utf-8").splitlines()
    }
    elsewhere = {rule for rule in rules if rule.startswith("yaml-")} | {"unreadable-file", "refused-file"}
    of_loading = {id_.split(".")[0] for id_ in _loader_messages()}
    assert of_loading & rules - elsewhere <= shown


def _loader_messages() -> list[str]:
    import tomllib

    table = tomllib.loads((Path("playbook/locales/en/loader.toml")).read_text(encoding="utf-8"))
    return list(table)
