"""What the commands share: which project, which language, and how to end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from playbook.diagnostics import PlaybookError
from playbook.i18n import LANGUAGES, text
from playbook.observed import Unreadable
from playbook.plainfile import content

F = TypeVar("F", bound=Callable[..., Any])

FOUND, UNUSABLE = 1, 2
"""Exit codes: something was found; the call or the project cannot be used."""

_MARKERS = ("mkdocs.yml", "brand")
_SHOWN = 8 * 1024 * 1024
"""Bytes of a file whose lines are shown."""
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def project_option(command: F) -> F:
    """`--project DIR`, handed on as `project`: a path or None; see `root`."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    told = "The project's folder; by default the one, from here upwards, that holds mkdocs.yml or brand/."
    return click.option("--project", metavar="DIR", type=folder, help=told)(command)


def lang_option(command: F) -> F:
    """`--lang en|es`, handed on as `lang`: a language or None; see `language`."""
    told = "The language of what is printed; by default the project's, else the system's."
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), help=told, is_eager=True, callback=_remembered
    )(command)


def _remembered(ctx: click.Context, _: click.Parameter, lang: str | None) -> str | None:
    """Keep the language that was asked for where `Group` finds it when the command cannot start."""
    ctx.find_root().obj = lang
    return lang


def root(project: Path | None) -> Path:
    """The project's folder: the one that was named, or the nearest upwards that looks like one.

    Raises:
        PlaybookError: if there is none.
    """
    if project is not None:
        return project.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if any((folder / marker).exists() for marker in _MARKERS):
            return folder
    from playbook.loader.brands import lies_aside
    from playbook.loader.files import Files

    raise PlaybookError("project.aside" if lies_aside(Files(here)) else "cli.no-project", folder=str(here))


def project_language(project: Path | None) -> str | None:
    """The language that the project's settings name; None without a project."""
    from playbook import loader

    try:
        return loader.language(root(project))
    except PlaybookError:
        return None


def language(
    asked: str | None, project: str | None = None, environment: Mapping[str, str] = os.environ
) -> str:
    """The language to print in: the one asked for, the project's, the system's, English."""
    wished = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    spoken = (asked, project, wished.replace("-", "_").partition("_")[0].lower())
    return next((lang for lang in spoken if lang in LANGUAGES), LANGUAGES[0])


def in_color() -> bool:
    """Whether colors are printed: for people at a terminal who did not turn them off."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def shown(file: Path) -> str:
    """The text of a file, for excerpts; empty where it is none, or a large one."""
    try:
        return content(file, _SHOWN).decode("utf-8-sig", "replace")
    except (OSError, ValueError, Unreadable):
        return ""


class Group(click.Group):
    """Says in one sentence why the tool cannot start, and exits with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except PlaybookError as error:
            raise Unusable(text(language(ctx.obj), error.message, error.facts)) from error


class Unusable(click.ClickException):
    """The call or the project cannot be used."""

    exit_code = UNUSABLE
