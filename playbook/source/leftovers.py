"""What other programs leave in a text: marks of a merge, and characters that only look like spaces."""

from __future__ import annotations

import re

from playbook.source.complaint import Complaint, case
from playbook.source.finding import Finding, Refused
from playbook.source.lines import line_start, rest_of_line

_MERGE_BEGINS = "<" * 7 + " "
_MERGE = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)", re.MULTILINE)
_FALSE = "[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]+"
"""Spaces of other widths, and of none: to YAML they are letters."""
_FALSE_SPACE = re.compile(rf"[ \t]*(?:-[ \t]+)*(?:-|[\w-]+:)?({_FALSE})")
_FALSE_EDGE = re.compile(rf"\A{_FALSE}|{_FALSE}\Z")


def refuse_merge(text: str) -> None:
    """Refuse a file that Git could not merge; in brackets and quotes, libyaml would take the marks for text.

    Raises:
        Refused: with the first mark.
    """
    if _MERGE_BEGINS in text and (mark := _MERGE.search(text)) and mark[0] in _MERGE_BEGINS:
        raise Refused(_merge(text, mark))


def leftover(text: str, said: Complaint) -> Finding | None:
    """What stops libyaml though no author wrote it: a mark above the place, or a false space on its line."""
    mark = _MERGE.search(text)
    if mark and mark.start() <= said.at:
        return _merge(text, mark)
    for at in (said.at, said.since):
        if found := _FALSE_SPACE.match(text, line_start(text, at)):
            return _space(found[1], found.start(1))
    return None


def in_key(text: str, start: int, key: str) -> Finding | None:
    """A false space where a plain key begins or ends, given where in the text the key stands."""
    found = _FALSE_EDGE.search(key)
    at = text.find(key, start) if found else -1
    return _space(found[0], at + found.start()) if found and at >= 0 else None


def _merge(text: str, mark: re.Match[str]) -> Finding:
    return case("merge", (mark.start(), mark.start() + len(rest_of_line(text, mark.start()))), mark=mark[0])


def _space(run: str, start: int) -> Finding:
    return Finding("yaml-encoding.space", (start, start + len(run)), {"code": f"U+{ord(run[0]):04X}"})
