"""Anchors of the method's pages: ids that people made up reach no attribute as they are."""

from __future__ import annotations

import re

import playbook
from playbook.exports.site.blocks import Filtered, Group, Heading
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.blanks import blanks_page
from playbook.exports.site.pages.checklist import checklist_page
from playbook.exports.site.pages.plan import goals_page
from playbook.exports.site.view import View

ID = "\"'><img src=x onerror=pwned()>"
SETTINGS = f"""
    audiences: {{{ID!r}: Others}}
    stages: {{{ID!r}: {{name: Sometime, phase: before}}}}
    products: {{{ID!r}: Things}}
    """.replace("\\'", "''")


def test_an_id_is_no_markup(project):
    touchpoint = f"name: A\nstage: {ID!r}\naudience: {ID!r}\nmetrics: [{{kpi: sales}}]\n".replace("\\'", "''")
    root = project({"content/playbook.yml": SETTINGS, "content/touchpoints/a.yml": touchpoint})
    view = View(playbook.load(root).playbook, SiteOptions())
    drafts = [*checklist_page(view), *blanks_page(view), *goals_page(view)]
    blocks = [block for draft in drafts for block in draft.blocks]
    blocks += [inner for block in blocks if isinstance(block, Filtered | Group) for inner in block.blocks]
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    assert any("img" in anchor for anchor in anchors if not anchor.startswith("journey-"))
    assert any("img" in anchor for anchor in anchors if anchor.startswith("journey-"))
    assert any("img" in anchor for anchor in anchors if anchor.startswith("metrics-"))
    assert [anchor for anchor in anchors if not re.fullmatch(r"[a-z0-9-]+", anchor)] == []
