"""The plugin over the real core: that what one asks the other understands."""

from __future__ import annotations

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

CONFIG = """
    site_name: Example
    docs_dir: content
    theme: {name: material, features: [content.action.edit]}
    repo_url: https://example.org/us/site
    edit_uri: edit/main/content/
    plugins: [search, brand-playbook: {%s}]
"""
WEB = {"content/touchpoints/web.yml": "name: Our website\nstage: before\n"}
GUIDE = {"content/guide.md": "# Guide\n\nSee [[touchpoint:web]].\n"}


def made(root, *, strict=False):
    config = load_config(str(root / "mkdocs.yml"), strict=strict)
    build(config)
    return root / "site"


def test_a_touchpoint_has_a_page_that_leads_to_its_source(project):
    site = made(project({"mkdocs.yml": CONFIG % "", **WEB}))
    page = (site / "touchpoints/web/index.html").read_text()
    assert "<title>Our website - Example</title>" in page
    assert "https://example.org/us/site/edit/main/content/touchpoints/web.yml" in page
    assert [path.name for path in site.rglob("*.yml")] == ["_brand.yml"]  # the download, none of the sources


@pytest.mark.parametrize(
    "mount, link", [("", "../touchpoints/web/"), ("our/brand", "../our/brand/touchpoints/web/")]
)
def test_a_reference_leads_to_the_page(project, mount, link):
    site = made(project({"mkdocs.yml": CONFIG % f"mount: {mount}", **WEB, **GUIDE}))
    assert f'<a href="{link}">Our website</a>' in (site / "guide/index.html").read_text()


def test_a_mistake_fails_a_strict_build_only_and_shows_on_its_page(project):
    root = project({"mkdocs.yml": CONFIG % "", **WEB, "content/touchpoints/shop.yml": "name: [\n"})
    assert "shop.yml" in (made(root) / "touchpoints/shop/index.html").read_text()
    with pytest.raises(Abort, match="strict mode"):
        made(root, strict=True)


def test_what_is_internal_stays_out_of_a_public_site(project):
    secret = {"content/touchpoints/audit.yml": "name: Audit\nstage: after\nvisibility: internal\n"}
    site = made(project({"mkdocs.yml": CONFIG % "edition: public", **WEB, **secret}))
    texts = "".join(file.read_text() for file in site.rglob("*") if file.suffix in {".html", ".json", ".xml"})
    assert "Our website" in texts
    assert "Audit" not in texts


def test_a_folder_without_a_project_is_named(project, caplog):
    root = project({"mkdocs.yml": CONFIG % "project: empty", "empty/note.txt": ""})
    with pytest.raises(Abort):
        made(root)
    assert "empty" in caplog.text
    assert "Traceback" not in caplog.text
