"""One YAML file: its data, and where each value stands; the only package that imports yaml, here alone.

Text stays text: `no`, `12:30` and `01234` arrive as written, and the model decides what they mean. Only an
empty value, `~` and `null` are None. Files are hostile until read: size, depth and what aliases expand to
are bounded before anything recursive runs, for libyaml itself crashes on some ten thousand levels.

Positions are not kept, since most files are never asked: the first question parses the text once more.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import cast

import yaml

from playbook.diagnostics import Location, Problem
from playbook.source.aliases import check_aliases, unused_anchors
from playbook.source.complaint import Complaint
from playbook.source.finding import Finding, Refused, Span, location, problem
from playbook.source.leftovers import refuse_merge
from playbook.source.plain import plain
from playbook.source.spots import Spot, walk
from playbook.source.syntax import diagnose
from playbook.source.values import CONTROL, MAX_DEPTH, MAX_FINDINGS, Builder, Data, Node, too_deep

__all__ = ["Data", "Source", "outline", "read"]

MAX_BYTES = 16 * 1024 * 1024
MAX_NODES = 500_000
"""Keys and values of one file; the YAML library's own tree needs about half a kilobyte for each."""

_UNREADABLE = ("yaml-syntax.", "yaml-encoding.", "yaml-limits.", "unreadable-file.")
_DEEP_LINE = re.compile(r"^[ \t?:-]{1000}", re.MULTILINE)
_TAG_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. `path` is posix, from the project root; `text` is empty where it cannot be decoded.

    `data` is None for an empty file and for an unreadable one.
    """

    path: str
    text: str = field(repr=False)
    data: Data = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the data is what the file says; False where its bytes or its syntax forbid reading."""
        return self.data is not None or not any(p.message.startswith(_UNREADABLE) for p in self.problems)

    def at(self, *keys: str | int) -> Location:
        """Where the value at a key path stands; failing that, its longest existing prefix, then line 1.

        A value that comes from an alias or a merge stands where its anchor is.
        """
        root = outline(self.text) if self.readable else None
        steps = walk(root, keys)
        spot = steps[-1][1] if steps else None if keys else root
        real = spot and (spot.target or spot)
        return location(self.path, self.text, (real.start, real.end)) if real else Location(self.path)

    def key_at(self, *keys: str | int) -> Location:
        """Where the last key of a path stands, or the start of a list's item; falls back as `at` does."""
        steps = walk(outline(self.text) if self.readable else None, keys)
        if not steps:
            return Location(self.path)
        key, value = steps[-1]
        span = (key.start, key.end) if key else (value.start, value.start)
        return location(self.path, self.text, span)


