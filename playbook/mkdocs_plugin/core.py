"""What the plugin asks of the core, in one place: a project's folder in, its site out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import playbook
from playbook.artifact import NavItem, Site, SitePage
from playbook.choices import Visibility
from playbook.diagnostics import Diagnostic
from playbook.edition import restrict
from playbook.exports import site as site_export
from playbook.exports import supplies
from playbook.facts import reader
from playbook.i18n import text
from playbook.store import Memory, of_project


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which site of which project: everything that the outcome depends on beside the project's files.

    `mount` is the folder that the caller will put the site in; the site itself knows nothing of it, but
    references from outside lead there; `lines`, `new_file` and `packs` as in the site's options. `cache` says
    whether pieces are kept from one build to the next.
    """

    root: Path
    lang: str
    edition: Visibility
    today: date
    dress: bool
    directory_urls: bool
    mount: str
    lines: str = ""
    new_file: str = ""
    cache: bool = True
    packs: bool | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A site, what is wrong with it, and the folders it was read from.

    `refer` puts the live thing in the place of each `[[touchpoint:checkout]]` of a Markdown text, given
    that text and its page's path. `usable` is false for a site that only says what went wrong.
    """

    site: Site
    diagnostics: tuple[Diagnostic, ...] = ()
    watch: tuple[Path, ...] = ()
    refer: Callable[[str, str], str] = lambda markdown, _: markdown
    usable: bool = True


def make(wanted: Wanted) -> Made:
    """Read and check the whole project, and build what the edition shows of it.

    Raises:
        PlaybookError: if there is no project to read.
    """
    loaded = playbook.load(wanted.root)
    store = of_project(wanted.root) if wanted.cache else Memory()
    diagnostics = playbook.check(loaded, wanted.today, store=store)
    shown = restrict(loaded.playbook, wanted.edition)
    read = reader(wanted.root)
    options = site_export.SiteOptions(
        lang=wanted.lang,
        edition=wanted.edition,
        directory_urls=wanted.directory_urls,
        dress=wanted.dress,
        mount=wanted.mount,
        lines=wanted.lines,
        new_file=wanted.new_file,
        today=wanted.today,
        packs=wanted.packs,
    )
    return Made(
        site_export.build(shown, diagnostics, options, supplies(shown, read, store)),
        diagnostics,
        _there(loaded.watch),
        lambda markdown, path: site_export.references(markdown, path, shown, options),
    )


def unusable(reason: str, wanted: Wanted) -> Made:
    """A site of one page that says why there is no other."""
    title = text(wanted.lang, "plugin.unusable.title")
    mend = text(wanted.lang, "plugin.unusable.mend")
    page = SitePage("index.md", title, f"<p><strong>{escape(reason)}</strong></p>\n<p>{escape(mend)}</p>")
    return Made(
        Site(pages=(page,), files=(), nav=(NavItem(title, page.path),)),
        watch=_there((wanted.root / "brand", wanted.root / "content")),
        usable=False,
    )


def _there(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those that exist; MkDocs cannot watch the others."""
    return tuple(folder for folder in folders if folder.is_dir())
