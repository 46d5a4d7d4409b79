from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from playbook.mkdocs_plugin import dress

DRESSED: dict[str, Any] = {
    "files": {
        "assets/playbook/brand.css": ":root{}",
        "assets/brand/logo.svg": "<svg/>",
        "assets/brand/icon.png": "i",
    },
    "dress": {"logo": "assets/brand/logo.svg", "favicon": "assets/brand/icon.png"},
    "pages": [{"path": "index.md", "title": "Home"}, {"path": "items/a.md", "title": "A"}],
    "nav": [["Home", "index.md"], ["A", "items/a.md"]],
}
THEME = Path(__file__).parents[2] / "theme/assets/playbook"
GITHUB = {"repo_url": "https://github.com/us/site"}


def styles(page) -> list[str]:
    return [re.sub(r"^(\.\./)*", "", href) for href in page.xpath("//link[@rel='stylesheet']/@href")]


def test_the_brand_dresses_the_site(demo):
    page = demo(**DRESSED).build({}).page("items/a/index.html")
    assert page.xpath("//link[@rel='icon']/@href") == ["../../assets/brand/icon.png"]
    assert set(page.xpath("//*[@data-md-component='logo']/img/@src")) == {"../../assets/brand/logo.svg"}
    schemes = [(i.get("data-md-color-scheme"), i.get("aria-label")) for i in page.find_class("md-option")]
    assert schemes == [("default", "Switch to dark"), ("slate", "Switch to light")]
    assert page.find("body").get("data-md-color-primary") == "custom"


def test_the_brands_style_comes_first_and_the_projects_last(demo):
    page = demo({"content/own.css": ""}, **DRESSED).build({}, extra_css=["own.css"]).page("index.html")
    ours = [href for href in styles(page) if "stylesheets" not in href]
    assert ours == ["assets/playbook/brand.css", "assets/playbook/playbook.css", "own.css"]


def test_what_a_page_waits_for_is_one_style_sheet_and_one_script_of_ours(demo):
    built = demo(**DRESSED).build({})
    asked = built.page("items/a/index.html").xpath("//link[@rel='stylesheet']/@href | //script/@src")
    ours = {href.removeprefix("../../assets/playbook/") for href in asked if "assets/playbook" in href}
    assert ours == {"brand.css", "playbook.css", "playbook.js", "search/page.js"}
    lying = {file.name for file in (built.folder / "assets/playbook").glob("*.*")}
    assert lying == {"brand.css", "playbook.css", "playbook.js"}
    sheet, script = (built.text(f"assets/playbook/playbook.{ending}") for ending in ("css", "js"))
    for part in ("--pb-space-1:", ".pb-cover {", ".pb-filter__bar", ".md-tabs"):
        assert part in sheet
    assert script.count('"use strict"') == len(list(THEME.glob("*.js")))


def test_what_few_pages_need_is_linked_by_them_alone(demo):
    bodies = {
        "net": '<p class="pb-net pb-net--long">',
        "heat": '<p class="pb-heat">',
        "none": '<p class="pb-network">',
    }
    pages = [{"path": f"items/{name}.md", "title": name, "body": body} for name, body in bodies.items()]
    built = demo(**DRESSED | {"pages": [*DRESSED["pages"], *pages]}).build({})
    sheets = {name: styles(built.page(f"items/{name}/index.html")) for name in bodies}
    assert {name: [href for href in found if "/only/" in href] for name, found in sheets.items()} == {
        "net": ["assets/playbook/only/net.css"],
        "heat": ["assets/playbook/only/heat.css"],
        "none": [],
    }
    assert sheets["net"][-2:] == ["assets/playbook/playbook.css", "assets/playbook/only/net.css"]
    assert ".pb-net__frame" in built.text("assets/playbook/only/net.css")


@pytest.mark.parametrize(
    "css, bare",
    [
        ("/* a's */\n\na {\n  b: c;\n}\n", "a {\nb: c;\n}\n"),
        ('a::before { content: "/* \\" kept */" }', 'a::before { content: "/* \\" kept */" }'),
        ("a { b: url('x/*y*/') /* c */ }", "a { b: url('x/*y*/')  }"),
    ],
    ids=["comment", "quoted", "address"],
)
def test_the_style_travels_without_what_nobody_reads_there(css, bare):
    assert dress.bare(css) == bare


def test_a_part_of_the_style_can_be_the_projects_own(demo):
    files = {"over/assets/playbook/home.css": ".mine { color: red }"}
    built = demo(files, **DRESSED).build({}, theme={"name": "material", "custom_dir": "over"})
    sheet = built.text("assets/playbook/playbook.css")
    assert ".mine" in sheet
    assert ".pb-strip--glance" not in sheet


