"""A project's folder made into a playbook, with everything that is wrong in it.

The only place that knows the project's folders. Loading never stops at a mistake: what could be read is
there, what could not stays a known id, and every mistake is told at its place.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playbook.diagnostics import Diagnostic, Location, PlaybookError, Problem, Severity
from playbook.document import Layer, Origin, build
from playbook.loader.brands import FOLDER as BRAND
from playbook.loader.brands import Brands, file_problems, lies_aside, read_brands
from playbook.loader.files import YAML_ENDINGS, Files
from playbook.loader.items import read_items, slug
from playbook.loader.kinds import read_kinds
from playbook.loader.links import circles, dangling, documents, locate_files, unknown_fields, written
from playbook.loader.mistakes import choice, problems
from playbook.loader.pages import read_pages
from playbook.loader.prices import price_list_problems
from playbook.loader.styles import with_styles
from playbook.model import ITEMS, Playbook
from playbook.model.settings import Settings
from playbook.references import find
from playbook.source import Source

__all__ = ["BRAND", "CONTENT", "Loaded", "load", "slug"]

CONTENT = "content"
SETTINGS = f"{CONTENT}/playbook.yml"
_SETTINGS = (SETTINGS, f"{CONTENT}/playbook.yaml")
_MILD = {
    "unknown-file": Severity.WARNING,
    "refused-file": Severity.WARNING,
    "brand-yml": Severity.INFO,
    "brand-yml.misspelt": Severity.WARNING,
    "brand-yml.bad-color": Severity.ERROR,
    "voice-style": Severity.WARNING,
}
"""Severities by rule, or by one case of it; everything else is an error."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A playbook as far as it could be read, what is wrong with it, and where it came from.

    `watch` names the folders whose changes call for loading again; `sought` the paths, wherever they are,
    that were asked for one by one, there or not.
    """

    playbook: Playbook
    diagnostics: tuple[Diagnostic, ...]
    root: Path
    watch: tuple[Path, ...]
    sought: frozenset[str] = frozenset()


def load(root: Path) -> Loaded:
    """Read the project in a folder.

    Raises:
        PlaybookError: when the folder holds neither `brand/` nor `content/`.
    """
    if not (root / BRAND).is_dir() and not (root / CONTENT).is_dir():
        raise PlaybookError(f"project.{'aside' if lies_aside(Files(root)) else 'absent'}", folder=str(root))
    files = Files(root)
    with _garbage_kept():
        playbook, found = _load(files)
    once = {(p.message, p.location, p.facts.get("value")): stamped(p) for p in found}
    diagnostics = sorted(once.values(), key=Diagnostic.order)
    watch = (root / BRAND, root / CONTENT)
    return Loaded(playbook, tuple(diagnostics), root, watch, frozenset(files.sought))


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """Loading makes many objects and hardly any garbage; looking for it would cost a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def stamped(problem: Problem) -> Diagnostic:
    """A problem of loading as a diagnostic; its rule is the first word of its message id."""
    rule = problem.message.split(".")[0]
    severity = _MILD.get(problem.message, _MILD.get(rule, Severity.ERROR))
    return Diagnostic(rule, severity, problem)


def _load(files: Files) -> tuple[Playbook, list[Problem]]:
    brands = read_brands(files, files.root.resolve().name)
    settings, found = _settings(files)
    kinds, more = read_kinds(files)
    found += brands.problems + more
    groups = {noun: read_items(files, f"{CONTENT}/{noun}s", model) for noun, model in ITEMS.items()}
    pages, more = read_pages(files, CONTENT)
    found += more
    found += [problem for group in groups.values() for problem in group.problems]
    playbook = Playbook(
        brands=brands.brands,
        settings=settings,
        kinds=kinds,
        pages=pages,
        broken=tuple(entry for group in groups.values() for entry in group.broken),
        sources=files.sources,
        unsettled=_unsettled(files),
        touchpoints=groups["touchpoint"].items,
        pieces=groups["piece"].items,
        kits=groups["kit"].items,
        personas=groups["persona"].items,
        journeys=groups["journey"].items,
    )
    return _linked(files, playbook, brands, found)


