"""Pictures for networks: they hold what they need, stay in their frame, and can be read."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

import playbook
from playbook.artifact import Artifact
from playbook.color import contrast, parse
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.i18n import texts
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.picture import mark
from playbook.making.unlettered import unlettered
from playbook.making.values import checked, defaults, examples
from playbook.making.widths import overlong, told, widths
from playbook.observed import Unreadable
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.fit import GENERIC
from playbook.render.formats import FORMATS
from tests.building import ROOT
from tests.observe.fonts import built, saved

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)
FONTS = widths(BOOK.brand, READ)
ELEMENTS = elements(BOOK.brand, mark=mark(BOOK.brand, READ))
KINDS = [kind for kind in builtin().values() if "headline" in kind.fields]
OUTPUTS = [(kind, output) for kind in KINDS for output in kind.outputs if output.ending == "svg"]
SVG = "{http://www.w3.org/2000/svg}"
SAID = [
    {"headline": "10:42."},
    {"headline": "Ñandú " * 9, "handle": "@aldaba.home", "alt": 'a "b" <c> & d'},
    {"headline": "<script>alert(1)</script>", "text": "]]> <image href='http://x'/>"},
    {"headline": "x" * 80, "text": "one\ntwo"},
]


def pictures(kind, values, seen=ELEMENTS, fonts=FONTS):
    known = {**defaults(kind.fields, seen), **values}
    made = make(kind, seen, known, Wording(widths=fonts))
    return {file.path: str(file.content) for file in made.files if file.path.endswith(".svg")}


@pytest.mark.parametrize("kind, output", OUTPUTS, ids=lambda part: getattr(part, "id", "") or part.template)
@pytest.mark.parametrize("values", SAID)
def test_a_picture_holds_all_it_needs_and_nothing_that_was_said_becomes_markup(kind, output, values):
    root = etree.fromstring(pictures(kind, values)[output.template])
    tags = {str(node.tag).removeprefix(SVG) for node in root.iter()}
    assert tags <= {"svg", "rect", "image", "text", "tspan"}
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root.get("width") == str(output.width)
    assert root.get("aria-label") == values.get("alt", "")
    assert [image.get("href", "")[:30] for image in root.iter(f"{SVG}image")] == [
        "data:image/svg+xml;base64,PHN2"
    ]
    said = "".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    assert "".join(values["headline"].split()) in "".join(said.split())


def ends(block, fonts):
    """Where each line of a text ends, in px from the left and from the top, with its descenders."""
    left, below = float(block.get("x")), float(block.get("y"))
    share = 0.5 if block.get("text-anchor") == "middle" else 1
    for line in block.iter(f"{SVG}tspan"):
        if line.get("dy"):
            setting = line.getparent() if line.getparent().get("font-family") else block
            role = "heading" if setting.get("font-family") == ELEMENTS["font"]["heading"] else "body"
            font, size = fonts.get(role, GENERIC), float(line.get("font-size"))
            below += float(line.get("dy"))
            yield left + share * font.of(line.text) * size / font.em, below + size / 4


@pytest.mark.parametrize("kind, output", OUTPUTS, ids=lambda part: getattr(part, "id", "") or part.template)
@pytest.mark.parametrize("fonts", [FONTS, {}], ids=["own", "generic"])
def test_lines_stay_within_the_frame(kind, output, fonts):
    said = {"headline": "If it does not keep its promise, we come back for it.", "text": "Ñandú WWW. " * 9}
    root: Any = etree.fromstring(pictures(kind, said, fonts=fonts)[output.template])
    for block in root.iter(f"{SVG}text"):
        for right, below in ends(block, fonts):
            assert right <= float(root.get("width")) - 40
            assert below <= float(root.get("height"))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_examples_fit(kind, lang):
    said = dict(examples(kind.fields, lang))
    assert checked(kind.fields, said, lambda _: Location("x")) == (said, [])
    for fonts in (FONTS, {}):
        values = {**defaults(kind.fields, ELEMENTS), **said}
        wording = Wording(FORMATS[lang], widths=fonts)
        assert list(overlong(kind, values, wording, Location)) == []


def test_what_does_not_fit_is_told_with_how_much():
    kind = BOOK.kinds["link-preview"]
    (found,) = overlong(kind, {"headline": "a few words " * 40}, Wording(widths=FONTS), Location)
    assert (found.message, found.location.path, found.facts["field"]) == ("fit.long", "headline", "headline")
    over = found.facts["over"]
    assert isinstance(over, int)
    shorter = ("a few words " * 40)[: -over - 1]
    assert list(overlong(kind, {"headline": shorter}, Wording(widths=FONTS), Location)) == []
    for lang in ("en", "es"):
        assert texts(lang)[found.message].format(**found.facts)
        assert texts(lang)[found.hint]


PALETTES = [
    {"primary": "#FFE500", "accent": "#FFD000"},
    {"primary": "#101010", "accent": "#222222"},
    {"primary": "#F7F3EE"},
    {"primary": "#7A7A7A", "accent": "#767676", "text": "#333333"},
    {"accent": "#C5361C", "background": "#FDF6E3"},
    {},
]


@pytest.mark.parametrize("roles", PALETTES)
def test_what_stands_on_the_field_can_be_read(project, roles):
    book = playbook.load(project({"brand/colors.yml": f"{{roles: {roles}}}" if roles else None})).playbook
    found = {name: parse(value) for name, value in elements(book.brand)["field"].items()}
    field = {name: color for name, color in found.items() if color}
    for ink, ground in (("ink", "ground"), ("title", "ground"), ("on_accent", "accent")):
        assert contrast(field[ink], field[ground]) >= 4.5


def shown(project, logo, files):
    colors = "{palette: {fig: '#561B3F'}, roles: {primary: fig}}"
    root = project({"brand/colors.yml": colors, "brand/logo.yml": logo, **files})
    return mark(playbook.load(root).playbook.brand, reader(root))


def drawing(wide=90, high=30, path="M0 0h9"):
    box = f"0 0 {wide} {high}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><script/><path d="{path}"/></svg>'


LOGOS = {
    "{variants: {a: {file: a.svg, on: light}, b: {file: b.svg, on: [fig]}}}": (90, 30, ""),
    "{variants: {a: {file: a.svg, on: light}, b: {file: b.svg, on: dark}}}": (90, 30, ""),
    "{variants: {a: {file: a.svg, on: light}}}": (60, 60, "#FFFFFF"),
    "{variants: {a: {file: a.svg, on: ['#EEDDCC']}}}": (60, 60, "#EEDDCC"),
    "{variants: {a: {file: a.svg}}}": (60, 60, "#FFFFFF"),
    "{variants: {c: {file: c.svg, on: dark}}}": (900, 30, ""),
}


@pytest.mark.parametrize("logo", LOGOS)
def test_the_logo_is_the_one_for_the_field_in_its_proportion(project, logo):
    files = {"brand/a.svg": drawing(60, 60), "brand/b.svg": drawing(), "brand/c.svg": drawing(900)}
    found = shown(project, logo, files)
    wide, high, ground = LOGOS[logo]
    assert found
    assert found.ground == ground
    assert found.width <= 360
    assert found.height <= 84
    assert found.width / found.height == pytest.approx(wide / high, rel=0.05)
    kind, _, data = found.image.partition(";base64,")
    assert kind == "svg+xml"
    assert b"script" not in b64decode(data)


def test_a_logo_that_needs_much_room_is_made_smaller(project):
    logo = "{{variants: {{a: {{file: a.svg, on: dark}}}}, clear_space: {{factor: {}}}}}"
    files = {"brand/a.svg": drawing()}
    sizes = [shown(project, logo.format(factor), files) for factor in (1, 2, 4)]
    assert [found.height for found in sizes if found] == [84, 42, 21]


@pytest.mark.parametrize("content", [None, "no drawing", drawing(path="M0 0" + "h1" * 100_000)])
def test_without_a_logo_that_can_be_shown_there_is_none(project, content):
    found = shown(project, "{variants: {a: {file: a.svg, on: dark}}}", {"brand/a.svg": content})
    assert found is None
    kind = BOOK.kinds["social-post"]
    files = pictures(kind, {"headline": "x"}, {**ELEMENTS, "mark": None})
    assert "<image" not in files["post.svg"]
    assert ">Aldaba</tspan>" in files["post.svg"]


FAMILY = "{{families: {{f: {{name: Probe, files: {}}}}}, roles: {{heading: {{family: f, weight: {}}}}}}}"


def fonts_of(project, files, weight, **contents):
    root = project({"brand/fonts.yml": FAMILY.format(files, weight), **contents})
    return widths(playbook.load(root).playbook.brand, reader(root))


def test_a_font_is_measured(project):
    found = fonts_of(project, "[a.woff2]", 700, **{"brand/a.woff2": built(flavor="woff2")})
    assert found.keys() == {"heading", "body"}
    assert found["heading"] == replace(found["body"], known={"A": 600, " ": 600, "ñ": 600})
    assert (found["heading"].em, found["heading"].other) == (1000, 1120)
    assert told(found)["heading"]["known"]["A"] == 600
    assert told({}).keys() == {""}


def test_a_font_without_an_em_is_done_without(project):
    font: Any = TTFont(BytesIO(built()))
    font["head"].unitsPerEm = 0
    assert fonts_of(project, "[a.ttf]", 700, **{"brand/a.ttf": saved(font)}) == {}


def test_a_variable_font_is_measured_in_its_weight(project):
    content = built(wght=(300, 400, 900))
    found = fonts_of(project, "[{file: a.ttf, weight: '300 900'}]", 800, **{"brand/a.ttf": content})
    assert found["heading"].of("A ñ") == 1800


@pytest.mark.parametrize("content", [None, b"", b"wOF2 and no more", built()[:400]])
def test_a_font_that_cannot_be_read_is_done_without(project, content):
    assert fonts_of(project, "[a.ttf]", 700, **{"brand/a.ttf": content}) == {}


def test_the_demos_fonts_are_the_files_of_their_weights():
    read: list[str] = []

    def noted(path):
        read.append(path.rpartition("/")[2])
        return READ(path)

    assert widths(BOOK.brand, noted).keys() == {"heading", "body"}
    assert [name for name in read if "italic" in name or ("gabarito" in name and "700" not in name)] == []
    assert FONTS["heading"].of("Ł") < FONTS["heading"].other

    def refused(path):
        raise Unreadable("refused", why=path)

    assert widths(BOOK.brand, refused) == {}
    assert mark(BOOK.brand, refused) is None


@pytest.mark.parametrize(
    "headline, letters", [("Café, 10:42 – “ya”", ""), ("漢字 now, 漢 later", "漢 字"), ("Good 🙂", "🙂")]
)
def test_what_the_brands_font_cannot_draw_is_told(headline, letters):
    post, said = builtin()["social-post"], {"headline": headline}
    found = list(unlettered(post, said, Wording(widths=FONTS), ()))
    assert [problem.facts["letters"] for problem in found] == ([letters] if letters else [])
    assert list(unlettered(post, said, Wording(), ())) == []


@pytest.mark.parametrize(
    "kind, file, document, letters",
    [
        (
            "business-card",
            "back.svg",
            "<svg><style>字{}</style><title>漢</title><text>漢字 Ltd</text></svg>",
            "漢 字",
        ),
        ("business-card", "back.svg", "<svg><text>Faro &amp; Co</text></svg>", ""),
        ("business-card", "contact.vcf", "FN:漢字", ""),
        (
            "letter",
            "letter.html",
            "<title>漢</title><style>p{content:'漢'}</style><p>Dear &#28450;</p>",
            "漢",
        ),
        ("newsletter", "newsletter.html", "<p>漢字</p>", ""),
    ],
)
def test_texts_that_are_not_fitted_are_told_too(kind, file, document, letters):
    """Not those of mails: whoever gets one has not got the brand's fonts."""
    found = list(unlettered(builtin()[kind], {}, Wording(widths=FONTS), [Artifact(file, document)]))
    assert [problem.facts["letters"] for problem in found] == ([letters] if letters else [])
