"""One look at a project, or at files that are handed in: what counts, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

import playbook
from playbook import report
from playbook.against import unpacked
from playbook.cli import baseline
from playbook.cli import files as handed_in
from playbook.cli.common import in_color, language, root, shown
from playbook.diagnostics import Diagnostic
from playbook.loader import Loaded


@dataclass(frozen=True, slots=True)
class Look:
    """What was found, less what the baseline holds; `tell` prints the report.

    `handed` says that paths are those of files that were handed in, not the project's.
    """

    loaded: Loaded
    found: Sequence[Diagnostic]
    lang: str
    handed: bool
    tell: Callable[[], None]

    @property
    def lang_of_texts(self) -> str:
        """The language in which the playbook is written."""
        return self.loaded.playbook.settings.language or "en"


def look(files: Sequence[Path], asked: Mapping[str, Any]) -> Look:
    """Look once.

    Raises:
        PlaybookError: if there is nothing to judge, or nothing sure to judge by.
    """
    with _loaded(asked) as loaded:
        lang = language(asked["lang"], loaded.playbook.settings.language)
        if not (files or asked["piece"] or asked["touchpoint"] or asked["against"]):
            return _project(loaded, lang, asked)
        judged = handed_in.judged(loaded, files, asked)
    found = [diagnostic for file in judged for diagnostic in file.found]
    return Look(loaded, found, lang, handed=True, tell=lambda: handed_in.tell(judged, lang, asked["kind"]))


def _loaded(asked: Mapping[str, Any]) -> AbstractContextManager[Loaded]:
    """What is judged, or judged by: the project, or what a pack holds of one."""
    pack: Path | None = asked["against"]
    return unpacked(pack) if pack else nullcontext(playbook.load(root(asked["project"])))


def _project(loaded: Loaded, lang: str, asked: Mapping[str, Any]) -> Look:
    today: datetime | None = asked["today"]
    found = baseline.counted(playbook.check(loaded, today.date() if today else None), asked)

    def tell() -> None:
        click.echo(_report(asked["kind"])(found, lambda path: _source(loaded.root, path), lang))

    return Look(loaded, found, lang, handed=False, tell=tell)


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
