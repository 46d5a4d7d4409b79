"""E-mails made of built-in kinds: HTML that mail programs show, by day and by night, and its plain twin."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import playbook
from playbook.color import contrast, parse
from playbook.diagnostics import Location
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.templates import mistakes, template
from playbook.making.values import checked, defaults, examples
from playbook.render.brand_view import Picture, elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from tests.building import ROOT

BRANDS = playbook.load(ROOT).playbook.brands
BRAND = BRANDS[""]
LOGO = Picture("https://assets.example/logo.png", "Aldaba", 148, 40)
MAILS = ("order-notification", "newsletter", "abandoned-cart", "survey")
MASS = ("newsletter", "abandoned-cart", "survey")
LANGS = ("en", "es")
PICTURE = {"picture": "https://assets.example/oven.jpg", "picture_alt": "An oven at work"}


def said(ident, lang):
    """Something in every field."""
    fields = builtin()[ident].fields
    full = {**dict(examples(fields, lang)), **{name: PICTURE[name] for name in PICTURE if name in fields}}
    values, wrong = checked(fields, full, lambda keys: Location("/".join(map(str, keys))))
    assert wrong == []
    return {**defaults(fields, elements(BRAND)), **values}


def bare(ident):
    """Only what the mail cannot do without."""
    fields = builtin()[ident].fields
    return {name: value for name, value in said(ident, "en").items() if fields[name].required}


def made(ident, values, lang="en", picture=LOGO, brand=BRAND):
    """The mail's HTML and its plain text."""
    files = make(builtin()[ident], elements(brand, picture), values, Wording(FORMATS[lang])).files
    first, second = (str(file.content) for file in files)
    return first, second


def sources(ident):
    kind = builtin()[ident]
    return {output.ending: template(kind, output).text for output in kind.outputs}


def styles(tree):
    """Each `style` of an element, by property."""
    for node in tree.iter(etree.Element):
        pairs = (part.split(":", 1) for part in (node.get("style") or "").split(";") if part)
        yield node, {name.strip(): value.strip() for name, value in pairs}


class Golden(SingleFileSnapshotExtension):
    """A document as a file beside this test, readable as it is."""

    _write_mode = WriteMode.TEXT


class Html(Golden):
    file_extension = "html"


class Text(Golden):
    file_extension = "txt"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ident", MAILS)
def test_mails_as_they_are(ident, lang, snapshot):
    assert made(ident, said(ident, lang), lang)[0] == snapshot(extension_class=Html)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ident", MAILS)
def test_twins_as_they_are(ident, lang, snapshot):
    assert made(ident, said(ident, lang), lang)[1] == snapshot(extension_class=Text)


@pytest.mark.parametrize("ident", MAILS)
def test_every_slot_leads_somewhere(ident):
    kind = builtin()[ident]
    read = [template(kind, output) for output in kind.outputs]
    assert [output.ending for output in kind.outputs] == ["html", "txt"]
    assert [list(mistakes(kind, each)) for each in read] == [[], []]
    marks = set(re.findall(r"\{\{(?:#if (?:not )?)?\s*(brand|label)\.([\w.]+)", str([t.text for t in read])))
    known = {"brand": elements(BRAND, LOGO), "label": kind.labels}
    for root, path in sorted(marks):
        place = known[root]
        for name in path.split("."):
            assert name in place, f"{root}.{path}"
            place = place[name]


# What it is -> how it would be seen in the HTML, and such HTML. Source: caniemail.com.
UNSUPPORTED = {
    "flex or grid": (r"display\s*:\s*(?:inline-)?(?:flex|grid)", 'style="display: flex"'),
    "positions": (r"[;\"{\s]position\s*:", 'style="position:absolute"'),
    "floats": (r"[;\"{\s]float\s*:", 'style="color:red;float:left"'),
    "vector drawings": (r"<svg|\.svg\b|image/svg", 'src="https://a.example/l.svg"'),
    "pictures in the text": (r"data:|<picture|\.webp\b|\.avif\b", 'src="data:image/png;base64,"'),
    "background pictures": (r"url\(|\sbackground=", "background-image:url(a.png)"),
    "scripts": (r"<script|\son\w+=|javascript:", '<td onclick="x()">'),
    "forms": (r"<(?:form|input|button|select|textarea)\b", '<input type="text">'),
    "fonts from elsewhere": (r"@font-face|@import|<link\b", "@font-face{}"),
    "variables and sums": (r"var\(|calc\(|clamp\(", "width:calc(100% - 8px)"),
    "frames and films": (r"<(?:iframe|object|embed|video|audio)\b", "<video></video>"),
    "relative lengths": (r":\s*[\d.]+r?em\b|:\s*[\d.]+v[wh]\b", "font-size:1.2rem"),
    "short colors": (r"#[0-9a-fA-F]{3}\b(?!;)", "color:#abc"),
}


