"""Templates that would never end, or fill the memory, are given up before they are filled in."""

from __future__ import annotations

import pytest

from playbook.kinds import Kind
from playbook.making import make
from playbook.making.bounds import too_long
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.template import parse

LINES = "a\n" * 5_000
CASES = [
    ("{{ note }}", False),
    ("{{#each note | lines as line}}{{ line }}{{/each}}", False),
    ("{{#each note | lines as a}}{{#each note | lines as b}}{{/each}}{{/each}}", True),
    ("{{#if no}}{{#each note | lines as a}}{{#each note | lines as b}}x{{/each}}{{/each}}{{/if}}", True),
    ("{{#each note | lines as line}}" + "x" * 500 + "{{/each}}", True),
    ("{{#each none as line}}" + "x" * 500 + "{{/each}}", False),
    ("{{ note }}" * 1_000, True),
]


@pytest.mark.parametrize("source, long", CASES)
def test_what_takes_too_long_is_known_before(source, long):
    assert too_long(parse("a.txt", source).nodes, {"note": LINES}, Wording()) is long


def test_such_a_piece_is_not_made():
    kind = Kind.model_validate(
        {
            "texts": {"en": {"name": "A"}},
            "fields": {"note": {"texts": {"en": {"label": "Note"}}}},
            "outputs": [{"template": "a.txt", "texts": {"en": "A"}}],
        }
    ).with_templates({"a.txt": parse("a.txt", CASES[2][0])})
    assert make(kind, {}, {"note": "a"}, Wording()).files[0].content == ""
    with pytest.raises(TooLong):
        make(kind, {}, {"note": LINES}, Wording())
