from __future__ import annotations

import pytest

from playbook.exports import EXPORTS, OFFERED, Asked, downloads, supplies
from playbook.facts import reader
from playbook.i18n import LANGUAGES, texts
from playbook.loader import load

FILES = {
    "brand/colors.yml": "palette: {fig: '#561B3F', tide: blue}\nroles: {primary: fig}",
    "brand/fonts.yml": "families: {a: A}\nroles: {body: a}",
    "content/touchpoints/shop.yml": "name: Shop\nstage: before",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_export_has_its_text(lang):
    assert {f"export.{name}" for name in EXPORTS} <= texts(lang).keys()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_playbook_gives_the_same_bytes(project, name):
    root = project(FILES)
    made = [EXPORTS[name].make(load(root).playbook, Asked(reader(root))) for _ in range(2)]
    assert made[0] == made[1]
    assert len({file.path for file in made[0]}) == len(made[0])


def test_what_the_site_offers(project):
    root = project(FILES)
    files = downloads(load(root).playbook, reader(root))
    assert [file.path for file in files.values()] == [
        "downloads/tokens.css",
        "downloads/_tokens.scss",
        "downloads/tokens.json",
        "downloads/palette.ase",
        "downloads/palette.gpl",
        "downloads/_brand.yml",
        "downloads/playbook.json",
    ]
    assert list(files) == list(OFFERED)


def test_what_a_site_is_supplied_with(project):
    root = project(FILES)
    given = supplies(load(root).playbook, reader(root))
    assert given.downloads == downloads(load(root).playbook, reader(root))
    assert given.dress is not None
    assert given.dress.files[0].path == "assets/playbook/brand.css"
