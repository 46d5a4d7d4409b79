"""Mistakes of lines: a colon or a space too few or too many, and indentation."""

from __future__ import annotations

import re

from playbook.source.complaint import Complaint, case, other, point, quoted
from playbook.source.finding import Finding
from playbook.source.inline import after_quote
from playbook.source.lines import (
    columns_above,
    indent,
    is_first_on_line,
    line_start,
    lines_above,
    rest_of_line,
)

# Groups are made atomic by `(?> )`, not by `*+`: Python before 3.11.5 fails to step back from those.
_KEYED = re.compile(
    r"""
    [ ]*+ (?>(?:-[ ]++)*)
    (?P<key> "[^"\n]*" | '[^'\n]*' | [^\s"'\#:] (?>(?:[^\n:]++|:(?![ \t]))*) )
    [ \t]* : [ \t]+
    (?P<value> [^\s\#].* )
    """,
    re.VERBOSE,
)
_GLUED_COLON = re.compile(r"[ ]*+(?>(?:-[ ]++)*)[^\s:'\"]++(?P<colon>:)(?!//)[^\s:]")
_DASH = re.compile(r"-(?=\s|\Z)")


def second_colon(text: str, said: Complaint) -> Finding:
    """A colon where no key can be: in the middle of a text, or on a line that continues a text above."""
    keyed = _KEYED.match(text, line_start(text, said.at))
    if keyed and keyed.start("value") <= said.at:
        value = rest_of_line(text, keyed.start("value"))
        return case("colon", point(text, said.at), key=keyed["key"].strip(), value=value, right=quoted(value))
    above = next((start for start in lines_above(text, said.at) if _has_structure(text, start)), None)
    keyed = _KEYED.match(text, above) if above is not None else None
    if keyed:
        return _deeper(text, said.at, keyed)
    previous = next(lines_above(text, said.at), None)
    return other(text, said) if previous is None else _no_colon(text, indent(text, previous))


def _has_structure(text: str, start: int) -> bool:
    """Whether a line is more than the continuation of a text."""
    line = rest_of_line(text, start)
    return bool(_KEYED.match(text, start)) or line.lstrip().startswith("- ") or line.endswith(":")


def _deeper(text: str, at: int, above: re.Match[str]) -> Finding:
    start = indent(text, line_start(text, at))
    column = above.start("key") - line_start(text, above.start("key")) + 1
    return case("deeper", (start, at), key=text[start:at].strip(), above=above["key"].strip(), column=column)


def no_colon(text: str, said: Complaint) -> Finding:
    """A line that should be a key, but is none."""
    return _no_colon(text, said.since)


def _no_colon(text: str, start: int) -> Finding:
    line = rest_of_line(text, start)
    glued = _GLUED_COLON.match(text, line_start(text, start))
    if glued:
        right = f"{text[start : glued.end('colon')]} {rest_of_line(text, glued.end('colon'))}"
        return case("space-after-colon", glued.span("colon"), wrong=line, right=right)
    if re.match(r"-[^\s-]", line):
        return case("space-after-dash", point(text, start), wrong=line, right=f"- {line[1:]}")
    return case("colon-missing", (start, start + len(line)), line=line.removeprefix("- "))


def no_key(text: str, said: Complaint) -> Finding:
    """A block mapping or list goes on with something that cannot be its next entry."""
    if is_first_on_line(text, said.at):
        return _misplaced(text, said)
    before = text[: said.at].rstrip(" \t")
    if before[-1:] in {'"', "'"}:
        return after_quote(text, said, len(before) - 1)
    keyed = _KEYED.match(text, line_start(text, said.at))
    if before[-1:] in {"]", "}"} and keyed:
        right = quoted(rest_of_line(text, keyed.start("value")))
        return case("text-after-bracket", point(text, said.at), bracket=before[-1], right=right)
    return other(text, said)


def _misplaced(text: str, said: Complaint) -> Finding:
    """A line that begins where neither the entries around it nor those outside begin."""
    item = _DASH.match(text, said.at) is not None
    line = said.at, said.at + len(rest_of_line(text, said.at))
    column = _column(text, said.at)
    if text.startswith(":", said.at):
        return case("key-missing", point(text, said.at))
    if said.context and column == _column(text, said.since):
        return case("item-among-keys" if item else "key-among-items", line)
    columns = sorted(columns_above(text, said.at, items=item))
    nearest = [c for c in columns if c < column][-1:] + [c for c in columns if c > column][:1]
    if not nearest:
        return other(text, said)
    return case("indentation", line, column=column, columns=tuple(map(str, nearest)))


def _column(text: str, at: int) -> int:
    return at - line_start(text, at) + 1


def no_document(text: str, said: Complaint) -> Finding:
    """Something after the end of the only value that a file may hold."""
    previous = next(lines_above(text, said.at), said.at)
    if text.startswith("...", previous):
        return second_document(text, said)
    if text.startswith("%", previous):
        return directive(text, Complaint("", previous, "", previous))
    return _misplaced(text, said) if is_first_on_line(text, said.at) else other(text, said)


def second_document(text: str, said: Complaint) -> Finding:
    """A `---` or `...` in the middle of the file."""
    return case("documents", (said.at, said.at + len(rest_of_line(text, said.at))))


def directive(text: str, said: Complaint) -> Finding:
    """A line that begins with a percent sign, before everything else."""
    line = rest_of_line(text, said.since)
    return case("directive", (said.since, said.since + len(line)), line=line)


def dash_after_key(text: str, said: Complaint) -> Finding:
    """A list that begins on the line of its key."""
    value = rest_of_line(text, said.at)
    return case("dash-after-key", point(text, said.at), item=value, right=quoted(value))
