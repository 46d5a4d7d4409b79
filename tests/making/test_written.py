"""Articles and procedures: Markdown in, documents out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import html
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import playbook
from playbook.diagnostics import Location
from playbook.document import Layer, Origin, build
from playbook.kinds import Kind, builtin
from playbook.making import make
from playbook.making.tailored import misruled, tailored
from playbook.making.templates import filled_in_pages, mistakes, template
from playbook.making.values import checked, defaults, examples
from playbook.making.written import split
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.render.template import parse
from playbook.source import read
from tests.building import ROOT

PLAYBOOK = playbook.load(ROOT).playbook
BRAND = PLAYBOOK.brands[""]
KINDS = ("article", "procedure")
LANGS = ("en", "es")


def said(ident, lang):
    fields = builtin()[ident].fields
    values, wrong = checked(fields, dict(examples(fields, lang)), lambda keys: Location(str(keys)))
    assert wrong == []
    return {**defaults(fields, elements(BRAND)), **values}


def made(kind, values, lang="en"):
    return {f.path: str(f.content) for f in make(kind, elements(BRAND), values, Wording(FORMATS[lang])).files}


class Html(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "html"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ident", KINDS)
def test_as_it_is(ident, lang, snapshot):
    assert made(builtin()[ident], said(ident, lang), lang)[f"{ident}.html"] == snapshot(extension_class=Html)


@pytest.mark.parametrize("ident", KINDS)
def test_nothing_is_wrong_with_the_templates(ident):
    kind = builtin()[ident]
    assert [list(mistakes(kind, template(kind, output))) for output in kind.outputs] == [[], []]
    assert not filled_in_pages(kind)
    assert filled_in_pages(builtin()["letter"])


@pytest.mark.parametrize("ident", KINDS)
def test_headings_lie_in_each_other(ident):
    tree = html.document_fromstring(made(builtin()[ident], said(ident, "en"))[f"{ident}.html"])
    levels = [int(str(node.tag)[1]) for node in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert list(tree.iter("ol"))


def test_the_demo_says_who_does_what_in_which_version():
    piece = PLAYBOOK.pieces["returns-procedure"]
    kind = tailored(PLAYBOOK.kinds["procedure"], piece)
    values = {**dict(examples(kind.fields, "en")), **defaults(kind.fields, elements(BRAND))}
    page = made(kind, values)["procedure.html"]
    assert misruled(PLAYBOOK.kinds["procedure"], piece) == []
    assert "<dd>3.2</dd>" in page
    assert page.count('<tr><td dir="auto"><strong>') == 6
    assert page.count("<li><strong>") == 11


FORM = """
name: A
kind: procedure
form:
  roles: {value: [{role: Care, dos: x}]}
  title: {value: [{role: Care}]}
"""


def test_entries_of_a_list_are_checked_too():
    source = read("content/pieces/a.yml", FORM.encode())
    piece, _ = build(type(PLAYBOOK.pieces["quote"]), "a", Origin((Layer(source, source.data),)), source.data)
    assert piece
    found = [(each.message, each.facts["field"]) for each in misruled(PLAYBOOK.kinds["procedure"], piece)]
    assert found == [("value.shape", "title"), ("value.meant", "dos"), ("value.required", "does")]


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("<p>{{ body | markdown }}</p>", []),
        ('<p title="{{ body | markdown }}"></p>', ["template.slot-place"]),
        ("<title>{{ body | markdown }}</title>", ["template.slot-place"]),
        ("<style>{{ body | markdown }}</style>", ["template.slot-place", "template.styling-slot"]),
        ("<!-- {{ body | markdown }} -->", ["template.slot-place"]),
    ],
)
def test_markup_stands_in_the_text_only(text, wrong):
    found = mistakes(builtin()["article"], parse("kinds/a/a.html", text))
    assert sorted({each.message for each in found}) == wrong


@pytest.mark.parametrize("ending", ["txt", "svg", "md"])
def test_markup_is_for_html_only(ending):
    [found] = mistakes(builtin()["article"], parse(f"kinds/a/a.{ending}", "{{ body | markdown }}"))
    assert found.message == "template.markup"


@pytest.mark.parametrize(
    "kind, content, expected",
    [
        ("article", b"---\ntitle: A\n---\n# B\n", (b"#\ntitle: A\n", {"body": "# B"})),
        ("article", b"\xef\xbb\xbf# B\n", (b"", {"body": "# B"})),
        ("article", b"---\r\ntitle: A\r\n...\r\n", (b"#\ntitle: A\r\n", {})),
        ("article", b"\xff", (b"\xff", {})),
        ("quote", b"a: b", (b"a: b", {})),
    ],
)
def test_a_markdown_file_holds_fields_and_text(kind, content, expected):
    assert split(builtin()[kind], content) == expected


def test_a_field_that_takes_markdown_keeps_its_lines():
    kind: Kind = builtin()["article"]
    values, wrong = checked(kind.fields, {"title": "a\nb", "body": "a\n\n- b\n"}, lambda _: Location(""))
    assert (values, wrong) == ({"title": "a b", "body": "a\n\n- b"}, [])
