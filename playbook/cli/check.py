"""`brand-playbook check`: everything that is wrong with a project."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

import playbook
from playbook import report
from playbook.cli.common import FOUND, lang_option, language, project_option, root
from playbook.diagnostics import Diagnostic, Severity

NEVER = "never"
_MOST_BYTES = 8 * 1024 * 1024


@click.command("check")
@project_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(report.REPORTS)),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", NEVER]),
    default="error",
    show_default=True,
    help="The mildest finding that makes the command exit with 1. What depends on today's date does not.",
)
@click.option(
    "--today",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that dated findings reckon from, such as 2026-11-21; by default today.",
)
@lang_option
@click.pass_context
def command(  # noqa: PLR0917 - click hands an option over as a parameter
    ctx: click.Context,
    project: Path | None,
    kind: str,
    fail_on: str,
    today: datetime | None,
    lang: str | None,
) -> None:
    """Check the whole project: its files, the brand, touchpoints, pieces and texts.

    Exits with 0 if nothing is found at or above --fail-on, with 1 if something is, and with 2 if the
    project cannot be read. `brand-playbook explain RULE` tells more about a finding.
    """
    gc.disable()  # what it would look for goes with the process, which is short
    loaded = playbook.load(root(project))
    spoken = language(lang, loaded.playbook.settings.language)
    found = playbook.check(loaded, today.date() if today else None)
    click.echo(_report(kind)(found, lambda path: _source(loaded.root, path), spoken))
    _summarize(kind, found, spoken)
    if fails(found, fail_on):
        ctx.exit(FOUND)


def fails(found: Sequence[Diagnostic], fail_on: str) -> bool:
    """Whether there is a finding that counts; dated ones do not."""
    if fail_on == NEVER:
        return False
    limit = Severity(fail_on).rank
    return any(diagnostic.severity.rank <= limit and not diagnostic.dated for diagnostic in found)


def _report(kind: str) -> report.Report:
    """The report by its name; colors for people at a terminal who did not turn them off."""
    colors = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return report.in_color if kind == "text" and colors else report.REPORTS[kind]


def _source(folder: Path, path: str) -> str:
    """The text of a project file that a finding is about, as far as it can be shown."""
    file = folder / path
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
        if not inside or not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return ""
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ""


def _summarize(kind: str, found: Sequence[Diagnostic], lang: str) -> None:
    """In a step of GitHub Actions, add all findings to the job's summary page."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if kind == "github" and page:
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(report.summary(found, lang))
