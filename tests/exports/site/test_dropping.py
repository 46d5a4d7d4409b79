"""What a piece's page judges dropped files by: what is asked for, the brand, the project's settings."""

from __future__ import annotations

import json

import pytest

import playbook
from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, build
from playbook.exports.site.dropping import dropping
from playbook.exports.site.view import View
from playbook.i18n import LANGUAGES

FILES = {
    "brand/colors.yml": "{palette: {red: red, ink: {value: {light: '#111', dark: '#EEE'}}}}",
    "brand/fonts.yml": "families: {head: {name: Alegreya, source: system, fallback: [Georgia, serif]}}",
    "brand/cold/brand.yml": "name: Cold",
    "content/pieces/post.yml": """
        name: Post
        kind: social-post
        visibility: public
        requirements: {format: [PNG], sizes: [{width: 4, height: 2, unit: in}], file_size: 1.5 MB, bleed: 3}
        """,
    "content/pieces/usual.yml": """
        {name: Usual, kind: link-preview, brands: [cold], visibility: public,
        files: [files/wall.png, files/both.png, other/both.png]}
        """,
    "content/files/wall.png": "",
    "content/files/both.png": "",
    "content/other/both.png": "",
    "content/playbook.yml": """
        severities: {file-font: off, file-color: error}
        options: {file-color: {near: 3, neutral: [black]}}
        waivers:
          - {rule: file-color, reason: Known., expires: 2099-01-01}
          - {rule: file-size, path: "secret-*.png", reason: Known., expires: 2099-01-01}
          - {rule: file-size, path: content/files/*, reason: Known., expires: 2099-01-01}
          - {rule: file-font, item: hidden, reason: Known., expires: 2099-01-01}
          - {rule: term-banned, reason: Known., expires: 2099-01-01}
        """,
}


@pytest.fixture
def made(project):
    """`made()` gives the scripts' data by path, and the place on each piece's page."""

    def make(edition="internal", packs=None, **options):
        shown = restrict(playbook.load(project(FILES)).playbook, Visibility(edition))
        asked = SiteOptions(edition=edition, **options)
        view = View(shown, asked, packs=packs or {})
        files = {file.path: file.as_bytes().decode() for file in build(shown, (), asked).files}
        return files, {ident: dropping(view, piece) for ident, piece in shown.pieces.items()}

    return make


def data(files, name):
    return json.loads(files[f"assets/playbook/data/{name}.js"].rpartition("= ")[2].rstrip(";\n"))


def test_a_piece_asks_for_what_it_requires_and_else_for_what_its_kind_usually_is(made):
    _, places = made()
    assert json.loads(places["post"].asked) == {
        "name": "Post",
        "brand": "",
        "formats": ["PNG"],
        "sizes": [[pytest.approx(101.6), pytest.approx(50.8), "mm"]],
        "bleed": 3,
        "weight": "1.5 MB",
        "most": 1_500_000,
    }
    usual = json.loads(places["usual"].asked)
    assert (usual["formats"], usual["sizes"]) == (["PNG", "JPG"], [[1200, 630, "px"]])
    assert (usual["brand"], usual["most"], usual["bleed"]) == ("cold", None, None)


@pytest.mark.parametrize("key", ["requirements", "requirements.sizes"])
def test_what_an_edition_hides_is_not_asked_for_by_the_kinds_usual_values(project, key):
    settings = {"content/playbook.yml": f"visibility: {{{key}: internal}}"}
    loaded = playbook.load(project({**FILES, **settings})).playbook
    for edition in (Visibility.INTERNAL, Visibility.PUBLIC):
        shown = restrict(loaded, edition)
        view = View(shown, SiteOptions(edition=str(edition)))
        asked = json.loads(dropping(view, shown.pieces["post"]).asked)
        is_shown = edition is Visibility.INTERNAL
        assert bool(asked["sizes"]) == is_shown
        assert bool(asked["formats"]) == (is_shown or key.endswith("sizes"))


def test_a_brand_is_told_once_with_its_colors_as_numbers(made):
    files, places = made()
    brand = data(files, "check")
    named = [entry[:2] for entry in brand["palette"]]
    assert named == [["red", "#FF0000"], ["ink", "#111111"], ["ink", "#EEEEEE"]]
    assert brand["palette"][0][2] == pytest.approx([53.24, 80.09, 67.20], abs=0.01)
    assert (brand["fonts"], brand["families"]) == (["Alegreya", "Georgia", "serif"], ["Alegreya"])
    assert data(files, "check-cold")["name"] == "Cold"
    assert places["usual"].brand in files


def test_the_projects_settings_hold(made):
    shared = data(made()[0], "checkWords")
    assert shared["rules"]["file-color"] == {
        "severity": "error",
        "options": {"near": 3.0, "neutral": ["black"]},
    }
    assert shared["rules"]["file-font"]["severity"] == "off"
    assert shared["rules"]["file-size"]["severity"] == "error"
    assert [waiver["rule"] for waiver in shared["waivers"]] == [
        "file-color",
        "file-size",
        "file-size",
        "file-font",
    ]
    assert [waiver["names"] for waiver in shared["waivers"]] == [[], [], ["wall.png"], []]


def test_what_is_accepted_of_which_file_stays_inside(made):
    shared = data(made("public")[0], "checkWords")
    assert shared["waivers"] == [
        {"rule": "file-color", "expires": "2099-01-01", "path": None, "item": None, "names": []}
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_that_the_script_says_is_there(made, lang):
    texts = data(made(lang=lang)[0], "checkWords")["texts"]
    assert {
        "file-size.format",
        "file-color.near-hint",
        "unreadable.empty",
        "verdict.clean-as",
    } <= texts.keys()
    assert {"drop.pages.one", "handed.not-judged.svg", "report.error.name"} <= texts.keys()


def test_the_command_is_the_one_that_the_readers_can_run(made):
    pack = Artifact("packs/ribbon-post-pack.zip", b"")
    assert made()[1]["post"].command == "brand-playbook check FILE --piece post"
    assert made("public")[1]["post"].command == ""
    public = made("public", {("piece", "post"): pack})[1]["post"]
    assert public.command == "brand-playbook check FILE --against ribbon-post-pack.zip"


def test_plain_markdown_tells_the_command_alone(project):
    loaded = playbook.load(project(FILES))
    pages = {
        page.path: page.body for page in build(loaded.playbook, (), SiteOptions(writer="markdown")).pages
    }
    assert "```\nbrand-playbook check FILE --piece post\n```" in pages["pieces/post.md"]