@pytest.mark.parametrize("pattern, such", UNSUPPORTED.values(), ids=UNSUPPORTED.keys())
@pytest.mark.parametrize("ident", MAILS)
def test_no_mail_uses_what_mail_programs_do_not_show(ident, pattern, such):
    assert re.search(pattern, such)
    assert re.findall(pattern, sources(ident)["html"]) == []
    assert re.findall(pattern, made(ident, said(ident, "en"))[0]) == []


@pytest.mark.parametrize("ident", MAILS)
def test_the_frame_is_what_mail_programs_need(ident):
    page, _ = made(ident, said(ident, "es"), "es")
    tree = html.document_fromstring(page)
    assert page.startswith("<!DOCTYPE html>")
    assert [node.get("lang") for node in tree.iter(etree.Element) if node.get("lang")] == ["es", "es"]
    metas = {node.get("name"): node.get("content") for node in tree.iter("meta")}
    assert metas["color-scheme"] == metas["supported-color-schemes"] == "light dark"
    assert '<meta charset="utf-8">' in page
    assert {table.get("role") for table in tree.iter("table")} == {"presentation"}
    assert [table.get("width") for table in tree.iter("table")].count(None) <= 1  # the button
    assert page.count('<table role="presentation" align="center" width="600"') == 2  # for Word
    assert len(page.encode()) < 60_000
    assert sum(len(each) for each in re.findall(r"<style>.*?</style>", page, re.DOTALL)) < 16_000


@pytest.mark.parametrize("ident", MAILS)
def test_grounds_and_texts_are_set_on_the_element(ident):
    """A program that drops the head shows the mail all the same."""
    tree = html.document_fromstring(made(ident, said(ident, "en"))[0])
    for node, style in styles(tree.body):
        assert (node.get("bgcolor") or "") == style.get("background-color", "")
        if node.tag in {"p", "h1", "h2"}:
            assert {"margin", "font-family", "font-size", "line-height"} <= style.keys()
        if node.tag == "a":
            assert "color" in style
        if node.tag == "td" and (node.text or "").strip():
            assert {"font-size", "line-height"} <= style.keys()


@pytest.mark.parametrize("ident", MAILS)
def test_pictures_and_links_stand_on_their_own(ident):
    tree = html.document_fromstring(made(ident, said(ident, "en"))[0])
    for image in tree.iter("img"):
        assert (image.get("src") or "").startswith("https://")
        assert image.get("alt")
        assert int(image.get("width") or 0) <= 600
    links = [link.get("href") or "" for link in tree.iter("a")]
    assert all(link.startswith(("https://", "mailto:", "tel:")) for link in links)


@pytest.mark.parametrize("ident", MAILS)
def test_the_preview_is_the_first_thing_and_unseen(ident):
    values = said(ident, "en")
    first = next(html.document_fromstring(made(ident, values)[0]).iter("div"))
    assert first.getprevious() is None
    assert first.text_content().startswith(values["preview"])
    assert "display:none" in (first.get("style") or "")
    assert "mso-hide:all" in (first.get("style") or "")
    without = {name: value for name, value in values.items() if name != "preview"}
    assert "display:none" not in made(ident, without)[0]


@pytest.mark.parametrize("ident", MAILS)
def test_no_color_and_no_font_is_a_templates_own(ident):
    source = sources(ident)["html"]
    assert re.findall(r"#[0-9a-fA-F]{6}\b", source) == []
    assert re.findall(r"(?:color|bgcolor)[:=]\"?(?!\{\{)[a-z]+", source.replace("color-scheme:", "")) == []
    assert re.findall(r"font-family:(?!\{\{ brand\.(?:font|fallback)\.)", source) == []


@pytest.mark.parametrize("ident", MAILS)
def test_every_class_is_for_something(ident):
    """What a class is for stands in the head."""
    head, _, rest = sources(ident)["html"].partition("</head>")
    used = {name for value in re.findall(r'class="([^"]+)"', rest) for name in value.split()}
    named = set(re.findall(r"\.([a-z][a-z-]*)(?=[,{ ])", re.sub(r"\{\{.*?\}\}", "", head)))
    assert used <= named


def frame(ident):
    """What a template begins with, up to its title, and what it ends with, from below the card."""
    source = sources(ident)["html"]
    start = re.sub(r"\b(?:status|issue)\b", "over", source.partition("<h1")[0])
    return start, source.rpartition("<!--[if mso]></td></tr></table><table")[2]


