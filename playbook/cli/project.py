"""What there is to say of a whole project, found anew only where something has changed."""

from __future__ import annotations

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


def checked(folder: Path, asked: Mapping[str, Any], load: Callable[[], Loaded]) -> Checked:
    """Check the project in a folder, which `load` reads, or remember what the last check found.

    Raises:
        PlaybookError: if there is no project in the folder.
    """
    given: datetime | None = asked["today"]
    today = given.date() if given else date.today()  # noqa: DTZ011 - the user's day
    if asked["no_cache"]:
        return _anew(load(), today)
    return remembered(of_project(folder), folder, FOLDERS, today, lambda: _anew(load(), today))


def _anew(loaded: Loaded, today: date) -> Checked:
    return Checked(playbook.check(loaded, today), loaded.playbook.settings.language, loaded.sought)
