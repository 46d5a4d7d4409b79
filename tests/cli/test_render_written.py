"""`render` of articles and procedures: Markdown in, documents out."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from playbook.cli import main

PIECE = {
    "content/pieces/rules.yml": """
        name: Rules
        kind: procedure
        form: {title: House rules, body: Be kind.}
        """,
}
TEXT = """---
title: When it rings
version: "2"
roles:
  - {role: Care, does: Answers.}
---
## Steps

1. Answer.
2. **Thank**.
"""


@pytest.fixture
def run(project, tmp_path):
    root = project(PIECE)

    def run_it(*args):
        asked = [
            "render",
            "rules",
            "--project",
            str(root),
            "-o",
            str(tmp_path / "out"),
            "--force",
            *map(str, args),
        ]
        done = CliRunner().invoke(main, asked)
        page = tmp_path / "out/rules.html"
        return done, page.read_text(encoding="utf-8") if page.exists() else ""

    return run_it


def test_a_markdown_file_becomes_a_page(run, tmp_path):
    file = tmp_path / "ring.md"
    file.write_text(TEXT, encoding="utf-8")
    done, page = run("--data", file, "--set", "owner=Ana")
    assert done.exit_code == 0, done.output
    assert '<h1 dir="auto">When it rings</h1>' in page
    assert "<li><strong>Thank</strong>.</li>" in page
    assert "<dd>Ana</dd>" in page
    assert (tmp_path / "out/rules.docx").read_bytes().startswith(b"PK")


def test_a_mistake_in_it_has_its_line(run, tmp_path):
    file = tmp_path / "ring.md"
    file.write_text(TEXT.replace("does:", "doe:"), encoding="utf-8")
    done, _ = run("--data", file)
    assert done.exit_code == 1
    assert f"{file}:5:23" in done.output


def test_what_the_piece_says_by_itself_stands(run):
    done, page = run("--set", "version=3")
    assert done.exit_code == 0, done.output
    assert "House rules" in page
    assert "<p>Be kind.</p>" in page


def test_examples_give_way_to_what_the_piece_says(run):
    done, page = run()
    assert done.exit_code == 0, done.output
    assert "House rules" in page
    assert "<p>Be kind.</p>" in page
    assert "<dd>1.0</dd>" in page  # an example
