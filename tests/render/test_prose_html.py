"""Markdown in documents: what it means, and that nothing else gets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from playbook.making.harmless import ALLOWED
from playbook.render.fill import fill
from playbook.render.filters import Wording
from playbook.render.prose_html import Markup, prose
from playbook.render.template import parse

CASES = [
    ("one *two*, **three**", "<p>one <em>two</em>, <strong>three</strong></p>"),
    ("# A\n\n## B\n\n# C", "<h2>A</h2><h3>B</h3><h2>C</h2>"),
    ("### A\n\n#### B", "<h2>A</h2><h3>B</h3>"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("> a", "<blockquote><p>a</p></blockquote>"),
    ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
    ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
    ("~~~\n<b>\n~~~", "<pre><code>&lt;b&gt;</code></pre>"),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("|a|b|\n|-|-|\n|1|2|", None),
    ("[a](https://a.example?b=1&c=2)", '<p><a href="https://a.example?b=1&amp;c=2">a</a></p>'),
    ("[a](javascript:alert(1))", "<p>a</p>"),
    ("[a](data:text/html,b)", "<p>a</p>"),
    ("[a](//b.example)", "<p>a</p>"),
    ("![a picture](https://a.example/b.png)", "<p>a picture</p>"),
    ("<script>a</script>", "<p>&lt;script&gt;a&lt;/script&gt;</p>"),
    ('&lt;b&gt; &amp; "q"', "<p>&lt;b&gt; &amp; &quot;q&quot;</p>"),
    ("", ""),
]


@pytest.mark.parametrize("text, expected", [case for case in CASES if case[1] is not None])
def test_what_it_means(text, expected):
    assert re.sub(r">\s+<", "><", prose(text).strip()) == expected


def test_a_table_has_head_cells():
    tree = html.fromstring(prose("|a|b|\n|-|-|\n|1|2|"))
    assert [cell.get("scope") for cell in tree.iter("th")] == ["col", "col"]
    assert [cell.text for cell in tree.iter("td")] == ["1", "2"]


def test_headings_can_be_numbered():
    made = prose("## A\n\n### B\n\n## C", numbered=True)
    assert re.findall(r"<h\d>.*?</h\d>", made) == ["<h2>1. A</h2>", "<h3>B</h3>", "<h2>2. C</h2>"]


@pytest.mark.parametrize("text", ["*" * 400, "a " * 10_001, "[" * 400])
def test_what_takes_long_is_shown_as_it_was_typed(text):
    assert prose(text).strip() == f"<p>{text.strip()}</p>"


@given(st.text(alphabet="<>&\"'`*_[]()#!|-= \n\\ahref:javscript/1.\x00\u202e", max_size=200))
def test_nothing_else_gets_through(text):
    made = prose(text)
    assert isinstance(made, Markup)
    assert "\x00" not in made
    for node in html.fragment_fromstring(made, create_parent="div").iter():
        assert node.tag in ALLOWED["html"].tags
        assert set(node.attrib) <= {"href", "start", "scope"}
        assert re.match(r"https?://|mailto:|tel:", node.get("href", "tel:"))


def test_only_html_takes_it_as_it_is():
    nodes = parse("a.html", "{{ body | markdown }}|{{ body }}|{{ body | markdown | upper }}").nodes
    shown = fill(nodes, {"body": "*a*"}, "html", Wording())
    assert shown.split("|") == ["<p><em>a</em></p>", "*a*", "&lt;P&gt;&lt;EM&gt;A&lt;/EM&gt;&lt;/P&gt;"]
    assert fill(nodes, {"body": "*a*"}, "svg", Wording()).startswith("&lt;p&gt;")
