"""What leaves a playbook: each export makes files out of it and writes none.

To add one: a module beside this file, and a line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from playbook.artifact import Artifact
from playbook.diagnostics import Diagnostic
from playbook.exports import ase, brand_yml, css, csv, dtcg, gpl, json, markdown, scss
from playbook.exports.dress import dress
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.model import Playbook
from playbook.published import Read, published


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export may need beside the playbook: its files, its findings, the reader's language."""

    read: Read
    findings: Callable[[], tuple[Diagnostic, ...]] = tuple
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Export:
    """How files are made out of a playbook that is restricted to an edition.

    `folder` says that they fill a folder; else the first one is what was asked for, and whatever comes after
    it stands beside it.
    """

    make: Callable[[Playbook, Asked], tuple[Artifact, ...]]
    folder: bool = False


def _markdown(playbook: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    options = SiteOptions(asked.lang, playbook.edition, writer="markdown", dress=False)
    site = build(playbook, asked.findings(), options, supplies(playbook, asked.read))
    return markdown.project(site, playbook.brand.name, asked.lang)


EXPORTS: Mapping[str, Export] = {
    "css": Export(lambda playbook, _: css.export(playbook)),
    "scss": Export(lambda playbook, _: scss.export(playbook)),
    "dtcg": Export(lambda playbook, _: dtcg.export(playbook)),
    "ase": Export(lambda playbook, _: ase.export(playbook)),
    "gpl": Export(lambda playbook, _: gpl.export(playbook)),
    "brand-yml": Export(lambda playbook, asked: brand_yml.export(playbook, asked.read)),
    "json": Export(lambda playbook, _: json.export(playbook)),
    "csv": Export(lambda playbook, _: csv.export(playbook), folder=True),
    "markdown": Export(_markdown, folder=True),
}
"""Every export by the name that the command knows; `export.<name>` is its text."""

OFFERED = ("css", "scss", "dtcg", "ase", "gpl", "brand-yml", "json")
"""The exports that the site offers to take."""

DOWNLOADS = "downloads"


def downloads(playbook: Playbook, read: Read) -> tuple[Artifact, ...]:
    """The files that the site offers, in `downloads/`; what stands beside them is published already."""
    made = (EXPORTS[name].make(playbook, Asked(read))[0] for name in OFFERED)
    return tuple(replace(file, path=f"{DOWNLOADS}/{file.path}") for file in made)


def supplies(playbook: Playbook, read: Read) -> Supplies:
    """Everything that a site needs from others than its pages; the playbook is restricted to its edition."""
    return Supplies(published(playbook, read), downloads(playbook, read), dress(playbook, read))
