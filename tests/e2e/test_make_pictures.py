"""Pictures for networks, filled in on their page: seen in the brand's fonts, saved as SVG and as PNG."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from playbook.making.embed import embedded, faces
from tests.browsing import FORM
from tests.command import BOOK, READ, made_of

FRAME = ".pb-make__frame"
WITHIN = re.compile(r"<style>(?:@font-face\{[^<]*\})+</style>")
OWN = faces(BOOK.brand, READ)
PIECES = ("social-post", "social-story", "social-cover", "link-preview")
SAID: list[dict[str, str]] = [
    {"headline": "10:42."},
    {"headline": 'Ñandú & <b>Söhne</b> "wait"', "alt": "a 'b' < c", "text": "one\n\ntwo  three"},
    {"headline": "We knock when we said we would.", "handle": "@aldaba.home", "hashtags": "moving in\nñ"},
]


def named(svg: str) -> set[tuple[str, ...]]:
    """Family and weight of each font that a drawing holds."""
    found = re.findall(r'font-family:"([^"]+)";font-style:\w+;font-weight:([\d ]+);', svg)
    assert len(found) == svg.count("data:font/woff2;base64,")
    return set(found)


def put(page: Page, values: dict[str, str]) -> dict[str, str]:
    """Fills in the fields that there are."""
    fields = page.locator(".pb-make__fields .pb-make__field [name]:not([type='file'])")
    names = [str(field.get_attribute("name")) for field in fields.all()]
    for name in names:
        page.locator(f"[name='{name}']").fill(values.get(name, ""))
    return {name: value for name, value in values.items() if name in names}


def saved(page: Page, selector: str) -> Path:
    with page.expect_download() as waiting:
        page.locator(selector).click()
    return Path(waiting.value.path())


@pytest.mark.parametrize("piece", PIECES)
def test_a_drawing_is_what_the_command_line_makes(filling, seen, piece):
    page = filling(piece)
    for values in SAID:
        said = put(page, values)
        expected = made_of(piece, said)
        svgs = [content for name, content in expected.items() if name.endswith(".svg")]
        for at, content in enumerate(svgs):
            made = saved(page, f"button[data-ending='svg'] >> nth={at}").read_bytes().decode()
            assert WITHIN.sub("", made, count=1) == content
            assert named(made) >= named(embedded(content, OWN)) > set()
    assert seen.errors == []
    assert seen.foreign == []


@pytest.mark.parametrize("piece", PIECES)
def test_a_picture_has_its_size_and_the_brands_font(filling, seen, tmp_path, piece):
    page = filling(piece)
    page.locator("[name='headline']").fill("10:42.")
    kind = BOOK.kinds[BOOK.pieces[piece].kind]
    drawn = [output for output in kind.outputs if output.ending == "svg"]
    for at, output in enumerate(drawn):
        with Image.open(saved(page, f"button[data-ending='png'] >> nth={at}")) as picture:
            assert picture.format == "PNG"
            assert picture.width == output.width
            found = {color for _, color in picture.convert("RGB").getcolors(1 << 24) or []}
        assert {(0x56, 0x1B, 0x3F), (0xF4, 0xB6, 0x3F)} <= found
    expect(page.locator(".pb-make__status")).to_contain_text("Saved as ")
    assert seen.errors == []
    assert seen.foreign == []


@pytest.mark.parametrize(
    "piece, field, ending",
    [("social-post", "headline", "svg"), ("social-post", "headline", "png"), ("letter", "body", "html")],
)
def test_what_the_brands_font_cannot_draw_is_told(filling, piece, field, ending):
    page = filling(piece)
    said = page.locator(".pb-make__status")
    put(page, {"recipient": "Ana", field: "漢字 at 10:42"})
    saved(page, f"button[data-ending='{ending}'] >> nth=0")
    expect(said).to_contain_text("The brand's font has no 漢 字: another font draws them.")
    page.locator(f"[name='{field}']").fill("At 10:42")
    saved(page, f"button[data-ending='{ending}'] >> nth=0")
    expect(said).to_have_text(re.compile(r"^Saved as [^ ]+\.$"))


def test_the_font_is_within_the_picture(filling):
    """Without it the headline would be as wide as a stand-in's."""
    page = filling("social-post")
    page.locator("[name='headline']").fill("10:42.")
    own = saved(page, "button[data-ending='png'] >> nth=0").read_bytes()
    page.evaluate("brandPlaybook.faces.within = async (svg) => svg")
    other = saved(page, "button[data-ending='png'] >> nth=0").read_bytes()
    assert own != other


def test_the_whole_preview_is_seen_in_the_brands_font(filling):
    page = filling("social-post")
    frame = page.frame_locator(FRAME)
    expect(frame.locator("svg")).to_be_visible()
    page.wait_for_function(
        f"""[...document.querySelector('{FRAME}').contentDocument.fonts]
            .some(font => font.family.includes('Gabarito') && font.status === 'loaded')"""
    )
    cut = "frame => frame.contentDocument.documentElement.scrollHeight - frame.clientHeight"
    assert page.locator(FRAME).evaluate(cut) <= 0


