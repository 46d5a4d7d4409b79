"""`brand-playbook render` of pictures for networks."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from click.testing import CliRunner
from PIL import Image

from playbook.cli import main

FILES = {
    "brand/brand.yml": "name: Faro\ncontact: {website: https://www.faro.example/}",
    "brand/colors.yml": "palette: {fig: '#561B3F'}\nroles: {primary: fig}",
    "content/pieces/post.yml": "name: Post\nkind: social-post",
}

COVER = "name: Cover\nkind: social-cover"


@pytest.fixture
def run(project):
    root = project(FILES)

    def asked(*words):
        done = CliRunner().invoke(
            main, ["render", "post", *words, "--project", str(root), "-o", str(root / "out")]
        )
        return done, {path.name: path.read_bytes() for path in (root / "out").glob("*")}

    return asked


def test_each_size_is_a_file(run):
    done, files = run("--lang", "en", "--set", "headline=Here", "--set", "hashtags=new house")
    assert done.exit_code == 0, done.output
    named = ("post-landscape", "post-post", "post-square")
    assert set(files) == {"post.txt", *(f"{name}.{end}" for name in named for end in ("png", "svg"))}
    assert files["post.txt"] == b"Here\n\n#newhouse \n"
    assert b">faro.example</tspan>" in files["post-post.svg"]
    with Image.open(BytesIO(files["post-landscape.png"])) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 627))
    assert "no font file of the brand can be read: the PNG is set in another font" in done.stderr


def test_without_the_extra_the_drawings_are_made(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    done, files = run("--lang", "en", "--set", "headline=Here")
    assert done.exit_code == 0
    assert "PNG is not made here: install it with pip install 'brand-playbook[pdf]'." in done.stderr
    assert sorted(files) == ["post-landscape.svg", "post-post.svg", "post-square.svg", "post.txt"]


def test_what_the_brand_says_by_itself_is_not_missing(project):
    """A cover's headline is the brand's line until somebody writes another."""
    said = {"brand/brand.yml": "name: Faro\ntagline: We light the way.", "content/pieces/post.yml": COVER}
    root = project(FILES | said)
    asked = ["render", "post", "--project", str(root), "-o", str(root / "out")]
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert "We light" in (root / "out/post-youtube.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang, told", [("en", "characters too many"), ("es", "caracteres de más")])
def test_a_text_that_is_too_long_is_told_and_not_made(run, lang, told):
    long = "headline=" + "W " * 80
    done, files = run("--lang", lang, "--set", long)
    assert done.exit_code == 1
    assert told in done.output
    assert files == {}


def test_a_file_of_values_says_at_which_line(run, tmp_path):
    data = tmp_path / "post.yml"
    data.write_text("text: short\nheadline: " + "W " * 80, encoding="utf-8")
    done, _ = run("--lang", "en", "--data", str(data))
    assert f"{data}:2:11: headline is " in done.output
