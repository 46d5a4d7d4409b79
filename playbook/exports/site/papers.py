"""Documents of office and print on the pages of pieces: made at build with the examples, or in the page."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.artifact import Artifact
from playbook.exports.site.data import path
from playbook.exports.site.makers import Form
from playbook.exports.site.view import slug
from playbook.making.also import More, on_paper, worn
from playbook.making.cache import more
from playbook.making.look import look
from playbook.making.wordfile import wordfile
from playbook.render.docx import Part
from playbook.render.fill import TooLong
from playbook.render.look import Look

_FOLDER = "assets/playbook/made"


def script(found: Form) -> str:
    """Where what its documents for text processors are made with is published; empty where there is none."""
    return path(f"word-{slug(found.piece.id)}") if words(found) else ""


def words(found: Form) -> dict[str, tuple[Part, ...]]:
    """What the page makes its documents for text processors with, by the names of their templates."""
    return found.view.once(("words", *alike(found)), lambda: _words(found))


def alike(found: Form) -> tuple[str, ...]:
    """What the templates of pieces of a kind have in common once the brand is filled in."""
    return found.brand.id, found.kind.id, found.wording.formats.tag, *found.languages


def _words(found: Form) -> dict[str, tuple[Part, ...]]:
    worn_look = worn(dress(found))
    made = (
        (output.template, wordfile(found.kind, output, worn_look, found.wording))
        for output in found.kind.outputs
        if "docx" in output.also and found.filled_here
    )
    return {name: parts for name, parts in made if parts}


def dress(found: Form) -> Look:
    """What its documents are set in."""
    brand = found.brand
    return found.view.once(("look", brand.id), lambda: look(brand, found.elements, found.read))


def made(found: Form) -> More:
    """Its documents with its examples."""
    return found.view.once(("more", found.piece.id), lambda: _made(found))


def _made(found: Form) -> More:
    kind = on_paper(found.kind)
    if not any(output.also for output in kind.outputs):
        return More()
    try:
        return more(kind, dress(found), found.values, found.wording, found.view.store)
    except TooLong:
        return More()


def documents(found: Form) -> Iterator[Artifact]:
    """The same as files of the site."""
    for file in made(found).files:
        yield Artifact(place(found, file.path), file.content)


def place(found: Form, name: str) -> str:
    """Where one of them is published, named after the piece where it is the only one of its format."""
    ident, ending = slug(found.piece.id), name.rpartition(".")[2]
    alone = sum(ending in output.also for output in found.kind.outputs) == 1
    return f"{_FOLDER}/{ident}/{ident}.{ending}" if alone else f"{_FOLDER}/{ident}/{name}"
