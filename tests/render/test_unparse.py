"""A template written again is the template."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.render.template import Each, If, Slot, parse
from playbook.render.unparse import unparsed

PIECES = st.sampled_from(
    [
        "words {",
        "{{ a }}",
        "{{ a.b | lines | number:2 }}",
        "{{#if a}}x{{/if}}",
        "{{#if not a.b}}x{{else}}{{ c }}{{/if}}",
        "{{#each a | lines as b}}{{ b }} {{/each}}",
    ]
)


def bare(nodes):
    """The nodes without where they stood."""
    return tuple(map(_bare, nodes))


def _bare(node):
    if isinstance(node, Slot):
        return replace(node, offset=0)
    if isinstance(node, If):
        return replace(node, offset=0, then=bare(node.then), otherwise=bare(node.otherwise))
    return replace(node, offset=0, body=bare(node.body)) if isinstance(node, Each) else node


@given(st.lists(PIECES, max_size=6).map("".join))
def test_it_is_read_as_it_was(text):
    nodes = parse("t", text).nodes
    assert bare(parse("t", unparsed(nodes)).nodes) == bare(nodes)


@pytest.mark.parametrize("text", ["{{ a }}", "{{{ a }}}", "{{#if x}}"])
def test_words_that_look_like_marks_become_none(text):
    [node] = parse("t", unparsed((text,))).nodes
    assert "{{" not in str(node)
