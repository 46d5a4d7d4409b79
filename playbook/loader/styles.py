"""The styles that voices take in: folders of rules as Vale writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from playbook.brand import Brand
from playbook.diagnostics import Problem
from playbook.loader.brands import FOLDER
from playbook.loader.files import Files
from playbook.source import Source
from playbook.valestyle.reading import RULE, read_rule

_ENDING = ".yml"
"""Vale reads no other."""
_MOST = 500
"""Rules of one style."""


def with_styles(files: Files, brands: Mapping[str, Brand]) -> tuple[dict[str, Brand], list[Problem]]:
    """The brands with the rules of their styles, and what is wrong with these, each told once."""
    found: dict[tuple[str, str], Problem] = {}
    ruled: dict[str, Brand] = {}
    for ident, brand in brands.items():
        rules, problems = [], []
        for at in range(len(brand.voice.styles)):
            for read in _read(files, brand, at):
                if isinstance(read, Problem):
                    problems.append(read)
                    continue
                rule, wrong = read_rule(read)
                rules += [rule] if rule else []
                problems += wrong
        found |= {(problem.message, str(problem.location)): problem for problem in problems}
        ruled[ident] = replace(brand, rules=tuple(rules)) if rules else brand
    return ruled, list(found.values())


def _read(files: Files, brand: Brand, at: int) -> Iterator[Source | Problem]:
    """The files of a style; where there are none, that they are missing."""
    written = brand.voice.styles[at]
    folders = (
        (f"{FOLDER}/{brand.id}/{written}", f"{FOLDER}/{written}") if brand.id else (f"{FOLDER}/{written}",)
    )
    paths = next(filter(None, (list(_rules_in(files, folder)) for folder in folders)), [])
    place = brand.voice.at("styles", at)
    if not paths:
        yield Problem(f"{RULE}.absent", place, {"folder": folders[-1]}, f"{RULE}.absent-hint")
    if len(paths) > _MOST:
        yield Problem(f"{RULE}.large", place, {"folder": written, "most": _MOST}, f"{RULE}.out-hint")
    for path in paths[:_MOST]:
        source = files.yaml(path)
        if source:
            yield source


def _rules_in(files: Files, folder: str) -> Iterator[str]:
    """The files right in a folder, be it a hidden one; what lies deeper are vocabularies and the like."""
    depth = folder.count("/") + 1
    paths = [path for path in files.under(folder, (_ENDING,)) if path.count("/") == depth]
    files.sought.add(folder)
    files.sought.update(paths)
    yield from paths
