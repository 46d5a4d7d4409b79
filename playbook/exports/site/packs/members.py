"""The files of a pack, under names that every system can unpack, and the ZIP file that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows: the same files make the same bytes on any day."""
_MODE = 0o100644 << 16
_PACKED = frozenset({".zip", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".woff", ".woff2", ".mp4"})
_PACKED |= {".docx", ".pptx", ".xlsx", ".pdf", ".mp3"}
"""Endings of what does not become smaller."""
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that mean a device on Windows, whatever their ending."""
_LONGEST = 80
_LEVEL = 4
"""Of deflate: the next one takes half as long again for a hundredth of the size."""


@dataclass(slots=True)
class Members:
    """Files by their paths in the pack; `paths` leads there from where each came from."""

    files: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)

    def add(self, folder: str, name: str, content: bytes, source: str = "") -> str:
        """Put a file in, each source once; what is called like another one gets a number."""
        if source and source in self.paths:
            return self.paths[source]
        path = next(path for path in _spellings(folder, safe(name)) if path.lower() not in self._lower)
        self.files[path] = content
        if source:
            self.paths[source] = path
        return path

    @property
    def _lower(self) -> set[str]:
        return {path.lower() for path in self.files}

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders at the top, in their order."""
        return tuple(dict.fromkeys(path.partition("/")[0] for path in self.files if "/" in path))


def _spellings(folder: str, name: str) -> Iterator[str]:
    stem, dot, ending = name.rpartition(".")
    yield f"{folder}/{name}" if folder else name
    for number in range(2, 10_000):
        numbered = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
        yield f"{folder}/{numbered}" if folder else numbered


def safe(name: str) -> str:
    """A file's name without anything that leads elsewhere or that a system does not take."""
    path = PurePosixPath(name.replace("\\", "/"))
    ending = _plain(path.suffix)
    short = (_plain(path.stem) or "file") + (f".{ending}" if ending else "")
    return f"x-{short}" if short.partition(".")[0].lower() in _TAKEN else short


def _plain(text: str) -> str:
    """A part of a name in letters that every system has."""
    ascii_ = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_).strip(".-")[:_LONGEST]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP file, by their paths: no dates, no rights, nothing of the machine that made it."""
    made = BytesIO()
    with ZipFile(made, "w") as pack:
        for path, content in sorted(files.items()):
            entry = ZipInfo(path, _DAY)
            entry.create_system, entry.external_attr = 3, _MODE
            entry.compress_type = (
                ZIP_STORED if PurePosixPath(path).suffix.lower() in _PACKED else ZIP_DEFLATED
            )
            pack.writestr(entry, content, compresslevel=_LEVEL)
    return made.getvalue()
