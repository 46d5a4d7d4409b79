"""The search: our scripts around the theme's, and its index in a form that pages on a disk can read."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_SCRIPT = "assets/playbook/search/page.js"
_SHIM = "iframe-worker"
_PLUGINS = ("search", "material/search")


def link(config: MkDocsConfig) -> None:
    """Link our script before the theme's, instead of the foreign shim of its offline plugin."""
    if any(name in config.plugins for name in _PLUGINS):
        others = [script for script in config.extra.get("polyfills", ()) if _SHIM not in str(script)]
        config.extra["polyfills"] = [_SCRIPT, *others]


def write_index(config: MkDocsConfig) -> None:
    """Write the index as a script too, where the site can be walked without a server.

    With directory addresses it cannot: a disk shows a folder, not the page in it.
    """
    index = Path(config.site_dir, "search/search_index.json")
    if not config.use_directory_urls and index.is_file():
        script = f"var __index = {index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8")
