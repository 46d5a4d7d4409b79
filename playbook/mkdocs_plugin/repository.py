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
    base = urljoin(f"{config.repo_url or ''}/", config.edit_uri or "")
    if not _EDIT.search(base) or urlsplit(base).scheme not in {"http", "https"}:
        return ""
    to_docs = quote(Path(os.path.relpath(root, config.docs_dir)).as_posix())
    view = _EDIT.sub(lambda edit: "/src/" if edit[1] else "/blob/", base, count=1)
    host, path = view.split("//", 1)
    return f"{host}//{posixpath.normpath(posixpath.join(path, to_docs))}/{{path}}#L{{line}}"
