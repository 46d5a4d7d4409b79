"""A brand among its sub-brands: whose dress a page wears, ways between them, what is inherited; booklets."""

from __future__ import annotations

import re

import pytest

import playbook
from playbook.artifact import Artifact, Dress, Worn
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.exports.site.pages.family import MOST

LOGO = "assets/playbook/brand/logo.svg"
FILES = {
    "brand/brand.yml": """
        name: House
        tagline: We keep our word
        version: "2.1"
        messages: {promise: Ours, second: Also ours}
        """,
    "brand/colors.yml": """
        palette: {fig: {value: "#561B3F", name: Fig}, snow: "#FFFFFF"}
        roles: {primary: fig}
        """,
    "brand/logo.yml": "variants: {main: {file: logo.svg}}",
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    "brand/kids/brand.yml": "{name: Kids & co, messages: {play: Theirs}}",
    "brand/kids/colors.yml": "palette: {fig: {share: 3}, lime: {value: '#88CC00', name: Lime}}",
    "brand/kids/imagery.yml": "{style: Bright}",
    "brand/shop/brand.yml": "name: Shop",
    "content/touchpoints/door.yml": "{name: Door, stage: after, brands: kids}",
    "content/touchpoints/yard.yml": "{name: Yard, stage: after, brands: [kids, shop]}",
    "content/pieces/sign.yml": "{name: Sign, kind: sign, touchpoints: [door], brands: [kids]}",
    "content/kits/fair.yml": "{name: Fair, pieces: [sign]}",
}


@pytest.fixture
def made(project):
    def make(files=FILES, dress=None, **options):
        shown = playbook.load(project(files)).playbook
        supplies = Supplies(
            files=(Artifact(LOGO, files["brand/logo.svg"], "brand/logo.svg"),),
            downloads={"css": Artifact("downloads/brand.css", "")},
            dress=dress,
        )
        return {page.path: page for page in build(shown, (), SiteOptions(**options), supplies).pages}

    return make


def test_each_page_wears_the_brand_it_belongs_to(made):
    pages = made()
    worn = {path: page.brand for path, page in pages.items() if page.brand}
    assert {path for path, brand in worn.items() if brand == "shop"} == {
        f"brand/shop/{part}.md" for part in ("index", "logo", "colors", "booklet")
    }
    assert {path for path, brand in worn.items() if brand == "kids"} == {
        *(f"brand/kids/{part}.md" for part in ("index", "logo", "colors", "imagery", "booklet")),
        "touchpoints/door.md",
        "pieces/sign.md",
    }


def switched(page):
    """The links of the switch: where each leads, its name, and a star for the page's own."""
    (nav,) = re.findall(r'<nav class="pb-switch" aria-label="Brand">.*?</nav>', page.body)
    found = re.findall(r'<a href="([^"]*)"( aria-current="true")?>([^<]*)</a>', nav)
    return [(name + ("*" if own else ""), href) for href, own, name in found]


def test_the_switch_leads_to_the_same_page_of_the_others(made):
    pages = made()
    assert switched(pages["brand/colors.md"]) == [
        ("House*", "../../brand/colors/"),
        ("Kids &amp; co", "../../brand/kids/colors/"),
        ("Shop", "../../brand/shop/colors/"),
    ]
    assert switched(pages["brand/kids/imagery.md"]) == [
        ("House", "../../../brand/"),
        ("Kids &amp; co*", "../../../brand/kids/imagery/"),
        ("Shop", "../../../brand/shop/"),
    ]


def test_without_sub_brands_there_is_nothing_to_switch(made):
    alone = {path: text for path, text in FILES.items() if path.startswith("brand/") and path.count("/") == 1}
    assert all("pb-switch" not in page.body for page in made(alone).values())


def test_in_a_large_family_each_leads_to_the_master_alone(made):
    many = {f"brand/b{at}/brand.yml": f"name: B{at}" for at in range(MOST)}
    pages = made({**FILES, **many})
    assert [name for name, _ in switched(pages["brand/b3/logo.md"])] == ["House", "B3*"]
    assert [name for name, _ in switched(pages["brand/logo.md"])] == ["House*"]


def test_what_is_a_sub_brands_own_comes_first_and_the_rest_says_whose_it_is(made):
    body = made()["brand/kids/colors.md"].body
    order = [body.index(part) for part in ('id="color-lime"', 'id="inherited"', 'id="color-fig"')]
    assert order == sorted(order)
    assert 'Inherited from <a href="../../../brand/colors/">House</a>: Fig, snow.' in body
    assert "inherited" not in made()["brand/colors.md"].body.lower()


