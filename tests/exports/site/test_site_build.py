"""A whole site: its pages, that links lead somewhere, what each edition and language shows."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import playbook
from playbook.artifact import Artifact, Dress
from playbook.choices import Visibility
from playbook.color import parse
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, Supplies, build, references
from playbook.exports.site.urls import url
from playbook.published import ASSETS

FILES = {
    "brand/brand.yml": """
        name: Frigo & Co
        tagline: Cold, kept simply
        summary: A shop that **keeps its word**.
        messages:
          promise: {text: We keep our word, proof: "See [reviews](https://example.org/reviews)."}
        """,
    "brand/colors.yml": """
        palette:
          ink: {value: "#14213D", name: Deep ink, use: Text}
          sun: {value: {light: "#FCA311", dark: "#FFB84D"}}
        roles: {primary: ink}
        pairs: [{text: sun, background: ink}]
        """,
    "brand/logo.yml": """
        variants: {main: {file: logo.svg, on: [light, ink], alt: Frigo}}
        """,
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    "brand/sub/brand.yml": "name: Frigo Pro",
    "content/playbook.yml": """
        introduction: Start at [[touchpoint:checkout]].
        owners: {shop: {name: Shop lead, person: Ana}}
        goals: [{goal: Answer within a day, due: 2026-12-31}]
        """,
    "content/touchpoints/checkout.yml": """
        name: Web checkout
        stage: [decision, after]
        summary: Where the cart becomes an **order**.
        also_called: [cart, caja]
        channel: web
        owner: shop
        message: promise
        pains: [{text: Costs appear late, proposal: {proposal: Show them early, owner: shop}}]
        metrics: [{kpi: conversion-rate, target: 4 %, current: 2 %}]
        evidence: [{text: I gave up., source: Interview, persona: marta}]
        competitors: [{name: Rival, verdict: better}]
        next: [{touchpoint: delivery, value: A message on the day}]
        tags: [web]
        """,
    "content/touchpoints/delivery.yml": "{name: Delivery <b>home</b>, stage: after, owner: nobody}",
    "content/touchpoints/returns.yml": "name: [broken\nstage: after\n",
    "content/pieces/mail.yml": """
        name: Order e-mail
        kind: quote
        touchpoints: [checkout]
        status: in-review
        requirements: {colors: [ink], do: [Say the day], sizes: [{width: 600}]}
        """,
    "content/kits/fair.yml": "{name: Trade fair, pieces: [mail], brief: Be seen}",
    "content/personas/marta.yml": "{name: Marta, age: 41, backstory: Her fridge stopped.}",
    "content/journeys/fridge.yml": """
        name: The fridge that stopped
        persona: marta
        steps:
          - {name: It stops, feels: very-bad, thinks: Not today}
          - {touchpoint: checkout, feels: good, times: 2, next: [{to: wait, when: Paid by card}]}
          - {id: wait, touchpoint: delivery, after: {amount: 3, unit: days}, end: true}
        """,
    "content/index.md": None,
}


DOT = '<span class="pb-chip" style="background:#14213D"></span>'


@pytest.fixture
def loaded(project):
    return playbook.load(project(FILES))


def made(loaded, **options):
    chosen = SiteOptions(**options)
    supplies = Supplies(files=(Artifact("assets/playbook/brand/logo.svg", b"<svg/>", "brand/logo.svg"),))
    shown = restrict(loaded.playbook, Visibility(chosen.edition))
    return build(shown, loaded.diagnostics, chosen, supplies)


def bodies(site):
    return {page.path: page.body for page in site.pages}


class Links(HTMLParser):
    """The links and pictures of a page, its anchors, and elements that hold nothing."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser hands it over
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src") if found.get(name)]
        self.ids += [found["id"]] if found.get("id") else []


