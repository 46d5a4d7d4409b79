"""What a folder needs around a playbook that it holds already, and how that playbook is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.artifact import Artifact
from playbook.brand import FILES
from playbook.loader import BRAND, CONTENT, SETTINGS, load
from playbook.loader.files import YAML_ENDINGS, Files
from playbook.scaffold.given import NAME, Given
from playbook.scaffold.starter import starter

_IDENTITY = [
    f"{BRAND}/{Path(file).stem}{ending}" for file in (FILES["identity"], NAME) for ending in YAML_ENDINGS
]


@dataclass(frozen=True, slots=True)
class Standing:
    """A playbook that is there already.

    `lang` is the language that its settings name, if they do; `bare` says that it is a brand without content.
    """

    name: str
    lang: str | None
    bare: bool


def standing(folder: Path) -> Standing | None:
    """The playbook that a folder holds; None for one that has neither a brand's identity nor items."""
    files = Files(folder)
    bare = not any(files.under(CONTENT, YAML_ENDINGS))
    if bare and not any(map(files.is_file, _IDENTITY)):
        return None
    there = load(folder).playbook
    return Standing(there.brand.name, there.settings.language, bare)


def frame(there: Standing, lang: str) -> Iterator[Artifact]:
    """The files of a new project that are neither of its brand nor of its content.

    A brand without content gets the settings too: the site needs the folder, and they name no item.
    """
    brand = Given((), {"identity": {"name": there.name}}, ())
    for file in starter(lang, given=brand):
        ours = file.path.startswith((f"{BRAND}/", f"{CONTENT}/"))
        if not ours or (there.bare and file.path == SETTINGS):
            yield file
