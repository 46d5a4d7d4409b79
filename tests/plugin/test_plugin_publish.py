from __future__ import annotations

import pytest

ITEM = {"content/items/a.yml": "Alpha", "content/items/b.yaml": "", "content/list.csv": "a,b"}


def test_sources_are_not_published(demo):
    assert demo(ITEM).build({}).paths() == {"items/a/index.html", "tags.json"}


def test_a_source_that_a_page_names_is_not_published_either(demo):
    files = {**ITEM, "content/index.md": "# Home\n\n[list](list.csv)\n"}
    assert "list.csv" not in demo(files).build({}).paths()


def test_only_what_pages_name_is_published(demo):
    built = demo(
        {
            "content/index.md": "# Home\n\n![p](img/one.png)\n\n<img srcset='img/two.png 2x'>\n",
            "content/deep/page.md": "# Deep\n\n[download](../files/a%20b.pdf)\n",
            "content/img/one.png": "1",
            "content/img/two.png": "2",
            "content/img/three.png": "3",
            "content/files/a b.pdf": "pdf",
            "content/files/draft.pdf": "secret",
            "content/style/own.css": "@import 'more.css'; a { background: url(../img/four.png) }",
            "content/style/more.css": "",
            "content/style/unused.css": "",
            "content/img/four.png": "4",
            "content/CNAME": "brand.example.org",
        }
    ).build({}, extra_css=["style/own.css"])
    media = {path for path in built.paths() if not path.endswith((".html", ".json"))}
    assert media == {
        "img/one.png",
        "img/two.png",
        "img/four.png",
        "files/a b.pdf",
        "style/own.css",
        "style/more.css",
        "CNAME",
    }


def test_what_the_projects_templates_name_is_published(demo):
    hero = '{% extends "base.html" %}{% block announce %}<img src="{{ \'hero.png\' | url }}">{% endblock %}'
    made = demo({"content/index.md": "# Home\n", "content/hero.png": "h", "own/main.html": hero})
    theme = {"name": "material", "custom_dir": "own"}
    assert "hero.png" in made.build({}, theme=theme).paths()


def test_another_projects_data_is_left_alone(demo):
    built = demo({"docs/index.md": "# Docs\n", "docs/api.yaml": "openapi: 3"}).build({}, docs_dir="docs")
    assert "api.yaml" in built.paths()


LEVELS = {
    f"content/{level}.md": f"---\nvisibility: {level}\n---\n# {level}\n" for level in ("internal", "partner")
}


@pytest.mark.parametrize(
    "edition, shown",
    [
        ("internal", {"plain/index.html", "partner/index.html", "internal/index.html"}),
        ("partner", {"plain/index.html", "partner/index.html"}),
        ("public", {"plain/index.html"}),
    ],
)
def test_an_edition_shows_the_pages_for_its_readers(demo, edition, shown):
    built = demo({**LEVELS, "content/plain.md": "# Plain\n"}).build({"edition": edition}, strict=True)
    assert {path for path in built.paths() if path.endswith(".html")} == shown


def test_a_hidden_page_leaves_no_trace(demo):
    files = {
        "content/index.md": "# Home\n",
        "content/plan.md": "---\nvisibility: internal\n---\n# Merger\n\n![m](m.png)\n",
        "content/m.png": "m",
    }
    nav = [{"Home": "index.md"}, {"Secret": [{"Merger plan": "plan.md"}]}]
    built = demo(files).build({"edition": "public"}, nav=nav)
    assert "m.png" not in built.paths()
    everything = "".join(
        built.text(path) for path in ("index.html", "search/search_index.json", "sitemap.xml")
    )
    assert not {"Merger", "Secret", "plan"} & set(everything.replace("/", " ").split())


@pytest.mark.parametrize(
    "front", ["visibility: interal", "visibility: [internal", '"visibility" : {x', "VISIBILITY: private"]
)
def test_an_unreadable_visibility_hides_the_page_and_says_so(demo, front):
    built = demo({"content/index.md": "# Home\n", "content/a.md": f"---\n{front}\n---\n# A\n"}).build(
        {"edition": "public"}
    )
    assert "a/index.html" not in built.paths()
    expected = "a.md: left out, because its visibility cannot be read; expected public, partner or internal"
    assert ("WARNING", expected) in built.said


@pytest.mark.parametrize("edition, asked", [("internal", True), ("partner", True), ("public", False)])
def test_search_engines_are_asked_to_stay_away(demo, edition, asked):
    built = demo({"content/items/a.yml": "A", "content/index.md": "# Home\n"}).build({"edition": edition})
    for path in ("items/a/index.html", "index.html"):
        assert bool(built.page(path).xpath("/html/head/meta[@name='robots'][@content='noindex']")) is asked


def test_other_pages_of_an_existing_site_stay_findable(demo):
    built = demo({"content/items/a.yml": "A", "docs/index.md": "# Docs\n"}).build({}, docs_dir="docs")
    assert built.page("items/a/index.html").xpath("//meta[@name='robots']")
    assert not built.page("index.html").xpath("//meta[@name='robots']")
