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


WEB = "name: Web # ours\nstage: decision\nstatus: planned\n"
HANDED_IN = {
    "content/touchpoints/web.yml": WEB,
    "uploads/-a b.yml": "touchpoints: {web: have}\n",
    "uploads/Inventory.CSV": "item,id,name,stage\ntouchpoint,fair,Fair,during\n",
    "uploads/half.yml": "half: written",
    "uploads/wrong.yml": "touchpoints: {wbe: have}\n",
}
"""Good ones and bad ones, a bad one last."""


def of_github(lang: str) -> str:
    told = yaml.safe_load(OFFERED[f"{lang}:.github/workflows/checklist.yml"])
    assert (told["permissions"], told["jobs"]["apply"]["permissions"]) == ({}, {"contents": "write"})
    checkout, *steps = told["jobs"]["apply"]["steps"]
    assert checkout["with"] == {"ref": "${{ github.ref_name }}"}, "an earlier run may have pushed meanwhile"
    assert told[True]["push"]["paths"] == ["uploads/**"]
    [script] = [step["run"] for step in steps if "apply" in step.get("run", "")]
    return str(script)


def of_gitlab() -> str:
    page = (ROOT / "docs/checklist.md").read_text(encoding="utf-8")
    told = yaml.safe_load("checklist:" + page.partition("\n    checklist:")[2])
    return "\n".join(told["checklist"]["script"])


def test_both_languages_take_over_what_is_uploaded_by_the_same_step():
    said = "Incorporar una lista de verificación"
    assert of_github("es").replace(said, "Take a checklist over") == of_github("en")


@pytest.mark.parametrize("where", ["en", "gitlab"])
def test_what_is_uploaded_is_applied_and_removed(where, project, tmp_path):
    """The steps themselves, in a repository whose origin went on; what has a mistake stays and is told."""
    root, origin = project(HANDED_IN), tmp_path / "origin.git"
    git = pushed(root, origin)
    git("commit", "--quiet", "--allow-empty", "-m", "Meanwhile")
    git("push", "--quiet")
    git("reset", "--quiet", "--hard", "HEAD~")
    ran = at_work(of_gitlab() if where == "gitlab" else of_github(where), root, tmp_path, origin)
    assert (ran.returncode, "wbe" in ran.stdout) == (1, True), ran.stdout + ran.stderr
    git("fetch", "--quiet")
    left = git("ls-tree", "-r", "--name-only", "origin/main", "uploads", "content/touchpoints").split()
    assert left == [
        "content/touchpoints/fair.yml",
        "content/touchpoints/web.yml",
        "uploads/half.yml",
        "uploads/wrong.yml",
    ]
    assert git("show", "origin/main:content/touchpoints/web.yml") == WEB.replace("planned", "active")
    assert git("log", "--format=%s", "origin/main").split("\n")[1:3] == ["Meanwhile", "Begin"]


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


HALF = "echo >>content/touchpoints/web.yml; echo 'name: Half' >content/touchpoints/half.yml; exit 1"
COMMAND = f"""#!/bin/sh
case "$2" in *half*) {HALF};; esac
exec {shlex.quote(sys.executable)} -m playbook "$@"
"""
"""Ours, except for a file at which it is stopped midway."""


def at_work(script: str, root: Path, folder: Path, origin: Path) -> subprocess.CompletedProcess[str]:
    """Runs a step as the runners of GitHub and GitLab do, with our command in the path."""
    command = folder / "brand-playbook"
    command.write_text(COMMAND)
    command.chmod(0o755)
    env = os.environ | {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LANG": "en",
        "CI_COMMIT_BRANCH": "main",
        "CI_JOB_TOKEN": "t",
        "CI_SERVER_HOST": "h",
        "CI_PROJECT_PATH": "a/b",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{origin}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://gitlab-ci-token:t@h/a/b.git",
    }
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
