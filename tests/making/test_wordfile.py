"""Which templates a page can make documents for text processors of."""

from __future__ import annotations

import pytest

from playbook.kinds import builtin
from playbook.making.wordfile import wordfile
from playbook.render.filters import Wording
from playbook.render.template import parse
from tests.worddocs import LOOK

LETTER = builtin()["letter"]


def parts(body):
    html = f"<html><body>{body}</body></html>"
    read = parse("letter.html", html)
    assert not read.problems
    kind = LETTER.with_templates({**LETTER.templates, "letter.html": read})
    return wordfile(kind, kind.outputs[0], LOOK, Wording())


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>{{#if body}}a{{else}}b{{/if}}</p>",
        "{{#if body}}<p>a</p>{{else}}<p>b</p>{{/if}}",
        "<table>{{#each body | lines as one}}<tr><td>{{ one }}</td></tr>{{/each}}</table>",
        "<p>{{#if brand.name}}a</p><p>{{/if}}b</p>",
    ],
)
def test_what_begins_and_ends_in_one_place_can_stay_open(body):
    assert parts(body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>{{#if body}}a</p><p>{{/if}}b</p>",
        "{{#if body}}<p>a{{/if}}</p>",
        "<p>{{#if body}}a</p><p>b{{else}}c{{/if}}</p>",
        "<dl><dt>{{#if body}}a</dt><dd>{{/if}}b</dd></dl>",
        '<div class="head"><p>{{#if body}}a</p><p>{{/if}}b</p></div>',
        "<table><tr><td>{{#if body}}a</td><td>{{/if}}b</td></tr></table>",
    ],
)
def test_what_is_torn_has_to_be_filled_in_first(body):
    assert parts(body) == ()
