"""What there is to say of a whole project, found anew only where something has changed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playbook
from playbook.remembered import Checked, remembered
from playbook.store import of_project

if TYPE_CHECKING:
    from playbook.loader import Loaded

FOLDERS = ("brand", "content")
_MANY = 1000
"""Files from which on it is worth while to leave them to the end of the process."""


def checked(folder: Path, asked: Mapping[str, Any], load: Callable[[], Loaded]) -> Checked:
    """Check the project in a folder, which `load` reads, or remember what the last check found.

    Raises:
        PlaybookError: if there is no project in the folder.
    """
    given: datetime | None = asked["today"]
    today = given.date() if given else date.today()  # noqa: DTZ011 - the user's day
    store = None if asked["no_cache"] else of_project(folder)

    def anew() -> Checked:
        loaded = load()
        if len(loaded.playbook.sources) > _MANY and not asked["watch"]:
            _leave(loaded)
        return Checked(
            playbook.check(loaded, today, store=store), loaded.playbook.settings.language, loaded.sought
        )

    return remembered(store, folder, FOLDERS, today, anew) if store else anew()


def _leave(large: object) -> None:
    """Leave something to the end of the process: to take it apart would take a tenth as long as the check."""
    ring = [large]
    ring.append(ring)  # held by itself
    gc.freeze()  # and not looked for among the garbage, where such rings are found
