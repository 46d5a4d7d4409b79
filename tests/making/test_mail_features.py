"""What signatures and mails are written with, against what mail clients show by the data of caniemail.com."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from lxml import etree, html

import playbook
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.values import defaults, examples
from playbook.render.brand_view import Picture, elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from tests.building import ROOT

SUPPORT = json.loads((Path(__file__).parent / "caniemail/support.json").read_text(encoding="utf-8"))[
    "features"
]
BRAND = playbook.load(ROOT).playbook.brands[""]
LOGO = Picture("https://assets.example/logo.png", "Aldaba", 148, 40)
ASKED = ("banner", "banner_alt", "banner_link", "booking", "qr_address", "social")
"""What a signature shows only if somebody says it."""
KINDS = ("email-signature", "order-notification", "newsletter", "abandoned-cart", "survey")

# What some client lacks and is used all the same: why the piece does without it there.
HARMLESS = {
    "css-at-media": "Phones and dark pages; the mail stands without it.",
    "css-at-media-prefers-color-scheme": "Dark pages; by day it is as it is.",
    "css-border": "Word draws up to 8 px, on cells and pictures: none is wider, none stands elsewhere.",
    "css-border-radius": "Corners are square in Word.",
    "css-color-scheme": "Says that the mail has a dark side; without it clients make their own.",
    "css-display": "Word keeps `block` of pictures and of the hidden preview text, and that by mso-hide.",
    "css-display-none": "The preview text is hidden in Word by mso-hide.",
    "css-font-size": "Sizes are in px; what is lacking is rem and percent.",
    "css-font-weight": "It is bold or normal; what is lacking are weights between.",
    "css-height": "Word reads the attribute, which stands beside it.",
    "css-important": "In the style sheet for phones and dark pages only.",
    "css-line-height": "Word may set lines a little further apart.",
    "css-margin": "Word takes it on paragraphs, and `auto` is an attribute too.",
    "css-max-height": "Hides the preview text where nothing else does.",
    "css-max-width": "Word reads the table of 600 px that comments put around the mail.",
    "css-opacity": "Hides the preview text where nothing else does.",
    "css-overflow": "Hides the preview text where nothing else does.",
    "css-padding": "Word takes it on cells, and only there it is used.",
    "css-selector-attribute": "Outlook on the web's own mark of dark pages.",
    "css-selector-class": "Phones and dark pages.",
    "css-text-decoration": "Links are underlined where it is not read.",
    "css-white-space": "Amounts may wrap in Word.",
    "css-width": "Word reads the attribute, which stands beside it.",
    "css-word-break": "Only long words need it.",
    "html-align": "On cells and tables around the mail; Mac lacks it on pictures.",
    "html-aria-label": "Screen readers then read the words themselves.",
    "html-body": "Its ground stands on the table within as well.",
    "html-dir": "Word takes the direction of the text; what is lacking is that of a table.",
    "html-height": "Word keeps it, though at 96 dots to the inch.",
    "html-lang": "Read where clients keep it.",
    "html-meta-color-scheme": "As css-color-scheme.",
    "html-role": "Tables are for layout; where it is lost screen readers name them.",
    "html-style": "Phones and dark pages.",
    "html-width": "Word keeps px, though at 96 dots to the inch.",
}
# Properties that the data has no page of, for every client has them.
PLAIN = {"border-color", "border-top", "color", "font-family", "font-style", "line-height", "text-transform"}
LONGHANDS = re.compile(r"(padding|margin|border|background|font|text-decoration|overflow)(?:-[a-z-]+)?")


def used(page: str) -> Iterator[str]:
    """Every feature of the data that a document uses, by its id; "?name" for a property that it knows not."""
    tree = html.document_fromstring(re.sub(r"<!--\[if mso\]>.*?<!\[endif\]-->", "", page, flags=re.DOTALL))
    for node in tree.iter(etree.Element):
        yield from tags(node)
        if node.tag == "style":
            yield from sheet(tinycss2.parse_stylesheet(node.text or "", True, True))
        yield from declared(tinycss2.parse_blocks_contents(node.get("style") or "", True, True))


def tags(node) -> Iterator[str]:
    names = [f"html-{node.tag}", *(f"html-{name}" for name in node.attrib)]
    if re.fullmatch(r"h[1-6]", str(node.tag)):
        names.append("html-h1-h6")
    if node.tag in {"ul", "ol", "dl"}:
        names.append("html-lists")
    if node.tag == "meta":
        names.append(f"html-meta-{node.get('name')}")
    if node.tag in {"input", "button"}:
        names.append(f"html-{node.tag}-{node.get('type', 'text')}")
    if (source := node.get("src", "")) and node.tag == "img":
        ending = source.rpartition(".")[2].replace("jpeg", "jpg")
        names.append("image-base64" if source.startswith("data:") else f"image-{ending}")
    yield from (name for name in names if name in SUPPORT)


def sheet(rules) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule":
            yield f"css-at-{rule.lower_at_keyword}"
            yield from re.findall(r"prefers-color-scheme", tinycss2.serialize(rule.prelude)) and [
                "css-at-media-prefers-color-scheme"
            ]
            yield from sheet(tinycss2.parse_rule_list(rule.content or [], True, True))
        elif rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude)
            kinds = {"class": r"\.[a-z]", "attribute": r"\[", "id": r"#", "child": ">", "universal": r"\*"}
            yield from (f"css-selector-{kind}" for kind, mark in kinds.items() if re.search(mark, selector))
            yield from (
                f"css-pseudo-class-{name}"
                for name in re.findall(r"(?<!:):([a-z-]+)", selector)
                if name != "root"
            )
            yield from declared(tinycss2.parse_blocks_contents(rule.content, True, True))


def declared(found) -> Iterator[str]:
    for each in found:
        name, value = each.lower_name, tinycss2.serialize(each.value).strip()
        if name.startswith("mso-") or name == "supported-color-schemes":
            continue
        whole = LONGHANDS.fullmatch(name)
        exact = [f"css-{name}-{value.removeprefix('inline-')}", f"css-{name}"]
        names = [one for one in exact if one in SUPPORT] or [f"css-{whole[1]}" if whole else ""]
        yield from (one for one in names if one in SUPPORT)
        if not any(one in SUPPORT for one in names) and name not in PLAIN:
            yield f"?{name}"
        yield from (["css-important"] if each.important else [])
        functions = re.findall(r"([a-z-]+)\(", value)
        special = {"var": "css-variables", "calc": "css-unit-calc", "url": "css-background-image"}
        yield from (special.get(function, f"css-{function}") for function in functions)
        yield from (f"css-unit-{unit}" for unit in re.findall(r"\d(px|r?em|v[wh]|ch|ex|pt|mm|cm)\b", value))


def lacking(page: str) -> set[str]:
    """The features in use that some client lacks, and what the data does not know."""
    return {name for name in used(page) if SUPPORT.get(name, {"?": "?"})}


def page_of(ident: str, picture: Picture | None) -> str:
    kind = builtin()[ident]
    values = {**dict(examples(kind.fields, "en")), **defaults(kind.fields, elements(BRAND, picture))}
    asked = {name: f"https://cdn.example/{name}" for name in ASKED if name in kind.fields}
    values |= asked
    return str(make(kind, elements(BRAND, picture), values, Wording(FORMATS["en"])).files[0].content)


PAGES = {(ident, bool(logo)): page_of(ident, logo) for ident in KINDS for logo in (LOGO, None)}


@pytest.mark.parametrize("ident, logo", PAGES)
def test_no_client_lacks_what_a_mail_needs(ident, logo):
    told = {name: SUPPORT.get(name) for name in lacking(PAGES[ident, logo]) - HARMLESS.keys()}
    assert told == {}


def test_every_exception_is_one_and_in_use():
    lacked = {name for page in PAGES.values() for name in lacking(page)}
    assert HARMLESS.keys() - lacked == set()


@pytest.mark.parametrize(
    "body, name",
    [
        ('<div style="display:flex">', "css-display-flex"),
        ('<div style="display:grid">', "css-display-grid"),
        ('<div style="position:absolute">', "css-position"),
        ('<div style="float:left">', "css-float"),
        ('<div style="box-shadow:0 0 1px #000">', "css-box-shadow"),
        ('<p style="font-size:2rem">', "css-unit-rem"),
        ('<p style="width:calc(1px + 2px)">', "css-unit-calc"),
        ('<p style="color:var(--a)">', "css-variables"),
        ('<p style="brand-new:1">', "?brand-new"),
        ('<p style="background-image:url(a.png)">', "css-background-image"),
        ("<style>a:hover{color:#000}</style>", "css-pseudo-class-hover"),
        ("<style>@font-face{font-family:a}</style>", "css-at-font-face"),
        ('<img src="https://a.example/a.svg">', "image-svg"),
        ('<img src="https://a.example/a.webp">', "image-webp"),
        ('<img src="data:image/png;base64,AA">', "image-base64"),
        ("<picture></picture>", "html-picture"),
        ('<form><input type="text"></form>', "html-form"),
        ("<video></video>", "html-video"),
    ],
)
def test_what_a_client_lacks_is_found(body, name):
    assert name in lacking(f"<body>{body}</body>") - HARMLESS.keys()


@pytest.mark.parametrize("logo", [True, False])
def test_a_signature_keeps_the_limits_of_mail_clients(logo):
    page = PAGES["email-signature", logo]
    tree = html.document_fromstring(page)
    assert len(page) <= 10_000
    assert all(int(node.get("width", "0")) <= 600 for node in tree.iter("table", "td", "img"))
    assert "max-width:600px" in page
    assert all(node.get("alt") and node.get("width") and node.get("height") for node in tree.iter("img"))
    assert all(re.match(r"https?://|mailto:|tel:", node.get("href", "")) for node in tree.iter("a"))
    assert len(list(tree.iter("img"))) == logo + len({"banner", "qr_address"})
