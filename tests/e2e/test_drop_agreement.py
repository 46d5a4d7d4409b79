"""What the page says of a dropped file is what the command says, to the letter."""

from __future__ import annotations

import random
from base64 import b64encode
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import playbook
from playbook import i18n
from playbook.color import Color, distance, lab, lab_distance, parse
from playbook.exports.site import SiteOptions, build
from playbook.exports.site.dropping import dropping
from playbook.exports.site.view import View
from playbook.handed import Ink
from playbook.observe import raster
from playbook.pixels import drawing
from playbook.report.words import hint, message
from tests.building import ROOT
from tests.handed_in import card, huge, icon, noise, pdf, saved, svg

PARTS = (
    *(
        "words",
        "color",
        "kind",
        "css",
        "style",
        "tree",
        "shape",
        "walk",
        "drawing",
        "pixels",
        "pdf",
        "colors",
    ),
    *("fonts", "verdicts"),
)
PROJECT = {
    "brand/brand.yml": "name: Ribbon",
    "brand/colors.yml": """
        palette:
          fig: "#561B3F"
          sand: "#F2E8D5"
          tide: oklch(0.41 0.075 232)
          ink: {value: {light: "#1F1A17", dark: "#F5F1EA"}}
        roles: {text: ink, border: "#CCBBAA"}
        """,
    "brand/fonts.yml": "families: {head: {name: Alegreya Sans, source: system, fallback: [Verdana]}}",
    "brand/small/brand.yml": "name: Small Ribbon",
    "content/pieces/post.yml": """
        name: Post
        kind: social-post
        requirements: {format: [SVG, PNG, JPG], sizes: [{width: 1080, height: 1080}], file_size: 20 KB}
        files: files/poster.svg
        """,
    "content/pieces/flyer.yml": """
        name: Flyer
        kind: other
        requirements:
          {format: PDF, bleed: 3, sizes: [{width: 210, height: 99, unit: mm}, {width: 21, unit: cm}]}
        """,
    "content/pieces/banner.yml": """
        name: Banner
        kind: other
        requirements:
          {format: PDF, sizes: [{width: 4, height: 2, unit: in}, {width: 3000, height: 1000, unit: mm}]}
        """,
    "content/pieces/free.yml": "{name: Free, kind: other, brands: [small]}",
    "content/files/poster.svg": "",
    "content/playbook.yml": """
        severities: {file-font: info}
        options: {file-color: {near: 4}}
        waivers:
          - {rule: file-color, path: "accepted*", reason: For now., expires: 2099-01-01}
          - {rule: file-font, path: "accepted*", reason: Not any more., expires: 2020-01-01}
          - {rule: file-color, path: "content/files/*", reason: For now., expires: 2099-01-01}
          - {rule: file-size, item: known, reason: For now., expires: 2099-01-01}
        """,
}
STYLED = """
<style>/* none */ .a, #b .c > path { fill: #571B3F !important } rect:hover { fill: red }
@media print { * { fill: blue } }
text { font: italic 12px/1.5 "Comic Sans", Verdana } .d { fill: var(--x, #F2E8D6); stroke: nonsense }
g > rect.e { fill: hsl(30 50% 50%); stroke: color(display-p3 1 0 0); stroke-width: 2px }</style>
<defs><path id="p" d="M0 0h9v9z"/><linearGradient id="g" xlink:href="#h"/><linearGradient id="h">
<stop stop-color="#561B40"/><stop offset="1" stop-color="currentColor" stop-opacity="0.5"/></linearGradient>
<pattern id="t"><circle r="4" fill="lab(50% 40 30)"/></pattern></defs>
<path class="a" d="M0 0h9"/><g id="b"><g class="c"><path d="M1 1L2 2" fill="green"/></g></g>
<g color="rebeccapurple"><use href="#p" fill="currentColor"/><rect width="9" height="9" fill="url(#g)"/></g>
<rect width="9" height="9" fill="url(#t) red"/><g><rect class="e" width="5" height="5"/></g>
<path class="d" d="M0 0c1 2 3 4 5 6"/><rect width="0" height="5" fill="teal"/><path d="M0 0" fill="teal"/>
<line x2="5" fill="teal" stroke="#f00"/><rect width="1%" height="1" fill="gold" opacity="0"/>
<text y="20">Hello <tspan font-family="Papyrus-Bold, AlegreyaSans-Bold">you</tspan></text><image href="https://x.example/a.png"/>
<g display="none"><rect width="9" height="9" fill="pink"/></g>
<g visibility="hidden"><rect width="4" height="4"/></g>
<use href="#gone"/><rect width="2" height="2" filter="url(#f)" style="fill:#CCBBAA;stroke:CanvasText"/>
<filter id="f"><feFlood flood-color="tomato"/></filter><animate attributeName="fill"/>
"""
MANY = "".join(
    f'<rect width="9" height="9" fill="#{at:02x}{255 - at:02x}80"/><text font-family="F{at}">x</text>'
    for at in range(0, 240, 12)
)
CIRCLE = '<g id="x"><use href="#x"/></g><use href="#x"/>'
COPIES = {at: f'<use href="#a{at - 1}"/>' * 9 if at else "<path/>" for at in range(9)}
BOMB = "".join(f'<g id="a{at}">{inside}</g>' for at, inside in COPIES.items())
LATIN = b'<?xml version="1.0" encoding="iso-8859-1"?>' + svg("<text>ñ</text>").decode().encode("latin-1")
FIG = '<path fill="#561B3F" d="M0 0h9v9z"/>'
DRAWN = card((1080, 1080), "#561B3F", "#F2E8D5", "#f3e9d0")
TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06" + b"\0" * 6
ESCAPED = r"<style>.\61 1, #\62, .c\2e d { fill: #571B40 }</style>"
ESCAPED += "".join(f'<path {name} d="M0 0h9v9z"/>' for name in ('class="a1"', 'id="b"', 'class="c.d"'))
TWICE = '\n<image href="https://x.example/a"/>' * 2
A4 = "/MediaBox [0 0 595.28 841.89]"
FLYER = "/MediaBox [0 0 612.28 297.64] /TrimBox [8.5 8.5 603.78 289.14]"
FILES: dict[str, tuple[str, bytes, str]] = {
    "good": ("@.svg", svg(FIG), "post"),
    "near miss": ("@.svg", svg(FIG + '<path fill="#571B40" d="M0 0h9v9z"/>'), "post"),
    "lower-case paper": ("@.svg", svg('<path d="M0 0h9v9z" fill="#fff" stroke="#1f1a17"/>'), "post"),
    "styled": ("@.svg", svg(STYLED), "post"),
    "many colors and fonts": ("@.svg", svg(MANY), "post"),
    "no brand to judge by": ("@.svg", svg(STYLED), "free"),
    "escaped names": ("@.svg", svg(ESCAPED), "post"),
    "an address twice": ("@.svg", svg(TWICE), "post"),
    "another proportion": ("@.svg", svg(FIG, 'width="30cm" height="20cm"'), "post"),
    "half a size": ("@.svg", svg(FIG, 'width="300" viewBox="0 0 9 5"'), "post"),
    "no size": ("@.svg", svg(FIG, ""), "post"),
    "another ending": ("@.png", svg(FIG), "post"),
    "accepted for now": ("accepted-1.svg", svg(STYLED), "post"),
    "of a known item": ("known.svg", svg(FIG, 'viewBox="0 0 9 5"'), "post"),
    "accepted in its folder": ("content/files/poster.svg", svg(STYLED), "post"),
    "UTF-16": ("@.svg", svg("<text>ñ</text>" + FIG).decode().encode("utf-16"), "post"),
    "Latin-1": ("@.svg", LATIN, "post"),
    "copies of itself": ("@.svg", svg(CIRCLE), "post"),
    "copies of copies": ("@.svg", svg(BOMB), "post"),
    "an open element": ("@.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>\n\n<g></svg>", "post"),
    "no namespace": ("@.svg", b"<svg><path/></svg>", "post"),
    "entities": ("@.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "post"),
    "deep": ("@.svg", svg("<g>" * 230 + "</g>" * 230), "post"),
    "wide": ("@.svg", svg("<g/>" * 11_000), "post"),
    "heavy": ("@.svg", svg("<!--" + "x" * 5_000_000 + "-->"), "post"),
    "empty": ("@.svg", b" \n", "post"),
    "nothing known": ("@.xyz", b"words", "post"),
    "Photoshop": ("@.png", b"8BPS\0\1", "post"),
    "only called so": ("@.png", b"words", "post"),
    "drawn": ("@.png", saved(DRAWN, "png"), "post"),
    "drawn, too small": ("@.png", saved(DRAWN.resize((1000, 1080)), "png"), "post"),
    "few colors": ("@.png", saved(DRAWN.quantize(8), "png"), "post"),
    "drawn as JPEG": ("@.jpg", saved(DRAWN, "jpeg", quality=92), "post"),
    "drawn as GIF": ("@.gif", saved(DRAWN.quantize(16), "gif"), "post"),
    "drawn as WebP": ("@.webp", saved(DRAWN, "webp", lossless=True), "post"),
    "a turned WebP": ("@.webp", saved(DRAWN.resize((1080, 600)), "webp", lossless=True, exif=TURNED), "post"),
    "see-through": ("@.png", saved(card((300, 200), "#00000000", "#C5361CFF", mode="RGBA"), "png"), "free"),
    "off and near": ("@.png", saved(card((1080, 1080), "#C5361C", "#571B40"), "png"), "post"),
    "noise": ("@.jpg", saved(noise((1080, 1080)), "jpeg", quality=60), "post"),
    "a gray": ("@.png", saved(card((1080, 1080), "white", "#555").convert("L"), "png"), "post"),
    "a deep gray": ("@.png", saved(card((90, 90), "white").convert("I;16"), "png"), "post"),
    "a turned photo": ("@.jpg", saved(DRAWN.resize((1080, 600)), "jpeg", exif=TURNED), "post"),
    "cut off": ("@.png", saved(DRAWN, "png")[:2000], "post"),
    "cut short": ("@.jpg", saved(DRAWN, "jpeg")[:12], "post"),
    "huge": ("@.png", huge(9_000, 9_000), "post"),
    "damaged PDF": ("@.pdf", b"%PDF-1.4\nwords", "flyer"),
    "PDF cut off": ("@.pdf", pdf(A4)[:200], "flyer"),
    "flyer": ("@.pdf", pdf(FLYER + " /BleedBox [0 0 612.28 297.64]"), "flyer"),
    "flyer without bleed": ("@.pdf", pdf(FLYER + " /BleedBox [8.5 8.5 603.78 289.14]", A4), "flyer"),
    "turned page": ("@.pdf", pdf("/MediaBox [0 0 280.63 595.28] /Rotate 90"), "flyer"),
    "inherited box": ("@.pdf", pdf("", "", top=A4), "flyer"),
    "large, at a tenth": ("@.pdf", pdf("/MediaBox [0 0 850.39 283.46]"), "banner"),
    "units of its own": ("@.pdf", pdf("/MediaBox [0 0 72 36] /UserUnit 4"), "banner"),
    "flyer with packed objects": ("@.pdf", pdf(FLYER, packed=True), "flyer"),
    "letter, not a banner": ("@.pdf", pdf("/MediaBox [0 0 612 792]"), "banner"),
}
NOT_HERE = {"file-words", "file-access", "file-mail", "file-logo", "file-print"}


@pytest.fixture
def loaded(project):
    return playbook.load(project(PROJECT))


@pytest.fixture
def script(page):
    """The scripts that judge a file, alone."""
    for part in PARTS:
        page.add_script_tag(path=ROOT / f"theme/assets/playbook/check/{part}.js")
    return page


def site(loaded, lang="en"):
    """A site's data scripts, and what each piece's page tells of it."""
    options = SiteOptions(lang=lang)
    files = build(loaded.playbook, (), options).files
    told = [file.as_bytes().decode() for file in files if "/check" in file.path]
    view = View(loaded.playbook, options)
    return told, {ident: dropping(view, piece).asked for ident, piece in loaded.playbook.pieces.items()}


def ours(loaded, paths, lang):
    """What the command finds in each file, by its name; files meant as one piece are read together."""
    found = {}
    for piece in loaded.playbook.pieces:
        own = [Path(name) for name, (_, meant) in paths.items() if meant == piece]
        for judged in playbook.judge(loaded, own, [piece], date(2026, 11, 22)):
            found[judged.path] = [
                [found.rule, str(found.severity), message(found, lang), hint(found, lang)]
                for found in judged.found
                if found.rule not in NOT_HERE
            ]
    return found


def chosen(lang):
    """All the files, numbered; of those whose words only are another language's, some."""
    return list(enumerate(FILES.values()))[:: 1 if lang == "en" else 4]


LOOK = """async ([name, content, asked]) => {
    const { check, checkBrands } = window.brandPlaybook;
    const { Refusal, judged, refused, seen } = check.verdicts;
    const file = new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], name);
    const told = JSON.parse(asked);
    const brand = checkBrands[told.brand];
    const found = await seen(file).then(
        (handed) => judged(handed, brand, told, name),
        (error) => {
            if (error instanceof Refusal) return refused(error, name);
            throw error;
        });
    return found.map(({ rule, severity, message, hint }) => [rule, severity, message, hint]);
}"""


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_the_page_says_what_the_command_says(script, loaded, tmp_path, monkeypatch, lang):
    told, asked = site(loaded, lang)
    for data in told:
        script.add_script_tag(content=data)
    monkeypatch.chdir(tmp_path)
    files = {name.replace("@", str(at)): (content, piece) for at, (name, content, piece) in chosen(lang)}
    for name, (content, _) in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    there = ours(loaded, files, lang)
    here = {
        name: script.evaluate(LOOK, [Path(name).name, b64encode(content).decode(), asked[piece]])
        for name, (content, piece) in files.items()
    }
    assert {name: (here[name], there[name]) for name in files if here[name] != there[name]} == {}
    assert sum(map(bool, there.values())) > len(files) / 3
    look = "([rule, name]) => brandPlaybook.check.verdicts.accepted([{ rule }], name)"
    asked_of = [("file-color", "other.svg"), ("file-font", "other.svg")]
    assert [script.evaluate(look, [*each]) for each in asked_of] == [["content/files/*"], []]


PUBLISHED = (
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
)
"""Pairs of Sharma, Wu and Dalal (2005) from every part of the formula, and their distance."""


def test_colors_are_as_far_apart(script):
    draw = random.Random(3)  # noqa: S311 - colors are no secret
    ours = [Color(*(draw.randrange(256) / 255 for _ in range(3))) for _ in range(400)]
    grays = [Color(part / 255, part / 255, part / 255) for part in (0, 1, 10, 11, 128, 254, 255)]
    pairs = [*pairwise(ours), *pairwise(grays), *((color, gray) for color in ours[:40] for gray in grays)]
    theirs = script.evaluate(
        """pairs => {
            const { color: { distance, lab } } = brandPlaybook.check;
            const color = ([red, green, blue]) => ({ red, green, blue, alpha: 1 });
            return pairs.map(([a, b]) => [lab(color(a)), distance(lab(color(a)), lab(color(b)))]);
        }""",
        [[[a.red, a.green, a.blue], [b.red, b.green, b.blue]] for a, b in pairs],
    )
    assert [found for found, _ in theirs] == [pytest.approx(lab(a), abs=1e-6) for a, _ in pairs]
    assert [away for _, away in theirs] == pytest.approx([distance(a, b) for a, b in pairs], abs=1e-5)


def test_the_published_pairs_are_as_far_apart(script):
    theirs = script.evaluate(
        "pairs => pairs.map(([a, b]) => brandPlaybook.check.color.distance(a, b))",
        [[a, b] for a, b, _ in PUBLISHED],
    )
    assert theirs == pytest.approx([away for _, _, away in PUBLISHED], abs=1e-4)
    assert theirs == pytest.approx([lab_distance(a, b) for a, b, _ in PUBLISHED], abs=1e-9)


VALUES = [
    *("#0F766F", "#abc", "#abcd", "#0F766F80", "#ab", "#0F766", "#12345g", "x" * 300, "nonsense", ""),
    *("red", " RebeccaPurple ", "transparent", "mediumpurple", "palevioletred"),
    *("rgb(1 2 3)", "rgb(1,2,3)", "rgba(1, 2, 3, .25)", "rgb(50% 0% 99.9%)", "rgb(300 -5 0)"),
    *("rgb(none 0 0)", "rgb(1 2)", "rgb(from red r g b)", "color-mix(in srgb, red, blue)"),
    *("hsl(171 77% 26%)", "hsl(171deg, 77%, 26%)", "hsl(-0.5turn 100% 50%)", "hwb(194 0% 0% / .5)"),
    *("lab(50% 40 30)", "lch(52.2% 72.2 50)", "oklab(59% 0.1 0.1)", "oklch(0.41 0.075 232)"),
    *("oklch(90% 0.4 150)", "color(srgb 1 0.5 0)", "color(display-p3 1 0 0)", "color(xyz 0.3 0.2 0.1)"),
    *("color(rec2020 0 1 0 / 50%)", "currentcolor", "none", "inherit", "canvastext", "url(#a)"),
]


def test_values_mean_the_same(script):
    theirs = script.evaluate(
        """values => values.map(value => {
            const { color } = brandPlaybook.check;
            const found = color.parse(value);
            return found && [color.hex(found), found.alpha];
        })""",
        VALUES,
    )
    known = [parse(value) for value in VALUES]
    ours = [color and [color.hex[:7], pytest.approx(color.alpha, abs=2e-3)] for color in known]
    told = zip(VALUES, theirs, ours, strict=True)
    assert [(value, found, wanted) for value, found, wanted in told if found != wanted] == []


SIZES = ((199, 401), (1200, 630), (90, 9000))
PICTURES = [
    *(saved(card(size, "#561B3F", "#F2E8D5", "#C5361C"), "png") for size in SIZES),
    saved(card((640, 480), "#FFFFFF00", "#561B3F", mode="RGBA"), "png"),
    saved(card((640, 480), "#123", "#345", "#456").quantize(5), "gif"),
    saved(icon("#561B3F", "#00FF00", 3), "png"),
    saved(icon("#561B3F", "#00FF00", 4), "png"),
    saved(noise((300, 300)), "png"),
]


def test_pixels_are_counted_alike(script):
    """To the last pixel, wherever a format keeps them; and what of them are edges is told alike."""
    theirs = script.evaluate(
        """async pictures => Promise.all(pictures.map(async text => {
            const { kind, pixels } = brandPlaybook.check;
            const content = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
            const { inks } = await pixels.reads(kind("a.png", content))(content);
            const told = (found) => found.map(({ color, share }) => [color, share]);
            return [told(inks), told(pixels.drawn(inks, false)), told(pixels.drawn(inks, true))];
        }))""",
        [b64encode(content).decode() for content in PICTURES],
    )
    for content, found in zip(PICTURES, theirs, strict=True):
        known = raster.observe(content).swatches
        seen = [Ink(one.color, one.color, "pixels", count=one.count, share=one.share) for one in known]
        kept = [seen, drawing(seen), drawing(seen, lossy=True)]
        assert found == [[[ink.color, ink.share] for ink in inks] for inks in kept]


def test_numbers_are_rounded_alike(script):
    values = [0.25, 0.35, 0.75, 2.5, 3.5, 1080.25, 12.05, 0.005, 99.95, 7, 210.00001]
    theirs = script.evaluate(
        """values => values.map(one =>
            [0, 1, 2].map(places => brandPlaybook.check.rounded(one, places)))""",
        values,
    )
    assert theirs == [[round(value, places) for places in range(3)] for value in values]


SHARED = ",".join(f".a{at}" for at in range(3_000)) + "{" + "fill: #571B40;" * 3_000 + "}"
CHAIN = "".join(f".c{at}" for at in range(9_999, 9_969, -1)) + "{}"
CLASSES = " ".join(f"c{at}" for at in range(10_000))
SLOW = {
    "blanks in an address": svg(f"<style>a{{fill:url({' ' * 4_000}</style>"),
    "an open string": svg("<style>&quot;" + "\\&quot;" * 40_000 + "</style>"),
    "a shared block": svg(f"<style>{SHARED}</style>"),
    "many classes": svg(f"<style>{CHAIN * 800}</style>" + f'<path class="{CLASSES}"/>' * 40),
    "open brackets": pdf(A4, top="/X (" + "\\(" * 40_000, packed=True),
}
"""What once took from seconds to minutes, and held the whole page up."""
TIMED = """async ([kind, content]) => {
    const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    const start = performance.now();
    await brandPlaybook.check[kind](bytes);
    return performance.now() - start;
}"""


ENDLESS = """async (length) => {
    const head = `0 obj <</Type/ObjStm/N 9/First 9/Filter/FlateDecode${length}>>\\nstream\\n`;
    const streams = `\\n1 ${head}${"x".repeat(15000)}`.repeat(1000);
    const bytes = new TextEncoder().encode(`%PDF-1.5 /Root 1 0 R endobj %%EOF${streams}`);
    const start = performance.now();
    await brandPlaybook.check.pdf(bytes);
    return performance.now() - start;
}"""
"""Of a PDF with many streams that end nowhere, or behind the file: a scan for each takes minutes."""


def test_no_file_holds_the_page_up(script):
    took = {
        name: script.evaluate(
            TIMED, ["drawing" if b"<svg" in content else "pdf", b64encode(content).decode()]
        )
        for name, content in SLOW.items()
    }
    took |= {f"endless{length}": script.evaluate(ENDLESS, length) for length in ("", "/Length 99000000")}
    assert {name: time for name, time in took.items() if time > 20_000} == {}
