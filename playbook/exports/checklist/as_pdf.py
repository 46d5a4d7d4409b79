"""The checklist on paper: what the typesetter's template reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from playbook.blanks import FEELS, PAIN, SHORT, Blank
from playbook.checklist import Checklist, Part, Row, Section
from playbook.choices import Tick
from playbook.i18n import text
from playbook.render.look import Look
from playbook.render.pdf import worksheet

_WORDS = (
    *("title", "lead", "done-by", "done-on", "name", "who", "note", "also", "loose"),
    *("from-usual", "from-unusual", "following", "conclusions", "goals", "goal", "due", "next"),
)


def as_pdf(listed: Checklist, sheets: Sequence[Blank], look: Look, lang: str, paper: str) -> bytes:
    """The pages: by stage, then lines for what follows from it, then an empty journey a page.

    Raises:
        MissingExtra: without the typesetter.
    """
    words = {name.replace("-", "_"): text(lang, f"worksheet.{name}") for name in _WORDS}
    words |= {str(tick).replace("-", "_"): text(lang, f"tick.{tick}") for tick in Tick}
    words["page"] = text(lang, "pdf.page", {"page": "{page}", "pages": "{pages}"})
    told = {
        "brand": look.brand["name"],
        "words": words,
        "sections": [_section(section) for section in listed.sections],
        "loose": [_part(part) for part in listed.loose],
        "journeys": [_journey(sheet, lang) for sheet in sheets],
    }
    return worksheet(told, look, lang, paper).content


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "who": section.who, "groups": list(_groups(section.rows))}


def _groups(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Our own touchpoints, then those of the catalog: what is usual in the sector, and what is not."""
    for ours, usual in ((True, False), (False, True), (False, False)):
        group = [row for row in rows if row.ours is ours and (ours or row.usual is usual)]
        if group:
            yield {"ours": ours, "usual": usual, "rows": [_row(row) for row in group]}


def _row(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "owner": row.owner,
        "also": ", ".join(row.also),
        **_ticks(row.tick),
        "parts": [_part(part) for part in row.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"name": part.name, "kind": part.kind if part.kind != part.name else "", **_ticks(part.tick)}


def _ticks(tick: Tick) -> dict[str, bool]:
    return {"have": tick == Tick.HAVE, "weak": tick == Tick.NEEDS_WORK}


def _journey(sheet: Blank, lang: str) -> dict[str, Any]:
    return {
        "title": text(lang, "blank.title", {"name": sheet.title}),
        "summary": sheet.summary,
        "head": list(sheet.head),
        "phases": list(sheet.phases),
        "rows": [
            {"asked": asked, "feels": row == FEELS, "pain": row == PAIN, "short": row in SHORT}
            for row, asked in sheet.rows
        ],
        "feelings": list(sheet.feelings),
        "effects": list(sheet.effects),
    }
