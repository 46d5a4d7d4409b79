"""What a foreign template may hold: the built-in ones pass, hostile ones are told at their place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.i18n import LANGUAGES, text
from playbook.kinds import Kind, builtin
from playbook.making.styling import is_styling, risky
from playbook.making.templates import is_made, mistakes, template
from playbook.render.fill import fill
from playbook.render.filters import Wording
from playbook.render.template import parse

KIND = Kind.model_validate(
    {
        "texts": {"en": {"name": "Badge"}},
        "fields": {
            "name": {"texts": {"en": {"label": "Name", "example": "Ana"}}},
            "link": {"type": "url", "texts": {"en": {"label": "Link"}}},
            "photo": {"type": "url", "texts": {"en": {"label": "Photo"}}},
            "shot": {"type": "url", "texts": {"en": {"label": "S", "example": "https://evil.example/a.png"}}},
            "rows": {
                "type": "list",
                "texts": {"en": {"label": "Rows"}},
                "fields": {"photo": {"type": "url", "texts": {"en": {"label": "Photo"}}}},
            },
        },
    }
)
OUTPUTS = [(kind, output) for kind in builtin().values() for output in kind.outputs]


def found(source, ending="html", kind=KIND):
    return [(p.message, p.location.line) for p in mistakes(kind, parse(f"a.{ending}", source))]


@pytest.mark.parametrize("kind, output", OUTPUTS, ids=lambda part: getattr(part, "id", "") or part.template)
def test_the_built_in_templates_pass(kind, output):
    assert is_made(kind)
    assert [(p.message, p.location) for p in mistakes(kind, template(kind, output))] == []


FINE = [
    "<p>a &lt; b &amp; {{ name }}</p>",
    "<!doctype html>\n<html lang='en'><head><title>{{ name }}</title></head><body><br/></body></html>",
    '<a href="{{ link | url }}">x</a> <a href="mailto:{{ name }}">y</a> <A HREF="https://a.example/">z</A>',
    '<a href="https://a.example/{{ name }}{{#if link}}?x{{/if}}">x</a> <a href="{{ link | url }}/1">x</a>',
    '<img src="{{ brand.logo.url | url }}" alt="{{ name }}"><img src="{{ photo | url }}" alt="">',
    '<td {{#if name}}class="a"{{else}} class="b"{{/if}} nowrap style="color:{{ brand.ink.text }}">x</td>',
    '<p style="font-family:{{ brand.font.body }};color:{{#if name}}red{{else}}rgb(1, 2, 3){{/if}}">x</p>',
    "<style>@media (max-width:600px){.a{color:{{ brand.night.ink.text }}!important}}</style>",
    '<!--[if mso]><table role="presentation"><tr><td><![endif]--><!-- a note --><!--[if !mso]><!-->',
    '<p title="a > b">x</p>',
    '<img src="data:image/png;base64,AAAA" alt="">',
]
DRAWN = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9"></svg>',
    '<linearGradient id="g"/><rect fill="url(#g)" y="{{ name }}"/><use href="#a"/>',
    '<rect fill="{{ brand.color.primary }}" transform="rotate(45)"/>',
    '<text font-size="{{ name }}">{{#each name | lines as line}}<tspan>{{ line }}</tspan>{{/each}}</text>',
    '<image href="data:image/{{ brand.mark.image }}" width="{{ brand.mark.width }}"/>',
    "<style>rect{fill:{{ brand.color.primary }}}</style>",
]


@pytest.mark.parametrize("source, ending", [(s, "html") for s in FINE] + [(s, "svg") for s in DRAWN])
def test_what_is_harmless_passes(source, ending):
    assert found(source, ending) == []


HOSTILE = {
    # Programs
    "a\n<script>alert(1)</script>": ["tag", "tag"],
    "\n<SCRIPT src='x'></SCRIPT>": ["tag", "attribute", "tag"],
    '\n<p onclick="alert(1)">x</p>': ["attribute"],
    '\n<p ONMOUSEOVER="alert(1)">x</p>': ["attribute"],
    '\n<a href="javascript:alert(1)">x</a>': ["leads"],
    '\n<a href=" java\tscript:alert(1)">x</a>': ["leads"],
    '\n<a href="&#106;avascript:alert(1)">x</a>': ["leads"],
    '\n<a href="java{{! }}script:alert(1)">x</a>': ["leads"],
    '\n<a href="java{{ name }}">x</a>': ["leads"],
    '\n<a href="data:text/html,x">x</a>': ["leads"],
    '\n<a href="vbscript:x">x</a>': ["leads"],
    '\n<a href="//evil.example/">x</a>': ["leads"],
    '\n<a href="{{ name }}">x</a>': ["address"],
    '\n<a href="{{ link | lower }}">x</a>': ["address"],
    '\n<a href="{{ link | url }}javascript:alert(1)">x</a>': ["address-part"],
    '\n<a href="{{ link | url }}{{ name }}">x</a>': ["address-part"],
    '\n<a href="{{ link | url }}{{! }}&#106;avascript:x">x</a>': ["address-part"],
    '\n<a href="{{#if name}}{{ link | url }}{{/if}}">x</a>': ["address-part"],
    '\n<a href="{{#if name}}https://a{{else}}javascript:{{/if}}x">x</a>': ["leads"],
    # Other documents, and what asks for something
    '\n<iframe src="https://evil.example"></iframe>': ["tag", "attribute", "tag"],
    '\n<object data="x"></object>': ["tag", "attribute", "tag"],
    "\n<embed>": ["tag"],
    '\n<form action="https://evil.example"><input name="a"></form>': ["tag", "attribute", "tag", "tag"],
    '\n<base href="https://evil.example">': ["tag", "attribute"],
    '\n<link rel="stylesheet" href="https://evil.example/a.css">': ["tag", "attribute"],
    '\n<meta http-equiv="refresh" content="0;url=https://evil.example">': ["attribute"],
    "\n<svg><rect/></svg>": ["tag", "tag", "tag"],
    "\n<noembed></noembed>": ["tag", "tag"],
    # What loads itself
    '\n<img src="https://evil.example/a.png">': ["leads"],
    '\n<img src="//evil.example/a.png">': ["leads"],
    '\n<img src="data:image/svg+xml;base64,AAAA">': ["leads"],
    '\n<img src="a.png" srcset="https://evil.example/a.png 2x">': ["leads", "attribute"],
    '\n<img src="{{ shot | url }}">': ["picture"],
    '\n{{#each rows as row}}<img src="{{ row.photo | url }}">{{/each}}': ["picture"],
    '\n<img src="{{ brand.logo.url | url }}//evil.example/a.png">': ["address-part"],
    '\n<img src="data:image/{{ name }}">': ["leads"],
    '\n<td background="https://evil.example/a.png">x</td>': ["attribute"],
    '\n<p style="background:url(https://evil.example)">x</p>': ["styling"],
    '\n<p style="background:u&#114;l(//evil.example)">x</p>': ["styling"],
    '\n<p style="background:&amp;#117;rl(//evil.example)">x</p>': ["styling"],
    '\n<p style="background:\\75rl(//evil.example)">x</p>': ["styling"],
    '\n<p style="background:u{{#if name}}x{{/if}}rl(//evil.example)">x</p>': ["styling"],
    '\n<p style="background:ur{{! }}l(//evil.example)">x</p>': ["styling"],
    '\n<p style="width:expression(alert(1))">x</p>': ["styling"],
    "\n<p style=\"background:image-set('//evil.example' 1x)\">x</p>": ["styling"],
    '\n<p style="color:{{ name }}">x</p>': ["styling-slot"],
    '\n<p style="color:{{ brand.name }}">x</p>': ["styling-slot"],
    "\n<style>@import '//evil.example';</style>": ["styling"],
    "\n<style>@font-face{src:local(x)}</style>": ["styling"],
    "\n<style>p{color:{{ name }}}</style>": ["styling-slot"],
    # What programs read in different ways
    "\n<p class=a>x</p>": ["unquoted"],
    "\n<p class={{ name }}>x</p>": ["unquoted"],
    "\n<p {{ name }}>x</p>": ["slot-place"],
    '\n<p {{ name }}="a">x</p>': ["slot-place", "tag-shape"],
    "\n<{{ name }}>x": ["tag-shape"],
    "\n<scr{{! }}ipt>x</script>": ["tag-shape"],
    '\n<p title="a"onclick="b">x</p>': ["tag-shape"],
    '\n<p title="<b>">x</p>': ["tag-shape"],
    '\n<p title="a>x</p>': ["tag-shape"],
    "\na < b": ["tag-shape"],
    "\n<![CDATA[x]]>": ["tag-shape"],
    "\n<?php x ?>": ["tag-shape"],
    "\n<!-- <script>alert(1)</script> -->": ["tag-shape"],
    "\n<!--> <p>x</p> -->": ["tag-shape"],
    "\n<!-- {{ name }} -->": ["slot-place"],
    "\n<!--[if mso]><script>x</script><![endif]-->": ["tag", "tag"],
    "\n<title><p>x</p></title>": ["tag-shape"],
    "\n<style>": ["tag-shape"],
    "\n<style/>": ["tag-shape"],
    # Parts that would leave something else than the whole
    '\n{{#if name}}<p title="{{/if}}<b>x</b>{{#if name}}">{{/if}}': ["tag-shape"],
    '\n<p title="{{#if name}}" {{/if}}>x</p>': ["torn"],
    '\n<p {{#if name}}title="a{{/if}}">x</p>': ["torn"],
    '\n{{#if name}}<p {{else}}<b {{/if}}class="a">x': ["tag-shape"],
    "\n{{#if name}}<style>{{/if}}p{}</style>": ["torn"],
    '\n<p title="{{#if name}}a" class="{{/if}}b">x</p>': ["torn"],
    # Letters
    "\na\x00b": ["letter"],
    "\n\ue000": ["letter"],
    # Names
    "\n{{#each rows as brand}}{{ brand.photo }}{{/each}}": ["shadow"],
    "\n{{#each rows as name}}{{ name.photo }}{{/each}}": ["shadow"],
    "\n{{ nobody }}": ["name"],
    "\n" + "{{#if name}}" * 17 + "{{/if}}" * 17: ["deep"],
    "\n" + "{{#each rows as a}}{{#each rows as b}}{{#each rows as c}}" + "{{/each}}" * 3: ["deep"],
}
HOSTILE_DRAWN = {
    "\n<script>alert(1)</script>": ["tag", "tag"],
    '\n<svg onload="alert(1)"></svg>': ["attribute"],
    "\n<foreignObject></foreignObject>": ["tag", "tag"],
    '\n<use href="https://evil.example/a.svg#x"/>': ["leads"],
    '\n<use xlink:href="data:image/svg+xml;base64,AAAA"/>': ["leads"],
    '\n<use href="{{ link | url }}"/>': ["address-part"],
    '\n<image href="https://evil.example/a.png"/>': ["leads"],
    '\n<a href="https://evil.example"><rect/></a>': ["tag", "attribute", "tag"],
    '\n<animate attributeName="href" to="javascript:x"/>': ["tag", "attribute", "attribute"],
    '\n<rect fill="url(https://evil.example/a.svg#x)"/>': ["styling"],
    '\n<rect fill="{{ name }}"/>': ["styling-slot"],
    '\n<rect filter="url(//evil.example)"/>': ["styling"],
    "\n<style>rect{fill:u&#114;l(//evil.example)}</style>": ["styling"],
    '\n<x:script xmlns:x="http://www.w3.org/2000/svg"/>': ["tag"],
    '\n<g xmlns="urn:evil"/>': ["attribute"],
    '\n<?xml-stylesheet href="https://evil.example"?>': ["tag-shape"],
    '\n<!DOCTYPE svg [<!ENTITY x "y">]>': ["tag-shape"],
    "\n<!doctype html>": ["tag-shape"],
    "\n<SCRIPT/>": ["tag"],
}
CASES = [(s, "html", m) for s, m in HOSTILE.items()] + [(s, "svg", m) for s, m in HOSTILE_DRAWN.items()]


@pytest.mark.parametrize("source, ending, messages", CASES)
def test_what_could_do_harm_is_told_at_its_line(source, ending, messages):
    assert found(source, ending) == [(f"template.{message}", 2) for message in messages]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mistake_is_worded_with_its_next_step(lang):
    for source, ending, _ in CASES:
        for problem in mistakes(KIND, parse(f"a.{ending}", source)):
            assert text(lang, problem.message, problem.facts)
            assert text(lang, problem.hint, problem.facts)


@pytest.mark.parametrize("ending", ["txt", "md", "csv", "vcf"])
def test_text_is_not_judged_for_what_only_markup_could_do(ending):
    assert found("<script> {{ name }} < >", ending) == []


def test_a_template_is_told_a_few_of_its_mistakes():
    assert len(found("<x></x>" * 500)) == 20


@pytest.mark.parametrize(
    "source",
    [
        "<" * 100_000,
        "<!--" * 50_000,
        "<p " + "a " * 50_000,
        "<p " + 'title="' * 20_000,
        "<style>" + "a(" * 50_000 + "</style>",
        "<style>" + "a" * 150_000 + "</style>",
    ],
    ids=lambda source: source[:8],
)
def test_judging_takes_no_longer_than_reading(source):
    started = process_time()
    found(source)
    assert process_time() - started < 4


@pytest.mark.parametrize(
    "path, fit",
    [
        ("brand.color.primary", True),
        ("brand.night.ink.text", True),
        ("brand.logo.ground", True),
        ("brand.logo.url", False),
        ("brand.logo.alt", False),
        ("brand.name", False),
        ("brand.legal.note", False),
        ("brand.night.name", False),
        ("name", False),
        ("line.color.primary", False),
    ],
)
def test_what_styles_take(path, fit):
    assert is_styling(tuple(path.split("."))) is fit


@pytest.mark.parametrize(
    "css", ["fill:url(#a)", "fill:url( '#a-b' )", "width:calc(1px + 2px)", "a:not(.b) > c{}"]
)
def test_styles_that_load_nothing(css):
    assert risky(css, decoded=False) == ""


@pytest.mark.parametrize(
    "css", ["uurl(#a)rl(//x)", "url(#a", "URL(//x)", "src('x')", "ürl(x)", "a:url (x);b:url(x)"]
)
def test_styles_that_could(css):
    assert risky(css, decoded=False)


PIECES = [
    "<p>", "</p>", "<p ", "<a href=", '"', "'", ">", "<", "/", " ", "=", "title=", "style=", 'class="a"',
    "https://a.example/", "javascript:x", "color:red", "url(//x)", "<script>", "</script>", "onclick=",
    "<style>", "</style>", "<title>", "</title>", "<!--", "-->", "<![endif]-->", "<!--[if mso]>", "&#106;",
    "{{#if name}}", "{{else}}", "{{/if}}", "{{ name }}", "{{ link | url }}", "{{! n }}", "\n", "<br/>", "a=",
    "<img src=", "hidden", "x",
]  # fmt: skip


class Seen(HTMLParser):
    """What another reader finds in a document."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.harm += [tag] if tag in {"script", "iframe", "object"} else []
        for name, value in attrs:
            address = re.sub(r"\s", "", value or "").lower() if name in {"href", "src"} else ""
            loads = name == "style" and "url(" in (value or "")
            if name.startswith("on") or loads or address.startswith(("javascript:", "data:text")):
                self.harm.append(name)


TOKENS = re.compile(r"\{\{.*?\}\}|<!--|-->|</?\w+|[\w:/.-]+|\s+|.", re.DOTALL)


def woven(source, changes):
    """The template with pieces put into it."""
    tokens = TOKENS.findall(source)
    for at, piece in changes:
        tokens.insert(at % (len(tokens) + 1), piece)
    return "".join(tokens)


CHANGES = st.lists(st.tuples(st.integers(0, 99), st.sampled_from(PIECES)), max_size=4)
SOURCES = st.builds(woven, st.lists(st.sampled_from(FINE), min_size=1, max_size=2).map("".join), CHANGES)


@settings(max_examples=400)
@given(SOURCES, st.booleans(), st.booleans())
def test_what_passes_makes_nothing_harmful_whatever_is_filled_in(source, named, linked):
    read = parse("a.html", source)
    if list(mistakes(KIND, read)):
        return
    values = {"name": '"><script>x</script>' if named else "", "link": "javascript:x" if linked else ""}
    seen = Seen()
    seen.feed(fill(read.nodes, values, "html", Wording()))
    seen.close()
    assert seen.harm == []