def test_buttons_say_which_shape_they_save(filling):
    page = filling("social-post")
    expect(page.locator(".pb-make__first")).to_have_accessible_name("Upright PNG, 1080 px wide")
    groups = {
        name: page.get_by_role("group", name=name, exact=True).get_by_role("button").all_inner_texts()
        for name in ("Download PNG", "Download SVG", "Download")
    }
    assert groups == {
        "Download PNG": ["Square", "Wide"],
        "Download SVG": ["Upright", "Square", "Wide"],
        "Download": ["Caption"],
    }


def test_each_shape_can_be_seen_before_it_is_saved(filling):
    page = filling("social-post")
    page.get_by_label("Headline").fill("10:42.")
    shape = "frame => frame.contentDocument.querySelector('svg').getAttribute('viewBox')"
    seen = {}
    for name in ("Upright", "Square", "Wide"):
        page.get_by_label(name, exact=True).check()
        seen[name] = page.locator(FRAME).evaluate(shape)
        expect(page.locator(FRAME).content_frame.locator("svg")).to_contain_text("10:42.")
    assert seen == {"Upright": "0 0 1080 1350", "Square": "0 0 1080 1080", "Wide": "0 0 1200 627"}


def test_of_two_photos_the_last_one_stands(filling, tmp_path):
    page = filling("link-preview")
    page.evaluate(
        """() => {
            const own = window.createImageBitmap;
            window.createImageBitmap = async (file, ...more) => {
                if (file.name === "slow.png") await new Promise((done) => (window.go = done));
                return own(file, ...more);
            };
        }"""
    )
    for name, color in (("slow.png", (255, 0, 0)), ("quick.png", (0, 160, 90))):
        Image.new("RGB", (1300, 700), color).save(tmp_path / name)
        page.get_by_label("Photo").set_input_files(tmp_path / name)
    shown = (
        "() => document.querySelector('.pb-make__frame').contentDocument.querySelector('image')?.href.baseVal"
    )
    page.wait_for_function(f"({shown})()?.startsWith('data:image/jpeg')")
    before = page.evaluate(shown)
    page.evaluate("async () => { go(); await new Promise((done) => setTimeout(done, 200)); }")
    assert page.evaluate(shown) == before


def test_what_is_too_long_is_told_beside_its_field_and_not_given(filling):
    page = filling("social-post")
    headline = page.get_by_label("Headline")
    headline.fill("W " * 79)
    headline.blur()
    expect(headline).to_have_attribute("aria-invalid", "true")
    expect(headline).to_have_accessible_description(
        "What is read first. The shorter, the larger. 17 characters too many: they do not fit on the piece."
    )
    page.locator("button[data-ending='png'] >> nth=0").click()
    expect(page.locator(".pb-make__status")).to_have_text("Not yet: see the marked fields.")
    headline.fill("We said ten.")
    expect(headline).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}]
)
def test_it_fits_and_is_accessible(filling, axe, options):
    page = filling("social-cover", **options)
    page.locator("[name='headline']").fill("W" * 90)
    page.locator("[name='headline']").blur()
    assert [line for line in axe(page) if "pb-" in line] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_from_a_folder_on_disk_there_are_drawings_only(new_page, demo):
    page = new_page()
    page.goto((demo.folder / "pieces/social-post/index.html").as_uri())
    page.locator(FORM).wait_for()
    assert page.locator("button[data-ending='svg']").count() == 3
    assert page.locator("button[data-ending='png']").count() == 0


def test_a_photo_is_cut_to_fit_and_too_small_a_one_is_refused(filling, tmp_path, seen):
    page = filling("link-preview")
    page.locator("[name='headline']").fill("We knocked.")
    for name, size in (("small.png", (600, 630)), ("large.png", (2400, 1400))):
        Image.new("RGB", size, (0, 160, 90)).save(tmp_path / name)
    photo = page.get_by_label("Photo")
    photo.set_input_files(tmp_path / "small.png")
    expect(photo).to_have_accessible_description(re.compile("600 × 630 px, and its place takes 1200 × 630"))
    page.locator("button[data-ending='svg']").click()
    expect(page.locator(".pb-make__status")).to_have_text("Not yet: see the marked fields.")
    photo.set_input_files(tmp_path / "large.png")
    expect(photo).not_to_have_attribute("aria-invalid", "true")
    with page.expect_download() as got:
        page.locator("button[data-ending='png']").click()
    with Image.open(Path(got.value.path())) as made:
        pixel = made.convert("RGB").getpixel((20, 300))
    assert isinstance(pixel, tuple)
    assert pixel[1] in range(150, 170)
    assert page.evaluate("Object.values(localStorage).join('')").count("base64") == 0
    photo.set_input_files([])
    assert photo.evaluate("field => field.files[0].name") == "large.png"
    page.get_by_role("button", name="Take the photo away").click()
    assert photo.evaluate("field => field.files.length") == 0
    shown = page.locator(FRAME).evaluate("frame => frame.contentDocument.body.innerHTML")
    assert "jpeg;base64" not in shown
    assert (seen.errors, seen.foreign) == ([], [])
