"""`brand-playbook render` of pictures for networks."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from playbook.cli import main

FILES = {
    "brand/brand.yml": "name: Faro\ncontact: {website: https://www.faro.example/}",
    "brand/colors.yml": "palette: {fig: '#561B3F'}\nroles: {primary: fig}",
    "content/pieces/post.yml": "name: Post\nkind: social-post",
}


@pytest.fixture
def run(project):
    root = project(FILES)

    def asked(*words):
        done = CliRunner().invoke(
            main, ["render", "post", *words, "--project", str(root), "-o", str(root / "out")]
        )
        return done, {path.name: path.read_text(encoding="utf-8") for path in (root / "out").glob("*")}

    return asked


def test_each_size_is_a_file(run):
    done, files = run("--lang", "en", "--set", "headline=Here", "--set", "hashtags=new house")
    assert done.exit_code == 0, done.output
    assert sorted(files) == ["post-landscape.svg", "post-post.svg", "post-square.svg", "post.txt"]
    assert files["post.txt"] == "Here\n\n#newhouse \n"
    assert ">faro.example</tspan>" in files["post-post.svg"]


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
