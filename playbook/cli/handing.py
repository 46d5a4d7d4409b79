"""What `render` writes, and what it says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

import click

from playbook.artifact import Artifact
from playbook.diagnostics import Diagnostic, PlaybookError, Problem, Severity
from playbook.i18n import plural, text
from playbook.report import line

_MANY = 50
"""From so many people on, making their documents takes long enough to be watched."""

T = TypeVar("T")


def watched(entries: Sequence[T], lang: str, out: TextIO) -> Iterator[T]:
    """The entries one by one, with a bar of how far it is where a terminal shows it and there are many."""
    hidden = len(entries) < _MANY or not out.isatty()
    with click.progressbar(entries, label=text(lang, "render.making"), file=out, hidden=hidden) as bar:
        yield from bar


def write(folder: Path, files: Sequence[Artifact], *, force: bool) -> None:
    """Write the files; none of them if one is there already, and no folder for none.

    Raises:
        PlaybookError: in these cases, where two files have one name, and where the system refuses.
    """
    if not files:
        return
    there = () if force else (folder / file.path for file in files)
    if found := next((path for path in there if path.exists()), None):
        raise PlaybookError("render.exists", path=str(found))
    named = Counter(file.path for file in files)
    if twice := next((path for path, count in named.items() if count > 1), None):
        raise PlaybookError("render.twice", path=twice)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / file.path).write_bytes(file.as_bytes())
    except OSError as error:
        raise PlaybookError("render.unwritable", path=str(folder), reason=error.strerror or "") from error


def tell(wrong: Iterable[Problem], files: Sequence[Artifact], folder: Path, lang: str) -> None:
    """Say what was wrong, then what was written, if anything was."""
    for problem in wrong:
        click.echo(
            line(Diagnostic(problem.message.partition(".")[0], Severity.ERROR, problem), lang), err=True
        )
    if files:
        count = plural(lang, "render.files", len(files))
        click.echo(text(lang, "render.done", {"count": count, "path": str(folder)}))


def regret(missing: Mapping[str, str], noted: Iterable[Problem], lang: str) -> None:
    """Say which formats were not made for lack of an extra, and what is not as it should be in the others."""
    for ending, extra in missing.items():
        click.echo(text(lang, "document.missing", {"format": ending.upper(), "extra": extra}), err=True)
    found = (Diagnostic("render", Severity.INFO, problem) for problem in noted)
    for told in dict.fromkeys(line(each, lang) for each in found):
        click.echo(told, err=True)
