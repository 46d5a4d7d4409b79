"""Brand Playbook: brand identity and touchpoints, kept in git, made into a browsable playbook.

    import playbook

    loaded = playbook.load("path/to/project")
    for diagnostic in playbook.check(loaded):
        print(diagnostic.rule, diagnostic.location)

`loaded.playbook` holds what was read, as far as it could be. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playbook.diagnostics import Diagnostic
    from playbook.loader import Loaded
    from playbook.store import Disk, Memory
    from playbook.verdicts import Judged

__all__ = ["__version__", "check", "judge", "load"]

__version__ = "0.1.0"


def load(root: str | Path, edition: Literal["internal", "partner", "public"] = "internal") -> Loaded:
    """Read the project in a folder, as far as it can be read; what is wrong stands in `.diagnostics`.

    What is more confidential than the edition is left out of `.playbook`; to be checked, a playbook should
    be whole.

    Raises:
        PlaybookError: if there is no project in the folder.
    """
    from playbook import loader
    from playbook.choices import Visibility
    from playbook.edition import restrict

    loaded = loader.load(Path(root))
    return replace(loaded, playbook=restrict(loaded.playbook, Visibility(edition)))


def check(
    loaded: Loaded, today: date | None = None, *, store: Disk | Memory | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a project, from reading and from the checks, in the order of its files.

    Severities, options and waivers are those of its settings. `today` is what dated findings reckon from;
    without it, this day. `store` keeps what takes its time to be seen in files.
    """
    from playbook import checks, facts

    seen = facts.gather(loaded.root, loaded.playbook, store)
    return checks.run(loaded.playbook, seen, today or date.today(), loaded.diagnostics)  # noqa: DTZ011 - the user's day


def judge(
    loaded: Loaded,
    files: Iterable[Path],
    pieces: Iterable[str] | Mapping[Path, Iterable[str]] = (),
    today: date | None = None,
) -> Iterator[Judged]:
    """What there is to say of files that somebody hands in, file by file, the worst first.

    They are judged by the brand; with ids of `pieces`, by what the one of them requires that they fit best.
    A mapping has the ids for each file.
    Severities, options and waivers are those of the project. The files may lie anywhere, and nothing of them
    is run.

    Raises:
        KeyError: for a piece that there is not.
    """
    from playbook import verdicts
    from playbook.case import cases
    from playbook.diagnostics import Problem
    from playbook.facts import reader
    from playbook.reading import read_with_twins
    from playbook.waivers import path_in

    book, day = loaded.playbook, today or date.today()  # noqa: DTZ011 - the user's day
    files = tuple(files)
    asked = pieces if isinstance(pieces, Mapping) else dict.fromkeys(files, tuple(pieces))
    for path, seen, twin in read_with_twins(files):
        own = path_in(loaded.root, path)
        if isinstance(seen, Problem):
            yield verdicts.refused(path.as_posix(), seen, book, day, own)
        else:
            meant = [book.pieces[ident] for ident in asked.get(path, ())]
            told = cases(path.as_posix(), seen, book, meant, reader(loaded.root))
            yield verdicts.best((replace(case, twin=twin) for case in told), book, day, own)