def dead_links(site, *, directory_urls):
    """Every link of the HTML that leads to no page, file or anchor of the site."""
    root = "https://site.example/"
    parsed = {root + url(p.path, directory_urls=directory_urls): Links(p.body) for p in site.pages}
    files = {root + file.path for file in site.files}
    dead = []
    for here, page in parsed.items():
        for link in page.links:
            there = urljoin(here, link)
            address, _, anchor = there.partition("#")
            target = address.partition("?")[0]
            ours = target.startswith(root)
            known = target in parsed or unquote(target) in files
            if ours and (not known or (anchor and anchor not in parsed[target].ids)):
                dead.append(f"{here} -> {link}")
    return dead


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("edition", ["internal", "partner", "public"])
def test_every_link_leads_somewhere(loaded, edition, directory_urls):
    site = made(loaded, edition=edition, directory_urls=directory_urls)
    assert dead_links(site, directory_urls=directory_urls) == []


def test_every_markdown_link_leads_to_a_page(loaded):
    site = made(loaded, writer="markdown")
    known = {page.path for page in site.pages} | {file.path for file in site.files}
    links = [
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), urlsplit(link).path))
        for page in site.pages
        for link in re.findall(r"\]\(([^)]+)\)", page.body)
        if "://" not in link
    ]
    assert len(links) > 50
    assert set(links) <= known


def test_every_page_can_be_reached(loaded):
    site = made(loaded)
    parsed = {url(p.path, directory_urls=True): Links(p.body) for p in site.pages}
    named = {url(path, directory_urls=True) for path in nav_paths(site.nav)}
    reached, waiting = set(named), list(named)
    while waiting:
        here = waiting.pop()
        for link in parsed[here].links:
            there = urljoin(f"/{here}", link).partition("#")[0].lstrip("/")
            if "://" not in link and there in parsed and there not in reached:
                reached.add(there)
                waiting.append(there)
    assert set(parsed) == reached


def nav_paths(items):
    for item in items:
        yield item.path
        yield from nav_paths(item.children)


def test_no_page_repeats_an_anchor_and_headings_are_there(loaded):
    for page in made(loaded).pages:
        ids = Links(page.body).ids
        assert len(ids) == len(set(ids)), page.path
        assert {heading.anchor for heading in page.headings} <= set(ids), page.path


def test_no_page_shows_anything_empty(loaded):
    """But for places where a script writes something for everybody or for some."""
    names = r"h\d|p|li|dd|dt|ul|ol|dl|table|tbody|figure|blockquote|div"
    empty = re.compile(rf"<({names})\b(?![^>]* (?:role|aria-hidden)=)[^>]*>\s*</\1>")
    for page in made(loaded).pages:
        assert not empty.search(page.body), page.path
        assert "None" not in page.body, page.path


def test_a_touchpoint_that_says_little_has_a_short_page(loaded):
    page = bodies(made(loaded, writer="markdown"))["touchpoints/delivery.md"]
    assert page.splitlines()[0] == "# Delivery &lt;b&gt;home&lt;/b&gt;"
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [
        "Where people come from and go next",
        "To mend in this file",
    ]


def test_pages_lead_to_the_files_that_made_them(loaded):
    sources = {page.path: page.source for page in made(loaded).pages}
    assert sources["touchpoints/checkout.md"] == "content/touchpoints/checkout.yml"
    assert sources["touchpoints/returns.md"] == "content/touchpoints/returns.yml"
    assert sources["brand/colors.md"] == "brand/colors.yml"
    assert sources["index.md"] == "brand/brand.yml"
    assert sources["goals.md"] == "content/playbook.yml"


def test_descriptions_and_tags(loaded):
    page = next(p for p in made(loaded).pages if p.path == "touchpoints/checkout.md")
    assert page.description == "Where the cart becomes an order."
    assert page.tags == ("web",)
    assert "Also called: cart, caja" in page.body


