"""Pieces made of built-in kinds: templates without mistakes, documents within the limits of mail clients."""

from __future__ import annotations

import re

import pytest
from lxml import html

import playbook
from playbook import i18n
from playbook.diagnostics import Location
from playbook.i18n import texts
from playbook.kinds import Kind, builtin
from playbook.making import make
from playbook.making.finish import finished
from playbook.making.picture import logo
from playbook.making.table import rows
from playbook.making.templates import mistakes, template
from playbook.making.values import checked, defaults, examples
from playbook.render.brand_view import Picture, elements
from playbook.render.filters import Wording
from playbook.render.template import parse
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
MADE = [kind for kind in builtin().values() if kind.outputs]
OUTPUTS = [(kind, output) for kind in MADE for output in kind.outputs]
SIGNATURE = BOOK.kinds["email-signature"]
LOGO = Picture("https://assets.example/logo.png", "Aldaba", 132, 40)


def read(path: str) -> bytes:
    return (ROOT / path).read_bytes()


def documents(values, brand=BOOK.brand, picture=LOGO):
    made = make(SIGNATURE, elements(brand, picture), values, Wording())
    return {file.path: str(file.content) for file in made.files}, made.used


@pytest.mark.parametrize("kind, output", OUTPUTS, ids=lambda part: getattr(part, "id", "") or part.template)
def test_the_built_in_templates_are_right(kind, output):
    assert list(mistakes(kind, template(kind, output))) == []


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.id)
def test_a_kind_has_words_in_both_languages_and_uses_its_fields(kind: Kind):
    for field in kind.fields.values():
        assert {"en", "es"} <= field.texts.keys()
    for output in kind.outputs:
        assert {"en", "es"} <= output.texts.keys()
    said = str([template(kind, output).nodes for output in kind.outputs])
    added = {"tax", "currency"} if kind.totals else set()
    added |= {kind.code.field} if kind.code else set()
    assert [name for name in kind.fields if f"path=('{name}'" not in said and name not in added] == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_examples_are_right_values(lang):
    said = dict(examples(SIGNATURE.fields, lang))
    assert said["name"]
    assert checked(SIGNATURE.fields, said, lambda _: Location("x")) == (said, [])


