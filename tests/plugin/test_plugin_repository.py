"""Lines of the project in the repository's web view, told from what MkDocs knows of its edit buttons."""

import pytest
from mkdocs.config.defaults import MkDocsConfig

from playbook.mkdocs_plugin.repository import lines, new_file

HUB = "https://github.com/us/site"
LAB = "https://gitlab.com/us/site"
TEA = "https://git.example.org/us/site"

PLACES = {
    "GitHub": (HUB, "edit/main/content/", "content", f"{HUB}/blob/main/{{path}}#L{{line}}"),
    "GitLab": (LAB, "-/edit/main/content/", "content", f"{LAB}/-/blob/main/{{path}}#L{{line}}"),
    "Gitea": (TEA, "_edit/branch/main/content/", "content", f"{TEA}/src/branch/main/{{path}}#L{{line}}"),
    "pages deeper": (HUB, "edit/main/a/docs/", "a/docs", f"{HUB}/blob/main/{{path}}#L{{line}}"),
    "project deeper": (HUB, "edit/main/ours/content/", "content", f"{HUB}/blob/main/ours/{{path}}#L{{line}}"),
    "no repository": ("", "", "content", ""),
    "no editor": (HUB, "tree/main/content/", "content", ""),
    "no web address": ("ssh://host/us/site", "edit/main/content/", "content", ""),
}


@pytest.mark.parametrize("repository, editor, docs, expected", PLACES.values(), ids=PLACES)
def test_the_line_of_a_file_is_where_its_editor_is(tmp_path, repository, editor, docs, expected):
    config = MkDocsConfig()
    config.repo_url, config.edit_uri, config.docs_dir = repository, editor, str(tmp_path / docs)
    assert lines(config, tmp_path) == expected


WRITTEN = {
    "GitHub": (HUB, "edit/main/content/", "content", f"{HUB}/new/main?filename={{path}}&value={{text}}"),
    "GitLab": (LAB, "-/edit/main/content/", "content", f"{LAB}/-/new/main?file_name={{path}}"),
    "Gitea": (TEA, "_edit/main/content/", "content", f"{TEA}/_new/main?filename={{path}}&value={{text}}"),
    "project deeper": (
        HUB,
        "edit/main/ours/content/",
        "content",
        f"{HUB}/new/main?filename=ours/{{path}}&value={{text}}",
    ),
    "no repository": ("", "", "content", ""),
    "no editor": (HUB, "tree/main/content/", "content", ""),
}


@pytest.mark.parametrize("repository, editor, docs, expected", WRITTEN.values(), ids=WRITTEN)
def test_a_new_file_is_written_where_the_others_are_edited(tmp_path, repository, editor, docs, expected):
    config = MkDocsConfig()
    config.repo_url, config.edit_uri, config.docs_dir = repository, editor, str(tmp_path / docs)
    assert new_file(config, tmp_path) == expected