def test_mails_share_their_head_and_frame():
    """Templates cannot include each other; this keeps them from drifting apart."""
    assert len({frame(ident)[0] for ident in MAILS}) == 1
    assert len({frame(ident)[1] for ident in MASS}) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ident", MAILS)
def test_both_twins_say_everything(ident, lang):
    values = said(ident, lang)
    page, text = made(ident, values, lang)
    shown = page + html.document_fromstring(page).text_content()
    fields = builtin()[ident].fields
    for name, value in values.items():
        expected = {"total": "649", "ordered": "2026"}.get(name, value)
        for line in expected.splitlines():
            assert line in text, name
            if fields[name].type != "url":
                assert line in shown, name
    assert [name for name in fields if name not in values] == []


@pytest.mark.parametrize("ident", MAILS)
def test_only_what_is_said_is_shown(ident):
    page, text = made(ident, bare(ident), picture=None)
    assert "<img" not in page
    assert ">Aldaba</td>" in page
    assert re.findall(r"<(p|h1|h2|a|span|strong)\b[^>]*>\s*</\1>", page) == []
    assert "\n\n\n" not in text
    assert "Aldaba Home Ltd., 4 Knocker Row, Portmoor" in page
    assert "Aldaba Home Ltd., 4 Knocker Row, Portmoor" in text


def test_a_brand_that_says_nothing_has_a_mail_all_the_same(project):
    brand = playbook.load(project({"brand/brand.yml": "name: Faro"})).playbook.brand
    for ident in MAILS:
        page, text = made(ident, bare(ident), picture=None, brand=brand)
        assert 'href=""' not in page
        assert "None" not in page
        assert "color:;" not in page
        assert "\nFaro\n" in text


@pytest.mark.parametrize("ident", MASS)
def test_people_can_leave(ident):
    kind = builtin()[ident]
    assert kind.fields["unsubscribe"].required
    for document in made(ident, bare(ident)):
        assert bare(ident)["unsubscribe"] in document


def test_an_answer_is_one_tap():
    page, text = made("survey", {**said("survey", "en"), "link": "https://s.example/?a=1&mark="})
    for mark in "12345":
        assert f'href="https://s.example/?a=1&amp;mark={mark}"' in page
        assert f"https://s.example/?a=1&mark={mark}\n" in text


HOSTILE = ("<script>alert(1)</script>", '" onmouseover="x', "</style><b>", "--><b>", "{{ brand.name }}")


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("ident", MAILS)
def test_values_never_become_markup(ident, value):
    fields = builtin()[ident].fields
    usual = said(ident, "en")
    safe = {name: usual[name] for name, field in fields.items() if field.type in {"url", "number", "date"}}
    page, _ = made(ident, {**dict.fromkeys(fields, value), **safe})
    tree = html.document_fromstring(page)
    assert not [name for node in tree.iter(etree.Element) for name in node.attrib if name[:2] == "on"]
    assert {"script", "b"}.isdisjoint(node.tag for node in tree.iter(etree.Element))
    assert value in tree.text_content()


def night(page):
    """The properties that the head gives by night, by selector."""
    block = page.partition("(prefers-color-scheme:dark){")[2].partition("</style>")[0]
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", block):
        for selector in selectors.strip().split(","):
            pairs = (part.removesuffix("!important").split(":") for part in body.split(";"))
            rules.setdefault(selector, {}).update(dict(pairs))
    return rules


def shade(node, name, rules):
    """A color of an element: its nearest ancestor's that has one, where the night's come first."""
    for each in (node, *node.iterancestors()):
        parent = each.getparent()
        found = [f".{part}" for part in (each.get("class") or "").split()]
        if each.tag == "a" and parent is not None:
            found += [f".{part} a" for part in (parent.get("class") or "").split()]
        ruled = next((rules[part][name] for part in found if name in rules.get(part, {})), None)
        own = dict(styles(each)).get(each, {}).get(name)
        if ruled or own:
            return parse(ruled or own)
    raise LookupError(name)


@pytest.mark.parametrize("brand", BRANDS.values(), ids=lambda brand: brand.name)
@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("ident", MAILS)
def test_what_is_written_can_be_read(ident, dark, brand):
    page, _ = made(ident, said(ident, "en"), brand=brand)
    rules = night(page) if dark else {}
    assert bool(rules) is dark
    texts = [
        node
        for node in html.document_fromstring(page).find_class("page")[1].iter(etree.Element)
        if ((node.text or "") + "".join(child.tail or "" for child in node)).strip(" \n\xa0")
    ]
    assert len(texts) > 10
    for node in texts:
        ratio = contrast(shade(node, "color", rules), shade(node, "background-color", rules))
        assert ratio >= 4.5, (node.tag, node.text)
