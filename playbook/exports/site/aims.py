"""What is to be reached: indicators with how they stand, and objectives with their key results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.exports.site.blocks import Block, Items, Table
from playbook.exports.site.cells import label
from playbook.exports.site.inlines import Inlines
from playbook.exports.site.measuring import state
from playbook.exports.site.names import words
from playbook.exports.site.parts import fact, lines, meta, table, told
from playbook.exports.site.view import View
from playbook.measures import standing
from playbook.model.parts import Metric, Objective


def metrics(view: View, measured: Sequence[Metric]) -> Iterator[Block]:
    """Indicators to compare, each with how it stands where its value is known."""
    names = ("kpi", "stage", "target", "current", "measured", "priority", "better")
    for block in table(view, measured, names, ("target", "current")):
        yield _judged(view, block, measured) if isinstance(block, Table) else block


def _judged(view: View, block: Table, measured: Sequence[Metric]) -> Table:
    """The table with how each indicator stands; not where the readers are told no values."""
    if not any(metric.current for metric in measured):
        return block
    states = (
        (*row, state(view, standing(view.playbook, m))) for row, m in zip(block.rows, measured, strict=True)
    )
    return replace(block, head=(*block.head, view.t("metrics.state")), rows=tuple(states))


def objectives(view: View, aims: Sequence[Objective]) -> Iterator[Block]:
    """Objectives, each with its key results."""
    entries = []
    for aim in aims:
        parts = (
            told(view, aim.objective),
            lines(aim.key_results),
            meta(_progress(view, aim), fact(view, aim, "owner"), fact(view, aim, "due")),
        )
        entries.append(tuple(block for part in parts for block in part))
    if entries:
        yield Items(tuple(entries), style="entries")


def _progress(view: View, aim: Objective) -> Inlines:
    if aim.progress is None:
        return ()
    said = label(view, aim, "progress")
    return words(view.t("metrics.percent", label=said, value=aim.progress))
