"""Which kind of file is read by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from playbook.handed import Handed
from playbook.observe import css, html, ooxml, pdf, prose
from playbook.observe.sniff import fits, sniff
from playbook.reading.pictures import drawing, photo


def page(content: bytes) -> Handed:
    """What is seen in a page or mail, with the style sheets and drawings inside it.

    Raises:
        Unreadable: as `observe.html` has it.
    """
    return html.page(content, html.Helpers(_styles, drawing))


def _styles(found: Iterable[html.Style]) -> html.Styled:
    return css.read(css.Piece(one.text, one.line, one.column, one.inside) for one in found)


READERS: Mapping[str, Callable[[bytes], Handed]] = MappingProxyType(
    {
        "svg": drawing,
        "png": photo,
        "jpeg": photo,
        "webp": photo,
        "gif": photo,
        "docx": ooxml.word,
        "pptx": ooxml.slides,
        "html": page,
        "css": css.observe,
        "markdown": prose.markdown,
        "text": prose.text,
        "pdf": pdf.observe,
    }
)


def read(name: str, content: bytes) -> Handed:
    """What is seen in a file. Where its name claims another kind, `facts` has that as `suffix`.

    Raises:
        Unreadable: as `sniff` and the kind's reader have it.
    """
    kind = sniff(name, content)
    seen = READERS[kind](content)
    if fits(name, kind):
        return seen
    return replace(seen, facts={**seen.facts, "suffix": PurePosixPath(name).suffix.lower()[1:]})
