"""A supplier's pack as the project that files are judged by: the same checks, without the repository."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playbook.brand import FILES
from playbook.diagnostics import PlaybookError
from playbook.kinds import builtin
from playbook.loader import Loaded, load

FORMAT, VERSION, SPEC = "brand-playbook-pack", 1, "spec.json"
_LARGEST = 64_000_000
"""Bytes of all the files of a pack together."""
_MOST = 2_000
"""Files of a pack."""
_PART = re.compile(r"[\w][\w .()+-]*")
"""A name within a path: none that leads elsewhere."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@contextmanager
def unpacked(pack: Path) -> Iterator[Loaded]:
    """The brand and the pieces of a pack, as a project in a folder of its own that goes afterwards.

    Raises:
        PlaybookError: if the file is no pack, a newer one, or larger than any.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        try:
            _put(pack, root)
        except PlaybookError:
            raise
        except Exception as error:  # the reader of zips raises whatever broken bytes lead it to
            raise PlaybookError("against.no-pack", path=str(pack)) from error
        yield load(root)


def _put(pack: Path, root: Path) -> None:
    """Write what the pack says as a project, and the brand's files under the names that it gives them."""
    with zipfile.ZipFile(pack) as file:
        _bound(pack, [member.file_size for member in file.infolist()])
        said = _known(pack, json.loads(_content(file, SPEC)))
        files = list(_named(said))
        _bound(pack, [file.getinfo(path).file_size for _, path in files])
        for name, path in files:
            _write(root / "brand" / name, _content(file, path))
    for name, data in _project(said):
        _write(root / name, json.dumps(data).encode())


def _bound(pack: Path, sizes: Sequence[int]) -> None:
    if len(sizes) > _MOST or sum(sizes) > _LARGEST:
        raise PlaybookError("against.large", path=str(pack))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _content(file: zipfile.ZipFile, path: str) -> bytes:
    """The bytes of a member, as many as it claims.

    Raises:
        KeyError: if there is none of that name.
    """
    with file.open(path) as opened:
        return opened.read(file.getinfo(path).file_size)


def _known(pack: Path, said: Any) -> Mapping[str, Any]:
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise PlaybookError("against.no-pack", path=str(pack))
    if said.get("version") != VERSION:
        raise PlaybookError("against.version", path=str(pack))
    return said


def _named(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The brand's files: as its own texts name them, and their paths in the pack."""
    files = said.get("files")
    for name, path in files.items() if isinstance(files, dict) else ():
        if isinstance(path, str) and all(map(_PART.fullmatch, name.split("/"))):
            yield name, path


def _project(said: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The project's files by path."""
    yield "content/playbook.yml", {"language": said.get("lang")} if said.get("lang") in {"en", "es"} else {}
    for ident, parts in _entries(said, "brands"):
        folder = f"brand/{ident}" if ident else "brand"
        yield from ((f"{folder}/{FILES[name]}", part) for name, part in parts.items() if name in FILES)
    for ident, kind in _entries(said, "kinds"):
        if ident not in builtin():
            yield f"brand/kinds/{ident}/kind.yml", {"texts": {"en": {"name": ident}}, **kind}
    for ident, piece in _entries(said, "pieces"):
        yield f"content/pieces/{ident}.yml", piece


def _entries(said: Mapping[str, Any], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = said.get(section)
    for ident, entry in found.items() if isinstance(found, dict) else ():
        if isinstance(entry, dict) and (not ident or _ID.fullmatch(ident)):
            yield ident, entry
