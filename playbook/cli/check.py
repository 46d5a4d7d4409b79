"""`brand-playbook check`: everything that is wrong with a project."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import playbook
from playbook import report
from playbook.cli import baseline
from playbook.cli.common import FOUND, in_color, lang_option, language, project_option, root, shown
from playbook.cli.project import checked
from playbook.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from playbook.loader import Loaded

NEVER = "never"


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--piece", metavar="ID", help="With FILEs: the piece that they are meant to be.")
@click.option(
    "--touchpoint",
    metavar="ID",
    help="With FILEs: the touchpoint whose pieces they may be, one or the other.",
)
@click.option(
    "--against",
    metavar="PACK.zip",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With FILEs: a pack for suppliers to judge them by, instead of a project.",
)
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
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Leave out the findings that this file holds; only newer ones are told and count.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep what is found now in a file, for --baseline.",
)
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing in .cache/.")
@lang_option
@click.pass_context
def command(ctx: click.Context, /, files: tuple[Path, ...], **asked: Any) -> None:
    """Check the whole project: its files, the brand, touchpoints, pieces and texts.

    With FILEs, those are judged against the brand instead: SVG, PNG, JPEG, WebP, GIF, PDF, DOCX, PPTX, HTML,
    CSS, Markdown and text, wherever they lie. They are only read, by a process of their own.

    Exits with 0 if nothing is found at or above --fail-on, with 1 if something is, and with 2 if the
    project cannot be read. `brand-playbook explain RULE` tells more about a finding.
    """
    gc.disable()  # what it would look for goes with the process, which is short
    if files or asked["piece"] or asked["touchpoint"] or asked["against"]:
        found, spoken = _handed_in(files, asked)
    else:
        found, spoken = _project(asked)
    _summarize(asked["kind"], found, spoken)
    if fails(found, asked["fail_on"]):
        ctx.exit(FOUND)


def _handed_in(files: Sequence[Path], asked: Mapping[str, Any]) -> tuple[Sequence[Diagnostic], str]:
    """Judge files and print the report: what was found, and the language it was told in."""
    from playbook.cli.files import told

    with _loaded(asked) as loaded:
        lang = language(asked["lang"], loaded.playbook.settings.language)
        return told(loaded, files, lang, asked), lang


def _loaded(asked: Mapping[str, Any]) -> AbstractContextManager[Loaded]:
    """What files are judged by: the project, or what a pack holds of one."""
    from playbook.against import unpacked

    pack: Path | None = asked["against"]
    return unpacked(pack) if pack else nullcontext(playbook.load(root(asked["project"])))


def _project(asked: Mapping[str, Any]) -> tuple[Sequence[Diagnostic], str]:
    """Check the project and print the report: what was found, and the language it was told in."""
    folder = root(asked["project"])
    seen = checked(folder, asked)
    lang = language(asked["lang"], seen.language)
    found = baseline.counted(seen.found, asked)
    if baseline.kept(found, asked, lang):
        return (), lang
    click.echo(_report(asked["kind"])(found, lambda path: _source(folder, path), lang))
    return found, lang


def fails(found: Sequence[Diagnostic], fail_on: str) -> bool:
    """Whether there is a finding that counts; dated ones do not."""
    if fail_on == NEVER:
        return False
    limit = Severity(fail_on).rank
    return any(diagnostic.severity.rank <= limit and not diagnostic.dated for diagnostic in found)


def _report(kind: str) -> report.Report:
    """The report by its name; colors for people at a terminal who did not turn them off."""
    return report.in_color if kind == "text" and in_color() else report.REPORTS[kind]


def _source(folder: Path, path: str) -> str:
    """The text of a project file that a finding is about, as far as it can be shown."""
    file = folder / path
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return ""
    return shown(file) if inside else ""


def _summarize(kind: str, found: Sequence[Diagnostic], lang: str) -> None:
    """In a step of GitHub Actions, add all findings to the job's summary page."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if kind == "github" and page:
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(report.summary(found, lang))
