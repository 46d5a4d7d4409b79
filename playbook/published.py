"""Which of a project's files its site offers, where they stand there, and what is done to them before.

Only files that the playbook names are published, never what merely lies in a folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.brand.fonts import Family
from playbook.document import Document
from playbook.marks import marked
from playbook.model import Playbook
from playbook.observed import Unreadable
from playbook.terms import FileRef

Read = Callable[[str], bytes]
"""The bytes of a project file by its path; raises `Unreadable`."""

ASSETS = "assets/playbook"
"""The site's folder for everything that belongs to the playbook."""

FONT_FORMATS = {
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
    ".otf": (b"OTTO", b"\x00\x01\x00\x00"),
    ".ttf": (b"\x00\x01\x00\x00", b"true", b"OTTO"),
}
"""How a font file of each ending begins."""

_FOLDERS = ("brand", "content")
_RUN = {".htm", ".html", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".xml", ".xsl", ".xslt", ".js", ".mjs"}
_ACTIVE = frozenset({*_RUN, ".css", ".md", ".mkd", ".mkdn", ".mdown", ".markdown"})
"""Endings that a browser would run, or MkDocs would take for a page; such files are offered as plain text."""

_TEXT_ENDINGS = re.compile(r"(?:\.txt)+$", re.IGNORECASE)


def asset_path(project_path: str) -> str:
    """Where a project file stands in the site: its own path below the assets, so that no two can meet."""
    path = PurePosixPath(project_path)
    folder = ASSETS if path.parts[:1] and path.parts[0] in _FOLDERS else f"{ASSETS}/project"
    bare = PurePosixPath(_TEXT_ENDINGS.sub("", path.name) or "x")
    ending = ".txt" if bare.suffix.lower() in _ACTIVE else ""
    return f"{folder}/{path}{ending}"


def address(files: Mapping[str, str], written: str) -> str:
    """Where the file of a written path stands in the site; `files` is a brand's or the playbook's."""
    return asset_path(files[written]) if written in files else ""


def published(playbook: Playbook, read: Read) -> tuple[Artifact, ...]:
    """The files that a playbook shows or offers, each once, by path; what cannot be read is left out.

    The playbook is taken as it is: restrict it to an edition before. SVG pictures are cleaned of whatever
    could run or call home.
    """
    made = (artifact(path, read) for path in sorted(named(playbook)))
    return tuple(found for found in made if found)


def named(playbook: Playbook) -> set[str]:
    """The project files that a playbook shows or offers."""
    return {*_of_brands(playbook), *_of_items(playbook)}


def artifact(project_path: str, read: Read) -> Artifact | None:
    """A project file as the site shows it; None where it cannot be read as what its name says."""
    try:
        content = _fit(project_path, read(project_path))
    except Unreadable:
        return None
    return Artifact(asset_path(project_path), content, project_path)


def _fit(project_path: str, content: bytes) -> bytes:
    """The content as it may be published.

    Raises:
        Unreadable: for a picture or font that is none.
    """
    ending = PurePosixPath(project_path).suffix.lower()
    if ending == ".svg":
        from playbook.observe.svg.clean import harmless

        return harmless(content)
    if ending == ".svgz":
        raise Unreadable("not-svg")
    if not content.startswith(FONT_FORMATS.get(ending, (b"",))):
        raise Unreadable("not-font")
    return content


def _of_brands(playbook: Playbook) -> Iterator[str]:
    for brand in playbook.brands.values():
        for document in (brand.logo, brand.imagery):
            yield from _named(document, brand.files)
        for family in brand.fonts.families.values():
            yield from _of_family(brand, family)


def _of_family(brand: Brand, family: Family) -> Iterator[str]:
    """The files of a family that people may take, and its licence with them."""
    if family.licence and family.licence.download:
        written = [file.file for file in family.files] + [family.licence.file or ""]
        yield from (brand.files[path] for path in written if path in brand.files)


def _of_items(playbook: Playbook) -> Iterator[str]:
    for item in playbook.every_item():
        yield from _named(item, playbook.files)


def _named(document: Document, files: Mapping[str, str]) -> Iterator[str]:
    yield from (files[written] for _, written, _ in marked(document, FileRef) if written in files)
