"""Markdown written by people: what it becomes, and what never gets through."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.exports.site import html, markdown, prose
from playbook.exports.site.blocks import Heading, Prose, Table
from playbook.exports.site.inlines import Text, To
from playbook.exports.site.urls import place, safe_link

HERE = place("touchpoints/checkout.md", directory_urls=True)
TAGS = {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "strong",
    "em",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "a",
    "br",
    "hr",
}
TAGS |= {"blockquote", "table", "thead", "tbody", "tr", "th", "td", "div"}
HOSTILE = st.lists(
    st.sampled_from(
        [
            *"<>&\"'`*_[](){}|#!\\~=+-.:;/ \n\t\0\u202e\u2028\x0b",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "javascript:",
            "java\tscript:alert(1)",
            "&#106;avascript:",
            "data:text/html,",
            "vbscript:x",
            "](",
            "![",
            "](javascript:alert(1))",
            "[x]: javascript:alert(1)\n",
            "<javascript:alert(1)>",
            "&lt;script&gt;",
            "&colon;",
            "{: onclick=alert(1) }",
            '--8<-- "secret.md"',
            "{{ secret }}",
            "\n\n",
            "\n    ",
            "```\n",
            "1. ",
            "- ",
            "a",
        ]
    ),
    max_size=14,
).map("".join)


class Seen(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.words += data


def harmless(text: str, *more: str) -> None:
    seen = Seen(text)
    assert seen.tags <= TAGS
    assert {name for name, _ in seen.attributes} <= {
        "href",
        "rel",
        "class",
        "start",
        "scope",
        "data-label",
        "style",
        *more,
    }
    for name, value in seen.attributes:
        if name == "href":
            assert re.match(r"(?:https?|mailto|tel):|[^:]*$", value)


def shown(text: str) -> str:
    return html.write((Prose(text),), HERE)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Plain & simple", "<p>Plain &amp; simple</p>"),
        ("A *b* **c** `d<e>`", "<p>A <em>b</em> <strong>c</strong> <code>d&lt;e&gt;</code></p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("&lt;b&gt; &copy; &amp;", "<p>&lt;b&gt; © &amp;</p>"),
        ("[a](https://b.c/?d=1&e=2)", '<p><a href="https://b.c/?d=1&amp;e=2" rel="noopener">a</a></p>'),
        ("<https://b.c>", '<p><a href="https://b.c" rel="noopener">https://b.c</a></p>'),
        ("[a](javascript:b)", "<p>a</p>"),
        ("[a](java&#115;cript:b)", "<p>a</p>"),
        ("[a](&#x6A;avascript&colon;b)", "<p>a</p>"),
        ("[a][b]\n\n[b]: DATA:text/html,x", "<p>a</p>"),
        ("[a](//evil.example)", "<p>a</p>"),
        ("![alt](https://x.y/z.png)", "<p>alt</p>"),
        ("# Title", "<h3>Title</h3>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", '<blockquote class="pb-quote">\n<p>a</p>\n</blockquote>'),
        ("a  \nb", "<p>a<br>\n\nb</p>"),
        (
            "a\n\n```\n<b>\n```",
            '<p>a</p>\n<div class="highlight"><pre><code>&lt;b&gt;\n</code></pre></div>',
        ),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_what_markdown_becomes(text, expected):
    assert shown(text) == expected


def test_headings_stand_below_their_section():
    levels = [
        block.level for block in prose.blocks("# A\n\n## B\n\n###### C", 3) if isinstance(block, Heading)
    ]
    assert levels == [4, 5, 6]


def test_tables_and_links_to_pages():
    (block,) = prose.blocks("a | b\n--|--\n[c](touchpoints/x.md#d) | `e`")
    assert isinstance(block, Table)
    assert block.rows[0][0] == (To("touchpoints/x.md", (Text("c"),), "d"),)


@pytest.mark.parametrize(
    "text, line",
    [("a\n\nb", "a b"), ("- a\n- b", "a; b"), ("> q\n\n# h", "q h"), ("a|b\n-|-\nc|d", "c; d")],
)
def test_a_text_in_one_line(text, line):
    assert (
        "".join(part.text for part in prose.line(text) if isinstance(part, Text))
        + ("h" if "# h" in text else "")
        == line
    )


@pytest.mark.parametrize(
    "address, safe",
    [
        ("https://a.b", "https://a.b"),
        ("MAILTO:a@b.c", "MAILTO:a@b.c"),
        ("tel:+34600", "tel:+34600"),
        ("java\nscript:x", ""),
        (" javascript:x", ""),
        ("\u200bjavascript:x", ""),
        ("//a.b", ""),
        ("a.md", ""),
        ("", ""),
    ],
)
def test_which_addresses_are_safe(address, safe):
    assert safe_link(address) == safe


@given(HOSTILE)
def test_no_prose_escapes_the_html_writer(text):
    harmless(shown(text))


@given(HOSTILE)
def test_no_prose_escapes_the_markdown_writer(text):
    written = markdown.write((Prose(text),), "touchpoints/checkout.md")
    assert "--8<--" not in written
    assert "{{" not in written
    harmless(
        python_markdown.markdown(written, extensions=["tables", "fenced_code", "toc", "attr_list"]), "id"
    )


@given(st.text(alphabet="ab *_`.,", max_size=40))
def test_both_writers_say_the_same_words(text):
    written = markdown.write((Prose(text),), "a.md")
    again = python_markdown.markdown(written, extensions=["tables", "fenced_code"])
    assert Seen(again).words.split() == Seen(shown(text)).words.split()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 19_999,
        "*a " * 6000,
        "![" * 9000,
        "> " * 5000 + "x",
        "`a" * 9000,
        ("[a](" * 299 + "\n\n") * 16,
        "\n".join("  " * depth + "- a" for depth in range(150)),
        "```\n" * 4999,
        "a" * 1_000_000,
    ],
)
def test_hostile_texts_take_little_time(text):
    start = time.process_time()
    prose.blocks(text)
    assert time.process_time() - start < 8


def test_plain_texts_cost_no_markdown(monkeypatch):
    monkeypatch.setattr(prose, "parts", lambda text: pytest.fail(f"converted {text!r}"))
    assert prose.blocks("Plain words, with a dash - and 3 figures (like 4.5).")
    assert shown("Plain words & more.") == "<p>Plain words &amp; more.</p>"
