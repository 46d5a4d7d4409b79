"""The documents of office and print that the build made of a piece."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.exports.site.blocks import Block, Para
from playbook.exports.site.inlines import Download, Text
from playbook.exports.site.makers import Form
from playbook.exports.site.names import coded, joined, words
from playbook.exports.site.papers import made, place
from playbook.exports.site.view import View


def made_blocks(view: View, found: Form) -> Iterator[Block]:
    """The documents of office and print that the build made, and for its owners what it could not make."""
    more = made(found)
    if more.files and view.options.writer == "html":
        paths = [place(found, file.path) for file in more.files]
        links = joined((Download(path, words(path.rpartition("/")[2])),) for path in paths)
        yield Para((Text(f"{view.t(_words_before(found, paths))} "), *links), "quiet")
    if view.internal:
        for ending, extra in more.missing.items():
            yield Para(words(view.t("document.missing", format=ending.upper(), extra=extra)), "quiet")
        for problem in more.problems:
            yield Para(coded(_sentence(view.t(problem.message, **problem.facts))), "quiet")


def _sentence(told: str) -> str:
    """What a finding says after its place, as it stands alone."""
    return f"{told[:1].upper()}{told[1:]}."


def _words_before(found: Form, paths: list[str]) -> str:
    """What stands before the links: a form makes no slides, so theirs are not taken for what was typed."""
    if not found.filled_here:
        return "written.made"
    return "document.made_pptx" if all(path.endswith(".pptx") for path in paths) else "document.made"
