"""Mistakes inside a value: quotes, brackets, and signs that mean something else to YAML."""

from __future__ import annotations

import re

from playbook.source.complaint import Complaint, case, other, point, quoted
from playbook.source.finding import Finding
from playbook.source.lines import indent, line_start, rest_of_line

_CLOSING = {"[": "]", "{": "}"}
_OPENING = re.compile(r"[\[{]")
_TABS = re.compile(r"\t*")
_KEY_BEFORE = re.compile(r"[^\n]*:[ \t]+$")


def tab(text: str, said: Complaint) -> Finding:
    """A tab where spaces are wanted."""
    run = _TABS.match(text, said.at)
    return case("tab", run.span() if run else point(text, said.at))


def special_start(text: str, said: Complaint) -> Finding:
    """A plain value that begins with one of YAML's own signs."""
    if text.startswith("\t", said.since):
        return tab(text, said)
    value = rest_of_line(text, said.since)
    return case("special-start", point(text, said.since), character=value[:1], right=quoted(value))


def no_content(text: str, said: Complaint) -> Finding:
    """Nothing where a value should be: two commas, a stray bracket, or the end of the file."""
    if said.at >= len(text.rstrip()):
        opened = _last_unclosed(text)
        return other(text, said) if opened is None else _open_bracket(text, opened)
    if text[said.at] == "," and "flow" in said.context:
        return case("empty-item", point(text, said.at))
    return special_start(text, Complaint("", said.at, "", said.at))


def open_quote(text: str, said: Complaint) -> Finding:
    """A quote that reaches the end of the file."""
    return _quote_from(text, said.since)


def _quote_from(text: str, start: int) -> Finding:
    value = rest_of_line(text, start)
    closed = value + value[:1]
    return case("quote-open", point(text, start), quote=value[:1], closed=closed, right=quoted(value))


def after_quote(text: str, said: Complaint, closing: int) -> Finding:
    """Text behind a closing quote; one that closes a text of some lines above was meant to open another."""
    opening = text.rfind(text[closing], 0, closing)
    start = line_start(text, closing)
    if opening < start and _KEY_BEFORE.match(text[start:closing]):
        return _quote_from(text, opening)
    whole = rest_of_line(text, opening)
    inner = whole[1:-1] if len(whole) > 1 and whole[-1] == whole[0] else whole
    return case("text-after-quote", point(text, said.at), quote=whole[:1], right=quoted(inner))


def in_brackets(text: str, said: Complaint) -> Finding:
    """Inside [ ] or { }: the wrong closing bracket, none at all, or a comma too few."""
    bracket = _OPENING.search(text, said.since, said.at)
    if not bracket:
        return other(text, said)
    opened = bracket.start()
    if said.at >= len(text.rstrip()) or _is_outside(text, opened, said.at):
        return _open_bracket(text, opened)
    if text[said.at] not in "]}":
        return case("comma", point(text, said.at))
    related = (point(text, opened),)
    closed, right = text[said.at], _CLOSING[text[opened]]
    return case(
        "bracket-other", point(text, said.at), related, opened=text[opened], closed=closed, right=right
    )


def _is_outside(text: str, opened: int, at: int) -> bool:
    """Whether a line below the bracket begins no deeper than the bracket's own."""
    start, first = line_start(text, at), line_start(text, opened)
    return start > opened and indent(text, start) - start <= indent(text, first) - first


def _open_bracket(text: str, opened: int) -> Finding:
    closing = _CLOSING[text[opened]]
    closed = rest_of_line(text, opened).rstrip(", ") + closing
    return case("bracket-open", point(text, opened), bracket=text[opened], closing=closing, closed=closed)


def _last_unclosed(text: str) -> int | None:
    """The last bracket without its partner; quotes are not looked at."""
    opened: list[int] = []
    for bracket in re.finditer(r"[][{}]", text):
        if bracket[0] in _CLOSING:
            opened.append(bracket.start())
        elif opened:
            opened.pop()
    return opened[-1] if opened else None


def unknown_alias(text: str, said: Complaint) -> Finding:
    """`*name` without `&name`: mostly a text that begins with an asterisk."""
    name = _name(text, said.at)
    right = quoted(rest_of_line(text, said.at))
    return case("alias-unknown", (said.at, said.at + len(name)), name=name[1:], right=right)


def second_anchor(text: str, said: Complaint) -> Finding:
    """`&name` given twice."""
    name = _name(text, said.at)
    first, again = ((at, at + len(name)) for at in (said.since, said.at))
    return case("anchor-twice", again, (first,), name=name[1:])


def _name(text: str, at: int) -> str:
    return re.split(r"[\s,\]}]", rest_of_line(text, at), maxsplit=1)[0]


def after_block_mark(text: str, said: Complaint) -> Finding:
    """Text on the line of a `|` or `>`."""
    value = rest_of_line(text, said.since)
    return case("text-after-mark", point(text, said.at), mark=value[:1], right=quoted(value))


def bad_escape(text: str, said: Complaint) -> Finding:
    """A backslash in double quotes before a letter that makes no escape with it."""
    slash = text.rfind("\\", said.since, said.at + 2)
    value = rest_of_line(text, said.since)
    single = "'" + value.strip('"').replace("'", "''") + "'"
    return case("escape", (slash, slash + 2), escape=text[slash : slash + 2], right=single)
