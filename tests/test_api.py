"""What `import playbook` offers."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date

import pytest

import playbook
from playbook.diagnostics import PlaybookError

TOUCHPOINT = {"content/touchpoints/web.yml": "name: Web\nstage: before\nnotes: Ours.\n"}


def test_the_example_of_the_docstring(project):
    root = project(TOUCHPOINT)
    assert 'playbook.load("path/to/project")' in (playbook.__doc__ or "")
    loaded = playbook.load(str(root))
    assert [(d.rule, str(d.location)) for d in playbook.check(loaded)][-1] == (
        "touchpoint-pieces",
        "content/touchpoints/web.yml:1:7",
    )


def test_an_edition_leaves_out_what_is_more_confidential(project):
    root = project(TOUCHPOINT)
    assert playbook.load(root).playbook.touchpoints["web"].notes == "Ours."
    assert playbook.load(root, "public").playbook.touchpoints["web"].notes is None


def test_today_can_be_fixed(project):
    loaded = playbook.load(project({"content/playbook.yml": "goals: [{goal: Grow, due: 2026-06-01}]"}))
    assert [d.rule for d in playbook.check(loaded, date(2026, 6, 1))] == []
    assert [d.rule for d in playbook.check(loaded, date(2026, 6, 2))] == ["overdue"]


def test_no_project(tmp_path):
    with pytest.raises(PlaybookError):
        playbook.load(tmp_path)


def test_importing_is_light():
    code = (
        "import playbook, sys; print(*(m for m in ('pydantic', 'yaml', 'lxml', 'click') if m in sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


def test_the_version_is_the_distributions(pytestconfig):
    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert playbook.__version__ == project["version"]