def test_a_broken_file_has_a_page_with_its_mistake(loaded):
    body = bodies(made(loaded))["touchpoints/returns.md"]
    assert "cannot be shown until its mistakes are mended" in body
    assert '<mark class="pb-line" data-line="1">name: [broken</mark>' in body
    assert "yaml-syntax" in body


def test_mistakes_stand_last_and_on_their_item_alone(loaded):
    pages = bodies(made(loaded, writer="markdown"))
    assert "unknown-reference" in pages["touchpoints/delivery.md"].rpartition("## ")[2]
    assert "unknown-reference" not in pages["touchpoints/checkout.md"]
    assert "nobody" in pages["checks/unknown-reference.md"]


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_other_editions_tell_nothing_of_mistakes_and_secrets(loaded, edition):
    site = made(loaded, edition=edition)
    everything = "\n".join([*bodies(site), *bodies(site).values()])
    for secret in ("checks/", "returns", "yaml-", "I gave up", "Rival", "2 %", "Ana", "nobody", "Interview"):
        assert secret not in everything
    assert "Web checkout" in everything


def test_the_interface_speaks_spanish(loaded):
    site = made(loaded, lang="es")
    body = bodies(site)["touchpoints/checkout.md"]
    for words in ("Decisión", "Responsable", "Qué causa fricción", "Las piezas que necesita", "En revisión"):
        assert words in body
    assert [item.title for item in site.nav][:4] == ["Inicio", "Marca", "Puntos de contacto", "Piezas"]


def test_the_navigation_names_every_section(loaded):
    nav = {item.title: item for item in made(loaded).nav}
    assert list(nav) == [
        "Home", "Brand", "Touchpoints", "Pieces", "Kits", "Personas", "Journeys",
        "Glossary", "Tags", "From list to plan", "Checks",
    ]  # fmt: skip
    steps = [child.title for child in nav["From list to plan"].children]
    assert [title for title in steps if title in ("Catalog", "Goals", "Action plan")] == [
        "Catalog", "Goals", "Action plan",
    ]  # fmt: skip
    assert [child.title for child in nav["Brand"].children] == ["Logo", "Colors", "Frigo Pro"]
    assert nav["Checks"].children == ()


def test_sub_brands_have_pages_of_their_own(loaded):
    pages = bodies(made(loaded))
    assert "Frigo Pro" in pages["brand/sub/index.md"]
    assert "#14213D" in pages["brand/sub/colors.md"]


def test_the_dress_is_published_unless_it_is_refused(loaded):
    dress = Dress((Artifact("assets/brand.css", "x"),), logo="l.svg")
    supplies = Supplies(dress=dress)
    worn = build(loaded.playbook, (), SiteOptions(), supplies)
    bare = build(loaded.playbook, (), SiteOptions(dress=False), supplies)
    assert (worn.dress, [file.path for file in others(worn)]) == (dress, ["assets/brand.css"])
    assert (bare.dress, others(bare)) == (None, [])


def others(site):
    """The site's files, less what it makes itself: the scripts' data, the plan to take, and pieces."""
    return [file for file in site.files if not file.path.startswith((f"{ASSETS}/", "downloads/plan."))]


def many(loaded, number):
    """The playbook with so many more touchpoints and pieces."""
    first, piece = loaded.playbook.touchpoints["checkout"], loaded.playbook.pieces["mail"]
    touchpoints, pieces = {}, {}
    for at in range(number):
        touchpoints[f"t{at}"] = copied(first, f"t{at}")
        pieces[f"p{at}"] = copied(piece, f"p{at}", touchpoints=(f"t{at}",))
    return replace(loaded.playbook, touchpoints=touchpoints, pieces=pieces)


def copied(item, ident, **changes):
    copy = item.revised(**changes)
    copy._id = ident
    return copy


