"""The workflows and pipelines on offer are valid YAML, and their checks have the options they use."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from playbook.cli import main
from playbook.scaffold.starter import starter
from tests.building import ROOT

FENCE = re.compile(r"^```yaml\n# (\.g\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OFFERED = {
    **{
        f"{page}:{path}": text
        for page in ("docs/checking-files.md", "docs/browser.md")
        for path, text in FENCE.findall((ROOT / page).read_text(encoding="utf-8"))
    },
    **{
        f"{lang}:{file.path}": str(file.content)
        for lang in ("en", "es")
        for file in starter(lang)
        if file.path.startswith(".git") and file.path.endswith(".yml")
    },
}


def commands(told: Any) -> Iterator[str]:
    """Every line of a script."""
    if isinstance(told, dict):
        for key, part in told.items():
            yield from commands(part) if key not in ("run", "script") else lines(part)
    elif isinstance(told, list):
        for part in told:
            yield from commands(part)


def lines(script: Any) -> Iterator[str]:
    for text in script if isinstance(script, list) else [script]:
        yield from text.splitlines()


def checks(text: str) -> list[list[str]]:
    """The words of each `brand-playbook check`, less what the shell takes for itself."""
    found = []
    for line in commands(yaml.safe_load(text)):
        if "brand-playbook check" in line:
            words = shlex.split(line.partition("brand-playbook ")[2])
            found.append(words[: words.index(">")] if ">" in words else words)
    return found


def test_what_is_offered():
    assert len(OFFERED) == 8
    assert {"docs/checking-files.md:.github/workflows/designs.yml", "es:.gitlab-ci.yml"} <= OFFERED.keys()


@pytest.mark.parametrize("name", OFFERED)
def test_its_checks_run(name, project, monkeypatch):
    root = project({"post.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'})
    monkeypatch.chdir(root)
    CliRunner().invoke(main, ["check", "--write-baseline", "known.json"])
    asked = checks(OFFERED[name])
    assert asked
    for words in asked:
        result = CliRunner().invoke(main, words, env={"LANG": "en"})
        assert result.exit_code == 0, result.output
