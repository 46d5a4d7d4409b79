"""What a document's HTML says on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.render.sheet import Beside, Break, Logo, Mark, Pairs, Paragraph, Row, Run, Sheet, Table
from playbook.render.sheet_html import read


def para(text, style="body", number=None):
    return Paragraph((Run(text),), style, number)


def typed(text):
    return Run(text, typed=True)


def blocks(body, *, marks=False):
    return read(f"<html><body>{body}</body></html>", marks=marks).blocks


@pytest.mark.parametrize(
    "body, expected",
    [
        ("", ()),
        ("<p> \n </p><p><br></p>", ()),
        ("words", (para("words"),)),
        ("<p>a\n  b</p>", (para("a b"),)),
        ("<p>a\u00a0 b</p>", (para("a\u00a0 b"),)),
        ("<div>a<p>b</p>c</div>", (para("a"), para("b"), para("c"))),
        (
            "<h1>a</h1><h2>b</h2><h4>c</h4>",
            (para("a", "title"), para("b", "heading"), para("c", "subheading")),
        ),
        ('<p class="small">a</p>', (para("a", "small"),)),
        ('<div class="small"><p>a</p><h2>b</h2></div>', (para("a", "small"), para("b", "heading"))),
        ('<p class="name x">a</p><p class="sign">b</p>', (para("a", "name"), para("b", "sign"))),
        ("<address>a</address>", (para("a", "address"),)),
        ('<div class="hand"></div>', (Paragraph((), "space"),)),
        ("<style>p{}</style><script>x</script><!-- x --><p>a</p><hr>", (para("a"),)),
        (
            "<p>a <b>b</b><em> c</em><br> d<br></p>",
            (Paragraph((Run("a "), Run("b", bold=True), Run(" c", italic=True), Break(), Run("d"))),),
        ),
        (
            '<p><a href="tel:1">a</a><span class="small"> b</span></p>',
            (Paragraph((Run("a", href="tel:1"), Run(" b", small=True))),),
        ),
        ('<img class="logo" alt="A"> a', (Paragraph((Logo("A"), Run(" a"))),)),
        ('<img class="logo" alt="A"><img alt="B">', (Paragraph((Logo("A"), Run("B"))),)),
        (
            "<ul><li>a<li><p>b</p><p>c</p></ul><ol><li>d<ul><li>e</ul></ol>",
            (
                para("a", "item"),
                Paragraph((Run("b"), Break(), Run("c")), "item"),
                para("d", "step"),
                para("e", "item"),
            ),
        ),
        (
            "<ol start=4><li>a<li>b</ol><ol start=-1><li>c</ol><ol start=99999><li>d</ol>",
            (para("a", "step", 4), para("b", "step"), para("c", "step"), para("d", "step")),
        ),
        (
            "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>",
            (para("a", "step"), para("b", "step", 1), para("c", "step"), para("d", "step", 2)),
        ),
        (
            "<p>a  b</p><pre><code>if x:\n\ty  = 1\n\n  z</code></pre><ul><li>c<pre>  d\n  e\n</pre>f</ul>",
            (
                para("a b"),
                Paragraph((typed("if x:"), Break(), typed("    y  = 1"), Break(), Break(), typed("  z"))),
                Paragraph(
                    (Run("c"), Break(), typed("  d"), Break(), typed("  e"), Break(), Run("f")), "item"
                ),
            ),
        ),
        (
            "<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td><tr class=total><td>d<td>e</table>",
            (
                Table(
                    ((Run("a"),), (Run("b"),)),
                    (Row(((Run("c"),), ())), Row(((Run("d"),), (Run("e"),)), strong=True)),
                ),
            ),
        ),
        ('<table class="figures"><tr><td>a</table>', (Table((), (Row(((Run("a"),),)),), figures=True),)),
        (
            '<dl class="sums"><div><dt>a<dd>b</div><div class="total"><dt>c<dd>d</div></dl>',
            (
                Pairs(
                    (Row(((Run("a"),), (Run("b"),))), Row(((Run("c"),), (Run("d"),)), strong=True)), sums=True
                ),
            ),
        ),
        (
            '<div class="head"><p class="name">a</p><div><p>b</p><p>c</p></div></div>',
            (Beside((para("a", "name"),), (para("b"), para("c"))),),
        ),
        ('<div class="head"><p>alone</p></div>', (para("alone"),)),
        ("<p>{{ a }} &lt;b&gt; {{#if c}}</p>", (para("{{ a }} <b> {{#if c}}"),)),
    ],
)
def test_a_document_that_is_filled_in(body, expected):
    assert blocks(body) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        (
            "{{#if a}}<p>{{ a | upper }}</p>{{else}}<p>b</p>{{/if}}{{! note }}",
            (Mark("{{#if a}}"), para("{{ a | upper }}"), Mark("{{else}}"), para("b"), Mark("{{/if}}")),
        ),
        (
            "<p>{{#each a as b}}{{ b }}<br>{{/each}}</p>",
            (Paragraph((Mark("{{#each a as b}}"), Run("{{ b }}"), Break(), Mark("{{/each}}"))),),
        ),
        (
            "<table><tbody>{{#each a as b}}<tr><td>{{ b }}</td></tr>{{/each}}</tbody></table>",
            (Table((), (Mark("{{#each a as b}}"), Row(((Run("{{ b }}"),),)), Mark("{{/each}}"))),),
        ),
        (
            "<dl>{{#if a}}<div><dt>b</dt><dd>{{ a }}</dd></div>{{/if}}</dl>",
            (Pairs((Mark("{{#if a}}"), Row(((Run("b"),), (Run("{{ a }}"),))), Mark("{{/if}}"))),),
        ),
        (
            "<ul>{{#each a as b}}<li>{{ b }}</li>{{/each}}</ul>",
            (Mark("{{#each a as b}}"), para("{{ b }}", "item"), Mark("{{/each}}")),
        ),
        (
            '<ol start="4">{{#each a as b}}<li>{{ b }}</li>{{/each}}</ol>',
            (Mark("{{#each a as b}}"), para("{{ b }}", "step"), Mark("{{/each}}")),
        ),
        (
            '<p><a href="mailto:{{ a }}">{{ a }}</a></p>',
            (Paragraph((Run("{{ a }}", href="mailto:{{ a }}"),)),),
        ),
        ('<p class="{{#if a}}small{{/if}}" {{#if b}}dir="rtl"{{/if}}>c</p>', (para("c"),)),
        ("<p>&#123;{ a }} {{ b }}</p>", (para("{\u2060{ a }} {{ b }}"),)),
        ("<p>&#123;{ a | b }}</p>", (para("{\u2060{ a | b }}"),)),
        ("<p>&#xe000;7&#xe001;{{ b }}</p>", (para("{{ b }}"),)),
        ("<style>{{#if a}}</style><p>b</p>", (para("b"),)),
    ],
)
def test_a_template_keeps_its_marks(body, expected):
    assert blocks(body, marks=True) == expected


def test_the_whole_document():
    text = (
        '<html lang="{{ l }}"><head><title>a\n{{#if b}}{{ b }}{{/if}}</title></head>'
        '<body><p>c</p><p class="small foot">d</p></body></html>'
    )
    assert read(text, marks=True) == Sheet(
        "{{ l }}", "a {{#if b}}{{ b }}{{/if}}", (para("c"),), (para("d", "small"),)
    )


@pytest.mark.parametrize("text", ["", " ", "<!-- x -->", "<", "\x00", "<html>"])
def test_what_is_no_document_says_nothing(text):
    assert read(text).foot == ()
    assert read(text, marks=True).title == ""


@given(st.text(st.sampled_from("ab<>/{}#! \"'&;=pdivt"), max_size=60))
def test_nothing_fails(text):
    assert isinstance(read(text), Sheet)
    assert isinstance(read(text, marks=True), Sheet)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td"])
def test_what_is_deeper_than_any_document_says_nothing(tag):
    assert blocks(f"<{tag}>" * 5000 + "x") == ()
    assert blocks(f"<{tag}>" * 20 + "x") != ()
