from __future__ import annotations

import pytest

from playbook.choices import Visibility
from playbook.loader import load


@pytest.mark.parametrize(
    "text, title, visibility",
    [
        ("# Guide\n", "Guide", "public"),
        ("---\ntitle: Our guide\nvisibility: partner\n---\n# Guide\n", "Our guide", "partner"),
        ("---\ntitle: x\n---\nNo heading\n", "x", "public"),
        ("No heading\n", "Page one", "public"),
        ("---\nvisibility: secret\n---\n# Guide\n", "Guide", "internal"),
        ('---\ntitle: "x\nvisibility: public\n---\n# Guide\n', "Guide", "internal"),
        ("---\r\nvisibility: internal\r\n---\r\n# Guide\r\n", "Guide", "internal"),
    ],
)
def test_front_matter_says_what_a_page_is_called_and_who_may_see_it(text, title, visibility, project):
    page = load(project({"content/page-one.md": text.encode()})).playbook.pages["page-one.md"]
    assert (page.title, page.visibility) == (title, Visibility(visibility))
