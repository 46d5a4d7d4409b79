"""A `_brand.yml` to start from: the file as it is, with the logos and fonts that it names.

Only pictures and fonts are taken along, and only from the file's own folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from playbook.artifact import Artifact
from playbook.diagnostics import Location, PlaybookError, Problem
from playbook.document import Keys
from playbook.loader import BRAND
from playbook.loader.brand_yml import translate
from playbook.loader.reading import Reading
from playbook.source import read

NAME = "_brand.yml"
ENDINGS = frozenset(
    {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff2", ".woff", ".ttf", ".otf"}
)
MAX_BYTES = 16 * 1024 * 1024
"""Of one file."""
MAX_FILES = 200


@dataclass(frozen=True, slots=True)
class Given:
    """What is taken over: the files, what our own files must not say again, and what could not be used.

    `parts` is the brand's data in our shape, by part.
    """

    artifacts: tuple[Artifact, ...]
    parts: dict[str, dict[str, Any]]
    problems: tuple[Problem, ...]


def read_given(path: Path) -> Given:
    """Read a `_brand.yml` and what it names.

    Raises:
        PlaybookError: if it cannot be read, or is not YAML that holds keys.
    """
    source = read(NAME, _content(path))
    if not isinstance(source.data, dict):
        raise PlaybookError("given.unusable", path=str(path))
    reading = translate(source, "")
    artifacts = [Artifact(f"{BRAND}/{NAME}", source.text)]
    found = [*source.problems, *(p for p in reading.problems if p.message != "brand-yml.no-name")]
    for name, place in islice(_named(reading).items(), MAX_FILES):
        taken = _taken(path.parent, name)
        if isinstance(taken, Artifact):
            artifacts.append(taken)
        else:
            found.append(Problem(f"given.left-{taken}", place, {"path": name}))
    return Given(tuple(artifacts), reading.parts, tuple(found))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PlaybookError("given.large", path=str(path), limit=MAX_BYTES // 1024**2)
        return path.read_bytes()
    except OSError as error:
        raise PlaybookError("given.unreadable", path=str(path), reason=error.strerror or "") from error


def _named(reading: Reading) -> Mapping[str, Location]:
    """The files that the logo's variants and the font families name, and where."""
    logo, fonts = reading.parts.get("logo", {}), reading.parts.get("fonts", {})
    files: list[tuple[str, Keys]] = [
        (str(variant["file"]), ("logo", "variants", ident, "file"))
        for ident, variant in logo.get("variants", {}).items()
    ]
    for ident, family in fonts.get("families", {}).items():
        listed = enumerate(family.get("files", ()))
        files += ((str(file["file"]), ("fonts", "families", ident, "files", i, "file")) for i, file in listed)
    return {name: _place(reading, keys) for name, keys in files}


def _place(reading: Reading, keys: Keys) -> Location:
    layer = reading.layers[str(keys[0])]
    return layer.source.at(*layer.translate(keys[1:]))


def _taken(folder: Path, name: str) -> Artifact | str:
    """A file that is named, for the same path below the brand's folder; or the case of leaving it."""
    written = PurePosixPath(name)
    if written.is_absolute() or ".." in written.parts or "\\" in name or ":" in name:
        return "outside"
    if written.suffix.lower() not in ENDINGS:
        return "ending"
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return "outside"
    if not path.is_file():
        return "missing"
    if path.stat().st_size > MAX_BYTES:
        return "large"
    return Artifact(f"{BRAND}/{written}", path.read_bytes())
