"""Where a line of the project stands in the repository's web view."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

_EDIT = re.compile(r"/(_?)edit/")


def lines(config: MkDocsConfig, root: Path) -> str:
    """The address of a line, with `{path}` and `{line}` in it, for files named from the project's root.

    Made from what MkDocs knows of the edit buttons; empty where these do not lead to the editor of GitHub,
    GitLab (`edit`, viewed at `blob`), Gitea or Forgejo (`_edit`, viewed at `src`).
    """
    found = _editor(config, root)
    if found is None:
        return ""
    host, path, own = found
    view = _EDIT.sub(lambda edit: "/src/" if edit[1] else "/blob/", path, count=1)
    return f"{host}//{_joined(view, own)}/{{path}}#L{{line}}"


def new_file(config: MkDocsConfig, root: Path) -> str:
    """The address of the editor for a new file, with `{path}` in it, named from the project's root.

    GitHub, Gitea and Forgejo take its text too, as `{text}`; GitLab takes the path alone. Made as in `lines`.
    """
    found = _editor(config, root)
    if found is None:
        return ""
    host, path, own = found
    branch = _EDIT.sub(lambda edit: f"/{edit[1]}new/", path, count=1)
    before, new, rest = branch.partition("new/")
    ref, _, folder = _joined(rest, own).partition("/")
    at = f"{host}//{before}{new}{ref}"
    inside = f"{folder}/{{path}}" if folder else "{path}"
    return f"{at}?file_name={inside}" if "/-/" in path else f"{at}?filename={inside}&value={{text}}"


def _editor(config: MkDocsConfig, root: Path) -> tuple[str, str, str] | None:
    """The scheme, the editor's path for the folder of pages, and the way from there to the project's root."""
    base = urljoin(f"{config.repo_url or ''}/", config.edit_uri or "")
    if not _EDIT.search(base) or urlsplit(base).scheme not in {"http", "https"}:
        return None
    host, path = base.split("//", 1)
    return host, path, quote(Path(os.path.relpath(root, config.docs_dir)).as_posix())


def _joined(path: str, own: str) -> str:
    return posixpath.normpath(posixpath.join(path, own))
