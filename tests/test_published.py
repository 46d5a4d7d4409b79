from __future__ import annotations

import pytest

from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.facts import reader
from playbook.loader import load
from playbook.published import address, asset_path, published

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>'
FILES = {
    "brand/logo.yml": """\
        variants: {main: logo/main.svg, broken: logo/broken.svg, text: logo/text.svg}
        misuse: [{text: Never, picture: logo/never.png}]
        """,
    "brand/imagery.yml": "pictures: {cat: pictures/cat.jpg, x: {file: pictures/x.jpg, visibility: internal}}",
    "brand/fonts.yml": """\
        families:
          free: {name: Free, files: fonts/free.woff2, licence: {name: OFL, file: fonts/OFL.txt}}
          kept: {name: Kept, files: fonts/kept.woff2, licence: {name: Mine, download: false}}
          untold: {name: Untold, files: fonts/untold.woff2}
          fake: {name: Fake, files: fonts/fake.woff2, licence: OFL}
        """,
    "brand/kids/brand.yml": "name: Kids",
    "brand/kids/logo.yml": "variants: {own: logo/main.svg}",
    "brand/kids/logo/main.svg": SVG,
    "content/pieces/card.yml": "name: Card\nkind: business-card\nfiles: [card.pdf, card.html, README.md]",
    "content/pieces/plan.yml": "name: Plan\nkind: business-card\nvisibility: partner\nfiles: plan.pdf",
    "content/personas/ana.yml": "name: Ana\npicture: ana.SVG",
    "content/touchpoints/shop.yml": "name: Shop\nstage: before\nexamples: [{brand: We, picture: other.png}]",
    "content/card.pdf": b"%PDF",
    "content/card.html": "<script>",
    "content/README.md": "# Read",
    "content/plan.pdf": b"%PDF",
    "content/lying.pdf": b"%PDF",
    "content/ana.SVG": SVG,
    "content/other.png": b"png",
    "brand/logo/main.svg": SVG,
    "brand/logo/broken.svg": "<svg",
    "brand/logo/text.svg": "not a picture",
    "brand/logo/never.png": b"png",
    "brand/pictures/cat.jpg": b"jpg",
    "brand/pictures/x.jpg": b"jpg",
    "brand/fonts/OFL.txt": "Licence",
    **{f"brand/fonts/{name}.woff2": b"wOF2" for name in ("free", "kept", "untold")},
    "brand/fonts/fake.woff2": b"<script>",
}
PUBLIC = [
    "brand/fonts/OFL.txt",
    "brand/fonts/free.woff2",
    "brand/kids/logo/main.svg",
    "brand/logo/main.svg",
    "brand/logo/never.png",
    "brand/pictures/cat.jpg",
    "content/README.md.txt",
    "content/ana.SVG",
    "content/card.html.txt",
    "content/card.pdf",
    "content/other.png",
]


def made(project, edition):
    root = project(FILES)
    return published(restrict(load(root).playbook, Visibility(edition)), reader(root))


@pytest.mark.parametrize("edition, more", [("public", []), ("partner", ["content/plan.pdf"])])
def test_only_what_the_edition_names_and_what_can_be_read(project, edition, more):
    paths = [file.path for file in made(project, edition)]
    assert sorted(paths) == sorted(f"assets/playbook/{path}" for path in [*PUBLIC, *more])


def test_pictures_run_nothing_and_lead_back_to_their_source(project):
    files = {file.path: file for file in made(project, "internal")}
    for path in ("brand/logo/main.svg", "content/ana.SVG", "brand/kids/logo/main.svg"):
        assert b"script" not in files[f"assets/playbook/{path}"].as_bytes()
        assert b"M0 0" in files[f"assets/playbook/{path}"].as_bytes()
        assert files[f"assets/playbook/{path}"].source == path


@pytest.mark.parametrize(
    "path, shown",
    [
        ("brand/logo/a b.svg", "assets/playbook/brand/logo/a b.svg"),
        ("content/x.html", "assets/playbook/content/x.html.txt"),
        ("content/x.HTML.txt", "assets/playbook/content/x.HTML.txt.txt"),
        ("content/x.txt", "assets/playbook/content/x.txt"),
        ("print/x.pdf", "assets/playbook/project/print/x.pdf"),
        ("brand.css", "assets/playbook/project/brand.css.txt"),
    ],
)
def test_where_a_file_stands(path, shown):
    assert asset_path(path) == shown


def test_an_address_of_a_written_path():
    assert address({"a.svg": "brand/a.svg"}, "a.svg") == "assets/playbook/brand/a.svg"
    assert address({}, "a.svg") == ""
