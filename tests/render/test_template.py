"""The language of templates: what it reads, what it refuses, and that nothing of it is lost."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.render.fill import LONGEST, TooLong, fill, settle
from playbook.render.filters import Wording
from playbook.render.template import parse

WORDING = Wording()
VALUES = {
    "name": "Ana & Co",
    "empty": "",
    "no": False,
    "zero": "0",
    "lines": [{"text": "one", "price": "2"}, {"text": "two"}],
    "brand": {"color": {"primary": "#561B3F"}},
}

TEXTS = {
    "{{ name }}": "Ana &amp; Co",
    "{{name}}": "Ana &amp; Co",
    "{{ name | upper }}": "ANA &amp; CO",
    "{{ name|upper|lower }}": "ana &amp; co",
    "{{ brand.color.primary }}": "#561B3F",
    "{{ nothing.here }}|": "|",
    "{{ name.first }}|": "|",
    "{{#if name}}yes{{else}}no{{/if}}": "yes",
    "{{#if empty}}yes{{else}}no{{/if}}": "no",
    "{{#if no}}yes{{/if}}": "",
    "{{#if zero}}yes{{/if}}": "yes",
    "{{#if not empty}}none{{/if}}": "none",
    "{{#each lines as line}}[{{ line.text }}{{#if line.price}}: {{ line.price | money }}{{/if}}]{{/each}}": (
        "[one: €2.00][two]"
    ),
    "{{#each name | lines as line}}<{{ line }}>{{/each}}": "<Ana &amp; Co>",
    "a{{! a note }}b": "ab",
    "a\n{{#if name}}\nb\n{{/if}}\nc\n": "a\nb\nc\n",
    "a\n  {{! alone }}  \nb": "a\nb",
    "{ {name} }} {": "{ {name} }} {",
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_template_says(text):
    read = parse("a.html", text)
    assert read.problems == ()
    assert fill(read.nodes, VALUES, "html", WORDING) == TEXTS[text]


MISTAKES = {
    "{{#if a}}x": ("template.unclosed", 1, 1),
    "x\n {{#each a as b}}": ("template.unclosed", 2, 2),
    "{{/if}}": ("template.stray", 1, 1),
    "{{else}}": ("template.stray", 1, 1),
    "{{#each a as b}}{{else}}{{/each}}": ("template.stray", 1, 17),
    "{{#if a}}{{else}}{{else}}{{/if}}": ("template.stray", 1, 18),
    "{{#if a}}{{/each}}{{/if}}": ("template.stray", 1, 10),
    "{{ Name }}": ("template.unknown", 1, 1),
    "{{ name + 1 }}": ("template.unknown", 1, 1),
    "{{ name.__class__ }}": ("template.unknown", 1, 1),
    "{{ range(9) }}": ("template.unknown", 1, 1),
    "{{}}": ("template.unknown", 1, 1),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_what_a_template_may_not_say(text):
    read = parse("a.html", text)
    found = [(p.message, p.location.line, p.location.column) for p in read.problems]
    assert found[0] == MISTAKES[text]
    assert read.nodes == ()


@given(st.text(alphabet="{}#/!|. \nabif else" + string.ascii_lowercase, max_size=60))
def test_any_text_is_read(text):
    read = parse("a.txt", text)
    assert bool(read.problems) or isinstance(fill(read.nodes, VALUES, "txt", WORDING), str)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_settled_first_comes_out_the_same(text):
    """The page's script gets the template with the brand in it already."""
    nodes = parse("a.html", text).nodes
    later = {name: value for name, value in VALUES.items() if name != "brand"}
    settled = settle(nodes, {"brand": VALUES["brand"]}, "html", WORDING)
    assert fill(settled, later, "html", WORDING) == TEXTS[text]
    assert "brand" not in str(settled)


def test_a_template_cannot_run_away():
    nodes = parse("a.txt", "{{#each a as b}}{{#each a as c}}{{ long }}{{/each}}{{/each}}").nodes
    with pytest.raises(TooLong):
        fill(nodes, {"a": ["x"] * 500, "long": "y" * (LONGEST // 1000)}, "txt", WORDING)


ESCAPED = {
    "html": "&lt;a href=&#x27;x&#x27;&gt; &amp; &quot;b&quot;; =1,2\n#*",
    "txt": "<a href='x'> & \"b\"; =1,2\n#*",
    "md": "\\<a href='x'\\> & \"b\"; =1,2\n\\#\\*",
    "vcf": "<a href='x'> & \"b\"\\; =1\\,2\\n#*",
    "csv": '"<a href=\'x\'> & ""b""; =1,2\n#*"',
}


@pytest.mark.parametrize("ending", ESCAPED)
def test_values_are_escaped_for_the_format(ending):
    value = "<a href='x'> & \"b\"; =1,2\n#*"
    assert fill(parse("a", "{{ v }}").nodes, {"v": value}, ending, WORDING) == ESCAPED[ending]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_cell_is_no_formula(value):
    assert fill(parse("a", "{{ v }}").nodes, {"v": value}, "csv", WORDING).startswith("\"'")
