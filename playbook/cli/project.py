"""What there is to say of a whole project, found anew only where something has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import playbook
from playbook.remembered import Checked, remembered
from playbook.store import Memory, of_project

FOLDERS = ("brand", "content")


def checked(folder: Path, asked: Mapping[str, Any]) -> Checked:
    """Check the project in a folder, or remember what the last check found.

    Raises:
        PlaybookError: if there is no project in the folder.
    """
    given: datetime | None = asked["today"]
    today = given.date() if given else date.today()  # noqa: DTZ011 - the user's day
    store = Memory() if asked["no_cache"] else of_project(folder)
    return remembered(store, folder, FOLDERS, today, lambda: _anew(folder, today))


def _anew(folder: Path, today: date) -> Checked:
    loaded = playbook.load(folder)
    return Checked(playbook.check(loaded, today), loaded.playbook.settings.language, loaded.sought)
