"""What leaves a playbook: each export makes files out of it and writes none.

To add one: a module beside this file, and a line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.diagnostics import Diagnostic, PlaybookError
from playbook.edition import restrict
from playbook.exports import ase, brand_yml, css, csv, dtcg, gpl, inventory, json, markdown, scss, vale
from playbook.exports.checklist import ENDINGS
from playbook.exports.checklist import export as checklist
from playbook.exports.dress import dress
from playbook.exports.site import Handed, SiteOptions, Supplies, build, packs, plan
from playbook.making.cache import Store
from playbook.model import Playbook
from playbook.published import Read, named, published
from playbook.store import Memory


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export may need beside the playbook: its files, its findings, the reader's language.

    `store` keeps what was made. `items` are the nouns and ids of those that packs are wanted of; without any,
    all. `today` is the day that dates are reckoned from; without it, none is overdue. `ending` is that of the
    one file that is wanted, or empty for every one. `paper` is `a4` or `letter`.
    """

    read: Read
    findings: Callable[[], tuple[Diagnostic, ...]] = tuple
    lang: str = "en"
    store: Store = field(default_factory=Memory)
    items: Collection[tuple[str, str]] = ()
    today: date | None = None
    ending: str = ""
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Export:
    """How files are made out of a playbook that is restricted to an edition.

    `folder` says that they fill a folder; else the first one is what was asked for, and whatever comes after
    it stands beside it. `endings` are those that the file may have, where there are several.
    """

    make: Callable[[Playbook, Asked], tuple[Artifact, ...]]
    folder: bool = False
    endings: tuple[str, ...] = ()


def _markdown(playbook: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    options = SiteOptions(asked.lang, playbook.edition, writer="markdown", dress=False, today=asked.today)
    site = build(playbook, asked.findings(), options, supplies(playbook, asked.read, asked.store))
    return markdown.project(site, playbook.brand.name, asked.lang)


def _checklist(playbook: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    return checklist(playbook, asked.read, asked.lang, asked.ending, asked.paper)


def _packs(playbook: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    """The packs that were asked for.

    Raises:
        PlaybookError: where suppliers may not see what was asked for, or nobody knows who may see what.
    """
    given = supplies(playbook, asked.read, asked.store)
    if given.handed is None:
        raise PlaybookError("edition.unsettled", edition=str(Visibility.PARTNER))
    for noun, ident in asked.items:
        if ident not in given.handed.playbook.items(noun):
            raise PlaybookError("export.no-item", noun=f"@noun.{noun}", id=ident)
    return tuple(pack for _, pack in packs(SiteOptions(asked.lang), given, asked.items))


def _plan(playbook: Playbook, asked: Asked) -> tuple[Artifact, ...]:
    """The action plan, in the form that the ending asks for or in each.

    Raises:
        PlaybookError: for an ending that it has no form for.
    """
    if asked.ending and asked.ending not in PLAN_ENDINGS:
        raise PlaybookError("export.no-ending", format="plan", ending=asked.ending, endings=PLAN_ENDINGS)
    made = plan(playbook, SiteOptions(asked.lang, playbook.edition, today=asked.today))
    return tuple(file for file in made if file.path.endswith(asked.ending))


PLAN_ENDINGS = (".ics", ".csv")

EXPORTS: Mapping[str, Export] = {
    "css": Export(lambda playbook, _: css.export(playbook)),
    "scss": Export(lambda playbook, _: scss.export(playbook)),
    "dtcg": Export(lambda playbook, _: dtcg.export(playbook)),
    "ase": Export(lambda playbook, _: ase.export(playbook)),
    "gpl": Export(lambda playbook, _: gpl.export(playbook)),
    "brand-yml": Export(lambda playbook, asked: brand_yml.export(playbook, asked.read)),
    "json": Export(lambda playbook, _: json.export(playbook)),
    "csv": Export(lambda playbook, asked: csv.export(playbook, asked.lang), folder=True),
    "inventory": Export(lambda playbook, asked: inventory.export(playbook, asked.lang)),
    "markdown": Export(_markdown, folder=True),
    "checklist": Export(_checklist, endings=ENDINGS),
    "pack": Export(_packs, folder=True),
    "plan": Export(_plan),
    "vale": Export(lambda playbook, asked: vale.export(playbook, asked.lang), folder=True),
}
"""Every export by the name that the command knows; `export.<name>` is its text."""

OFFERED = ("css", "scss", "dtcg", "ase", "gpl", "brand-yml", "json")
"""The exports that the site offers to take."""

PACKED = ("css", "dtcg", "ase", "gpl")
"""The exports that a pack for a supplier holds."""

DOWNLOADS = "downloads"


def downloads(playbook: Playbook, read: Read) -> Mapping[str, Artifact]:
    """The files that the site offers, in `downloads/`, by export; those beside them are published already."""
    made = {name: EXPORTS[name].make(playbook, Asked(read))[0] for name in OFFERED}
    return {name: replace(file, path=f"{DOWNLOADS}/{file.path}") for name, file in made.items()}


def supplies(playbook: Playbook, read: Read, store: Store | None = None) -> Supplies:
    """Everything that a site needs from others than its pages; the playbook is restricted to its edition."""
    return Supplies(
        published(playbook, read),
        downloads(playbook, read),
        dress(playbook, read),
        store or Memory(),
        handed(playbook, read),
    )


def handed(playbook: Playbook, read: Read) -> Handed | None:
    """What suppliers may get: never more than partners may see, whichever edition it is taken from.

    None where the settings, which say who may see what, could not be read.
    """
    lean = replace(playbook, touchpoints={}, personas={}, journeys={}, pages={})
    try:
        shown = restrict(lean, Visibility.PARTNER) if lean.edition is Visibility.INTERNAL else lean
    except PlaybookError:
        return None
    tokens = tuple(EXPORTS[name].make(shown, Asked(read))[0] for name in PACKED)
    return Handed(shown, frozenset(named(shown)), tokens)