def read(path: str, content: bytes) -> Source:
    """Read a file; whatever is wrong with its bytes becomes problems of the source, never an exception."""
    if len(content) > MAX_BYTES:
        facts = {"size": -(-len(content) // 1024**2), "limit": MAX_BYTES // 1024**2}
        return Source(path, "", None, (problem(path, "", Finding("yaml-limits.size", (0, 0), facts)),))
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return Source(path, "", None, (_undecodable(path, content, error),))
    data = plain(text)
    if data is not None:
        return Source(path, text, data)
    data, findings = _parse(text)
    in_order = sorted(findings, key=lambda finding: finding.span)
    return Source(path, text, data, tuple(problem(path, text, finding) for finding in in_order))


def _parse(text: str) -> tuple[Data, list[Finding]]:
    builder = Builder(text)
    try:
        refuse_merge(text)
        _check_size(text)
        root = _compose(text)
        if root is None:
            return None, []
        if "&" in text:
            check_aliases(root)
        data = builder.value(root)
        return data, [*builder.findings, *islice(unused_anchors(text, root), MAX_FINDINGS)]
    except Refused as refused:
        return None, [*builder.findings, refused.finding]
    except yaml.YAMLError as error:
        return None, [_broken(text, error)]


def _undecodable(path: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return problem(path, "", Finding("yaml-encoding.utf-16", (0, 0)))
    head = error.object[: error.start].decode()
    byte = error.object[error.start : error.start + 1]
    facts = {"byte": byte.hex().upper(), "character": byte.decode("cp1252", "replace")}
    return problem(path, head, Finding("yaml-encoding.not-utf8", (len(head), len(head)), facts))


def _broken(text: str, error: yaml.YAMLError) -> Finding:
    bad = CONTROL.search(text)
    if isinstance(error, yaml.MarkedYAMLError):
        return diagnose(text, _complaint(error))
    if bad:
        return Finding("yaml-encoding.control-character", bad.span(), {"code": f"U+{ord(bad[0]):04X}"})
    return diagnose(text, Complaint("", 0, str(error), 0))


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    at = error.problem_mark.index if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    return Complaint(error.context or "", since, error.problem or "", at)


def _check_size(text: str) -> None:
    """Refuse what is too deep or too much for libyaml's recursive composer.

    A block level needs a column and a flow level a bracket: where both are few, the look at the events,
    as slow as the composing itself, is spared. Tag directives take libyaml quadratic time.

    Raises:
        Refused: with the reason.
    """
    if "%TAG" in text and (directive := _TAG_DIRECTIVE.search(text)):
        raise Refused(Finding("yaml-limits.tag-directive", directive.span()))
    if len(text) > MAX_NODES or text.count("[") + text.count("{") > 1000 or _has_deep_line(text):
        _check_events(text)


def _has_deep_line(text: str) -> bool:
    """Whether a line may nest a thousand levels; a short file has no room for as many as libyaml fears."""
    return (
        len(text) > 10_000 and max(map(len, text.split("\n"))) > 1000 and _DEEP_LINE.search(text) is not None
    )


def _check_events(text: str) -> None:
    depth = nodes = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.DocumentEndEvent):
            return
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise Refused(too_deep(_span(event)[0]))
        if nodes > MAX_NODES:
            raise Refused(Finding("yaml-limits.nodes", _span(event), {"limit": MAX_NODES}))


class _Loader(yaml.CSafeLoader):
    """Leaves untagged nodes untagged, so that no pattern is tried on any value."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Give no tag."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing: there are no resolvers by path."""

    def ascend_resolver(self) -> None:
        """Do nothing, as above."""


def _compose(text: str) -> Node | None:
    loader = _Loader(text)
    try:
        return cast("Node | None", loader.get_single_node())
    finally:
        loader.dispose()


@lru_cache(maxsize=8)
def outline(text: str) -> Spot | None:
    """The places of everything in a text that `read` found readable; None where it is empty.

    An event stream, unlike composed nodes, also tells where an alias stands.
    """
    anchors: dict[str, Spot] = {}
    levels: list[list[Spot]] = [[]]
    starts: list[yaml.CollectionStartEvent] = []
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            starts.append(event)
            levels.append([])
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            start = starts.pop()
            spot = _collection(start, event, levels.pop())
            anchors[start.anchor or ""] = spot
        elif isinstance(event, yaml.NodeEvent):
            spot = _leaf(text, event, anchors)
        else:
            continue
        levels[-1].append(spot)
    return levels[0][0] if levels[0] else None


def _leaf(text: str, event: yaml.NodeEvent, anchors: dict[str, Spot]) -> Spot:
    start, end = _span(event)
    name = event.anchor or ""
    if not isinstance(event, yaml.ScalarEvent):
        return Spot("alias", "*", start, end, name, target=anchors.get(name))
    end = start + len(text[start:end].rstrip(" \t\r\n"))
    spot = Spot("text", event.style or "", start, end, event.value, _is_marked(event))
    anchors[name] = spot
    return spot


def _collection(start: yaml.CollectionStartEvent, end: yaml.CollectionEndEvent, parts: list[Spot]) -> Spot:
    """Block collections end with their last part: libyaml puts their end after the comments that follow."""
    last = _span(end)[1] if start.flow_style or not parts else parts[-1].end
    mapping = isinstance(start, yaml.MappingStartEvent)
    entries = zip(parts[::2], parts[1::2], strict=True) if mapping else ((None, part) for part in parts)
    kind, style = "mapping" if mapping else "list", "flow" if start.flow_style else "block"
    return Spot(kind, style, _span(start)[0], last, "", _is_marked(start), tuple(entries))


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)


def _is_marked(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
    return event.anchor is not None or event.tag is not None
