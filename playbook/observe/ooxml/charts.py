"""Charts and diagrams, which are parts of their own beside what shows them."""

from __future__ import annotations

from dataclasses import replace

from playbook.handed import Wording
from playbook.observe.ooxml.drawing import Sheet, drawn, words
from playbook.observe.ooxml.names import A, local
from playbook.observe.ooxml.tally import Tally

_DRAWN = frozenset({"chart", "chartEx", "diagramDrawing"})


def charts(sheet: Sheet, tally: Tally) -> None:
    """Gather the charts and diagrams that a sheet shows."""
    for relation in sheet.relations.values():
        if relation.kind in _DRAWN and relation.target in sheet.package:
            _chart(relation.target, sheet, tally)


def _chart(path: str, sheet: Sheet, tally: Tally) -> None:
    """Its own colors and words; where it leaves its colors to Office, that is said."""
    root = sheet.package.xml(path)
    spot = replace(sheet.spot, part="@place.chart")
    drawn(root, replace(sheet, relations=sheet.package.relations(path), spot=spot), tally)
    for paragraph in root.iter(f"{A}p"):
        tally.text(Wording(words(paragraph), spot))
    series = [found for found in root.iter() if local(found.tag) == "ser"]
    if any(all(local(child.tag) != "spPr" for child in found) for found in series):
        tally.doubt("not-judged.chart", page=spot.page)
