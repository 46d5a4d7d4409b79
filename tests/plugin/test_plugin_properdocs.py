"""The same plugin under ProperDocs, the drop-in fork of MkDocs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FAKE_CORE = str(Path(__file__).with_name("fake_core.py"))


def test_it_builds_the_same_pages(demo):
    pytest.importorskip("properdocs")
    made = demo(
        {
            "content/guide.md": "# Guide\n\n[[color:primary]]\n",
            "content/items/a.yml": "Alpha",
            "content/stray.txt": "s",
        },
        pages=[{"path": "index.md", "title": "Home"}],
        nav=[["Home", "index.md"], ["A", "items/a.md"]],
    )
    mkdocs = made.build({}, to="mkdocs")
    config = made.configure({}, site_dir="properdocs", hooks=[FAKE_CORE])
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(config)]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"NO_COLOR": "1"}
    )
    assert ran.returncode == 0, ran.stderr
    built = type(mkdocs)(made.root / "properdocs", [])
    assert built.paths() == mkdocs.paths()
    pages = [path for path in mkdocs.paths() if path.endswith(".html")]
    assert {path: built.article(path) for path in pages} == {path: mkdocs.article(path) for path in pages}
    assert {path: built.nav(path) for path in pages} == {path: mkdocs.nav(path) for path in pages}
