"""The way from a list of touchpoints to a plan: its steps in order, each with the pages that help with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.exports.site.blocks import Block, Draft, Heading, Items, Para, Plain
from playbook.exports.site.inlines import To
from playbook.exports.site.names import words
from playbook.exports.site.pages.compare import compare_path
from playbook.exports.site.view import View

FOLDER = "plan"
"""Where the pages of the method lie; they make up a section of the navigation."""

COMPARED = "journeys/compare.md"
"""Stands for the page that lays journeys side by side, wherever that is."""

_STEPS = {
    "have": (f"{FOLDER}/checklist.md", "catalog/index.md"),
    "journeys": ("journeys/index.md", COMPARED, f"{FOLDER}/journey-templates.md"),
    "gaps": (f"{FOLDER}/coverage.md", f"{FOLDER}/network.md"),
    "judge": (f"{FOLDER}/review.md",),
    "decide": ("goals.md", f"{FOLDER}/rebrand.md"),
    "act": (f"{FOLDER}/actions.md", "checks/index.md"),
}
"""The steps, and the pages that each is done on, where the playbook has them."""

_ELSEWHERE = ("journeys/", "checks/")
PAGES = tuple(path for paths in _STEPS.values() for path in paths if not path.startswith(_ELSEWHERE))
"""What stands in this section of the navigation, in the order of the steps."""


def method_page(view: View, titles: Mapping[str, str]) -> Iterator[Draft]:
    """The first page of the section, if it has others; `titles` are those of all pages by their paths."""
    if any(path.startswith(f"{FOLDER}/") for path in titles):
        lead = Para(words(view.t("site.method.lead")), "lead")
        yield Draft(f"{FOLDER}/index.md", view.t("site.method.title"), (lead, *_steps(view, titles)))


def _steps(view: View, titles: Mapping[str, str]) -> Iterator[Block]:
    compared = compare_path(view)
    for at, (step, paths) in enumerate(_STEPS.items(), 1):
        yield Heading(2, f"{at}. {view.t(f'site.method.{step}.title')}", f"step-{at}")
        yield Para(words(view.t(f"site.method.{step}.text")))
        named = (compared if path == COMPARED else path for path in paths)
        links = tuple((Plain((To(path, words(titles[path])),)),) for path in named if path in titles)
        if links:
            yield Items(links)
