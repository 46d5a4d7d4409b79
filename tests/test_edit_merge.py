"""From one value to another: what is equal stays as it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.edit.merge import merge
from playbook.source import read

TEXT = """\
# Kept.
name: Shop  # the one in town
channel:
  - web  # since 2019
  - shop
value: {need: "A fridge", cost: time}
summary: >-
  Folded
  text.
"""


def held(text: str) -> Any:
    return read("", text.encode()).data


DATA = held(TEXT)


@pytest.mark.parametrize(
    "key, new, before, after",
    [
        ("name", "Store", "name: Shop  #", "name: Store  #"),
        ("channel", ["web", "shop", "email"], "  - shop\n", "  - shop\n  - email\n"),
        ("channel", ["web", "event"], "  - shop\n", "  - event\n"),
        ("channel", ["web"], "  - shop\n", ""),
        ("channel", ["shop"], "  - web  # since 2019\n", ""),
        ("value", {"need": "A fridge"}, ", cost: time", ""),
        ("value", {"need": "A fridge", "cost": "money"}, "cost: time", "cost: money"),
        ("value", {"need": "A fridge", "cost": "time", "benefit": "rest"}, "time}", "time, benefit: rest}"),
        ("value", None, 'value: {need: "A fridge", cost: time}\n', ""),
        ("owner", "shop-lead", "  text.\n", "  text.\nowner: shop-lead\n"),
    ],
)
def test_only_what_differs_is_written(key, new, before, after):
    assert TEXT.count(before) == 1
    assert merge(TEXT, (key,), DATA.get(key), new) == TEXT.replace(before, after)


def test_an_entry_between_others_writes_the_list_anew():
    made = merge(TEXT, ("channel",), DATA["channel"], ["web", "email", "shop"])
    assert held(made) == {**DATA, "channel": ["web", "email", "shop"]}


words = st.text("ab:# -'\"", min_size=1, max_size=6)
values = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)


@settings(max_examples=60)
@given(values, values)
def test_whatever_it_was_it_becomes_the_new(old, new):
    text = merge("a: x\nkey: y\n# end\n", ("key",), "y", old)
    before = held(text)["key"]
    made = merge(text, ("key",), before, new)
    assert held(made) == {"a": "x", "key": new}
    assert made.endswith("# end\n")
