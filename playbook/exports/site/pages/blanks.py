"""Empty journeys to print and fill in by hand, a sheet for each group of products."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.blanks import blanks
from playbook.exports.site.blocks import Block, Draft, Group, Heading, Para
from playbook.exports.site.inlines import Code
from playbook.exports.site.names import words
from playbook.exports.site.showing import Printer
from playbook.exports.site.view import View, slug

PATH = "plan/journey-templates.md"
_COMMAND = "brand-playbook export checklist -o checklist.pdf"


def blanks_page(view: View) -> Iterator[Draft]:
    """The page, for the internal edition only."""
    if view.internal:
        yield Draft(PATH, view.t("site.blanks.title"), tuple(_blocks(view)))


def _blocks(view: View) -> Iterator[Block]:
    yield Para(words(view.t("site.blanks.lead")), "lead")
    yield Para((*words(f"{view.t('site.blanks.how')} "), Code(_COMMAND)), "quiet")
    yield Group("print", (Printer(view.t("site.blanks.print")),))
    for blank in blanks(view.playbook, view.options.lang):
        summary = (Para(words(blank.summary), "quiet"),) if blank.summary else ()
        heading = Heading(2, view.t("blank.title", name=blank.title), f"journey-{slug(blank.id)}")
        yield Group("blank", (heading, *summary, blank))
