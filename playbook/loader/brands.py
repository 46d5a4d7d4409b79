"""The brand and its sub-brands, each part made of layers: its own file, `_brand.yml`, the master's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from playbook.brand import FILES, PARTS, Brand
from playbook.diagnostics import Location, Problem
from playbook.document import Document, Layer, Origin, build
from playbook.loader import brand_yml
from playbook.loader.files import YAML_ENDINGS, Files
from playbook.loader.mistakes import choice, problems
from playbook.source import Data, Source

FOLDER = "brand"
_FOREIGN = ("_brand.yml", "_brand.yaml")
KINDS = "kinds"
"""The folder of the project's own kinds of piece, below the brand's."""
_NOT_BRANDS = frozenset({KINDS})
_ABSENT = f"{FOLDER}/{FILES['identity']}"


@dataclass
class Brands:
    """What was read: the brands by id, the master's being empty, and what is wrong."""

    brands: dict[str, Brand] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """The parts of the master that could not be read: what refers to them is not judged."""


Layers = dict[str, tuple[Layer, ...]]


def read_brands(files: Files, project_name: str) -> Brands:
    """The master brand and every sub-brand; a missing or broken part is an empty one."""
    found = Brands()
    master = _layers(files, FOLDER, project_name, found)
    if not master["identity"]:
        found.unread.add("identity")
        case = "missing-brand.aside" if lies_aside(files) else "missing-brand.absent"
        found.problems.append(Problem(case, Location(_ABSENT), hint=f"{case}-hint"))
    _add(found, "", master, project_name)
    for name in files.folders(FOLDER):
        folder = f"{FOLDER}/{name}"
        if name in _NOT_BRANDS or not _is_brand(files, folder):
            continue
        if not any(_own(files, folder, file) for file in (FILES["identity"], *_FOREIGN)):
            facts = {"name": name}
            place = Location(f"{folder}/{FILES['identity']}")
            found.problems.append(Problem("missing-brand.sub", place, facts, hint="missing-brand.sub-hint"))
        else:
            own = _layers(files, folder, name, found)
            _add(found, name, {part: own[part] + master[part] for part in PARTS}, name)
    return found


def lies_aside(files: Files) -> bool:
    """Whether a `_brand.yml` lies where Quarto has it: beside the brand's folder, not in it."""
    return any(files.is_file(name) for name in _FOREIGN)


def _is_brand(files: Files, folder: str) -> bool:
    """Whether a folder holds a file of a brand; others hold logos, fonts and pictures."""
    return any(_own(files, folder, file) for file in (*FILES.values(), *_FOREIGN))


def _layers(files: Files, folder: str, name: str, found: Brands) -> Layers:
    foreign = _foreign(files, folder, name, found)
    layers: Layers = {}
    for part, file in FILES.items():
        source = _own(files, folder, file)
        if source is not None:
            found.problems += file_problems(source)
            if not isinstance(source.data, dict):
                found.unread.add(part)
        own = (Layer(source, source.data if isinstance(source.data, dict) else {}),) if source else ()
        layers[part] = own + foreign.get(part, ())
    found.problems += _strangers(files, folder)
    return layers


def _own(files: Files, folder: str, name: str) -> Source | None:
    stem = PurePosixPath(name).stem
    return next(filter(None, (files.yaml(f"{folder}/{stem}{ending}") for ending in YAML_ENDINGS)), None)


def file_problems(source: Source) -> Iterator[Problem]:
    """What is wrong with a file that should hold keys with values."""
    yield from source.problems
    if source.readable and not isinstance(source.data, dict):
        case = "empty" if source.data is None else "shape"
        yield Problem(f"empty-file.{case}", Location(source.path), hint=f"empty-file.{case}-hint")


def _foreign(files: Files, folder: str, name: str, found: Brands) -> Layers:
    own = _own(files, folder, FILES["identity"])
    named = own is not None and isinstance(own.data, dict) and own.data.get("name")
    source = next(filter(None, (files.yaml(f"{folder}/{file}") for file in _FOREIGN)), None)
    if source is None:
        return {}
    found.problems += file_problems(source)
    read = brand_yml.translate(source, None if named else name)
    found.problems += read.problems
    return {part: (layer,) for part, layer in read.layers.items()}


def _strangers(files: Files, folder: str) -> Iterator[Problem]:
    """Files beside the known ones that nothing reads: most often a misspelt name."""
    known = {PurePosixPath(name).stem for name in (*FILES.values(), *_FOREIGN)}
    for path in files.under(folder, YAML_ENDINGS):
        name = PurePosixPath(path)
        if str(name.parent) == folder and name.stem not in known:
            yield choice(
                "unknown-file", Location(path), name.stem, [PurePosixPath(n).stem for n in FILES.values()]
            )


def _add(found: Brands, ident: str, layers: Layers, name: str) -> None:
    parts: dict[str, Any] = {}
    for part, model in PARTS.items():
        origin = Origin(layers[part] or (_nowhere(part),))
        document, mistakes = build(model, ident, origin, merged([layer.data for layer in origin.layers]))
        own = [m for m in mistakes if not ident or _is_own(origin, m.keys)]
        silent = document is None and (part in found.unread or not layers[part])
        found.problems += [] if silent else problems(model, origin, own)
        parts[part] = document or _empty(model, ident, origin, name)
    found.brands[ident] = Brand(id=ident, **parts)


def _is_own(origin: Origin, keys: Any) -> bool:
    """Whether a sub-brand itself made a mistake; its master's are told once."""
    return origin.layer(keys) is origin.layers[0]


def _nowhere(part: str) -> Layer:
    path = f"{FOLDER}/{FILES[part]}"
    return Layer(Source(path, "", None, ()), {})


def _empty(model: type[Document], ident: str, origin: Origin, name: str) -> Document:
    document, _ = build(model, ident, origin, {"name": name} if "name" in model.model_fields else {})
    if document is None:
        raise LookupError(f"{model.__name__} has no empty form")
    return document


def merged(layers: Sequence[Data]) -> Data:
    """Several layers as one, nearest first: mappings are merged key by key, everything else is replaced."""
    mappings = [layer for layer in layers if isinstance(layer, dict)]
    if len(mappings) < len(layers):
        return next((layer for layer in layers if layer is not None), None)
    keys = dict.fromkeys(key for mapping in reversed(mappings) for key in mapping)
    return {key: merged([mapping[key] for mapping in mappings if key in mapping]) for key in keys}
