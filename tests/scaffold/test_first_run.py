"""A playbook that begins in the browser: what docs/browser.md says to paste does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.scaffold.starter import starter
from tests.building import ROOT

PAGE = (ROOT / "docs/browser.md").read_text(encoding="utf-8")
WORKFLOW, PIPELINE = ".github/workflows/pages.yml", ".gitlab-ci.yml"
SEVERAL = ("content/pieces/", "content/touchpoints/", "schemas/")
"""Folders whose files the page does not list."""


def block(name: str) -> str:
    """The fenced block whose language, or whose first line, is this."""
    found = re.search(
        rf"^```(?:{name}|yaml\n# {re.escape(name)})\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
    )
    assert found
    return found[1]


def settings(text: str) -> Any:
    return yaml.safe_load(text)


def made(path: str) -> Any:
    """A file of a new playbook."""
    return settings(next(str(file.content) for file in starter("en") if file.path == path))


def listed() -> set[str]:
    """The paths of the tree on the page."""
    found: set[str] = set()
    folders: list[str] = []
    for line in block("tree").splitlines():
        name = line.split()[0]
        depth = (len(line) - len(line.lstrip())) // 2
        folders[depth:] = [name]
        found.add("".join(folders))
    return {path for path in found if not path.endswith("/") or path in SEVERAL}


def test_the_page_lists_what_a_starter_holds():
    paths = {file.path for file in starter("en")}
    short = {next((folder for folder in SEVERAL if path.startswith(folder)), path) for path in paths}
    assert listed() == short


def test_the_workflow_to_paste_is_that_of_init_with_a_beginning():
    pasted, ours = settings(block(WORKFLOW)), made(WORKFLOW)
    assert pasted["jobs"].pop("begin")["permissions"] == {"contents": "write"}
    build = pasted["jobs"]["build"]
    assert build.pop("needs") == "begin"
    assert build["steps"][0].pop("with") == {"ref": "${{ github.ref }}"}
    assert pasted == ours


def test_the_pipeline_to_paste_is_that_of_init_with_a_beginning():
    pasted, ours = settings(block(PIPELINE)), made(PIPELINE)
    assert "brand-playbook init" in pasted["pages"]["script"].pop(0)
    assert pasted == ours


@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_more_than_one_job_may_write_and_only_one_may_publish(lang):
    [workflow] = [str(file.content) for file in starter(lang) if file.path == WORKFLOW]
    told = settings(workflow)
    assert told["permissions"] == {"contents": "read"}
    allowed = {name: job.get("permissions") for name, job in told["jobs"].items()}
    assert allowed == {"build": None, "publish": {"pages": "write", "id-token": "write"}}


def beginnings() -> dict[str, str]:
    """The shell commands that write the first files, by the file to paste; pip has nothing to do here."""
    [step] = [step for step in settings(block(WORKFLOW))["jobs"]["begin"]["steps"] if "run" in step]
    assert step["if"] == "hashFiles('mkdocs.yml') == ''"
    pipeline = settings(block(PIPELINE))["pages"]["script"][0]
    address = re.search(r'git push ("https://[^"]+")', pipeline)
    assert address
    return {
        WORKFLOW: step["run"].replace("pip install -r requirements.txt\n", ""),
        PIPELINE: pipeline.replace(address[1], "origin").replace("$CI_COMMIT_BRANCH", "main"),
    }


def git(where: Path, *words: str) -> str:
    quiet = ["git", "-c", "init.defaultBranch=main", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    return subprocess.run([*quiet, *words], cwd=where, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def clone(tmp_path):
    """A clone of a repository that holds a README and what was pasted so far."""
    host, here = tmp_path / "host.git", tmp_path / "clone"
    git(tmp_path, "init", "--bare", str(host))
    git(tmp_path, "clone", "--quiet", str(host), str(here))
    git(here, "checkout", "--quiet", "-B", "main")
    (here / "README.md").write_text("# Ours\n")
    (here / "requirements.txt").write_text("brand-playbook @ git+https://git.example/owner/repository\n")
    git(here, "add", "--all")
    git(here, "commit", "--message", "Begin")
    git(here, "push", "--quiet", "origin", "main")
    return here


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A `brand-playbook` command on the path, as an installation puts it there."""
    command = tmp_path / "bin/brand-playbook"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m playbook "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent), prepend=":")


@pytest.mark.parametrize("pasted", [WORKFLOW, PIPELINE])
def test_the_first_run_pushes_a_playbook(pasted, clone, commands):
    for _ in range(2 if pasted == PIPELINE else 1):  # the pipeline asks by itself whether it is the first
        subprocess.run(["sh", "-e", "-c", beginnings()[pasted]], cwd=clone, capture_output=True, check=True)
    host = clone.parent / "host.git"
    pushed = set(git(host, "ls-tree", "-r", "--name-only", "main").splitlines())
    assert pushed == {file.path for file in starter("en")}
    assert git(host, "show", "main:README.md") == "# Ours\n"
    assert "git+https" in git(host, "show", "main:requirements.txt")
    assert git(host, "rev-list", "--count", "main") == "2\n"
