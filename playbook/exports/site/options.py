"""What can be chosen about a site, and what a site is made from beside the playbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from playbook.artifact import Artifact, Dress
from playbook.making.cache import Store
from playbook.model import Playbook
from playbook.store import Memory

Writer = Literal["html", "markdown"]


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """Which site: `edition` names the readers, `mount` the folder (posix) that the pages will stand in.

    `directory_urls` says how the HTML writer links: `checkout/` or `checkout.html`. `lines` is the address
    of a line of a file in the repository's web view, with `{path}` and `{line}` in it; empty for none.
    `new_file` is that of its editor for a new file, with `{path}` and, if it can be filled in, `{text}`.
    What is dated after `today` is no news yet; without it, everything dated is. `packs` says whether pieces
    and kits have a pack for suppliers; None, only where they are not too many.
    """

    lang: str = "en"
    edition: str = "internal"
    directory_urls: bool = True
    writer: Writer = "html"
    dress: bool = True
    mount: str = ""
    lines: str = ""
    new_file: str = ""
    today: date | None = None
    packs: bool | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """What may leave the house in packs for suppliers.

    `playbook` is what partners may see at most, and `files` are the project files that it names; `tokens` are
    its colors and fonts in the forms that programs take.
    """

    playbook: Playbook
    files: frozenset[str]
    tokens: tuple[Artifact, ...] = ()


@dataclass(frozen=True, slots=True)
class Supplies:
    """What others made for the site.

    `files` are the project's files to publish, as `playbook.published` makes them; `downloads` are offered
    on the brand's pages, each by the name of its export; `dress` is published with the site if the options
    ask for it. `store` keeps pieces from one build to the next. `handed` is what packs are made from; without
    it there are none.
    """

    files: tuple[Artifact, ...] = ()
    downloads: Mapping[str, Artifact] = field(default_factory=dict)
    dress: Dress | None = None
    store: Store = field(default_factory=Memory)
    handed: Handed | None = None
