"""A site that is made with what an earlier one left in the store: the same as one made without."""

from __future__ import annotations

import pytest

import playbook
from playbook.exports import supplies
from playbook.exports.site import SiteOptions, build
from playbook.facts import reader
from playbook.store import Disk, Memory

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path fill="#123456" d="M0 0h9v9z"/></svg>'
FILES = {
    "brand/brand.yml": "{name: Faro, tagline: Light, contact: {phone: +34 600 100 200}}",
    "brand/logo.yml": "variants: {main: logo.svg}",
    "brand/logo.svg": SVG,
    "brand/colors.yml": "{palette: {fig: '#561B3F', sun: '#FFCC00'}, roles: {primary: fig, accent: sun}}",
    "content/pieces/sig.yml": "{name: Sign-off, kind: email-signature}",
    "content/pieces/post.yml": "{name: Post, kind: social-post, requirements: {colors: fig}}",
    "content/kits/fair.yml": "{name: Fair, pieces: [post]}",
}
EDITS = {
    "nothing": {},
    "color": {"brand/colors.yml": "{palette: {fig: '#0A4F6B'}, roles: {primary: fig}}"},
    "word": {"brand/brand.yml": "{name: Faro, tagline: Dark}"},
    "logo": {"brand/logo.svg": SVG.replace("#123456", "#654321")},
    "no logo": {"brand/logo.yml": None},
    "title": {"content/pieces/sig.yml": "{name: Signed, kind: email-signature}"},
    "form": {"content/pieces/sig.yml": "{name: Sign-off, kind: email-signature, form: {role: Care}}"},
    "removal": {"content/pieces/post.yml": None},
    "language": {"content/playbook.yml": "language: es"},
}


def built(root, store):
    loaded = playbook.load(root)
    given = supplies(loaded.playbook, reader(root), store)
    site = build(loaded.playbook, (), SiteOptions(lang=loaded.playbook.settings.language or "en"), given)
    return {page.path: page.body for page in site.pages} | {file.path: file.as_bytes() for file in site.files}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One for all edits: each finds what the others left."""
    return Disk(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_it_is_as_if_made_anew(project, store, edit):
    root = project(FILES)
    before = built(root, store)
    project(EDITS[edit])
    after = built(root, store)
    assert after == built(root, Memory())
    assert (after == before) is (edit == "nothing")
