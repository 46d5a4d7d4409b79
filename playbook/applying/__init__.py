"""A filled-in checklist merged into a project: what it asks for, as changes of files and new files.

Nothing here writes. A mistake anywhere in the checklist leaves everything as it is, and all of them are told.
What a playbook says already is asked of nobody, so that applying a file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playbook.applying.adding import additions
from playbook.applying.asking import asked
from playbook.applying.editing import Edit, rewritten
from playbook.applying.reading import read_ticked
from playbook.artifact import Artifact
from playbook.diagnostics import Problem
from playbook.fixing import Change
from playbook.scaffold.fitting import Place
from playbook.source import Source

__all__ = ["MAX_BYTES", "Applied", "apply"]

MAX_BYTES = 2 * 1024 * 1024
"""Of a checklist; fifteen thousand pieces take half of it."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a checklist comes to: edits, the files that they change, before and after, and new files.

    With problems, there is nothing else.
    """

    edits: tuple[Edit, ...] = ()
    changes: tuple[Change, ...] = ()
    created: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


def apply(source: Source, place: Place, lang: str, schemas: str, read: Callable[[str], bytes]) -> Applied:
    """Merge a checklist, in the playbook's language or, where it names none, in `lang`.

    `schemas` is as for new items; `read` gives the bytes of a file of the project, none for one that is not
    there.

    Raises:
        Unreadable: where `read` refuses a file that is to be changed.
    """
    ticked, problems = read_ticked(source, place.playbook)
    if ticked is None or problems:
        return Applied(problems=problems)
    lang = place.playbook.settings.language or lang
    edits = asked(ticked, place.playbook, lang)
    changes, failed = rewritten(edits, read)
    files, unfit = additions(ticked, place, lang, schemas)
    if failed or unfit:
        return Applied(problems=(*failed, *unfit))
    old = {change.path for change in changes if change.before or place.files.is_file(change.path)}
    fresh = (Artifact(change.path, change.after) for change in changes if change.path not in old)
    return Applied(edits, tuple(change for change in changes if change.path in old), (*files, *fresh))
