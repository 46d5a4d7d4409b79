"""The workflows and pipelines on offer are valid YAML, and their checks have the options they use."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
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
    assert len(OFFERED) == 10
    assert {"docs/checking-files.md:.github/workflows/designs.yml", "es:.gitlab-ci.yml"} <= OFFERED.keys()


GOOD, BAD = "touchpoints: {web: have}\n", "touchpoints: {wbe: have}\n"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_uploaded_checklist_is_applied_and_removed(lang, project, tmp_path):
    """The steps of the workflow themselves, in a repository with an origin; what has a mistake stays."""
    told = yaml.safe_load(OFFERED[f"{lang}:.github/workflows/checklist.yml"])
    assert (told["permissions"], told["jobs"]["apply"]["permissions"]) == ({}, {"contents": "write"})
    [script] = [step["run"] for step in told["jobs"]["apply"]["steps"] if "apply" in step.get("run", "")]
    web = "name: Web # ours\nstage: decision\nstatus: planned\n"
    root = project({"content/touchpoints/web.yml": web, "uploads/-a b.yml": GOOD, "uploads/b.yml": BAD})
    git = pushed(root, tmp_path / "origin.git")
    ran = at_work(script, root, tmp_path)
    assert (ran.returncode, "wbe" in ran.stdout) == (1, True), ran.stdout + ran.stderr
    assert git("ls-tree", "--name-only", "origin/main", "uploads/") == "uploads/b.yml\n"
    assert git("show", "origin/main:content/touchpoints/web.yml") == web.replace("planned", "active")


def pushed(root: Path, origin: Path) -> Callable[..., str]:
    """Makes a folder a repository that an origin has too; gives what runs git in it."""

    def git(*words: str) -> str:
        asked = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *words]
        return subprocess.run(asked, check=True, cwd=root, capture_output=True, text=True).stdout

    git("init", "--quiet", "--bare", str(origin))
    git("init", "--quiet", "-b", "main")
    git("add", "--all")
    git("commit", "--quiet", "-m", "Begin")
    git("remote", "add", "origin", str(origin))
    git("push", "--quiet", "-u", "origin", "main")
    return git


def at_work(script: str, root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a step as GitHub's runners do, with our command in the path."""
    command = folder / "brand-playbook"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m playbook "$@"\n')
    command.chmod(0o755)
    env = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LANG": "en"}
    asked = ["bash", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(asked, check=False, cwd=root, env=env, capture_output=True, text=True)


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
