"""Parts of templates: put in before reading, their mistakes told where they stand."""

from __future__ import annotations

import pytest

from playbook.render.fill import fill
from playbook.render.filters import Wording
from playbook.render.including import parse_with

FILES = {
    "head": "<p>\n",
    "foot": "{{ name }}\n</p>\n",
    "both": "{{> head }}\n-\n{{> foot }}\n",
    "wrong": "fine\n  {{ Wrong }}\n",
    "open": "{{#if a}}\n",
    "self": "x{{> self }}",
    "there": "{{> back }}\n",
    "back": "{{> there }}\n",
    "many": "{{> twice }}{{> twice }}{{> twice }}{{> twice }}{{> twice }}",
    "twice": "{{> more }}{{> more }}{{> more }}{{> more }}{{> more }}",
    "more": "{{> none }}{{> none }}{{> none }}{{> none }}{{> none }}",
    "none": "",
    "long": "x" * 120_000,
}


def part(name):
    return (f"parts/{name}.html", FILES[name]) if name in FILES else None


def read(text):
    return parse_with("kinds/a/a.html", text, part)


def told(text):
    return [(p.message, p.location.path, p.location.line, p.location.column) for p in read(text).problems]


def test_a_part_takes_the_place_of_its_line():
    assert read("a\n{{> head }}\nb\n{{> foot }}\nc").text == "a\n<p>\nb\n{{ name }}\n</p>\nc"
    assert read("a\n  {{>both}}  \nb").text == "a\n<p>\n-\n{{ name }}\n</p>\nb"
    assert read("a {{> head }} b").text == "a <p> b"
    assert fill(read("{{> both }}\n").nodes, {"name": "<"}, "html", Wording()) == "<p>\n-\n&lt;\n</p>\n"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a\n{{ Wrong }}", ("template.unknown", "kinds/a/a.html", 2, 1)),
        ("{{> head }}\n {{ Wrong }}", ("template.unknown", "kinds/a/a.html", 2, 2)),
        ("a\n{{> wrong }}\nb", ("template.unknown", "parts/wrong.html", 2, 3)),
        ("a\n{{> open }}\nb", ("template.unclosed", "parts/open.html", 1, 1)),
        ("a\n {{> missing }}", ("template.part", "kinds/a/a.html", 2, 2)),
        ("{{> self }}", ("template.part-circle", "parts/self.html", 1, 2)),
        ("{{> there }}", ("template.part-circle", "parts/back.html", 1, 1)),
        ("{{> long }}\n{{> long }}", ("template.part-long", "kinds/a/a.html", 2, 1)),
        ("{{> ../up }}", ("template.unknown", "kinds/a/a.html", 1, 1)),
    ],
)
def test_mistakes_are_told_where_they_stand(text, expected):
    assert told(text) == [expected]


def test_parts_cannot_multiply():
    assert {message for message, *_ in told("{{> many }}" * 20)} == {"template.part-long"}
