"""`brand-playbook export pack`, as a person calls it."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from playbook.cli import main

FILES = {
    "brand/brand.yml": "name: Faro",
    "brand/colors.yml": "palette: {fig: '#561B3F'}",
    "content/pieces/sign.yml": "{name: Sign, kind: sign}",
    "content/pieces/plan.yml": "{name: Plan, kind: document, visibility: internal}",
    "content/kits/fair.yml": "{name: Fair, pieces: [sign]}",
}


@pytest.fixture
def root(project):
    return project(FILES)


def run(root, *words, kind="pack"):
    """How it ended, and the names of what was written."""
    where = ["-o", str(root / "out"), "--project", str(root), "--lang", "en"]
    done = CliRunner().invoke(main, ["export", kind, *words, *where])
    return done, sorted(path.name for path in (root / "out").glob("*"))


@pytest.mark.parametrize(
    "words, written",
    [
        ([], ["faro-fair-kit.zip", "faro-sign-pack.zip"]),
        (["--piece", "sign"], ["faro-sign-pack.zip"]),
        (["--kit", "fair"], ["faro-fair-kit.zip"]),
        (["--kit", "fair", "--piece", "sign"], ["faro-fair-kit.zip", "faro-sign-pack.zip"]),
    ],
)
def test_which_packs_are_written(root, words, written):
    done, files = run(root, *words)
    assert (done.exit_code, files) == (0, written)
    with ZipFile(root / "out" / written[-1]) as pack:
        assert pack.testzip() is None
        assert "README.html" in pack.namelist()


@pytest.mark.parametrize(
    "words, kind, said",
    [
        (["--piece", "plan"], "pack", "no piece \u201cplan\u201d in what these packs may hold"),
        (["--kit", "nope"], "pack", "no kit \u201cnope\u201d"),
        (["--piece", "sign"], "css", "--piece and --kit choose packs; css takes neither."),
    ],
)
def test_what_cannot_be_written(root, words, kind, said):
    done, files = run(root, *words, kind=kind)
    assert (done.exit_code, files) == (2, [])
    assert said in done.output


def test_without_anything_to_hand_over_it_says_so(project):
    done, files = run(project({"content/pieces/plan.yml": FILES["content/pieces/plan.yml"]}))
    assert (done.exit_code, files) == (2, [])
    assert "nothing to hand over" in done.output
