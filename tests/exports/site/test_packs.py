"""Packs for suppliers: what is in them, for whom, under which names."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports import supplies
from playbook.exports.site import SiteOptions, build, packs
from playbook.exports.site.packs.members import Members, safe, zipped
from playbook.facts import reader
from tests.observe.fonts import built

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path fill="#123456" d="M0 0h9v9z"/></svg>'
FILES = {
    "content/playbook.yml": "{language: en, owners: {lead: {name: Brand lead}}}",
    "brand/brand.yml": "{name: Frigo & Söhne, messages: {word: We keep <our> word}, version: '2'}",
    "brand/logo.yml": """
        variants:
          wide:
            file: logo/wide.svg
            name: Wide
            on: light
            not_on: ink
            minimum_size: {print: {width: 22, unit: mm}}
          spare: logo/spare.svg
        clear_space: {unit: the ring, factor: 0.5}
        misuse: [{text: Never turn it, picture: logo/turned.svg}]
        """,
    **{f"brand/logo/{name}.svg": SVG for name in ("wide", "spare", "turned")},
    "brand/colors.yml": """
        palette:
          ink: {value: "#102030", cmyk: [90, 70, 40, 60], pantone: 289 C}
          paper: white
          sun: "#FFCC00"
        roles: {primary: ink, text: ink}
        """,
    "brand/fonts.yml": """
        families:
          free: {name: Free Sans, files: fonts/free.ttf, licence: {name: OFL 1.1, file: fonts/OFL.txt}}
          kept: {name: Kept Serif, files: fonts/kept.ttf, licence: {name: Foundry, download: false}, url: "https://foundry.example/kept"}
        roles: {heading: kept, body: free}
        """,
    "brand/fonts/free.ttf": built(),
    "brand/fonts/kept.ttf": built(),
    "brand/fonts/OFL.txt": "The licence.",
    "content/pieces/card.yml": """
        name: Card
        kind: business-card
        message: word
        owner: lead
        summary: A card, see [[piece:plan]] and [[touchpoint:shop|the shop]].
        requirements:
          format: PDF
          sizes: [{width: 85, height: 55, unit: mm, name: Card}]
          bleed: 3
          colors: [primary, paper]
          fonts: [heading, body]
          logo: wide
          text_limits: {name: 28}
          do: ["Use <thick> paper"]
        files: [{file: a/print.pdf, name: For print}, {file: b/print.pdf}, 'bad "name".html']
        effort: Two days
        notes: Nobody outside should read this.
        """,
    "content/a/print.pdf": b"%PDF one",
    "content/b/print.pdf": b"%PDF two",
    'content/bad "name".html': "<script>alert(1)</script>",
    "content/lying-about.pdf": b"%PDF not named",
    "content/pieces/sign.yml": "{name: Door sign, kind: sign}",
    "content/pieces/signature.yml": "{name: Sign-off, kind: email-signature, visibility: partner}",
    "content/pieces/plan.yml": "{name: Secret plan, kind: document, visibility: internal, files: plan.pdf}",
    "content/plan.pdf": b"%PDF secret",
    "content/kits/fair.yml": """
        name: The fair
        pieces: [card, sign, plan]
        date: 2027-03-04
        brief: Four days.
        delivery_address: Gate C
        """,
    "content/touchpoints/shop.yml": "{name: Shop, stage: before}",
}
CARD = [
    "README.html",
    "README.txt",
    "assets/bad-name-.html.txt",
    "assets/logo/wide.svg",
    "assets/print-2.pdf",
    "assets/print.pdf",
    "fonts/free/OFL.txt",
    "fonts/free/free.ttf",
    "spec.json",
    "tokens/palette.ase",
    "tokens/palette.gpl",
    "tokens/tokens.css",
    "tokens/tokens.json",
]


@pytest.fixture
def root(project):
    return project(FILES)


def given_by(root, edition="internal"):
    shown = restrict(playbook.load(root).playbook, Visibility(edition))
    return shown, supplies(shown, reader(root))


def made(root, edition="internal", *asked, lang="en"):
    """The content of each pack by the id of its piece or kit."""
    return {
        item.id: pack.content
        for item, pack in packs(SiteOptions(lang, edition), given_by(root, edition)[1], asked)
    }


def opened(content):
    with ZipFile(BytesIO(content)) as pack:
        return {entry.filename: pack.read(entry) for entry in pack.infolist()}


def of(root, ident, **options):
    return opened(made(root, **options)[ident])


def test_what_is_in_a_pack(root):
    found = of(root, "card")
    assert [path for path in found if not path.startswith("examples/")] == CARD
    assert found["assets/print.pdf"] == b"%PDF one"
    assert found["fonts/free/free.ttf"] == FILES["brand/fonts/free.ttf"]
    assert b"--color-ink: #102030" in found["tokens/tokens.css"]


def test_a_piece_that_is_made_here_comes_with_its_examples(root):
    found = of(root, "signature")
    assert {"examples/signature.html", "examples/signature.txt", "examples/contact.vcf"} <= found.keys()
    assert b"Frigo" in found["examples/signature.html"]


def test_packs_are_the_same_on_any_day(root):
    first, second = (made(root) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first["card"])) as pack:
        entries = pack.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_what_programs_are_told(root):
    files = of(root, "card")
    said = json.loads(files["spec.json"])
    assert (said["format"], said["version"], said["edition"]) == ("brand-playbook-pack", 1, "partner")
    assert said["pieces"]["card"]["requirements"]["sizes"] == [
        {"width": 85.0, "height": 55.0, "unit": "mm", "name": "Card"}
    ]
    brand = said["brands"][""]
    assert brand["values"]["light"]["primary"] == "#102030"
    assert brand["colors"]["palette"]["ink"]["cmyk"] == [90.0, 70.0, 40.0, 60.0]
    assert brand["logo"]["clear_space"] == {"unit": "the ring", "factor": 0.5}
    assert brand["fonts"]["roles"]["heading"]["family"] == "kept"
    assert said["files"]["logo/wide.svg"] == "assets/logo/wide.svg"
    assert said["files"]["fonts/free.ttf"] == "fonts/free/free.ttf"
    assert said["sums"] == {
        path: sha256(content).hexdigest() for path, content in files.items() if path != "spec.json"
    }


def test_what_people_are_told(root):
    said = of(root, "card")["README.txt"].decode()
    for line in (
        "Card\n====\n",
        "Brand: Frigo & Söhne\n",
        "Message: We keep <our> word\n",
        "Finished files go to: Brand lead\n",
        "Sizes: Card: 85 × 55 mm\n",
        "Fonts: Kept Serif, Free Sans\n",
        "- Use <thick> paper\n",
        "- ink; Screen: #102030; CMYK, in %: 90 / 70 / 40 / 60; Pantone: 289 C\n",
        "- Free Sans; Weights: 400; Licence: OFL 1.1; Where it is: fonts/\n",
        "- Kept Serif; Weights: 400; Licence: Foundry; Where it is: https://foundry.example/kept\n",
        "- Wide; File: wide.svg; For: Light backgrounds; Never on: ink; At least",
        "- Never turn it\n",
        "[ ] Card: it measures 85 × 55 mm, no more and no less.\n",
        "[ ] The bleed is 3 mm on every side",
        "[ ] Text “name”: no more than 28 characters.\n",
        "- For print\n",
    ):
        assert line in said
    assert "sun" not in said


def test_the_page_says_the_same_and_needs_nothing_else(root):
    page = of(root, "card")["README.html"].decode()
    tree = html.document_fromstring(page)
    assert "Use <thick> paper" in tree.text_content()
    assert tree.xpath("//script | //link | //iframe | //form | //@onclick") == []
    assert all(address.startswith("data:image/") for address in tree.xpath("//img/@src"))
    assert sorted(tree.xpath("//a/@href")) == [
        "assets/bad-name-.html.txt",
        "assets/print-2.pdf",
        "assets/print.pdf",
        "https://foundry.example/kept",
    ]


@pytest.mark.parametrize("lang, words", [("en", "Before you send it"), ("es", "Antes de enviarla")])
def test_it_speaks_the_language_of_the_site(root, lang, words):
    found = of(root, "card", lang=lang)
    assert words in found["README.txt"].decode()
    assert f'<html lang="{lang}">' in found["README.html"].decode()


def test_a_piece_that_says_nothing_gets_what_is_usual(root):
    said = of(root, "sign")["README.txt"].decode()
    assert all(name in said for name in ("ink", "paper", "sun", "Wide", "spare", "Free Sans", "Kept Serif"))
    assert of(root, "sign").keys() >= {"assets/logo/wide.svg", "assets/logo/spare.svg"}


def test_a_kit_holds_its_pieces(root):
    found = of(root, "fair")
    said = json.loads(found["spec.json"])
    assert list(said["pieces"]) == ["card", "sign"]
    assert said["kit"]["delivery_address"] == "Gate C"
    words = found["README.txt"].decode()
    assert "Card\n----\n" in words
    assert "Door sign\n---------\n" in words
    assert "Needed on: 4 March 2027" in words


@pytest.mark.parametrize(
    "edition, idents",
    [
        ("internal", ["card", "sign", "signature", "fair"]),
        ("partner", ["card", "sign", "signature", "fair"]),
        ("public", ["card", "sign", "fair"]),
    ],
)
def test_no_supplier_gets_what_is_internal(root, edition, idents):
    found = made(root, edition)
    assert list(found) == idents
    for content in found.values():
        for path, inside in opened(content).items():
            assert b"ecret" not in inside, path
            assert b"Nobody outside" not in inside, path
            assert b"Two days" not in inside, path
            assert b"not named" not in inside, path
            assert inside != FILES["brand/fonts/kept.ttf"] or path.startswith("fonts/free/"), path


def test_a_hidden_part_of_the_brand_is_in_no_pack(project):
    root = project({**FILES, "brand/colors.yml": "{palette: {ink: '#ABCDEF'}, visibility: internal}"})
    found = of(root, "sign")
    assert not [path for path, content in found.items() if b"abcdef" in content.lower()]


def test_no_packs_where_nobody_knows_who_may_see_what(project):
    root = project({**FILES, "content/playbook.yml": "visibility: [\n"})
    assert made(root) == {}


def test_only_what_was_asked_for(root):
    assert list(made(root, "internal", ("piece", "sign"))) == ["sign"]
    assert list(made(root, "internal", ("kit", "fair"))) == ["fair"]


@pytest.fixture
def site(root):
    """`site(packs=True)` builds the site; what comes out are its pages by path and its packs."""

    def build_it(**options):
        shown, given = given_by(root)
        found = build(shown, (), SiteOptions(**options), given)
        return {page.path: page.body for page in found.pages}, [
            file.path for file in found.files if file.path.endswith(".zip")
        ]

    return build_it


PACKS = [
    "packs/frigo-sohne-card-pack.zip",
    "packs/frigo-sohne-sign-pack.zip",
    "packs/frigo-sohne-signature-pack.zip",
    "packs/frigo-sohne-fair-kit.zip",
]


def test_pages_lead_to_the_packs_and_say_how_large_they_are(site):
    pages, files = site()
    assert files == PACKS
    for ident in ("pieces/card", "kits/fair"):
        [link] = html.fragment_fromstring(pages[f"{ident}.md"], create_parent=True).xpath(
            "//a[contains(@href, 'packs/')]"
        )
        assert link.get("href").removeprefix("../../") in PACKS
        assert "kB)" in link.text_content()
    assert "packs/" not in pages["pieces/plan.md"]


@pytest.mark.parametrize("most, asked, count", [(4, None, 4), (3, None, 0), (3, True, 4), (4, False, 0)])
def test_very_many_packs_are_to_be_asked_for(site, monkeypatch, most, asked, count):
    monkeypatch.setitem(build.__globals__, "PACKS", most)
    assert len(site(packs=asked)[1]) == count


def test_no_two_packs_are_called_the_same(project):
    sub_brand = {"brand/pro/brand.yml": "name: Frigo & Söhne Pro"}
    pieces = {
        "content/pieces/pro-sign.yml": "{name: One, kind: sign}",
        "content/pieces/sign.yml": "{name: Two, kind: sign, brands: pro}",
    }
    given = given_by(project({**FILES, **sub_brand, **pieces}))[1]
    found = {item.id: pack.path for item, pack in packs(SiteOptions(), given)}
    assert found["pro-sign"] == "frigo-sohne-pro-sign-pack.zip"
    assert found["sign"] == "frigo-sohne-pro-sign-2-pack.zip"
    alone = [pack.path for _, pack in packs(SiteOptions(), given, [("piece", "sign")])]
    assert alone == [found["sign"]]


def test_the_site_as_markdown_has_none(site):
    assert site(writer="markdown")[1] == []


@pytest.mark.parametrize(
    "name, made_safe",
    [
        ("print.pdf", "print.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\evil.exe", "evil.exe"),
        ("/abs/x.pdf", "x.pdf"),
        ("..", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("C:evil.pdf", "C-evil.pdf"),
        ("nul.txt", "x-nul.txt"),
        ("COM1", "x-COM1"),
        ("a b\nc.pdf", "a-b-c.pdf"),
        ("año €.pdf", "ano.pdf"),
        ("Плакат.pdf", "file.pdf"),
        ("名刺.final.svg", "final.svg"),
        ("photo.プ", "photo"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_names_that_any_system_can_unpack(name, made_safe):
    assert safe(name) == made_safe


@given(st.lists(st.tuples(st.text(max_size=12), st.binary(max_size=9)), max_size=8))
def test_no_name_leads_out_of_the_pack_and_none_is_lost(files):
    members = Members()
    for at, (name, content) in enumerate(files):
        path = members.add("assets", name, content, f"source {at}")
        assert members.add("assets", name, b"other", f"source {at}") == path
        assert PurePosixPath(path).parent == PurePosixPath("assets")
    assert len({path.lower() for path in members.files}) == len(files)
    assert opened(zipped(members.files)) == members.files
