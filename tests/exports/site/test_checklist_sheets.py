"""A long checklist comes on several pages; nothing of it is lost between them."""

from __future__ import annotations

import re

import playbook
from playbook.checklist import checklist
from playbook.exports.site.build import written
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.checklist import SHEET, checklist_page
from playbook.exports.site.view import View


def pages(project, touchpoints):
    """The checklist's pages by path, and the ids of all that is to be ticked."""
    item = "name: T\nstage: awareness\n"
    root = project({f"content/touchpoints/t{at}.yml": item for at in range(touchpoints)})
    book = playbook.load(root).playbook
    found = checklist(book, "en")
    ids = [f"t:{row.id}" if row.ours else f"c:{row.id}" for row in found.rows]
    options = SiteOptions(edition="internal")
    return {d.path: written(d, options).body for d in checklist_page(View(book, options))}, ids


def test_a_short_one_is_one_page(project):
    found, ids = pages(project, 3)
    assert list(found) == ["plan/checklist.md"]
    assert "data-from" not in found["plan/checklist.md"]
    assert set(ids) <= set(re.findall(r'data-id="([^"]+)"', found["plan/checklist.md"]))


def test_a_long_one_has_every_line_once(project):
    found, ids = pages(project, SHEET + 20)
    first, *sheets = found
    assert sheets == [f"plan/checklist/{at}.md" for at in range(1, len(sheets) + 1)]
    assert len(sheets) > 1
    assert [found[first].count(f"checklist/{at}/") for at in range(1, len(sheets) + 1)] == [1] * len(sheets)
    shown = re.findall(r'data-id="([^"/]+)"', "".join(found[path] for path in sheets))
    assert sorted(shown) == sorted(ids)
    assert all(len(re.findall("data-id", found[path])) < SHEET + 20 for path in sheets)
    assert all("data-from" in found[path] for path in sheets)
