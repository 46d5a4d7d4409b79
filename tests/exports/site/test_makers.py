"""Pieces to fill in on their page: which there are, what they show at once, what their script is told."""

from __future__ import annotations

import json
import re

import pytest
from syrupy.extensions.json import JSONSnapshotExtension

import playbook
from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.exports.site.form_data import encoded
from playbook.i18n import LANGUAGES, texts
from playbook.render.template import parse

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9v9z"/></svg>'
FILES = {
    "brand/brand.yml": """
        name: Frigo & Söhne
        contact: {phone: +34 600 123 456, email: hi@frigo.example, website: https://frigo.example/}
        legal: {note: "Reg. <1>"}
        assets_url: https://cdn.frigo.example/a/
        """,
    "brand/logo.yml": "variants: {main: {file: logo.svg, on: [light], alt: Frigo}}",
    "brand/logo.svg": SVG,
    "brand/colors.yml": "{palette: {night: '#102030'}, roles: {primary: night}}",
    "content/pieces/sig.yml": "{name: Sign-off, kind: email-signature}",
    "content/pieces/quote.yml": "{name: Offer, kind: calendar}",
    "content/index.md": None,
}
PUBLISHED = Artifact("assets/playbook/brand/logo.svg", SVG, "brand/logo.svg")
PATH = "assets/playbook/data/make-sig.js"


@pytest.fixture
def made(project):
    """`made()` builds the site of the project above; named files change it."""

    def build_it(files=None, edition="internal", **options):
        loaded = playbook.load(project({**FILES, **(files or {})}))
        shown = restrict(loaded.playbook, Visibility(edition))
        return build(shown, (), SiteOptions(edition=edition, **options), Supplies(files=(PUBLISHED,)))

    return build_it


def data(site, name="sig"):
    """What the script of a piece is told, and nothing else in its file."""
    path = PATH.replace("sig", name)
    found = next(file.as_bytes().decode() for file in site.files if file.path == path)
    start, _, rest = found.partition(f' = brandPlaybook.makers || {{}})["{name}"] = ')
    assert start == "window.brandPlaybook = window.brandPlaybook || {};\n(brandPlaybook.makers"
    return json.loads(rest.removesuffix(";\n"))


def body(site, name):
    return next(page.body for page in site.pages if page.path == f"pieces/{name}.md")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_script_is_told(made, snapshot, lang):
    told = data(made(lang=lang))
    for name in ("words", "clients", "currencies"):
        assert told.pop(name)
    assert told == snapshot(extension_class=JSONSnapshotExtension)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_script_has_its_words(made, lang):
    words = data(made(lang=lang))["words"]
    assert words["frame"] == texts(lang)["make.frame"].replace("{name}", "Sign-off")
    assert words["error.longest"] == texts(lang)["make.error.longest"]
    assert words["copy"] == texts(lang)["make.copy"]


def test_only_what_can_be_made_has_a_form(made):
    site = made()
    assert [file.path for file in site.files if "/make-" in file.path] == [PATH]
    assert "pb-make" not in body(site, "quote")


def test_the_page_shows_the_example_before_any_script_runs(made):
    shown = body(made(), "sig")
    assert "Fill it in" in shown
    assert "Robin Vale" in shown
    assert "Reg. &amp;lt;1&amp;gt;" in shown
    assert "<script" not in shown


def test_a_hostile_brand_does_no_harm(made):
    """What it says is a text in the piece, which is a text in the attribute that holds it."""
    bad = """
        name: '"></iframe><script>x</script>'
        contact: {email: "a@b.example' onclick='x", website: 'javascript:x'}
        assets_url: '"><script>x</script>'
        """
    site = made({"brand/brand.yml": bad})
    shown = body(site, "sig").partition("Fill it in")[2]
    assert "<script" not in shown
    assert shown.count("</iframe>") == 1
    assert "&quot;javascript:" not in shown
    told = json.dumps(data(site)["outputs"][0])
    assert "<script" not in told
    assert 'href=\\"javascript' not in told


def test_the_logo_on_the_page_comes_from_the_site(made):
    site = made()
    assert "cdn.frigo.example" not in body(site, "sig")
    assert "../../assets/playbook/brand/logo.svg" in body(site, "sig")
    assert data(site)["pictures"] == {"https://cdn.frigo.example/a/logo.png": PUBLISHED.path}


@pytest.mark.parametrize("edition, told", [("internal", True), ("public", False)])
def test_without_assets_url_the_name_stands_there_and_the_owner_is_told(made, edition, told):
    site = made({"brand/brand.yml": "name: Frigo"}, edition)
    assert "assets/" not in json.dumps(data(site)["outputs"])
    assert "logo" not in json.dumps(data(site)["outputs"])
    assert ("assets_url" in body(site, "sig")) is told


