"""A whole project to start from: real files of `templates/init`, and touchpoints of the catalog.

What a `_brand.yml` already says, our files do not say again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, StrictUndefined

from playbook.artifact import Artifact
from playbook.catalog import Sector, sectors
from playbook.diagnostics import PlaybookError
from playbook.exports.schema import schemas
from playbook.i18n import text
from playbook.kinds import builtin
from playbook.loader import slug
from playbook.loader.mistakes import did_you_mean
from playbook.scaffold.given import Given
from playbook.scaffold.items import New, entry, file_of, usual_pieces
from playbook.yamltext import Plain, scalar

GENERAL = "general"
SCHEMAS = "schemas"
_OWNERS = {"es": {"sales": "ventas", "service": "atencion"}}
"""The roles of `sectors.yml` where the settings of a language call them otherwise."""
_MESSAGES = {"en": "promise", "es": "promesa"}
_TEMPLATE = ".j2"
_DOT = "dot-"
"""Stands for the dot of a hidden file, which would be at work in our own repository."""
_INVENTED = ("brand/logo.yml", "brand/logo/", "brand/colors.yml", "brand/fonts.yml")
"""Files that would make up what a given brand has its own of."""


def starter(lang: str, sector: str = GENERAL, given: Given | None = None) -> tuple[Artifact, ...]:
    """The files of a new project, in a language.

    Raises:
        PlaybookError: for an unknown sector.
    """
    chosen = find_sector(sector)
    touchpoints = tuple(_touchpoints(chosen, lang))
    pieces = tuple(_pieces(chosen, touchpoints, lang))
    values = {
        "name": _name(given, lang),
        "sector": chosen.id,
        "touchpoints": [new.id for new in touchpoints],
        "pieces": [new.id for new in pieces],
        "given": _said(given),
    }
    ours = (file for file in _templates(lang, chosen.id, values) if not (given and _invented(file.path)))
    items = (file_of(new, lang, f"../../{SCHEMAS}", whole=False) for new in (*touchpoints, *pieces))
    schema_files = (replace(file, path=f"{SCHEMAS}/{file.path}") for file in schemas())
    return (*(given.artifacts if given else ()), *ours, *items, *schema_files)


def find_sector(name: str) -> Sector:
    """The sector of a name in any language.

    Raises:
        PlaybookError: if there is none; it says which was meant, or which there are.
    """
    names = {slug(called): sector for sector in sectors().values() for called in sector.called()}
    wanted = slug(name)
    if wanted in names:
        return names[wanted]
    meant = did_you_mean(wanted, names)
    if meant:
        raise PlaybookError("scaffold.no-sector.meant", name=name, meant=meant)
    raise PlaybookError("scaffold.no-sector.listed", name=name, listed=", ".join(sectors()))


def _folder() -> Traversable:
    return files("playbook").joinpath("templates", "init")


def _touchpoints(sector: Sector, lang: str) -> Iterator[New]:
    for ident, own in sector.touchpoints.items():
        usual = entry(ident).values(lang)
        name = own.name.get(lang) or str(usual["name"])
        owner = _OWNERS.get(lang, {}).get(own.owner, own.owner)
        more: dict[str, Plain] = {"message": _MESSAGES[lang], "owner": owner, "visibility": "public"}
        yield New("touchpoint", slug(name), {**usual, "name": name, **more})


def _pieces(sector: Sector, touchpoints: tuple[New, ...], lang: str) -> Iterator[New]:
    for new, own in zip(touchpoints, sector.touchpoints.values(), strict=True):
        for piece in usual_pieces(new, own.pieces, builtin(), lang):
            formats = builtin()[str(piece.values["kind"])].format
            needs: dict[str, Plain] = {"requirements": {"format": list(formats)}} if formats else {}
            yield replace(piece, values={**piece.values, **needs, "visibility": "public"})


def _templates(lang: str, sector: str, values: Mapping[str, Any]) -> Iterator[Artifact]:
    environment = Environment(  # noqa: S701 - what is made is YAML and Markdown; `yaml` quotes the values
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["yaml"] = scalar
    own = _folder().joinpath(lang)
    folders = ((_folder().joinpath("common"), ""), (own, ""), (own.joinpath("sectors", sector), "content/"))
    for folder, prefix in folders:
        for path, file in _walk(folder, prefix):
            content = file.read_text(encoding="utf-8")
            if path.endswith(_TEMPLATE):
                content = environment.from_string(content).render(values)
            yield Artifact(path.removesuffix(_TEMPLATE), content)


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for child in sorted(folder.iterdir(), key=lambda found: found.name):
        name = f".{child.name.removeprefix(_DOT)}" if child.name.startswith(_DOT) else child.name
        if child.is_file():
            yield prefix + name, child
        elif not (prefix == "" and name == "sectors"):
            yield from _walk(child, f"{prefix}{name}/")


def _invented(path: str) -> bool:
    return path.startswith(_INVENTED)


def _name(given: Given | None, lang: str) -> str:
    name = given.parts.get("identity", {}).get("name") if given else None
    return str(name) if name else text(lang, "scaffold.your-brand")


def _said(given: Given | None) -> dict[str, bool]:
    """What a given brand's identity says, by the keys that the templates ask for."""
    identity = given.parts.get("identity", {}) if given else {}
    return {key: bool(identity.get(key)) for key in ("name", "summary", "version", "contact", "social")}
