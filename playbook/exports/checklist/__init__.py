"""The checklist to take along: to print and fill in with a pen, to edit as Markdown, to sort as a table.

The empty journeys of the method come with it where there is room for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from playbook.artifact import Artifact
from playbook.blanks import blanks
from playbook.checklist import Checklist, checklist
from playbook.choices import Visibility
from playbook.exports.checklist.as_csv import as_csv
from playbook.exports.checklist.as_markdown import as_markdown
from playbook.exports.checklist.as_pdf import as_pdf
from playbook.making.look import look
from playbook.making.picture import logo, mark
from playbook.model import Playbook
from playbook.published import Read
from playbook.render.brand_view import elements
from playbook.render.look import Look
from playbook.usual import sector_of

__all__ = ["ENDINGS", "export"]

ENDINGS = (".md", ".csv", ".pdf")
NAME = "checklist"


def export(playbook: Playbook, read: Read, lang: str, ending: str, paper: str) -> tuple[Artifact, ...]:
    """The file of an ending; of none, Markdown.

    Raises:
        MissingExtra: without the typesetter, for `.pdf`.
    """
    listed, sheets = _shown(playbook, lang), blanks(playbook, lang)
    name = playbook.brand.name
    makers: Mapping[str, Callable[[], str | bytes]] = {
        ".md": lambda: as_markdown(listed, sheets, name, lang),
        ".csv": lambda: as_csv(listed, lang),
        ".pdf": lambda: as_pdf(listed, sheets, _look(playbook, read), lang, paper),
    }
    ending = ending or ENDINGS[0]
    return (Artifact(f"{NAME}{ending}", makers[ending]()),)


def _shown(playbook: Playbook, lang: str) -> Checklist:
    """The list. Others than the owners get it less the catalog: what they may not see would look lacking."""
    listed = checklist(playbook, lang)
    inside, plain = playbook.edition is Visibility.INTERNAL, sector_of(playbook) is None
    sections = (
        replace(
            section,
            rows=tuple(
                replace(row, usual=row.usual and not plain) for row in section.rows if inside or row.ours
            ),
        )
        for section in listed.sections
    )
    return replace(listed, sections=tuple(section for section in sections if section.rows))


def _look(playbook: Playbook, read: Read) -> Look:
    brand = playbook.brand
    return look(brand, elements(brand, logo(brand, read), mark(brand, read)), read)
