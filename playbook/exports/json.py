"""The whole playbook as one JSON file for other programs: `playbook.json`.

Shape, version 1: `format` is `brand-playbook`; `version` counts up when something changes its place or
meaning; `edition` names the readers it is for. `brands` leads from each brand's id (empty for the master) to
its parts, `touchpoints`, `pieces`, `kits`, `personas` and `journeys` from ids to items, each with the keys of
the YAML files; `settings` holds the project's own vocabularies, goals and owners; `pages` the hand-written
pages by path. What is empty is left out, dates are ISO, references are ids, files are paths as written.
"""

from __future__ import annotations

import json
from typing import Any

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.document import Document
from playbook.model import ITEMS, Playbook

FILE = "playbook.json"
FORMAT, VERSION = "brand-playbook", 1

_EMPTY: tuple[Any, ...] = (None, "", [], {})
_OF_CHECKS = {"severities", "options", "waivers", "visibility"}
"""Settings that tell the tool how to judge and whom to show what: no part of the playbook."""


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One file; the playbook is taken as it is, restricted to an edition before."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "edition": str(playbook.edition),
        "brands": {ident: _brand(brand) for ident, brand in playbook.brands.items()},
        "settings": {key: value for key, value in _plain(playbook.settings).items() if key not in _OF_CHECKS},
        **{f"{noun}s": {i: _plain(item) for i, item in playbook.items(noun).items()} for noun in ITEMS},
        "pages": {path: page.title for path, page in playbook.pages.items()},
    }
    return (Artifact(FILE, json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False) + "\n"),)


def _brand(brand: Brand) -> dict[str, Any]:
    return {part: _plain(document) for part, document in brand.parts()}


def _plain(document: Document) -> Any:
    return _filled(document.model_dump(mode="json"))


def _filled(value: Any) -> Any:
    """The value less what says nothing: null, empty texts, lists and mappings."""
    if isinstance(value, dict):
        return {key: kept for key, entry in value.items() if (kept := _filled(entry)) not in _EMPTY}
    if isinstance(value, list):
        return [_filled(entry) for entry in value]
    return value
