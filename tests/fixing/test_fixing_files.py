"""Which files `check --fix` leaves alone, and that `git apply` takes what it prints."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from playbook.cli import main
from tests.conftest import write_tree

VOICE = {"brand/voice.yml": "terms: {preferred: [{use: fridge, instead_of: [icebox]}]}\n"}


@pytest.fixture
def run(monkeypatch, project):
    root = project(VOICE | {"content/index.md": "# Home\n\nThe icebox.\n"})
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.chdir(root)
    return lambda *asked: CliRunner().invoke(main, ["check", "--fix", *asked])


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
@pytest.mark.parametrize("given", [(), ("--yes",)])
@pytest.mark.parametrize("is_linked, why", [(False, "is read-only"), (True, "has a second name")])
def test_locked_files_stay_and_it_is_said_why(project, run, given, is_linked, why):
    file = project() / "content/index.md"
    before = file.read_bytes()
    if is_linked:
        os.link(file, file.with_name("other.txt"))
    else:
        file.chmod(0o444)
    status = file.stat()
    told = run(*given)
    assert told.stderr.count(f"content/index.md {why}") == 1
    assert "@@" not in told.stdout
    assert "Nothing else can be fixed" not in told.stderr
    assert (file.read_bytes(), file.stat().st_ino, file.stat().st_nlink) == (
        before,
        status.st_ino,
        status.st_nlink,
    )


@pytest.mark.parametrize(
    "content",
    [
        "The icebox.\n",
        "\ufeffThe icebox.\r\n\r\nThe icebox",
        "\ufeffHome\n\x1b[2J\nThe icebox, \x07été.\n\x1b[0m",
        "One\rtwo\x0c\x85\n\nThe icebox.\n",
    ],
)
def test_git_takes_the_diff(project, run, content):
    root = project()
    write_tree(root, {"content/index.md": content.encode()})
    patch = run().stdout_bytes
    subprocess.run(["git", "apply", "-"], cwd=root, input=patch, check=True)
    assert (root / "content/index.md").read_bytes() == content.replace("icebox", "fridge").encode()
