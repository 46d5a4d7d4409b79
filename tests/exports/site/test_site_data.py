"""The data that the pages' scripts read: what stands in it, in which words, for whom."""

from __future__ import annotations

import json
import re

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, build
from playbook.exports.site.view import LONGEST

FILES = {
    "brand/brand.yml": "{name: Frigo, tagline: Cold}",
    "brand/sub/brand.yml": "name: Frigo Pro",
    "brand/logo.yml": "variants: {main: {file: logo.svg, on: [light], alt: Frigo}}",
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    "content/playbook.yml": "owners: {shop: {name: Shop lead, person: Ana}}",
    "content/touchpoints/thanks.yml": """
        name: Thanks </script>
        stage: [retention, advocacy]
        channel: [post, email]
        audience: [customer]
        owner: nobody
        status: planned
        """,
    "content/touchpoints/cart.yml": "{name: Cart, stage: decision, owner: shop, also_called: [caja]}",
    "content/touchpoints/secret.yml": "{name: Hush, stage: before, visibility: internal, brands: [sub]}",
    "content/pieces/mail.yml": """
        name: Order quote
        kind: quote
        touchpoints: [cart, secret]
        also_called: [presupuesto]
        status: in-review
        due: 2026-12-31
        """,
    "content/kits/fair.yml": "{name: Trade fair, pieces: [mail], tags: [stand]}",
    "content/index.md": None,
}


@pytest.fixture
def loaded(project):
    return playbook.load(project(FILES))


def data(loaded, name, edition="internal", **options):
    """A script's data, and nothing else in the script."""
    shown = restrict(loaded.playbook, Visibility(edition))
    site = build(shown, (), SiteOptions(edition=edition, **options))
    path = f"assets/playbook/data/{name}.js"
    found = next(file.as_bytes().decode() for file in site.files if file.path == path)
    start = f"(window.brandPlaybook = window.brandPlaybook || {{}}).{name} = "
    assert found.startswith(start)
    return json.loads(found.removeprefix(start).removesuffix(";\n"))


def facet(listing, ident):
    """A facet's options, and the options of each row by its name, in words."""
    at = next(at for at, facet in enumerate(listing["facets"]) if facet["id"] == ident)
    options = listing["facets"][at]["options"]
    return options, {row[0]: [options[o][1] for o in row[2][at]] for row in listing["rows"]}


def test_a_stage_stands_below_its_phase_as_the_way_goes(loaded):
    options, rows = facet(data(loaded, "touchpoints"), "stage")
    assert [(words, options[above][1] if above >= 0 else "") for _, words, above in options] == [
        ("Before", ""),
        ("During", ""),
        ("Decision", "During"),
        ("After", ""),
        ("Retention", "After"),
        ("Advocacy", "After"),
    ]
    assert rows == {
        "Hush": ["Before"],
        "Cart": ["Decision"],
        "Thanks </script>": ["Retention", "Advocacy"],
    }


@pytest.mark.parametrize(
    "name, ident, written",
    [
        ("touchpoints", "channel", {"Thanks </script>": ["Post", "E-mail"], "Cart": [], "Hush": []}),
        ("touchpoints", "brand", {"Thanks </script>": ["Frigo"], "Cart": ["Frigo"], "Hush": ["Frigo Pro"]}),
        ("touchpoints", "status", {"Thanks </script>": ["Planned"], "Cart": ["Active"], "Hush": ["Active"]}),
        ("pieces", "kind", {"Order quote": ["Quote format"]}),
        ("pieces", "status", {"Order quote": ["In review"]}),
        ("pieces", "stage", {"Order quote": ["Decision", "Before"]}),
    ],
)  # fmt: skip
def test_facets_say_what_an_item_says(loaded, name, ident, written):
    assert facet(data(loaded, name), ident)[1] == written


def test_further_cells(loaded):
    assert {row[0]: row[3] for row in data(loaded, "touchpoints")["rows"]}["Cart"] == ["1"]
    assert data(loaded, "pieces")["rows"][0][3] == ["31 December 2026"]


@pytest.mark.parametrize("directory_urls, address", [(True, "pieces/mail/"), (False, "pieces/mail.html")])
def test_addresses_are_those_of_the_site(loaded, directory_urls, address):
    assert data(loaded, "pieces", directory_urls=directory_urls)["rows"][0][1] == address


def test_things_are_found_by_the_names_of_their_kind_in_every_language(loaded):
    found = data(loaded, "find")
    rows = {row[0]: (found["kinds"][row[2]], row[3], row[4]) for row in found["rows"]}
    (kind, words), state, others = rows["Order quote"]
    assert kind == "Quote format"
    assert {"Quote format", "cotización"} <= set(re.split(", ", words))
    assert found["states"][state] == ["piece-status", "in-review", "In review"]
    assert others == "presupuesto, Cart, Hush"
    assert rows["Cart"][2] == "caja"
    assert rows["Trade fair"][0] == ["Kit", "Kit"]
    assert rows["Trade fair"][2].startswith("stand, Order quote")
    assert rows["Logo"][:2] == (["Brand", ""], -1)
    assert {"Logo", "Logotipo", "wordmark", "isotipo"} <= set(rows["Logo"][2].split(", "))


def test_a_color_is_found_by_its_id_its_values_and_what_people_call_it(project):
    shades = "palette: {sun: {name: Sun, value: {light: '#F4B63F', dark: '#0A4F6B'}}}"
    rows = data(playbook.load(project({"brand/colors.yml": shades})), "find")["rows"]
    address, words = next((row[1], row[4]) for row in rows if row[0] == "Sun")
    assert address == "brand/colors/#color-sun"
    assert {"sun", "#F4B63F", "#0A4F6B", "yellow", "azul"} <= set(words.split(", "))


@pytest.mark.parametrize("edition", ["partner", "public"])
@pytest.mark.parametrize("name", ["touchpoints", "pieces", "find"])
def test_other_editions_hold_no_secrets(loaded, edition, name):
    text = json.dumps(data(loaded, name, edition))
    assert [word for word in ("Hush", "secret", "nobody", "Ana") if word in text] == []


def test_the_words_are_those_of_the_sites_language(loaded):
    listing = data(loaded, "pieces", lang="es")
    labels = [facet["label"] for facet in listing["facets"]]
    assert labels == ["Tipo", "Estado", "Responsable", "Etapa", "Marca"]
    assert facet(listing, "status")[1] == {"Order quote": ["En revisión"]}


def test_markdown_has_no_scripts_and_so_no_data(loaded):
    files = build(loaded.playbook, (), SiteOptions(writer="markdown")).files
    assert [file.path for file in files] == ["downloads/plan.ics", "downloads/plan.csv"]  # to take along


def test_a_page_holds_no_more_rows_than_may_be_and_the_data_holds_all(project):
    entries = "".join(f"t{at}: {{name: T{at}, stage: after}}\n" for at in range(250))
    loaded = playbook.load(project({"content/touchpoints/many.yml": entries}))
    site = build(loaded.playbook, (), SiteOptions())
    assert LONGEST == 100
    assert max(page.body.count("<tr><td") for page in site.pages) == LONGEST
    assert len(data(loaded, "touchpoints")["rows"]) == 250
