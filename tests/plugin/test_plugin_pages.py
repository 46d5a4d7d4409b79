from __future__ import annotations

import json

PAGE = {
    "path": "items/a.md",
    "title": "Tea & <cake>",
    "body": '<h2 id="big">Big</h2><h4 id="small">Small</h4><h2 id="end">R&amp;D</h2>',
    "headings": [[2, "big", "Big"], [4, "small", "Small"], [2, "end", "R&D"]],
    "source": "content/items/a.yml",
    "description": 'What "tea" is',
    "tags": ["hot", "R&D"],
}
REPOSITORY = {"repo_url": "https://example.org/us/site", "edit_uri": "edit/main/content/"}


def test_a_page_shows_its_html_under_its_title(demo):
    page = demo(pages=[PAGE]).build({}).page("items/a/index.html")
    assert page.findtext("head/title") == "Tea & <cake> - Demo"
    assert [h.text for h in page.xpath("//article//h1")] == ["Tea & <cake>"]
    assert page.xpath("//meta[@name='description']/@content") == ['What "tea" is']


def test_a_page_that_brings_its_title_keeps_it(demo):
    made = PAGE | {"body": '<h1 id="own">Its own</h1>'}
    page = demo(pages=[made]).build({}).page("items/a/index.html")
    assert [h.text for h in page.xpath("//article//h1")] == ["Its own"]
    assert page.find_class("md-skip")[0].get("href") == "#own"


def test_the_table_of_contents_nests_headings(demo):
    page = demo(pages=[PAGE]).build({}).page("items/a/index.html")
    (toc,) = page.xpath("//*[@data-md-type='toc']")
    links = toc.xpath(".//a")
    assert [(link.get("href"), link.text_content().strip()) for link in links] == [
        ("#big", "Big"),
        ("#small", "Small"),
        ("#end", "R&D"),
    ]
    assert len(toc.xpath(".//nav//nav//a")) == 1


def test_search_finds_sections_by_their_anchors(demo):
    built = demo(pages=[PAGE]).build({})
    entries = json.loads(built.text("search/search_index.json"))["docs"]
    assert [(entry["location"], entry["title"]) for entry in entries] == [
        ("items/a/", "Tea &amp; &lt;cake&gt;"),
        ("items/a/#big", "Big"),
        ("items/a/#small", "Small"),
        ("items/a/#end", "R&amp;D"),
    ]
    assert entries[0]["tags"] == ["hot", "R&amp;D"]


def test_the_edit_button_leads_to_the_source(demo):
    colors = {"path": "colors.md", "title": "Colors", "source": "brand/colors.yml"}
    views = {"path": "views.md", "title": "Views"}
    built = demo(pages=[PAGE, colors, views]).build({}, **REPOSITORY)
    links = {
        path: built.page(path).xpath("//a[@rel='edit']/@href")
        for path in ("items/a/index.html", "colors/index.html", "views/index.html")
    }
    assert links == {
        "items/a/index.html": ["https://example.org/us/site/edit/main/content/items/a.yml"],
        "colors/index.html": ["https://example.org/us/site/edit/main/brand/colors.yml"],
        "views/index.html": [],
    }


def test_files_are_written_as_they_are(demo):
    built = demo(pages=[PAGE], files={"downloads/a.txt": "ä"}).build({})
    assert built.text("downloads/a.txt") == "ä"


def test_a_hand_written_page_wins(demo):
    pages = [PAGE, {"path": "items/index.md", "title": "Items"}]
    built = demo(
        {"content/items/a.md": "# By hand\n", "content/items/README.md": "# Read me\n"}, pages=pages
    ).build({})
    assert "By hand" in built.article("items/a/index.html")
    assert "Read me" in built.article("items/index.html")
    assert not any(level == "WARNING" for level, _ in built.said)


def test_a_hand_written_page_links_to_anchors_of_ours(demo):
    links = "# Guide\n\n[right](items/a.md#big) [wrong](items/a.md#none)\n"
    checks = {"validation": {"anchors": "warn"}}
    built = demo({"content/guide.md": links}, pages=[PAGE]).build({}, **checks)
    warnings = [text for level, text in built.said if level == "WARNING"]
    assert len(warnings) == 1
    assert "items/a.md#none" in warnings[0]


def test_references_become_the_live_thing(demo):
    built = demo({"content/guide.md": "# Guide\n\n[[color:primary]]\n"}).build({})
    assert "<code>#123456</code> on guide.md" in built.article("guide/index.html")


def test_everything_moves_below_the_mount(demo):
    built = demo(
        pages=[{"path": "index.md", "title": "Brand"}, PAGE], files={"assets/x.svg": "<svg/>"}
    ).build({"mount": "/about/brand/"})
    assert {
        "about/brand/index.html",
        "about/brand/items/a/index.html",
        "about/brand/assets/x.svg",
    } <= built.paths()


def test_urls_may_end_in_html(demo):
    assert "items/a.html" in demo(pages=[PAGE]).build({}, use_directory_urls=False).paths()
