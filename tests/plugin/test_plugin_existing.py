"""The plugin in a site that was there before."""

from __future__ import annotations

DOCS = {
    "docs/index.md": "# Docs\n\nHello, [setup](setup/first.md#step).\n",
    "docs/setup/first.md": "---\ntags: [a]\n---\n# First\n\n## Step\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "docs/setup/second.md": "# Second\n\n[data](../data.yaml) `code` ![p](p.png)\n",
    "docs/setup/p.png": "p",
    "docs/data.yaml": "a: 1",
    "docs/stray.txt": "s",
    "content/items/a.yml": "Alpha",
}
SETTINGS = {
    "docs_dir": "docs",
    "theme": {"name": "material", "palette": {"primary": "teal"}, "features": ["navigation.tabs"]},
    "nav": [{"Welcome": "index.md"}, {"Setup": ["setup/first.md", "setup/second.md"]}],
    "markdown_extensions": ["admonition", {"toc": {"permalink": True}}],
}
SITE = {
    "pages": [{"path": "index.md", "title": "Our brand"}],
    "nav": [["Our brand", "index.md"], ["A", "items/a.md"]],
}


def test_other_pages_keep_their_content(demo):
    made = demo(DOCS, **SITE)
    bare = made.build(None, to="bare", strict=True, **SETTINGS)
    joined = made.build({"mount": "brand"}, strict=True, **SETTINGS)
    pages = {path for path in bare.paths() if path.endswith(".html")}
    assert pages == {"index.html", "setup/first/index.html", "setup/second/index.html"}
    assert {path: joined.article(path) for path in pages} == {path: bare.article(path) for path in pages}


def test_nothing_is_lost_and_only_the_playbook_is_new(demo):
    made = demo(DOCS, **SITE)
    bare = made.build(None, to="bare", **SETTINGS)
    joined = made.build({"mount": "brand"}, **SETTINGS)
    assert bare.paths() <= joined.paths()
    assert joined.paths() - bare.paths() == {"brand/index.html", "brand/items/a/index.html"}


def test_it_gets_a_section_of_its_own(demo):
    built = demo(DOCS, **SITE).build({"mount": "brand"}, **SETTINGS)
    assert built.nav("index.html")[0] == "Welcome*"
    assert [title.strip() for title in built.nav("brand/items/a/index.html")][-3:] == [
        "Our brand*",
        "Our brand",
        "A*",
    ]
