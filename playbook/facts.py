"""What the files that a playbook names turn out to be: the one place where checks' facts come from disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from playbook.handed import Handed
from playbook.loader import BRAND
from playbook.loader.brands import KINDS
from playbook.loader.files import Files
from playbook.model import Playbook
from playbook.observed import Facts as Observed
from playbook.observed import Unreadable
from playbook.plainfile import content
from playbook.store import Disk, Memory

Facts: TypeAlias = Mapping[str, Observed | Handed | Unreadable]
"""Project path -> what was seen in the file. Files of a format that nobody observes are left out."""

_NOT_OURS = frozenset({KINDS, "node_modules"})
"""Folders in the brand's whose style sheets are those of templates and of others."""

MAX_BYTES = 32 * 1024 * 1024
"""A file larger than this is not read."""


def gather(root: Path, playbook: Playbook, store: Disk | Memory | None = None) -> Facts:
    """Observe, once, the pictures and fonts that the playbook names, and the colors that `brand/` offers.

    The latter are read in a process of their own; `store` keeps what was seen in them.

    What cannot be read, or must not be (links that lead out of the project, devices, pipes), is told as
    `Unreadable` with the reasons of `observe`, `outside`, `not-a-file` and `refused`.
    """
    from playbook.observe import FORMATS

    home = _home(root)
    endings = tuple(ending for known in FORMATS for ending in known.endings)
    paths = sorted({path for path in _named(playbook) if path.lower().endswith(endings)})
    offered = _offered(root, home, Memory() if store is None else store)
    return {**{path: _seen(home, path) for path in paths}, **offered}


def reader(root: Path) -> Callable[[str], bytes]:
    """What gives the bytes of a project's file by its path, and raises `Unreadable` as `gather` tells."""
    home = _home(root)
    return lambda path: _content(home, path)


def _home(root: Path) -> str:
    """The folder, its links followed, with a separator at its end; as text, which is twice as fast."""
    return f"{str(root.resolve()).rstrip(os.sep)}{os.sep}"


def _named(playbook: Playbook) -> Iterator[str]:
    for brand in playbook.brands.values():
        yield from brand.files.values()
    yield from playbook.files.values()


def _seen(home: str, path: str) -> Observed | Unreadable:
    from playbook.observe import observe

    try:
        return observe(path, _content(home, path))
    except Unreadable as reason:
        return reason


def _offered(root: Path, home: str, store: Disk | Memory) -> dict[str, Handed | Unreadable]:
    """What design tokens, style sheets, swatches and Office files of the brand's folder offer."""
    from playbook.observe.sniff import OFFERING

    files = Files(root)
    endings = tuple(ending for known in OFFERING.values() for ending in known)
    paths = tuple(files.under(BRAND, endings, _NOT_OURS))
    found: dict[str, Handed | Unreadable] = {
        path: Unreadable("outside" if kind == "link" else "not-a-file")
        for path, kind in files.refused.items()
        if kind != "folder"
    }
    if paths:  # what reads them takes longer to be imported than most brands to be checked
        from playbook.reading import read_offered

        found.update(read_offered(paths, lambda path: _content(home, path), store))
    return found


def _content(home: str, path: str) -> bytes:
    """The bytes of a plain file within the project.

    Raises:
        Unreadable: as `gather` tells.
    """
    try:
        real = os.path.realpath(f"{home}{path}", strict=True)
        if not real.startswith(home):
            raise Unreadable("outside")
        return content(real, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise Unreadable("refused", why=getattr(error, "strerror", None) or type(error).__name__) from error
