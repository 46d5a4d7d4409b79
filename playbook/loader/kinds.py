"""The kinds of piece: the built-in ones, and the project's own with the templates that make them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from playbook.diagnostics import Fact, Location, Problem
from playbook.document import Layer, Origin, build
from playbook.kinds import FILE, Kind, builtin, part_of
from playbook.loader.brands import FOLDER, KINDS
from playbook.loader.files import Files
from playbook.loader.mistakes import problems, shown
from playbook.making.templates import mistakes
from playbook.render.including import Part, parse_with
from playbook.render.template import Template, location

MAX_BYTES = 200_000
"""The largest template."""
_MOST_MARKS = 2_000


def read_kinds(files: Files) -> tuple[dict[str, Kind], list[Problem]]:
    """The built-in kinds and the project's own, which may replace them.

    A kind with a mistake has no templates, so that nothing is made by half of it.
    """
    kinds: dict[str, Kind] = dict(builtin())
    found: list[Problem] = []
    for name in files.folders(f"{FOLDER}/{KINDS}"):
        folder = f"{FOLDER}/{KINDS}/{name}"
        source = files.yaml(f"{folder}/{FILE}")
        if source is None:
            continue
        origin = Origin((Layer(source, source.data),))
        kind, refused = build(Kind, name, origin, source.data)
        found += [*source.problems, *problems(Kind, origin, refused)]
        if kind:
            templates, wrong = ({}, []) if refused else _templates(files, folder, kind)
            wrong += _misfits(kind)
            found += wrong
            kinds[name] = kind if wrong else kind.with_templates(templates)
    return kinds, found


def _misfits(kind: Kind) -> Iterator[Problem]:
    """What `kind.yml` says of lists where none is, or the other way round, and of no field."""
    if kind.totals and (kind.totals not in kind.fields or kind.fields[kind.totals].type != "list"):
        yield _wrong("totals", kind.at("totals"), name=shown(kind.totals))
    yield from _uncoded(kind)
    for name, field in kind.fields.items():
        for lang, words in field.texts.items():
            if words.example is not None and isinstance(words.example, tuple) is not (field.type == "list"):
                yield _wrong("example", kind.at("fields", name, "texts", lang, "example"), name=shown(name))


def _uncoded(kind: Kind) -> Iterator[Problem]:
    """What `kind.yml` says of a QR code, or of what is made only with a field, where there is none such."""
    asks = kind.fields.get(kind.code.field) if kind.code else None
    if kind.code and (asks is None or asks.type != "choice"):
        yield _wrong("code", kind.at("code", "field"), name=shown(kind.code.field))
    elif kind.code and asks:
        for choice in kind.code.says.keys() - asks.choices.keys():
            yield _wrong("code-choice", kind.at("code", "says", choice), name=shown(choice))
        known = {*kind.fields, *(output.template for output in kind.outputs)}
        for choice, target in kind.code.says.items():
            if target not in known and not target.startswith("brand."):
                yield _wrong("code-target", kind.at("code", "says", choice), name=shown(target))
    for number, output in enumerate(kind.outputs):
        if output.only_with and output.only_with not in kind.fields:
            yield _wrong("only-with", kind.at("outputs", number, "only_with"), name=shown(output.only_with))


def _templates(files: Files, folder: str, kind: Kind) -> tuple[dict[str, Template], list[Problem]]:
    """The templates that a kind names, and what is wrong with them or with their names."""
    templates: dict[str, Template] = {}
    found: list[Problem] = []
    times = Counter(output.template for output in kind.outputs)
    for number, output in enumerate(kind.outputs):
        place = kind.at("outputs", number, "template")
        read = _read(files, folder, output.template, place)
        if isinstance(read, Problem):
            found.append(read)
            continue
        templates[output.template] = read
        found += mistakes(kind, read)
        if times[output.template] > 1:
            found.append(_wrong("twice", place, file=output.template))
    return templates, found


def _read(files: Files, folder: str, name: str, place: Location) -> Template | Problem:
    """A template with its parts, or why it cannot be read."""
    text = _text(files, folder, name, place)
    if isinstance(text, Problem):
        return text
    read = parse_with(f"{folder}/{name}", text, _part_of(files, folder, name, place))
    if read.text.count("{{") > _MOST_MARKS:
        return _wrong("marks", Location(read.path), most=_MOST_MARKS)
    return read


def _part_of(files: Files, folder: str, template: str, place: Location) -> Part:
    """The parts for a template: `_name.html` beside it, else the built-in one of that name."""
    ending, builtin_part = template.rpartition(".")[2], part_of(template)

    def part(name: str) -> tuple[str, str] | None:
        own = f"_{name}.{ending}"
        if not os.path.lexists(files.root / folder / own):
            return builtin_part(name)
        text = _text(files, folder, own, place)
        return (f"{folder}/{own}", text) if isinstance(text, str) else None

    return part


def _text(files: Files, folder: str, name: str, place: Location) -> str | Problem:
    """A file's text, or why it cannot be read: at its name in `kind.yml`, or at the place in the file."""
    path = f"{folder}/{name}"
    if not files.is_file(path):
        if os.path.lexists(files.root / path):
            return _wrong("refused", place, file=name)
        meant = files.similar(name, (folder,)) or ""
        alike = meant.rpartition(".")[2] == name.rpartition(".")[2]
        return _wrong("meant" if alike else "missing", place, file=name, folder=folder, meant=meant)
    if not (files.root / path).resolve().is_relative_to((files.root / folder).resolve()):
        return _wrong("refused", place, file=name)
    try:
        with (files.root / path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _wrong("unreadable", place, file=name, reason=error.strerror or type(error).__name__)
    if len(content) > MAX_BYTES:
        return _wrong("large", place, file=name, limit=MAX_BYTES // 1000)
    return _decoded(path, content)


def _decoded(path: str, content: bytes) -> str | Problem:
    """The text; what would take long to read is refused before."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _wrong("encoding", Location(path, line))
    if (left := text.find("{{", text.rfind("}}") + 1)) >= 0:
        return _wrong("open", location(path, text, left))
    if text.count("{{") > _MOST_MARKS:
        return _wrong("marks", Location(path), most=_MOST_MARKS)
    return text


def _wrong(case: str, place: Location, **facts: Fact) -> Problem:
    return Problem(f"template.{case}", place, facts, f"template.{case}-hint")
