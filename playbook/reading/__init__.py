"""Reading files that somebody hands in, in a process of its own with limits: what is seen, or why not.

Only the named files are opened, and the plain text that lies beside a mail; no network is used. See
`docs/checking-files.md` for what is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from playbook.diagnostics import Location, Problem
from playbook.handed import Handed
from playbook.observed import Unreadable
from playbook.plainfile import content
from playbook.reading import wire
from playbook.reading.room import Room
from playbook.store import Disk, Memory

MAX_BYTES = 64 * 1024 * 1024
"""A file larger than this is not read."""
_PAGES = frozenset({".html", ".htm"})
_TWIN = ".txt"


@dataclass(frozen=True, slots=True)
class Portraits:
    """Pictures by page (0 where a file has none), as addresses that hold them; or why there are none.

    Both are empty for kinds of files that have no picture.
    """

    pages: Mapping[int, str] = field(default_factory=dict)
    refused: Problem | None = None


def read_handed(paths: Iterable[Path]) -> Iterator[tuple[Path, Handed | Problem]]:
    """What is seen in each file, in their order, or the one problem that keeps it from being read.

    A problem's message id is `unreadable.<reason>`; it is of the path as it was given.
    """
    with Room() as room:
        for path in paths:
            yield path, _seen(room, path)


def read_offered(
    paths: Iterable[str], read: Callable[[str], bytes], store: Disk | Memory
) -> Iterator[tuple[str, Handed | Unreadable]]:
    """The colors that each file offers by name, or why they cannot be told; `read` gives its bytes.

    `store` keeps what was seen: the same bytes are not read again.
    """
    with Room() as room:
        for path in paths:
            try:
                yield path, _offered(room, path, read(path), store)
            except Unreadable as refusal:
                yield path, refusal


def _offered(room: Room, path: str, content: bytes, store: Disk | Memory) -> Handed | Unreadable:
    name = PurePosixPath(path).name
    key = f"offers {PurePosixPath(name).suffix.lower()} {sha256(content).hexdigest()}"
    kept = _kept(store.get(key))
    answer = kept or room.ask(name, content, offers=True)
    refused = Unreadable(answer.reason, **(answer.facts or {}))
    if kept is None:
        store.put(key, wire.told(answer.seen) if answer.seen else wire.refused(refused))
    return answer.seen or refused


def _kept(line: bytes | None) -> wire.Answer | None:
    try:
        return wire.understood(line) if line else None
    except ValueError:
        return None


def read_with_twins(paths: Iterable[Path]) -> Iterator[tuple[Path, Handed | Problem, Handed | None]]:
    """As `read_handed`, and for pages and mails the plain text that lies beside them under the same name."""
    twins = {path: path.with_suffix(_TWIN) for path in paths if path.suffix.lower() in _PAGES}
    there = {path: twin for path, twin in twins.items() if twin.is_file()}
    seen = read_handed(one for path in paths for one in (path, there.get(path)) if one)
    for path, found in seen:
        twin = next(seen)[1] if path in there else None
        yield path, found, twin if isinstance(twin, Handed) else None


class Painter:
    """Pictures of files for a report, as a context; painted in a process with the same limits."""

    def __init__(self) -> None:
        self._room = Room(painting=True)

    def __enter__(self) -> Self:
        self._room.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._room.__exit__(kind, error, trace)

    def __call__(self, path: str, pages: Sequence[int]) -> Portraits:
        """Pictures of a file, of these pages where it has any."""
        file = Path(path)
        try:
            answer = self._room.ask(file.name, contents(file), pages)
        except Unreadable as refusal:
            return Portraits(refused=_problem(file, refusal))
        if answer.pictures is None:
            return Portraits(refused=_problem(file, Unreadable(answer.reason, **(answer.facts or {}))))
        return Portraits({picture.page: picture.address for picture in answer.pictures})


def _seen(room: Room, path: Path) -> Handed | Problem:
    try:
        answer = room.ask(path.name, contents(path))
    except Unreadable as refusal:
        return _problem(path, refusal)
    return answer.seen or _problem(path, Unreadable(answer.reason, **(answer.facts or {})))


def _problem(path: Path, refusal: Unreadable) -> Problem:
    return Problem(f"unreadable.{refusal.reason}", Location(path.as_posix()), refusal.facts)


def contents(path: Path) -> bytes:
    """The bytes of a plain file; never waits for a pipe.

    Raises:
        Unreadable: `missing`, `a-folder`, `not-a-file`, `no-access` or `too-large`.
    """
    try:
        if path.is_dir():
            raise Unreadable("a-folder")
        return content(path, MAX_BYTES)
    except FileNotFoundError as error:
        raise Unreadable("missing") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise Unreadable("no-access") from error
