"""Pictures for networks, as the browser draws them: as they were, and as the command line draws them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import playbook
from playbook.facts import reader
from playbook.making.also import also
from playbook.making.look import look
from playbook.making.picture import mark
from playbook.making.values import defaults
from playbook.making.widths import widths
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from tests.browsing import FORM
from tests.building import ROOT
from tests.pictured import Drawn, alike, small

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)
ELEMENTS = elements(BOOK.brand, mark=mark(BOOK.brand, READ))
KIND = BOOK.kinds["social-post"]
SAID = {
    "headline": "We said ten. We knocked at ten.",
    "text": "Two hours you choose. Two people who carry it up.",
}


@pytest.fixture(scope="module")
def ours():
    """What the command line makes, by file."""
    values = {**defaults(KIND.fields, ELEMENTS), **SAID}
    wording = Wording(widths=widths(BOOK.brand, READ))
    made = also(KIND, look(BOOK.brand, ELEMENTS, READ), values, wording)
    return {file.path: Image.open(BytesIO(file.as_bytes())) for file in made.files}


@pytest.fixture
def drawn(new_page, serve, demo):
    """What the page saves, by file."""
    page = new_page()
    page.goto(f"{serve(demo.folder)}pieces/social-post/")
    page.locator(FORM).wait_for()
    for name, value in SAID.items():
        page.locator(f"[name='{name}']").fill(value)
    found = {}
    for at, output in enumerate(each for each in KIND.outputs if each.ending == "svg"):
        with page.expect_download() as waiting:
            page.locator(f"button[data-ending='png'] >> nth={at}").click()
        found[output.template.replace(".svg", ".png")] = Image.open(Path(waiting.value.path()))
    return found


def test_a_post_looks_as_it_did_and_as_the_command_line_makes_it(drawn, ours, snapshot):
    assert drawn.keys() == ours.keys()
    for name, picture in drawn.items():
        assert picture.size == ours[name].size
        assert small(picture) == snapshot.use_extension(Drawn)(name=name.removesuffix(".png"))
        assert alike(small(picture), small(ours[name])), name


def test_a_logo_that_has_moved_or_is_missing_and_a_wrong_color_are_seen(ours):
    there = ours["post.png"].convert("RGB")
    logo = there.crop((80, 70, 420, 180))
    missing = there.copy()
    missing.paste(there.getpixel((0, 0)), (80, 70, 420, 180))
    moved = missing.copy()
    moved.paste(logo, (140, 70))
    wrong = ImageChops.add(there, Image.new("RGB", there.size, (0, 0x18, 0)))
    for other in (missing, moved, wrong):
        assert not alike(small(there), small(other))
    assert alike(small(there), small(there.resize((540, 675)).resize(there.size)))
