"""The checklist as a table: a row for each touchpoint and piece, with cells to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checklist import Checklist, Part, Row, Section
from playbook.choices import Tick
from playbook.i18n import text
from playbook.sheets import sheet

COLUMNS = ("audience", "stage", "touchpoint", "piece", "kind", "source", "tick", "owner", "note")


def as_csv(listed: Checklist, lang: str) -> str:
    """The table, headed in the language."""
    heads = {name: text(lang, f"worksheet.column-{name}") for name in COLUMNS}
    rows = ({heads[name]: cell for name, cell in row.items()} for row in _rows(listed, lang))
    return sheet(list(heads.values()), rows, lang)


def _rows(listed: Checklist, lang: str) -> Iterator[dict[str, str]]:
    for section in listed.sections:
        for row in section.rows:
            yield from _row(section, row, lang)
    for part in listed.loose:
        yield {"source": text(lang, "worksheet.ours"), **_part(part, lang)}


def _row(section: Section, row: Row, lang: str) -> Iterator[dict[str, str]]:
    source = "ours" if row.ours else "usual" if row.usual else "unusual"
    place = {
        "audience": section.who,
        "stage": section.title,
        "touchpoint": row.name,
        "source": text(lang, f"worksheet.{source}"),
        "owner": row.owner,
    }
    yield {**place, "tick": _tick(row.tick, lang)}
    yield from ({**place, **_part(part, lang)} for part in row.parts)


def _part(part: Part, lang: str) -> dict[str, str]:
    return {"piece": part.name, "kind": part.kind, "tick": _tick(part.tick, lang)}


def _tick(tick: Tick, lang: str) -> str:
    return text(lang, f"tick.{tick}")
