"""The first page of the section that leads from a list to a plan."""

from __future__ import annotations

import re

import pytest

import playbook
from playbook.exports.site.blocks import Heading
from playbook.exports.site.build import written
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.method import method_page
from playbook.exports.site.view import View

TITLES = {"index.md": "Home", "goals.md": "Goals", "plan/network.md": "Network", "plan/own.md": "Own"}


@pytest.mark.parametrize("lang, first", [("en", "1. Tick what there is"), ("es", "1. Marcar lo que hay")])
def test_the_steps_lead_to_the_pages_there_are(project, lang, first):
    (page,) = method_page(View(playbook.load(project({})).playbook, SiteOptions(lang=lang)), TITLES)
    heads = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert heads[0] == first
    assert len(heads) == 6
    shown = written(page, SiteOptions()).body
    assert re.findall(r'<li><a href="(.*?)"', shown) == ["../plan/network/", "../goals/"]


def test_without_such_pages_there_is_none(project):
    view = View(playbook.load(project({})).playbook, SiteOptions())
    assert not list(method_page(view, {"goals.md": "Goals"}))
