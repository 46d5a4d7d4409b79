"""The guide for people who have never seen YAML: one text in three places, and all of it true."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import playbook
from playbook.artifact import Artifact
from playbook.cli import main
from playbook.scaffold.starter import starter
from playbook.scaffold.writing import write
from tests.building import ROOT
from tests.test_docs import TODAY, Example, examples


@dataclass(frozen=True)
class Guide:
    """Where it stands: in a new playbook, in the documentation and in the site of the example."""

    lang: str
    starter: str
    docs: str
    site: str


ENGLISH = Guide("en", "content/owners-guide.md", "docs/owners-guide.md", "content/help/owners-guide.md")
SPANISH = Guide("es", "content/responsables.md", "docs/es/responsables.md", "content/help/responsables.md")
GUIDES = pytest.mark.parametrize("guide", [ENGLISH, SPANISH], ids=lambda guide: guide.lang)
WORD = re.compile(r"\S+")


def original(guide: Guide) -> str:
    """The text as `init` writes it; the other two are copies."""
    [text] = [str(file.content) for file in starter(guide.lang) if file.path == guide.starter]
    return text


def parts(text: str) -> tuple[str, str]:
    """What stands between the lines of hyphens at the top, and the page below."""
    _, matter, page = text.split("---\n", 2)
    return matter, page.strip()


@GUIDES
def test_the_guide_says_the_same_everywhere(guide):
    matter, page = parts(original(guide))
    assert (ROOT / guide.docs).read_text(encoding="utf-8").strip() == page
    shown = parts((ROOT / guide.site).read_text(encoding="utf-8"))
    marked = f'<div lang="es" markdown="1">\n\n{page}\n\n</div>'
    assert shown == (matter, page if guide.lang == "en" else marked)


@GUIDES
def test_the_guide_is_for_those_inside(guide):
    assert "visibility: internal\n" in parts(original(guide))[0]


def test_both_languages_tell_the_same_things():
    """As many headings, examples, steps and rows; the sentences are translated, not counted."""
    shapes = [
        [
            re.findall(pattern, original(guide), re.MULTILINE)
            for pattern in (r"^#+ ", r"^```\w*", r"^\d\. |^\|")
        ]
        for guide in (ENGLISH, SPANISH)
    ]
    assert shapes[0] == shapes[1]


@GUIDES
def test_who_follows_the_guide_has_nothing_wrong(guide, tmp_path):
    write(tmp_path, starter(guide.lang))
    for example in examples(original(guide)):
        if example.language == "yaml" and example.path.startswith("content/"):
            (tmp_path / example.path).write_text(example.body, encoding="utf-8")
    assert playbook.check(playbook.load(tmp_path), TODAY) == ()


def with_lines(text: str, lines: list[str]) -> str:
    """The text with some lines in the place of those that begin with the same keys."""
    keys = [line.partition(":")[0] for line in lines]
    there = text.splitlines()
    at = next(
        at
        for at in range(len(there))
        if [line.partition(":")[0] for line in there[at : at + len(lines)]] == keys
    )
    return "\n".join([*there[:at], *lines, *there[at + len(lines) :], ""])


def answer(guide: Guide, mistake: Example, root: Path) -> str:
    """What `check` prints when somebody makes a mistake in a new playbook."""
    path, *lines = mistake.body.removeprefix("# ").splitlines()
    files = {file.path: file for file in starter(guide.lang)}
    changed = Artifact(path, with_lines(str(files[path].content), lines))
    write(root, (files | {path: changed}).values())
    run = CliRunner().invoke(main, ["check", "--project", str(root), "--lang", guide.lang])
    assert run.exit_code == 1
    return run.output


@GUIDES
def test_mistakes_are_answered_as_the_guide_says(guide, tmp_path):
    """Word for word; the guide breaks long lines where a page has its end."""
    told = [example for example in examples(original(guide)) if example.language in ("wrong", "text")]
    assert [example.language for example in told] == ["wrong", "text"] * 4
    for number, (mistake, message) in enumerate(zip(told[::2], told[1::2], strict=True)):
        said = answer(guide, mistake, tmp_path / str(number))
        assert " ".join(WORD.findall(message.body)) in " ".join(WORD.findall(said))
