"""Names of colors that stand for others, followed within a file and from file to file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playbook.handed import Ink

_LONGEST = 20
"""Names in a chain; a circle is longer than any."""

End = tuple[str, Ink]
"""A file and the color in it that a chain of names ends at."""


class Aliases:
    """The named colors of files; a file's own go before those of others."""

    def __init__(self, files: Iterable[tuple[str, Iterable[Ink]]]) -> None:
        self._files: dict[str, Mapping[str, Ink]] = {}
        self._all: dict[str, End] = {}
        self._short: dict[str, End | None] = {}
        for path, inks in files:
            named = {ink.name: ink for ink in reversed(tuple(inks)) if ink.name}
            self._files[path] = named
            for name, ink in named.items():
                self._all.setdefault(name, (path, ink))
                self._shorten(name, (path, ink))

    def end(self, path: str, name: str) -> End | None:
        """The color that a name leads to, asked in a file; None where it leads nowhere, or in a circle."""
        for _ in range(_LONGEST):
            own = self._files[path].get(name)
            found = (path, own) if own else self._all.get(name) or self._short.get(name)
            if found is None or found[1].color:
                return found
            path, name = found[0], found[1].of
        return None

    def _shorten(self, name: str, found: End) -> None:
        """The name less the sets that it stands in, which some programs leave out, if one only has it."""
        rest = name
        while rest := rest.partition(".")[2]:
            self._short[rest] = None if rest in self._short else found
