"""`brand-playbook check`: everything that is wrong with a project."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from playbook import report
from playbook.cli import baseline
from playbook.cli.common import FOUND, lang_option, project_option
from playbook.cli.look import Look, look
from playbook.diagnostics import Diagnostic, PlaybookError, Severity

NEVER = "never"


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--piece", metavar="ID", help="With FILEs: the piece that they are meant to be.")
@click.option(
    "--touchpoint",
    metavar="ID",
    help="With FILEs: the touchpoint whose pieces they may be, one or the other.",
)
@click.option("--pieces", is_flag=True, help="Judge the files that the pieces name, each as its piece.")
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
@click.option("--fix", is_flag=True, help="Mend what needs no judgement; the changes are shown first.")
@click.option("--yes", is_flag=True, help="With --fix: write the changes without asking.")
@click.option("--watch", is_flag=True, help="Look again whenever a file changes, until Ctrl-C.")
@lang_option
@click.pass_context
def command(ctx: click.Context, /, files: tuple[Path, ...], **asked: Any) -> None:
    """Check the whole project: its files, the brand, touchpoints, pieces and texts.

    With FILEs, those are judged against the brand instead: SVG, PNG, JPEG, WebP, GIF, PDF, DOCX, PPTX, HTML,
    CSS, Markdown and text, wherever they lie. They are only read, by a process of their own. With --pieces,
    those that the playbook's own pieces name are judged so.

    Exits with 0 if nothing is found at or above --fail-on, with 1 if something is, and with 2 if the
    project cannot be read. `brand-playbook explain RULE` tells more about a finding.
    """
    _agree(files, asked)
    ask = partial(look, files, asked)
    if asked["watch"]:
        from playbook.cli.watch import watched

        seen = watched(ask, files)
    else:
        gc.disable()  # what it would look for goes with the process, which is short
        seen = _fixed(ask, asked) if asked["fix"] else ask()
        if baseline.kept(seen.found, asked, seen.lang):
            return
        seen.tell()
        _summarize(asked["kind"], seen.found, seen.lang)
    if fails(seen.found, asked["fail_on"]):
        ctx.exit(FOUND)


def _fixed(ask: Callable[[], Look], asked: Mapping[str, Any]) -> Look:
    from playbook.cli.fix import fixed

    return fixed(ask, asked)


def _agree(files: Sequence[Path], asked: Mapping[str, Any]) -> None:
    """See that the options go together.

    Raises:
        PlaybookError: for the first two that do not.
    """
    if asked["yes"] and not asked["fix"]:
        raise PlaybookError("check.only-with", option="--yes", other="--fix")
    others = (("FILE", files), *((f"--{name}", asked[name]) for name in ("piece", "touchpoint", "against")))
    if other := next((name for name, given in others if asked["pieces"] and given), ""):
        raise PlaybookError("check.not-with", option="--pieces", other=other)
    for one in ("fix", "watch"):
        for other, given in (
            ("--format", asked["kind"] != "text"),
            ("--write-baseline", asked["write_baseline"]),
            ("--watch", one == "fix" and asked["watch"]),
        ):
            if asked[one] and given:
                raise PlaybookError("check.not-with", option=f"--{one}", other=other)


def fails(found: Sequence[Diagnostic], fail_on: str) -> bool:
    """Whether there is a finding that counts; dated ones do not."""
    if fail_on == NEVER:
        return False
    limit = Severity(fail_on).rank
    return any(diagnostic.severity.rank <= limit and not diagnostic.dated for diagnostic in found)


def _summarize(kind: str, found: Sequence[Diagnostic], lang: str) -> None:
    """In a step of GitHub Actions, add all findings to the job's summary page."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if kind == "github" and page:
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(report.summary(found, lang))
