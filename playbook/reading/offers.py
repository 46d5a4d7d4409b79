"""Which of the files that offer colors by name is read by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from playbook.handed import Handed
from playbook.observe import css, ooxml, swatches, tokens
from playbook.observe.sniff import OLE, offering, old
from playbook.observed import Unreadable

READERS: Mapping[str, Callable[[bytes], Handed]] = MappingProxyType(
    {
        "tokens": tokens.observe,
        "css": css.offers,
        "sass": css.sass,
        "ase": swatches.ase,
        "gpl": swatches.gpl,
        "office": ooxml.offers,
    }
)


def offered(name: str, content: bytes) -> Handed:
    """The colors that a file offers.

    Raises:
        Unreadable: `empty`, `encrypted`, `old-office`, or as its reader has it.
    """
    if not content.strip():
        raise Unreadable("empty")
    if content.startswith(OLE):
        raise old(content)
    return READERS[offering(name)](content)