KIDS: dict[str, Any] = {
    "files": DRESSED["files"] | {"assets/brand/kids.svg": "<svg/>"},
    "dress": DRESSED["dress"]
    | {"worn": {"kids": {"logo": "assets/brand/kids.svg", "ground": "#0A7F3F", "ink": "#FFFFFF"}}},
    "pages": [
        {"path": "index.md", "title": "Home"},
        {"path": "items/index.md", "title": "Items"},
        *({"path": f"items/{name}.md", "title": name} for name in "ab"),
        {"path": "items/k.md", "title": "K", "brand": "kids"},
    ],
    "nav": [["Home", "index.md"], ["Items", "items/index.md"]],
}
LOGO = "//*[contains(@class, 'md-logo')]/img/@src"


@pytest.mark.parametrize("mount", ["", "book"])
def test_a_page_wears_its_own_brand(demo, mount):
    built = demo({"content/guide.md": "# Guide\n"}, **KIDS).build({"mount": mount})
    folder = f"{mount}/" if mount else ""
    worn = {}
    for name in "akb":
        page = built.page(f"{folder}items/{name}/index.html")
        told = page.xpath("//head/meta[@name='pb-brand']/@content")
        worn[name] = (page.find("body").get("data-pb-brand"), told, set(page.xpath(LOGO)))
    master, kids = {"../../assets/brand/logo.svg"}, {"../../assets/brand/kids.svg"}
    assert worn == {"a": (None, [], master), "k": ("kids", ["kids"], kids), "b": (None, [], master)}
    assert (built.folder / folder / "assets/brand/kids.svg").is_file()


def test_a_logo_that_the_project_chose_stands_on_every_page(demo):
    theme = {"name": "material", "logo": "mine.svg"}
    page = demo({"content/mine.svg": "<svg/>"}, **KIDS).build({}, theme=theme).page("items/k/index.html")
    assert page.find("body").get("data-pb-brand") == "kids"
    assert set(page.xpath(LOGO)) == {"../../mine.svg"}


def test_undressed_no_page_wears_a_brand(demo):
    text = demo(**KIDS).build({"dress": False}).text("items/k/index.html")
    assert "pb-brand" not in text
    assert "kids.svg" not in text


def test_a_mounted_brand_dresses_the_site_too(demo):
    built = demo({"content/index.md": "# Docs\n"}, **DRESSED).build({"mount": "brand"})
    page = built.page("index.html")
    assert page.xpath("//link[@rel='icon']/@href") == ["brand/assets/brand/icon.png"]
    for href in styles(page):
        assert (built.folder / href).is_file()


def test_what_the_project_chose_stays(demo):
    theme = {
        "name": "material",
        "palette": {"scheme": "slate", "primary": "teal"},
        "font": {"text": "Inter"},
        "logo": "mine.svg",
        "favicon": "mine.png",
    }
    files = {"content/mine.svg": "<svg/>", "content/mine.png": "i"}
    built = demo(files, **DRESSED).build({}, theme=theme)
    page = built.page("index.html")
    assert page.find("body").get("data-md-color-primary") == "teal"
    assert set(page.xpath("//*[@data-md-component='logo']/img/@src")) == {"mine.svg"}
    assert page.xpath("//link[@rel='icon']/@href") == ["mine.png"]
    assert "Inter" in built.text("index.html")
    assert {"mine.svg", "mine.png"} <= built.paths()


def test_undressed_the_theme_is_left_alone(demo):
    made = demo({"content/note.md": "# Note\n"}, **(DRESSED | {"pages": [], "nav": []}))
    bare, undressed = made.build(None, to="bare", **GITHUB), made.build({"dress": False}, **GITHUB)
    with_ours = undressed.text("note/index.html")
    ours = re.compile(
        r' *<link rel="stylesheet" href="\.\./assets/playbook/[\w-]+\.css">\s*|<meta name="robots"[^>]*>'
    )
    scripts = re.compile(r'\s*<script src="\.\./assets/playbook/[\w/-]+\.js"></script>')
    assert "assets/playbook/playbook.css" in with_ours
    assert ".md-tabs" not in undressed.text("assets/playbook/playbook.css")
    assert squeezed(scripts.sub("", ours.sub("", with_ours))) == squeezed(bare.text("note/index.html"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


REQUESTED = "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src"


@pytest.mark.parametrize("path", ["index.html", "items/a/index.html"])
def test_a_dressed_page_asks_no_other_host(demo, path):
    page = demo(**DRESSED).build({}, **GITHUB).page(path)
    assert [url for url in page.xpath(REQUESTED) if "//" in url] == []
    assert page.find_class("md-source")
    assert not page.xpath("//*[@data-md-component='source']"), "the theme's script asks the host for figures"


def test_our_styles_stand_behind_the_projects_own_templates(demo):
    theme = {"name": "material", "custom_dir": "own"}
    own = {"own/partials/source.html": "<b>own source</b>", "own/partials/nav.html": "<b>own nav</b>"}
    text = demo(own, **DRESSED).build({}, theme=theme, **GITHUB).text("items/a/index.html")
    assert "own source" in text
    assert "own nav" in text


def test_other_themes_work(demo):
    made = demo(**DRESSED)
    for name in ("mkdocs", "readthedocs"):
        built = made.build({}, strict=True, theme={"name": name}, plugins=[{"brand-playbook": {}}])
        assert "Made." in built.text("items/a/index.html")
