"""The search: our scripts around the theme's, our pages in its index, and that in a form for disks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_SCRIPT = "assets/playbook/search/page.js"
_SHIM = "iframe-worker"
_PLUGINS = ("search", "material/search")

_NOT_OURS = re.compile(r"<pre\b|\sdata-search-|[\u2e80-\u9fff]")
"""What the theme's plugin treats in ways of its own: code, what is kept out, Chinese words."""
_UNREAD = re.compile(r"<(script|style|object)\b.*?</\1>", re.DOTALL)
_HEADING = re.compile(r'<(h[1-6])\b[^>]*?\sid="([^"]*)"[^>]*>(.*?)</\1>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_KEPT = re.compile(r"<(/?(?:p|code|li|ol|ul|sub|sup)\b)[^>]*>|<[^>]*>")
_EMPTY = re.compile(r"<(p|code|li|ol|ul|sub|sup)>\s*</\1>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)#?\w+;")
_SPACE = re.compile(r"\s+")


def script(config: MkDocsConfig) -> str:
    """Our script, to go before the theme's in place of its offline plugin's shim; "" if nothing is sought."""
    if not any(name in config.plugins for name in _PLUGINS):
        return ""
    others = [script for script in config.extra.get("polyfills", ()) if _SHIM not in str(script)]
    config.extra["polyfills"] = others
    return _SCRIPT


def write_index(config: MkDocsConfig) -> None:
    """Write the index as a script too, where the site can be walked without a server.

    With directory addresses it cannot: a disk shows a folder, not the page in it.
    """
    index = Path(config.site_dir, "search/search_index.json")
    if not config.use_directory_urls and index.is_file():
        script = f"var __index = {index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8")


def put(page: Page, config: MkDocsConfig) -> None:
    """Put a page of ours into the theme's index, and keep the theme's plugin from reading its HTML again.

    That would take a fifth of a build. A theme or a page that is otherwise is left to its plugin.
    """
    entries = _index(config)
    asked = page.meta.get("search") or {}
    if entries is None or asked.get("exclude") or _NOT_OURS.search(page.content or ""):
        return
    shared = {"tags": page.meta["tags"]} if page.meta.get("tags") else {}
    shared |= {"boost": asked["boost"]} if "boost" in asked else {}
    entries += ({**entry, **shared} for entry in sections(page.content or "", str(page.title), page.url))
    page.meta["search"] = {**asked, "exclude": True}


def _index(config: MkDocsConfig) -> list[dict[str, Any]] | None:
    """The list that the theme's plugin writes its index from; None where there is none such."""
    plugin = next((config.plugins[name] for name in _PLUGINS if name in config.plugins), None)
    entries = getattr(getattr(plugin, "search_index", None), "entries", None)
    return entries if isinstance(entries, list) else None


def sections(content: str, title: str, url: str) -> Iterator[dict[str, str]]:
    """What a page says below each heading that has an anchor, as the theme's own reader finds it.

    `title` stands for a heading without words; the first section is the page itself and needs no anchor.
    """
    before, *rest = _HEADING.split(_UNREAD.sub("", content))
    for at in range(0, len(rest), 4):
        _, anchor, heading, below = rest[at : at + 4]
        yield {
            "location": f"{url}#{anchor}" if at else url,
            "title": _text(_PERMALINK.sub("", heading)) or title,
            "text": _text(below if at else f"{before}{below}"),
        }


def _text(html: str) -> str:
    """The words, with the few tags that the results keep."""
    text = _KEPT.sub(lambda tag: f"<{tag[1]}>" if tag[1] else "", html)
    text = _ENTITY.sub(lambda entity: escape(unescape(entity[0]), quote=False), text)
    return _EMPTY.sub("", _SPACE.sub(" ", text)).strip()