def test_long_listings_are_cut_into_pages_and_all_is_reached(loaded):
    site = build(many(loaded, 450), (), SiteOptions(edition="internal"))
    pages = bodies(site)
    assert "touchpoints/stage/decision.md" in pages
    assert "touchpoints/stage/decision/3.md" in pages
    assert "pieces/kind/quote/2.md" in pages
    ticked = {path for path in pages if path.startswith("plan/checklist")}  # to print as well
    assert max(len(body) for path, body in pages.items() if path not in ticked) < 120_000
    assert max(len(pages[path]) for path in ticked) < 300_000
    assert dead_links(site, directory_urls=True) == []
    listed = set()
    for path, body in pages.items():
        if path.startswith("touchpoints/stage/"):
            listed |= set(re.findall(r"touchpoints/(t\d+)/", body))
    assert len(listed) == 450
    assert all(item.children == () for item in site.nav if item.path == "touchpoints/index.md")


def test_the_site_grows_no_faster_than_the_playbook(loaded):
    sizes = [
        sum(len(p.body) for p in build(many(loaded, n), (), SiteOptions()).pages) for n in (50, 100, 200)
    ]
    assert sizes[2] - sizes[1] < 2.1 * (sizes[1] - sizes[0])


def test_the_same_playbook_gives_the_same_site(loaded):
    assert made(loaded) == made(loaded)


def test_the_verdict_on_a_pair_is_never_rounded_up(loaded):
    assert parse("#14213D")
    assert "enough" in bodies(made(loaded))["brand/colors.md"]


class Page(SingleFileSnapshotExtension):
    """A page as a file beside this test, readable as it is."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.parametrize("writer", ["html", "markdown"])
@pytest.mark.parametrize("name", ["index", "touchpoints-checkout", "journeys-fridge", "brand-colors"])
def test_pages_as_they_are(loaded, snapshot, writer, name):
    checked = replace(loaded, diagnostics=playbook.check(loaded, date(2026, 6, 1)))
    page = bodies(made(checked, writer=writer))[f"{name.replace('-', '/')}.md"]
    named = re.sub(r"thumbs/[0-9a-f]+", "thumbs/0", page)  # the name is a digest of the picture
    assert named == snapshot(extension_class=Page)


@pytest.mark.parametrize(
    "text, page, mount, written",
    [
        ("[[touchpoint:checkout]]", "guide.md", "", "[Web checkout](touchpoints/checkout.md)"),
        ("[[touchpoint:checkout]]", "a/b.md", "", "[Web checkout](../touchpoints/checkout.md)"),
        ("[[piece:mail|the mail]]", "guide.md", "pb", "[the mail](pb/pieces/mail.md)"),
        ("[[piece:mail|<b>*x*]]", "guide.md", "", r"[&lt;b&gt;\*x\*](pieces/mail.md)"),
        ("[[stage:decision]]", "guide.md", "", "[Decision](touchpoints/index.md#stage-decision)"),
        ("[[message:promise]]", "guide.md", "", "[We keep our word](brand/index.md#message-promise)"),
        ("[[logo:main]]", "guide.md", "", "[main](brand/logo.md#logo-main)"),
        (
            "[[color:primary]]",
            "guide.md",
            "",
            f"[{DOT}Deep ink](brand/colors.md#color-ink) #14213D",
        ),
        ("`[[kit:fair]]` [[no:thing]]", "guide.md", "", "`[[kit:fair]]` [[no:thing]]"),
    ],
)
def test_references_in_hand_written_pages(loaded, text, page, mount, written):
    assert references(text, page, loaded.playbook, SiteOptions(mount=mount)) == written


@pytest.mark.parametrize(
    "text, written",
    [
        ("See [[touchpoint:secret]].", "See a touchpoint."),
        ("See [[kit:secret|our kit]].", "See our kit."),
        ("[[message:secret]] [[font:secret]]", "a brand message a brand font"),
    ],
)
def test_what_an_edition_does_not_hold_leaves_no_trace(loaded, text, written):
    shown = restrict(loaded.playbook, Visibility.PUBLIC)
    assert references(text, "guide.md", shown, SiteOptions(edition="public")) == written