WRONG = {
    "<p>{{ nobody }}</p>": "template.name",
    "{{ name | shout }}": "template.filter",
    '<a href="{{ booking }}">x</a>': "template.address",
    "<img src='{{ note | lower }}'>": "template.address",
    "{{#each note | lines as line}}{{ line }}{{/each}}{{ line }}": "template.name",
    "{{#if name}}": "template.unclosed",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_a_template_may_not_do(text):
    found = list(mistakes(SIGNATURE, parse("a.html", text)))
    assert [problem.message for problem in found] == [WRONG[text]]
    for lang in ("en", "es"):
        assert texts(lang)[WRONG[text]]


def test_a_filter_that_there_is_not_names_those_that_there_are():
    [found] = mistakes(SIGNATURE, parse("a.html", "{{ name | shout }}"))
    for lang, said in (("en", "A filter is upper, lower,"), ("es", "Un filtro es upper, lower,")):
        hint = i18n.text(lang, found.hint, found.facts)
        assert hint.startswith(said)
        assert {"markdown", "fit"} <= set(re.findall(r"\w+", hint))


CHARSET = '<meta charset="utf-8">\n'


def test_a_signature_is_what_mail_clients_take():
    said = {"name": "Inés Calder", "role": "Brand lead", "phone": "+353 20 911 0142", "note": "a\nb"}
    files, used = documents(said)
    text = files["signature.html"]
    assert len(text) <= 10_000
    tree = html.fromstring(text.removeprefix(CHARSET))
    assert text.startswith(CHARSET)  # the file is read as it was written
    assert {node.tag for node in tree.iter()} <= {
        "table",
        "tr",
        "td",
        "img",
        "strong",
        "span",
        "a",
        "br",
        "tbody",
    }
    assert not [name for node in tree.iter() for name in node.attrib if name in {"class", "id"}]
    (image,) = tree.iter("img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("Aldaba", "132", "40")
    assert all(
        (link.get("href") or "").startswith(("https://", "tel:", "mailto:")) for link in tree.iter("a")
    )
    assert "display:flex" not in text
    assert {"color.primary", "ink.text", "font.body", "logo.url", "contact.website"} <= used


def test_without_a_logo_the_brand_is_named():
    files, used = documents({"name": "X"}, picture=None)
    assert "<img" not in files["signature.html"]
    assert ">Aldaba</strong>" in files["signature.html"]
    assert "logo.url" not in used


def test_a_contact_card_is_folded_and_ends_its_lines_as_it_should():
    files, _ = documents({"name": "Inés, Calder; " + "ñ" * 60, "phone": "+34 1"})
    card = files["contact.vcf"]
    assert card.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Inés\\, Calder\\; ñ")
    assert ";;;\r\nFN:Inés\\, Calder\\; ñ" in card
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert "\n" not in card.replace("\r\n", "")
    assert card.replace("\r\n ", "").count("ñ" * 60) == 2


def test_other_formats_are_left_as_they_are():
    assert finished("a\nb", "html") == "a\nb"


HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="x',
    "'><img src=x onerror=alert(1)>",
    "{{ brand.name }}",
    "a\x00b",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_values_never_become_markup(value):
    files, _ = documents(dict.fromkeys(("name", "role", "pronouns", "department", "note"), value))
    tree = html.fromstring(files["signature.html"].removeprefix(CHARSET))
    assert {node.tag for node in tree.iter()} <= {"table", "tr", "td", "img", "strong", "span", "a", "br"}
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert value.replace("\x00", "") in tree.text_content()


CASES = [
    ("email", "ana@aldaba", "value.email"),
    ("phone", "abc", "value.phone"),
    ("booking", "javascript:alert(1)", "value.url"),
    ("name", "x" * 61, "value.longest"),
    ("nme", "x", "value.meant"),
    ("zzz", "x", "value.unknown"),
    ("role", ["a"], "value.shape"),
    ("discount", "120", "value.percent"),
    ("discount", "-1", "value.percent"),
    ("price", "1.234", "value.ambiguous"),
    ("price", 1.234, "value.ambiguous"),
    ("price", "1,234", "value.ambiguous"),
    ("price", "5 mil", "value.number"),
    ("price", "5-pack", "value.number"),
]


@pytest.mark.parametrize("name, value, expected", CASES)
def test_wrong_values_are_told(name, value, expected):
    said = {"name": "X", name: value}
    fields = {
        **SIGNATURE.fields,
        "discount": SIGNATURE.fields["name"].model_copy(update={"type": "percent", "required": False}),
        "price": SIGNATURE.fields["name"].model_copy(update={"type": "number", "required": False}),
    }
    values, wrong = checked(fields, said, lambda keys: Location("/".join(map(str, keys))))
    assert [problem.message for problem in wrong if problem.message != "value.required"] == [expected]
    assert wrong[0].location.path == name
    assert name not in values
    for lang in ("en", "es"):
        assert texts(lang)[wrong[0].message]
        assert texts(lang)[wrong[0].hint]


@pytest.mark.parametrize(
    "written, read",
    [("1234", "1234"), (12.5, "12.5"), ("12,50", "12.50"), ("1.234,50", "1234.50"), ("1.2340", "1.2340")],
)
def test_a_number_has_a_point_before_its_decimals_whatever_was_written(written, read):
    price = SIGNATURE.fields["name"].model_copy(update={"type": "number"})
    assert checked({"price": price}, {"price": written}, lambda _: Location("x")) == ({"price": read}, [])


def test_a_banner_without_words_leads_where_it_says():
    said = {"banner": "https://aldaba.example/b.png", "banner_link": "https://aldaba.example/fair"}
    files, _ = documents(said)
    tree = html.fromstring(files["signature.html"].removeprefix(CHARSET))
    (banner,) = (image for image in tree.iter("img") if "b.png" in image.get("src", ""))
    assert banner.get("alt") == "aldaba.example/fair"
    assert "\nhttps://aldaba.example/fair" in files["signature.txt"]


def test_what_is_missing_is_told_once():
    values, wrong = checked(SIGNATURE.fields, {"role": " ", "name": "  "}, lambda _: Location("x"))
    assert values == {}
    assert [problem.message for problem in wrong] == ["value.required"]


def test_the_brand_fills_in_what_the_kind_says():
    known = defaults(SIGNATURE.fields, elements(BOOK.brand))
    assert known["phone"] == "+353 20 911 0142"
    assert known["email"] == "hello@aldaba.example"
    assert "mobile" not in known


def test_the_logo_is_a_picture_on_the_web():
    found = logo(BOOK.brand, read)
    assert found is not None
    assert found.url == "https://assets.aldaba.example/logo/horizontal.png"
    assert found.height == 40
    assert found.width > 100
    nowhere = BOOK.brand.with_part("identity", BOOK.brand.identity.revised(assets_url=None))
    assert logo(nowhere, read) is None


TABLES = {
    b"name,role\nA,B\n": [(2, {"name": "A", "role": "B"})],
    b"\xef\xbb\xbfname;role\r\nA;B\r\n;\r\nC;\r\n": [(2, {"name": "A", "role": "B"}), (4, {"name": "C"})],
    b"name\trole\nA\tB": [(2, {"name": "A", "role": "B"})],
    b'name,role\n"A, B",C\n': [(2, {"name": "A, B", "role": "C"})],
}


@pytest.mark.parametrize("content", TABLES)
def test_tables_of_people(content):
    found, wrong = rows("team.csv", content)
    assert wrong == []
    assert [(row.line, row.values) for row in found] == TABLES[content]


BAD_TABLES = {
    b"": "table.empty",
    b"name\n": "table.empty",
    b'name\n"open': "table.broken",
    b"name\n\x81": "table.encoding",
    "name\nAnn\n".encode("utf-16"): "table.encoding",
    b"name\n" + b"x\n" * 5001: "table.long",
}


@pytest.mark.parametrize("content", BAD_TABLES, ids=list(BAD_TABLES.values()))
def test_tables_that_cannot_be_read(content):
    found, wrong = rows("team.csv", content)
    assert found == []
    assert [problem.message for problem in wrong] == [BAD_TABLES[content]]
    assert texts("es")[wrong[0].hint]
