"""The price lists that pieces name: what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.diagnostics import Location, Problem
from playbook.loader.files import Files
from playbook.making.prices import LARGEST, lines
from playbook.model import Playbook


def price_list_problems(files: Files, playbook: Playbook) -> Iterator[Problem]:
    """What is wrong with each row of each list; where a list is missing is told elsewhere."""
    for piece in playbook.pieces.values():
        kind = playbook.kinds.get(piece.kind)
        for name, rule in piece.form.items():
            path = playbook.files.get(rule.prices or "")
            field = kind.fields.get(name) if kind else None
            if path and field and field.type == "list":
                content = _content(files, path)
                yield from [content] if isinstance(content, Problem) else lines(path, content, field)[1]


def _content(files: Files, path: str) -> bytes | Problem:
    """The file up to a byte more than a list may have, or why it cannot be read."""
    try:
        with (files.root / path).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        facts = {"reason": error.strerror or type(error).__name__}
        return Problem("unreadable-file.refused", Location(path), facts)
