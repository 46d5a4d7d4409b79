"""Hand-written pages: their front matter, and the live references in them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from playbook.choices import Visibility
from playbook.diagnostics import Problem
from playbook.loader.files import Files
from playbook.loader.mistakes import choice
from playbook.model import Page
from playbook.source import Source, read

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
MAX_BYTES = 2 * 1024 * 1024
"""A page larger than this is not read for references."""


def read_pages(files: Files, folder: str) -> tuple[dict[str, Page], list[Problem]]:
    """The Markdown pages below a folder, by their path in it."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for path in files.under(folder, (".md",)):
        content = (files.root / path).read_bytes()
        name = str(PurePosixPath(path).relative_to(folder))
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems += read(path, content).problems
            continue
        if len(content) <= MAX_BYTES:
            front = _front(path, text)
            problems += front.problems
            pages[name] = Page(name, _title(front, text, name), text, _visibility(front, problems))
    return pages, problems


def _front(path: str, text: str) -> Source:
    """The front matter; the line above it keeps its places right."""
    match = _FRONT.match(text)
    return read(path, f"#\n{match[1]}".encode() if match else b"")


def _title(front: Source, text: str, name: str) -> str:
    if isinstance(front.data, dict) and isinstance(front.data.get("title"), str):
        return str(front.data["title"])
    heading = _TITLE.search(_FRONT.sub("", text, count=1))
    return heading[1] if heading else PurePosixPath(name).stem.replace("-", " ").capitalize()


def _visibility(front: Source, problems: list[Problem]) -> Visibility:
    """Who may see the page. What cannot be understood hides it, rather than show it to everybody."""
    if not isinstance(front.data, dict):
        return Visibility.PUBLIC if front.readable else Visibility.INTERNAL
    value = front.data.get("visibility") or "public"
    if value in list(Visibility):
        return Visibility(value)
    problems.append(choice("bad-value", front.at("visibility"), str(value), list(Visibility), "visibility"))
    return Visibility.INTERNAL
