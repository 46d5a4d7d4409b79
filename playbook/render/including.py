"""Templates that share parts: `{{> name }}` stands for the text of another file.

A part is put in before the template is read, so that what is judged is what is filled in; the text remembers
where each stretch of it came from. A mark alone on its line takes the line with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from playbook.diagnostics import Location, Problem
from playbook.render.template import Span, Template, location, parse

Part = Callable[[str], tuple[str, str] | None]
"""The path and the text of a part by its name, None where there is none."""

_INCLUDED = re.compile(
    r"(?m)(?P<alone>^[ \t]*\{\{>\s*(?P<line>[a-z0-9][a-z0-9-]*)\s*\}\}[ \t]*(?:\n|\Z))"
    r"|\{\{>\s*(?P<name>[a-z0-9][a-z0-9-]*)\s*\}\}"
)
_LONGEST = 200_000
"""Characters of a template with its parts."""
_DEEPEST = 8
_MOST = 100
"""Parts of a template, those within parts included."""


def parse_with(path: str, text: str, part: Part) -> Template:
    """Read a template with its parts; one that is missing or holds itself becomes a problem at its mark."""
    if "{{>" not in text:
        return parse(path, text)
    reading = _Reading(part)
    reading.take(path, text, ())
    found = tuple(reading.found)
    whole = "".join(reading.texts)
    read = parse(path, whole if not found else text, tuple(reading.spans) if not found else ())
    return read if not found else Template(path, text, (), problems=found)


class _Reading:
    """One pass over a template and its parts, each in its place."""

    def __init__(self, part: Part) -> None:
        self.texts: list[str] = []
        self.spans: list[Span] = []
        self.found: list[Problem] = []
        self._part = part
        self._size = self._count = 0

    def take(self, path: str, text: str, above: tuple[str, ...]) -> None:
        """Add a file; `above` are the names of the parts that it stands in."""
        at = 0
        for mark in _INCLUDED.finditer(text):
            if self._count > _MOST:
                return
            self._add(path, text, at, mark.start())
            self._include(mark, location(path, text, mark.start() + mark[0].index("{{")), above)
            at = mark.end()
        self._add(path, text, at, len(text))

    def _add(self, path: str, text: str, start: int, end: int) -> None:
        if start < end:
            self.spans.append(Span(self._size, path, text, start))
            self.texts.append(text[start:end])
            self._size += end - start

    def _include(self, mark: re.Match[str], place: Location, above: tuple[str, ...]) -> None:
        name = mark["line"] or mark["name"]
        found = self._part(name)
        self._count += 1
        if found is None:
            self._say("part", place, name)
        elif name in above:
            self._say("part-circle", place, name)
        elif self._size + len(found[1]) > _LONGEST or len(above) >= _DEEPEST or self._count > _MOST:
            self._say("part-long", place, name)
        else:
            path, text = found
            self.take(path, text if mark["alone"] else text.removesuffix("\n"), (*above, name))

    def _say(self, case: str, place: Location, name: str) -> None:
        self.found.append(Problem(f"template.{case}", place, {"name": name}, f"template.{case}-hint"))
