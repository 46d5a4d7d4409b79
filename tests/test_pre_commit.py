"""The hooks that other repositories can run before a commit are commands that there are."""

from __future__ import annotations

import re

import pytest
import yaml
from click.testing import CliRunner

from playbook.cli import main
from tests.building import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_what_it_is_for(hook, project):
    program, *words = hook["entry"].split()
    assert program == "brand-playbook"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    root = project({"content/index.md": "# Example\n", "art/post.svg": drawing})
    files = [] if hook.get("pass_filenames") is False else [str(root / "art/post.svg")]
    result = CliRunner().invoke(main, [*words, *files, "--project", str(root)], env={"LANG": "en"})
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    "path, hook",
    [
        ("brand/colors.yml", "brand-playbook"),
        ("content/touchpoints/web.yml", "brand-playbook"),
        ("mkdocs.yml", "brand-playbook"),
        ("art/post.svg", "brand-playbook-files"),
        ("deck.pptx", "brand-playbook-files"),
        ("src/main.py", None),
        ("brand/logo/logo.svg", "brand-playbook"),
    ],
)
def test_what_a_hook_is_for(path, hook):
    taken = [
        found["id"]
        for found in HOOKS
        if re.search(found["files"], path) and not re.search(found.get("exclude", "^$"), path)
    ]
    assert taken == ([hook] if hook else [])
