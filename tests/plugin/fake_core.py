"""A stand-in for the core, so that a test of the plugin says exactly which site there is to show.

`make` reads a site from `site.json` in the project's folder and a page from each of `content/items/*.yml`,
which is a title in one line, or wrong if it is empty. MkDocs loads this file as a hook.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from playbook.artifact import Artifact, Dress, Heading, NavItem, Site, SitePage, Worn
from playbook.diagnostics import Diagnostic, Location, PlaybookError, Problem, Severity
from playbook.mkdocs_plugin import core

EMPTY = Site(pages=(), files=(), nav=())


def make(wanted: core.Wanted) -> core.Made:
    """The site that the project's `site.json` and items describe."""
    plan = wanted.root / "site.json"
    if not plan.is_file():
        raise PlaybookError("plugin.visibility", path=wanted.root.name)
    data = json.loads(plan.read_text(encoding="utf-8"))
    items = sorted((wanted.root / "content" / "items").glob("*.yml"))
    site = replace(_site(data), dress=_dress(data) if wanted.dress else None)
    site = replace(site, pages=(*site.pages, *(_item(file) for file in items)))
    return core.Made(
        site,
        tuple(_diagnostic(*given) for given in data.get("diagnostics", ())),
        tuple(folder for folder in (wanted.root / "brand", wanted.root / "content") if folder.is_dir()),
        lambda markdown, path: markdown.replace("[[color:primary]]", f"`#123456` on {path}"),
    )


def _site(data: dict[str, Any]) -> Site:
    return Site(
        pages=tuple(_page(**page) for page in data.get("pages", ())),
        files=tuple(Artifact(path, content) for path, content in data.get("files", {}).items()),
        nav=tuple(_nav(*item) for item in data.get("nav", ())),
    )


def _page(path: str, title: str, body: str = "<p>Made.</p>", **more: Any) -> SitePage:
    headings = tuple(Heading(*heading) for heading in more.pop("headings", ()))
    return SitePage(path, title, body, headings, **{**more, "tags": tuple(more.get("tags", ()))})


def _nav(title: str, path: str, children: Any = ()) -> NavItem:
    return NavItem(title, path, tuple(_nav(*child) for child in children))


def _dress(data: dict[str, Any]) -> Dress | None:
    given = data.get("dress")
    worn = {ident: Worn(**seen) for ident, seen in given.get("worn", {}).items()} if given else {}
    return Dress(**{**given, "worn": worn}) if given else None


def _item(file: Path) -> SitePage:
    title = file.read_text(encoding="utf-8").strip()
    body = "<p>Fine.</p>" if title else f"<p>{file.name}: broken</p>"
    return SitePage(f"items/{file.stem}.md", title or file.stem, body, source=f"content/items/{file.name}")


def _diagnostic(rule: str, severity: str, dated: bool) -> Diagnostic:
    problem = Problem(f"finding.{rule}", Location("content/items/a.yml", 2, 3))
    return Diagnostic(rule, Severity(severity), problem, dated)


core.make = make
