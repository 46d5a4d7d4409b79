"""One look at a project, or at files that are handed in: what counts, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import playbook
from playbook import report
from playbook.cli import baseline
from playbook.cli.common import in_color, language, root, shown
from playbook.cli.project import checked
from playbook.cli.room import room
from playbook.diagnostics import Diagnostic

if TYPE_CHECKING:
    from playbook.loader import Loaded


@dataclass(frozen=True, slots=True)
class Look:
    """What was found, less what the baseline holds; `tell` prints the report.

    `load` gives what it was found in, which a look that remembers has not read. `handed` says that paths are
    those of files that were handed in, not the project's.
    """

    load: Callable[[], Loaded]
    found: Sequence[Diagnostic]
    lang: str
    handed: bool
    tell: Callable[[], None]

    @property
    def loaded(self) -> Loaded:
        """The project, or what a pack holds of one; read once."""
        return self.load()

    @property
    def lang_of_texts(self) -> str:
        """The language in which the playbook is written."""
        return self.loaded.playbook.settings.language or "en"


def look(files: Sequence[Path], asked: Mapping[str, Any]) -> Look:
    """Look once.

    Raises:
        PlaybookError: if there is nothing to judge, or nothing sure to judge by.
    """
    if files or asked["pieces"] or asked["piece"] or asked["touchpoint"] or asked["against"]:
        return _handed_in(files, asked)
    return _project(asked)


def _handed_in(files: Sequence[Path], asked: Mapping[str, Any]) -> Look:
    from playbook.cli import files as handed_in

    with _loaded(asked) as loaded:
        lang = language(asked["lang"], loaded.playbook.settings.language)
        judged = handed_in.judged(loaded, files, asked)
    found = [diagnostic for file in judged for diagnostic in file.found]
    return Look(
        lambda: loaded, found, lang, handed=True, tell=lambda: handed_in.tell(judged, lang, asked["kind"])
    )


def _loaded(asked: Mapping[str, Any]) -> AbstractContextManager[Loaded]:
    """What files are judged by: the project, or what a pack holds of one."""
    from playbook.against import unpacked

    pack: Path | None = asked["against"]
    return unpacked(pack) if pack else nullcontext(playbook.load(root(asked["project"])))


def _project(asked: Mapping[str, Any]) -> Look:
    folder = root(asked["project"])
    load = cache(lambda: playbook.load(folder))
    seen = checked(folder, asked, load)
    lang = language(asked["lang"], seen.language)
    found = baseline.counted(seen.found, asked)

    def tell() -> None:
        click.echo(_report(asked["kind"])(found, lambda path: _source(folder, path), lang))
        baseline.remind(seen.found, asked, lang)

    return Look(load, found, lang, handed=False, tell=tell)


def _report(kind: str) -> report.Report:
    """The report by its name; colors for people at a terminal who did not turn them off."""
    if kind == "text":
        return partial(report.in_color if in_color() else report.people, wide=room())
    return report.REPORTS[kind]


def _source(folder: Path, path: str) -> str:
    """The text of a project file that a finding is about, as far as it can be shown."""
    file = folder / path
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return ""
    return shown(file) if inside else ""
