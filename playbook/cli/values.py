"""What `render` is told to fill in: pairs, files of values, and the photos that values name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from playbook.diagnostics import Fact, Location, PlaybookError, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindField
from playbook.making.photo import LARGEST, embedded, short
from playbook.observed import Unreadable

MOST = 2_000_000
"""Bytes of a file of values."""


def pairs(written: Sequence[str]) -> dict[str, str]:
    """The values of `--set`.

    Raises:
        PlaybookError: for one without an equals sign, or that is no text: bytes in no encoding of the system.
    """
    for pair in written:
        if any("\ud800" <= sign <= "\udfff" for sign in pair):
            raise PlaybookError("render.bytes", value=ascii(pair))
        if "=" not in pair:
            raise PlaybookError("render.pair", value=pair)
    return {key.strip(): value for key, _, value in (pair.partition("=") for pair in written)}


def content(path: Path) -> bytes:
    """What a file of values holds.

    Raises:
        PlaybookError: if it cannot be read or is larger than any such file.
    """
    try:
        found = _read(path, MOST)
    except OSError as error:
        raise PlaybookError("render.unreadable", path=str(path), reason=error.strerror or "") from error
    if found is None:
        raise PlaybookError("render.large", path=str(path))
    return found


def _read(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None for more than `most`."""
    with path.open("rb") as file:
        found = file.read(most + 1)
    return found if len(found) <= most else None


def from_here(kind: Kind, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values with paths to photos as they are seen from the folder that the command runs in."""
    photos = {name for name in given if name in kind.fields and kind.fields[name].type == "picture"}
    return {name: str(Path(value).absolute()) if name in photos else value for name, value in given.items()}


def pictured(
    kind: Kind, said: Mapping[str, Any], folder: Path, at: Callable[[str], Location]
) -> tuple[dict[str, Any], list[Problem]]:
    """The values with photos in the place of the paths to them, and what is wrong with the others.

    Paths are seen from `folder`; `at` says where a field was filled in.
    """
    values, wrong = dict(said), []
    for name, field in kind.fields.items():
        if field.type == "picture" and values.get(name):
            found = _photo(folder, str(values.pop(name)), name, field)
            if isinstance(found, str):
                values[name] = found
            else:
                case, facts = found
                wrong.append(Problem(f"photo.{case}", at(name), facts, f"photo.{case}-hint"))
    return values, wrong


def _photo(folder: Path, path: str, name: str, field: KindField) -> str | tuple[str, dict[str, Fact]]:
    """The photo as its value, or the case and the facts of what is wrong with it."""
    facts: dict[str, Fact] = {"field": name, "path": path}
    try:
        found = _read(folder / path, LARGEST)
        if found is None:
            return "unreadable", facts
        wide, high, by = short(found, field.fills)
    except (OSError, ValueError):
        return "absent", facts
    except Unreadable:
        return "unreadable", facts
    if by and field.fills:
        return "small", {**facts, "wide": wide, "high": high, "by": by, **field.fills.model_dump()}
    return embedded(found, field.fills) or ("heavy", facts)
