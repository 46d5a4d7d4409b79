"""Links that lead in circles or out of the project, and things that are no files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.mkdocs_plugin.walk import walk
from tests.plugin.test_plugin_serve import FAKE_CORE, serving


@pytest.fixture
def made(demo, tmp_path):
    made = demo(
        {
            "content/index.md": "# Home\n\n![A](a.svg)\n",
            "content/deep/page.md": "# Page\n",
            "assets/a.svg": "<svg/>",
            "secret.md": "# Secret\n",
        },
        pages=[{"path": "made.md", "title": "Made"}],
    )
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "leak.md").write_text("# Leak\n")
    (made.root / "content/a.svg").symlink_to("../assets/a.svg")
    return made


def spoil(root: Path) -> None:
    """Two ways up, which multiply, two ways out, a link to itself, one to nothing, a pipe."""
    content = root / "content"
    (content / "up").symlink_to("..")
    (content / "deep" / "top").symlink_to("../../content")
    (content / "out").symlink_to(root.parent / "outside")
    (content / "leak.md").symlink_to(root.parent / "outside" / "leak.md")
    (content / "self").symlink_to("self")
    (content / "dead.md").symlink_to("nowhere.md")
    os.mkfifo(content / "pipe.md")


def test_the_rest_is_built_and_nothing_else(made):
    whole = made.build({}, to="whole")
    spoil(made.root)
    built = made.build({})
    assert built.paths() == whole.paths()
    assert "a.svg" in built.paths()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_programs_themselves_come_back(made, host):
    pytest.importorskip(host)
    spoil(made.root)
    config = made.configure({}, hooks=[FAKE_CORE])
    ran = subprocess.run(
        [sys.executable, "-m", host, "build", "-f", str(config)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"NO_COLOR": "1"},
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    assert (made.root / "site/deep/page/index.html").is_file()
    assert not [path for path in (made.root / "site").rglob("*") if "leak" in path.name]


def test_the_server_shows_the_rest_and_sees_it_change(made):
    spoil(made.root)
    with serving(made.configure({}, hooks=[FAKE_CORE])) as page:
        page("deep/page/", "Page")
        (made.root / "content/deep/page.md").write_text("# Changed\n")
        page("deep/page/", "Changed")
    assert "Traceback" not in (made.root / "log.txt").read_text()


def test_an_index_page_wins_over_a_readme(made):
    spoil(made.root)
    made.write({"content/README.md": "# Readme\n"})
    assert "Home" in made.build({}).article("index.html")


def test_a_circle_that_loading_does_not_see_is_told(made):
    (made.root / "docs").mkdir()
    (made.root / "docs" / "up").symlink_to("..")
    (made.root / "docs" / "page.md").write_text("# Page\n")
    built = made.build({}, docs_dir="docs")
    assert "page/index.html" in built.paths()
    assert (
        "WARNING",
        "up: not followed, because this link leads back to a folder that it stands in",
    ) in built.said


def test_links_of_other_folders_are_left_to_mkdocs(made, tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "out").symlink_to(tmp_path / "outside")
    found = walk(docs, made.root, (made.root / "content",))
    assert found.is_sound
    assert found.files == ["out/leak.md"]