def test_why_the_logo_is_missing_is_said_where_the_document_would_take_it_from_the_web(made):
    drawn, document = "{name: Post, kind: social-post}", "{name: Offer, kind: quote}"
    files = {"content/pieces/post.yml": drawn, "content/pieces/quote.yml": document}
    site = made({"brand/brand.yml": "name: Frigo", **files})
    assert "assets_url" not in body(site, "post")
    assert "<code>assets_url</code>" in body(site, "quote")
    assert "mail programs" not in body(site, "quote")
    assert "mail programs" in body(site, "sig")
    assert "No font file for <code>body</code>" in body(site, "quote")


BADGE = """
    texts: {en: {name: Badge}}
    fields:
      name: {texts: {en: {label: Name, example: Ana}}}
      note: {type: text, texts: {en: {label: Note, example: "EXAMPLE"}}}
    outputs: [{template: badge.html, texts: {en: Badge}}]
    """
OWN = {
    "content/pieces/badge.yml": "{name: Name badge, kind: badge}",
    "brand/kinds/badge/kind.yml": BADGE,
    "brand/kinds/badge/badge.html": '<b style="color:{{ brand.color.night }}">{{ name }}</b>',
}


def test_a_kind_of_the_projects_own_has_a_form(made):
    site = made(OWN)
    told = data(site, "badge")
    assert [field["name"] for field in told["fields"]] == ["name", "note"]
    assert told["outputs"][0]["nodes"] == ['<b style="color:#102030">', ["s", ["name"], []], "</b>"]
    assert "&lt;b style=&quot;color:#102030&quot;&gt;Ana&lt;/b&gt;" in body(site, "badge")


MANY = "{{#each note | lines as a}}{{#each note | lines as b}}x{{/each}}{{/each}}"


@pytest.mark.parametrize(
    "files",
    [
        {"brand/kinds/badge/badge.html": "<script>alert(1)</script>"},
        {"brand/kinds/badge/badge.html": '<img src="https://evil.example/a.png">'},
        {"brand/kinds/badge/badge.html": "{{#if name}}"},
        {"brand/kinds/badge/badge.html": None},
        {"brand/kinds/badge/kind.yml": "outputs: 1"},
        {
            "brand/kinds/badge/badge.html": MANY,
            "brand/kinds/badge/kind.yml": BADGE.replace("EXAMPLE", "a\\n" * 5_000),
        },
    ],
)
def test_a_hostile_kind_has_no_form_and_breaks_no_page(made, files):
    site = made({**OWN, **files})
    assert "pb-make" not in body(site, "badge")
    assert "evil.example" not in body(site, "badge")
    assert [file.path for file in site.files if "/make-" in file.path] == [PATH]


def test_a_built_in_kind_that_is_replaced_by_nothing_has_no_form(made):
    own = "{texts: {en: {name: Ours}}, fields: {a: {texts: {en: {label: A}}}}, outputs: []}"
    assert "pb-make" not in body(made({"brand/kinds/email-signature/kind.yml": own}), "sig")


def test_markdown_shows_the_plain_text(made):
    text = body(made(writer="markdown"), "sig")
    assert "```\n-- \nRobin Vale (they/them)\nCustomer care, Service\nFrigo & Söhne\n" in text
    assert PATH not in [file.path for file in made(writer="markdown").files]


def test_templates_as_the_script_reads_them():
    text = (
        "A{{ a.b | number:2 | upper }}{{#if not c}}n{{else}}{{ c }}{{/if}}"
        "{{#each d | lines as e}}{{ e }}{{/each}}"
    )
    assert json.loads(json.dumps(encoded(parse("t", text).nodes))) == [
        "A",
        ["s", ["a", "b"], [["number", "2"], ["upper", ""]]],
        ["i", ["c"], True, ["n"], [["s", ["c"], []]]],
        ["e", ["d"], "e", [["lines", ""]], [["s", ["e"], []]]],
    ]


def test_nothing_of_the_brand_is_left_for_the_script(made):
    """Every name that the script still has to fill in is a field, or the entry of a list."""
    told = data(made())
    asked = set(re.findall(r'\["[sie]", \["(\w+)"', json.dumps(told["outputs"])))
    assert asked - {"line", "label", "qrcode"} <= {field["name"] for field in told["fields"]}
    assert {"name", "email", "note"} <= asked


@pytest.mark.parametrize("by_directory, start", [(True, "../../"), (False, "../")])
def test_a_page_names_its_data(made, by_directory, start):
    assert f'data-from="{start}{PATH}" data-root="{start}"' in body(made(directory_urls=by_directory), "sig")
