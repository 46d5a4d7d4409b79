"""What is wrong in the cells of a table, told a line each."""

from __future__ import annotations

from collections.abc import Iterable

import click

from playbook.diagnostics import Fact
from playbook.i18n import text
from playbook.scaffold.table import CellProblem


def tell_cells(problems: Iterable[CellProblem], lang: str) -> None:
    """Print what is wrong at row and column, and that nothing was written."""
    for cell in problems:
        click.echo(_worded(cell, lang), err=True)
    click.echo(text(lang, "csv.none-written"), err=True)


def _worded(cell: CellProblem, lang: str) -> str:
    facts: dict[str, Fact] = {
        "path": cell.problem.location.path,
        "row": cell.row,
        "column": cell.column,
        "message": text(lang, cell.problem.message, cell.problem.facts),
    }
    return text(lang, "csv.cell", facts)
