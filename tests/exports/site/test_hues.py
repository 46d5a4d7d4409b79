"""What people call a color who do not know its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.color import Color, parse
from playbook.exports.site.hues import called
from playbook.i18n import LANGUAGES, text

SAID = {
    "black": "black",
    "gray": "gray",
    "white": "white",
    "beige": "beige",
    "saddlebrown": "brown",
    "maroon": "wine",
    "red": "red",
    "crimson": "red",
    "darkorange": "orange",
    "gold": "gold",
    "yellow": "yellow",
    "forestgreen": "green",
    "teal": "turquoise",
    "steelblue": "blue",
    "navy": "navy",
    "indigo": "purple",
    "hotpink": "pink",
}


@pytest.mark.parametrize("name, word", SAID.items())
def test_a_color_is_called_what_people_call_it(name, word):
    color = parse(name)
    assert color
    assert word in set(called(color))


part = st.floats(0, 1)


@given(part, part, part)
def test_every_color_is_called_something_in_every_language(red, green, blue):
    words = set(called(Color(red, green, blue)))
    assert 1 <= len(words) <= 5
    assert all(text(lang, f"hue.{word}") for word in words for lang in LANGUAGES)
