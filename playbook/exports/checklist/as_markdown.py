"""The checklist as Markdown with task lists, as GitHub, GitLab and most editors show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.blanks import FEELS, PAIN, Blank
from playbook.checklist import Checklist, Part, Row, Section
from playbook.choices import Tick
from playbook.i18n import text

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$!])")
_LINES = 3
"""Lines to write conclusions and goals on."""


def as_markdown(listed: Checklist, sheets: Sequence[Blank], brand: str, lang: str) -> str:
    """The checklist, what follows from it, and the empty journeys."""
    lines = [
        f"# {text(lang, 'worksheet.title')}: {_plain(brand)}",
        text(lang, "worksheet.lead"),
        text(lang, "worksheet.marks"),
        *(line for section in listed.sections for line in _section(section, lang)),
        *_loose(listed, lang),
        *_following(lang),
        *(line for sheet in sheets for line in _journey(sheet, lang)),
    ]
    return "\n\n".join(lines) + "\n"


def _plain(words: str) -> str:
    """Words that are no Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))


def _section(section: Section, lang: str) -> Iterator[str]:
    yield f"## {_plain(section.title)} · {_plain(section.who)}"
    yield from _list(row for row in section.rows if row.ours)
    for usual, words in ((True, "usual"), (False, "unusual")):
        rows = [row for row in section.rows if not row.ours and row.usual is usual]
        if rows:
            yield f"*{text(lang, f'worksheet.from-{words}')}*"
            yield from _list(rows)


def _list(rows: Iterator[Row] | Sequence[Row]) -> Iterator[str]:
    lines = [line for row in rows for line in _row(row)]
    if lines:
        yield "\n".join(lines)


def _row(row: Row) -> Iterator[str]:
    owner = f" ({_plain(row.owner)})" if row.owner else ""
    yield f"- {_box(row.tick)} **{_plain(row.name)}**{owner}"
    yield from (f"    {_part(part)}" for part in row.parts)


def _part(part: Part) -> str:
    kind = f", {_plain(part.kind)}" if part.kind != part.name else ""
    return f"- {_box(part.tick)} {_plain(part.name)}{kind}"


def _box(tick: Tick) -> str:
    """A task: done where it is there; what needs work has a sign before its name."""
    return {Tick.HAVE: "[x]", Tick.NEEDS_WORK: "[x] ⚠", Tick.MISSING: "[ ]"}[tick]


def _loose(listed: Checklist, lang: str) -> Iterator[str]:
    if listed.loose:
        yield f"## {text(lang, 'worksheet.loose')}"
        yield "\n".join(map(_part, listed.loose))


def _following(lang: str) -> Iterator[str]:
    yield f"## {text(lang, 'worksheet.following')}"
    yield f"### {text(lang, 'worksheet.conclusions')}"
    yield "\n".join("- " for _ in range(_LINES))
    yield f"### {text(lang, 'worksheet.goals')}"
    heads = [text(lang, f"worksheet.{name}") for name in ("goal", "who", "due")]
    yield _table(heads, [[""] * len(heads)] * _LINES)
    yield f"{text(lang, 'worksheet.next')} ____________"


def _journey(sheet: Blank, lang: str) -> Iterator[str]:
    yield f"## {text(lang, 'blank.title', {'name': _plain(sheet.title)})}"
    if sheet.summary:
        yield _plain(sheet.summary)
    yield "\n".join(f"- {asked}: " for asked in sheet.head)
    marks = {FEELS: " / ".join(sheet.feelings), PAIN: " ".join(f"[ ] {effect}" for effect in sheet.effects)}
    rows = [[f"**{asked}**", *([marks.get(row, "")] * len(sheet.phases))] for row, asked in sheet.rows]
    yield _table(["", *sheet.phases], rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