def test_a_part_without_a_word_of_its_own_says_so(made):
    pages = made()
    assert 'Everything here is inherited from <a href="../../../brand/logo/">House</a>.' in (
        pages["brand/kids/logo.md"].body
    )
    assert "nherited" not in pages["brand/kids/imagery.md"].body


def test_own_messages_come_first(made):
    body = made()["brand/kids/index.md"].body
    assert re.findall(r'id="message-(\w+)"', body) == ["play", "promise", "second"]
    assert body.count("From House") == 2


def test_the_booklet_holds_every_part_under_anchors_of_its_own(made):
    page = made()["brand/booklet.md"]
    assert not page.searched
    assert page.source == "brand/brand.yml"
    ids = re.findall(r' id="([^"]+)"', page.body)
    assert len(ids) == len(set(ids))
    assert {"index", "index-messages", "logo", "logo-logo-main", "colors", "colors-color-fig"} <= set(ids)
    assert [(h.level, h.anchor) for h in page.headings if h.level == 2] == [
        (2, "contents"),
        (2, "index"),
        (2, "logo"),
        (2, "colors"),
    ]


def test_its_contents_and_links_stay_in_the_booklet(made):
    body = made()["brand/booklet.md"].body
    links = re.findall(r'href="(\.\./\.\./brand/[^"]*)"', body)
    assert "../../brand/booklet/#colors-color-fig" in links
    assert "../../brand/booklet/#index-messages" in links
    assert {link for link in links if not link.startswith("../../brand/booklet/#")} == {
        "../../brand/kids/",
        "../../brand/shop/",
    }


def test_nothing_in_it_is_to_be_operated_but_its_one_button(made):
    pages = made()
    assert "pb-copy" in pages["brand/colors.md"].body
    assert "downloads/brand.css" in pages["brand/colors.md"].body
    body = pages["brand/kids/booklet.md"].body + pages["brand/booklet.md"].body
    assert re.findall(r"<button[^>]*>", body) == 2 * [
        '<button type="button" class="pb-printer" data-pb-print>'
    ]
    for control in ("pb-switch", "pb-offer", "download", "pb-doors"):
        assert control not in body


def test_its_cover_is_the_brands_own(made):
    dress = Dress(worn={"": Worn(LOGO, "#561B3F", "#FFFFFF"), "kids": Worn("", "#88CC00", "#000000")})
    pages = made(dress=dress)
    cover = pages["brand/booklet.md"].body.partition('class="pb-contents"')[0]
    assert 'class="pb-on pb-cover" style="--pb-ground:#561B3F;--pb-ink:#FFFFFF"' in cover
    assert f'<img src="../../{LOGO}" alt="House"' in cover
    assert "We keep our word" in cover
    assert "Version: 2.1" in cover
    other = pages["brand/kids/booklet.md"].body.partition('class="pb-contents"')[0]
    assert "--pb-ground:#88CC00" in other
    assert '<p class="pb-name">Kids &amp; co</p>' in other


def test_the_overview_leads_to_the_booklet_which_is_in_no_navigation(project, made):
    assert 'href="../brand/booklet/"' in made()["brand/index.md"].body
    site = build(playbook.load(project(FILES)).playbook, (), SiteOptions())
    assert "booklet" not in repr(site.nav)


def test_markdown_has_no_booklets(made):
    pages = made(writer="markdown")
    assert [path for path in pages if "booklet" in path] == []
    assert "booklet" not in "".join(page.body for page in pages.values())


def test_a_brand_of_one_page_has_no_booklet(made):
    alone = {path: FILES[path] for path in ("brand/brand.yml", "brand/logo.svg")}
    assert [path for path in made(alone) if "booklet" in path] == []


def test_a_sub_brand_may_be_called_booklet(made):
    pages = made({**FILES, "brand/booklet/brand.yml": "name: Booklets"})
    assert {"brand/booklet.md", "brand/booklet-brand/index.md"} <= pages.keys()


def test_it_speaks_spanish_too(made):
    pages = made(lang="es")
    assert pages["brand/booklet.md"].title == "House: la marca completa"
    assert "Imprimir toda la sección de marca" in pages["brand/index.md"].body
    assert "Heredado de" in pages["brand/kids/colors.md"].body
