"""An estimate as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from playbook.cli.estimating import Told
from playbook.estimate import Entry, State, Total, total
from playbook.estimate.wording import cost, effort, gaps
from playbook.i18n import number, plural, text
from playbook.named import term

_LISTED = 100
"""Pieces that are named; the forms for programs hold all of them."""


def as_text(told: Told) -> str:
    """For people: the sum, what is not known, three tables, and the pieces."""
    lines = [*_sums(told), ""]
    for by, groups in told.groups.items():
        if groups:
            lines += [*_table(told, by, groups), ""]
    lines += _pieces(told)
    return "\n".join(lines).rstrip("\n") + "\n"


def _sums(told: Told) -> Iterator[str]:
    lang, found = told.lang, told.total
    yield _first(told)
    if told.found:
        yield text(
            lang, "estimate.effort", {"effort": effort(found, lang) or text(lang, "estimate.unknown_effort")}
        )
    if found.things:
        yield text(
            lang, "estimate.cost", {"cost": cost(found, lang) or text(lang, "estimate.unknown_effort")}
        )
    yield from gaps(found, lang)
    if told.change is None:
        yield _states(told)
    elif told.blank:
        form = f"estimate.blank.{'one' if len(told.blank) == 1 else 'other'}"
        names = ", ".join(entry.piece.id for entry in told.blank[:_LISTED])
        yield text(lang, form, {"count": number(lang, len(told.blank)), "names": names})


def _first(told: Told) -> str:
    """The sentence with what matters most."""
    lang, version = told.lang, told.playbook.brand.identity.version
    counted = {
        "pieces": plural(lang, "estimate.pieces", told.total.pieces),
        "units": plural(lang, "estimate.units", told.total.units),
        "parts": ", ".join(told.words),
        "version": version or "",
    }
    if told.change:
        return text(lang, "estimate.planned" if told.found else "estimate.nothing", counted)
    if not version:
        return text(lang, "estimate.versionless")
    return text(lang, "estimate.todo" if told.found else "estimate.clean", counted)


def _states(told: Told) -> str:
    counted = Counter(entry.state for entry in told.every)
    said = (
        f"{text(told.lang, f'estimate.state.{state}')}: {number(told.lang, counted[state])}"
        for state in State
        if counted[state]
    )
    return " \N{MIDDLE DOT} ".join(said)


def _table(told: Told, by: str, groups: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    lang = told.lang
    yield text(lang, f"estimate.by.{by}")
    head = tuple(text(lang, f"estimate.head.{name}") for name in (by, "pieces", "units", "effort", "cost"))
    yield from _aligned(
        (head, *(_row(told, by, name, total(group)) for name, group in groups.items())), {1, 2}
    )


def _row(told: Told, by: str, name: str, found: Total) -> tuple[str, ...]:
    lang = told.lang
    said = (
        name
        if by == "part"
        else term(told.playbook, lang, by, name)
        if name
        else text(lang, "estimate.nobody")
    )
    units = number(lang, found.units) if found.units else ""
    return (
        said,
        number(lang, found.pieces),
        units,
        effort(found, lang, short=True),
        cost(found, lang, short=True),
    )


def _pieces(told: Told) -> Iterator[str]:
    lang = told.lang
    columns = ("piece", "owner", "version", "units", "effort", "cost")
    head = tuple(text(lang, f"estimate.head.{name}") for name in columns)
    rows = tuple(_line(told, entry) for entry in told.found[:_LISTED])
    if rows:
        yield from _aligned((head, *rows), {3})
    more = len(told.found) - _LISTED
    if more > 0:
        yield plural(lang, "estimate.rest", more)


def _line(told: Told, entry: Entry) -> tuple[str, ...]:
    piece, alone = entry.piece, total((entry,))
    owner = term(told.playbook, told.lang, "owner", piece.owner) if piece.owner else ""
    units = number(told.lang, entry.units) if entry.units else ""
    said = effort(alone, told.lang, short=True) or piece.effort or ""
    return piece.id, owner, piece.brand_version or "", units, said, cost(alone, told.lang, short=True)


def _aligned(rows: Sequence[tuple[str, ...]], numbers: Iterable[int]) -> Iterator[str]:
    """Rows of cells below each other; columns named in `numbers` end together."""
    right = frozenset(numbers)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield f"  {'  '.join(cells)}".rstrip()
