"""The language that kinds of piece are written in: a text with slots, which a script can fill as well.

    {{ name }}                          a value, escaped for the format it stands in
    {{ total | money }}                 one that a filter has worded
    {{#if phone}} … {{else}} … {{/if}}  a part that stands only where a value does; `not` turns it round
    {{#each lines as line}} … {{/each}} a part for each entry of a list, which it calls `line`
    {{! a note }}                       nothing
    {{> frame }}                        a part of its own file, put in before all else (`including`)

A mark that stands alone on its line takes the line with it. There is nothing to compute and nothing to call:
a template can only show what it is given, so one from a stranger is as harmless as its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from playbook.diagnostics import Fact, Location, Problem

Path = tuple[str, ...]

_MARK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ALONE = re.compile(r"(?m)^[ \t]*(\{\{[#/!][^\n{}]*\}\}|\{\{\s*else\s*\}\})[ \t]*(?:\n|\Z)")
_NAME = r"[a-z][a-z0-9_]*(?:[.-][a-z0-9][a-z0-9_]*)*"
_VALUE = rf"(?P<path>{_NAME})(?P<filters>(?:\s*\|\s*[a-z]+(?::[\w.-]+)?)*)"
_SLOT = re.compile(_VALUE)
_FILTER = re.compile(r"\|\s*(?P<name>[a-z]+)(?::(?P<argument>[\w.-]+))?")
_IF = re.compile(rf"#if\s+(?P<turned>not\s+)?(?P<path>{_NAME})")
_EACH = re.compile(rf"#each\s+{_VALUE}\s+as\s+(?P<name>[a-z][a-z0-9_]*)")
_LONGEST = 60
"""Characters of a mark that a message quotes."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a slot, with what stands behind its colon."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a value; `offset` is where its mark begins in the template's text."""

    path: Path
    filters: tuple[Filter, ...] = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class If:
    """What stands only where a value does, or, `turned`, where it does not."""

    path: Path
    turned: bool
    then: Nodes
    otherwise: Nodes = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Each:
    """What stands once for each entry of a list; inside, `name` is the entry."""

    path: Path
    name: str
    body: Nodes
    filters: tuple[Filter, ...] = ()
    offset: int = 0


Node = str | Slot | If | Each
Nodes = tuple[Node, ...]


def marks(nodes: Nodes) -> Iterator[Slot | If | Each]:
    """Every mark, before those within it."""
    for node in nodes:
        if isinstance(node, str):
            continue
        yield node
        if isinstance(node, If):
            yield from marks((*node.then, *node.otherwise))
        elif isinstance(node, Each):
            yield from marks(node.body)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a template from a file: from `start` on it is the text of that from `offset` on."""

    start: int
    path: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Template:
    """A template as read. `text` is what the offsets count in; `spans` say where its parts came from."""

    path: str
    text: str
    nodes: Nodes
    problems: tuple[Problem, ...] = ()
    spans: tuple[Span, ...] = ()

    def at(self, offset: int) -> Location:
        """Where an offset stands, in the file that it came from."""
        if not self.spans:
            return location(self.path, self.text, offset)
        span = self.spans[max(0, bisect_right(self.spans, offset, key=lambda each: each.start) - 1)]
        return location(span.path, span.text, span.offset + offset - span.start)


def location(path: str, text: str, offset: int) -> Location:
    """The line and column of an offset in a file's text."""
    line = text.count("\n", 0, offset) + 1
    return Location(path, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


@dataclass(slots=True)
class _Open:
    """A part whose end has not come yet."""

    kind: str
    mark: str
    offset: int
    node: If | Each | None
    nodes: list[Node] = field(default_factory=list)
    then: Nodes | None = None


def parse(path: str, text: str, spans: tuple[Span, ...] = ()) -> Template:
    """Read a template; what is wrong with it becomes problems, and its nodes are then of no use."""
    reader = _Reader(text)
    nodes = reader.read()
    bare = Template(path, text, nodes, spans=spans)
    found = tuple(
        Problem(f"template.{case}", bare.at(offset), facts, f"template.{case}-hint")
        for case, offset, facts in reader.found
    )
    return Template(path, text, nodes if not found else (), found, spans)


class _Reader:
    """One pass over the marks, with a stack of what is open."""

    def __init__(self, text: str) -> None:
        self.found: list[tuple[str, int, dict[str, Fact]]] = []
        self._text = text
        self._stack = [_Open("", "", 0, None)]

    def read(self) -> Nodes:
        at = 0
        for start, end, mark, offset in _marks(self._text):
            self._put(self._text[at:start])
            self._take(mark.strip(), offset)
            at = end
        self._put(self._text[at:])
        for left in self._stack[1:]:
            self._say("unclosed", left.offset, left.mark, kind=left.kind)
        return tuple(self._stack[0].nodes)

    def _put(self, node: Node) -> None:
        if node != "":
            self._stack[-1].nodes.append(node)

    def _say(self, case: str, offset: int, mark: str, **facts: Fact) -> None:
        self.found.append((case, offset, {"mark": mark[:_LONGEST], **facts}))

    def _take(self, mark: str, offset: int) -> None:
        if mark.startswith("!"):
            return
        if mark == "else":
            self._turn(mark, offset)
        elif mark.startswith("/"):
            self._close(mark, offset)
        elif opened := _opened(mark, offset):
            self._stack.append(opened)
        elif slot := _SLOT.fullmatch(mark):
            self._put(Slot(_path(slot), _filters(slot), offset))
        else:
            self._say("unknown", offset, mark)

    def _turn(self, mark: str, offset: int) -> None:
        top = self._stack[-1]
        if top.kind != "if" or top.then is not None:
            self._say("stray", offset, mark)
            return
        top.then, top.nodes = tuple(top.nodes), []

    def _close(self, mark: str, offset: int) -> None:
        top = self._stack[-1]
        if not top.kind or mark[1:].strip() != top.kind:
            self._say("stray", offset, mark)
            return
        self._stack.pop()
        inside = tuple(top.nodes)
        if isinstance(top.node, If):
            then, otherwise = (inside, ()) if top.then is None else (top.then, inside)
            self._put(replace(top.node, then=then, otherwise=otherwise))
        elif top.node:
            self._put(replace(top.node, body=inside))


def _marks(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Each mark: what it takes of the text, its words, and where its braces begin."""
    alone = {found.start(1): found for found in _ALONE.finditer(text)}
    for found in _MARK.finditer(text):
        whole = alone.get(found.start())
        span = whole.span() if whole else found.span()
        yield (*span, found[1], found.start())


def _opened(mark: str, offset: int) -> _Open | None:
    node: If | Each | None = None
    if found := _IF.fullmatch(mark):
        node = If(_path(found), bool(found["turned"]), (), offset=offset)
    elif found := _EACH.fullmatch(mark):
        node = Each(_path(found), found["name"], (), _filters(found), offset)
    return _Open(mark[1:].partition(" ")[0], mark, offset, node) if node else None


def _path(found: re.Match[str]) -> Path:
    return tuple(found["path"].split("."))


def _filters(found: re.Match[str]) -> tuple[Filter, ...]:
    return tuple(Filter(f["name"], f["argument"] or "") for f in _FILTER.finditer(found["filters"]))