def _linked(
    files: Files, playbook: Playbook, brands: Brands, found: list[Problem]
) -> tuple[Playbook, list[Problem]]:
    found += unknown_fields(playbook.settings)
    found += dangling(playbook, brands.unread)
    found += circles(playbook)
    found += _dead_references(playbook)
    found += _strangers(files)
    found += (
        Problem(f"refused-file.{case}", Location(path), hint=f"refused-file.{case}-hint")
        for path, case in sorted(files.refused.items())
    )
    whole = _with_files(files, playbook, found)
    found += price_list_problems(files, whole)
    ruled, more = with_styles(files, whole.brands)
    return replace(whole, brands=ruled), [*found, *more]


def _with_files(files: Files, playbook: Playbook, found: list[Problem]) -> Playbook:
    """The playbook with every file it names found on disk; the missing ones are told."""
    located: dict[str, dict[str, str]] = {ident: {} for ident in ("content", *playbook.brands)}
    parts = {id(part) for brand in playbook.brands.values() for _, part in brand.parts()}
    for ident, document in documents(playbook):
        of_brand = id(document) in parts
        bases = (
            (f"{BRAND}/{ident}", BRAND) if of_brand and ident else (BRAND,) if of_brand else (CONTENT, ".")
        )
        there, missing = locate_files(files, document, bases)
        located[ident if of_brand else "content"] |= there
        found += missing
    brands = {ident: replace(brand, files=located[ident]) for ident, brand in playbook.brands.items()}
    return replace(playbook, brands=brands, files=located["content"])


def _settings(files: Files) -> tuple[Settings, list[Problem]]:
    written = _written_settings(files)
    source = written or Source(SETTINGS, "", None, ())
    data = source.data if isinstance(source.data, dict) else {}
    origin = Origin((Layer(source, data),))
    settings, mistakes = build(Settings, "", origin, data)
    found = [*(() if _is_empty(source) else file_problems(source)), *problems(Settings, origin, mistakes)]
    if settings is None:
        settings, _ = build(Settings, "", origin, {})
    if settings is None:
        raise LookupError("settings have no empty form")
    return settings, found


def language(root: Path) -> str | None:
    """The language that a project's settings name, read without the rest."""
    written = _written_settings(Files(root))
    named = written.data.get("language") if written and isinstance(written.data, dict) else None
    return named if isinstance(named, str) else None


def _written_settings(files: Files) -> Source | None:
    return next(filter(None, map(files.yaml, _SETTINGS)), None)


def _unsettled(files: Files) -> bool:
    """Whether there are settings that could not be read."""
    written = _written_settings(files)
    return written is not None and not isinstance(written.data, dict) and not _is_empty(written)


def _is_empty(source: Source) -> bool:
    """Whether a file says nothing, which settings may do."""
    return source.readable and source.data is None


def _dead_references(playbook: Playbook) -> Iterator[Problem]:
    """Live references in hand-written pages that lead nowhere."""
    known: dict[str, Any] = {
        **playbook.known,
        "color": written(playbook.brand.colors, "palette", "roles"),
        "message": written(playbook.brand.identity, "messages"),
        "font": written(playbook.brand.fonts, "families", "roles"),
        "logo": written(playbook.brand.logo, "variants"),
    }
    for page in playbook.pages.values():
        for reference in find(page.text):
            end = reference.column + reference.end - reference.start
            place = Location(f"{CONTENT}/{page.path}", reference.line, reference.column, reference.line, end)
            if reference.noun == "term":
                continue
            if reference.noun not in known:
                yield choice("unknown-reference", place, reference.noun, [*known, "term"], "@noun.reference")
            elif reference.id not in known[reference.noun]:
                yield choice(
                    "unknown-reference", place, reference.id, known[reference.noun], f"@noun.{reference.noun}"
                )


def _strangers(files: Files) -> Iterable[Problem]:
    """YAML files in `content/` that nothing reads: most often a misspelt folder."""
    folders = [f"{noun}s" for noun in ITEMS]
    for path in files.under(CONTENT, YAML_ENDINGS, less=folders):
        first = path.split("/")[1].rsplit(".", 1)[0] if path.count("/") == 1 else path.split("/")[1]
        if first not in folders and path not in _SETTINGS:
            yield choice("unknown-file", Location(path), first, folders)
