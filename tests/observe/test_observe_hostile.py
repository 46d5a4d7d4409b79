"""Any bytes at all: an observer answers with facts or with `Unreadable`, and nothing else escapes."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from playbook.i18n import LANGUAGES, texts
from playbook.observe import FORMATS, observe
from playbook.observe.svg.clean import harmless
from playbook.observed import FontFacts, RasterFacts, SvgFacts, Unreadable
from tests.observe.fonts import built

SVG = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<style>.a > .b{fill:rgb(1 2 3 / 50%)} @media x{a{}}</style>
<linearGradient id="g"><stop stop-color="red"/>
</linearGradient><g class="a" transform="rotate(3) scale(2,3)"><path class="b" d="M0 0C1 2 3 4 5 6
A1 2 3 0 1 4 5z"/>
<use href="#u" x="1"/></g><circle id="u" r="50%" style="fill:url(#g)"/>
<text font-family="A, 'B'">x<tspan>y</tspan>
</text></svg>"""


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((32, 32)).save(file, kind)
    return file.getvalue()


VALID = {
    "a.svg": SVG,
    "a.png": picture("PNG"),
    "a.jpg": picture("JPEG"),
    "a.webp": picture("WEBP"),
    "a.gif": picture("GIF"),
    "a.ttf": built(),
    "a.woff": built(flavor="woff"),
    "a.woff2": built(flavor="woff2", wght=(100, 400, 900)),
}
KINDS = {"svg": SvgFacts, "ttf": FontFacts, "woff": FontFacts, "woff2": FontFacts}

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A valid file with some bytes overwritten, cut out, doubled or put in."""
    name = draw(st.sampled_from(sorted(VALID)))
    content = bytearray(VALID[name])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        cut = draw(st.integers(0, 8))
        content[at : at + cut] = draw(
            st.binary(max_size=8) | st.sampled_from([b"<g>", b'"', b"1e999", b"}{", b"\xff" * 4, bytes(4)])
        )
    return name, bytes(content)


def answers(name: str, content: bytes) -> bool:
    try:
        observe(name, content)
    except Unreadable as refusal:
        sentence = texts("en")[f"unreadable.{refusal.reason}"]
        return bool(sentence.format_map(refusal.facts))
    return True


@MANY
@given(st.sampled_from(sorted(VALID)), st.binary(max_size=300))
def test_random_bytes(name, content):
    assert answers(name, content)


@MANY
@given(st.sampled_from(sorted(VALID)), st.binary(max_size=300))
def test_random_bytes_after_the_right_magic(name, content):
    assert answers(name, VALID[name][:16] + content)


@MANY
@given(damaged())
def test_damaged_files(case):
    assert answers(*case)


@MANY
@given(
    st.text(max_size=80),
    st.sampled_from(
        ["fill", "style", "d", "points", "transform", "viewBox", "href", "class", "width", "font-family"]
    ),
)
def test_svg_attributes_of_any_text(value, name):
    value = (
        re.sub(r"[^\t\n\x20-\ud7ff\ue000-\ufffd]", "", value)
        .replace("&", "")
        .replace("<", "")
        .replace('"', "")
    )
    shape = f'<path d="M0 0h9" {name}="{value}"/>' if name != "d" else f'<path d="{value}"/>'
    content = f'<svg xmlns="http://www.w3.org/2000/svg">{shape}<use {name}="{value}"/></svg>'.encode()
    assert answers("a.svg", content)
    assert harmless(harmless(content)) == harmless(content)


@MANY
@given(st.text(st.sampled_from("a.#*>,:{}()[];!@\\/'\"- 0%\n") | st.characters(codec="ascii"), max_size=60))
def test_style_sheets_of_any_text(css):
    css = re.sub(r"[^\t\n\x20-\x7e]|]]>", "", css)
    content = f'<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[{css}]]></style><a/></svg>'.encode()
    assert answers("a.svg", content)
    assert harmless(harmless(content)) == harmless(content)


@pytest.mark.parametrize("name", sorted(VALID))
def test_valid_files_are_read(name):
    assert isinstance(observe(name, VALID[name]), KINDS.get(name[2:], RasterFacts))


@pytest.mark.parametrize(
    "name, content, reason, facts",
    [
        ("logo.png", VALID["a.jpg"], "wrong-format", {"ending": ".png", "found": "jpeg"}),
        ("logo.svg", VALID["a.png"], "wrong-format", {"ending": ".svg", "found": "png"}),
        ("logo.txt", VALID["a.svg"], "wrong-format", {"ending": ".txt", "found": "svg"}),
        ("logo.woff", VALID["a.woff2"], "wrong-format", {"ending": ".woff", "found": "woff2"}),
        ("logo.eps", b"%!PS", "unknown-format", {"ending": ".eps"}),
        ("logo", b"", "unknown-format", {"ending": ""}),
        ("logo.SVG", b"<p/>", "not-svg", {}),
    ],
)
def test_the_name_and_the_content_must_agree(name, content, reason, facts):
    with pytest.raises(Unreadable) as caught:
        observe(name, content)
    assert (caught.value.reason, caught.value.facts) == (reason, facts)


def test_capital_endings_and_folders_are_fine():
    assert isinstance(observe("brand/LOGO.JPEG", VALID["a.jpg"]), RasterFacts)


def test_no_ending_belongs_to_two_formats():
    endings = [ending for known in FORMATS for ending in known.endings]
    assert len(endings) == len(set(endings))


def test_every_language_gives_the_same_reasons_with_the_same_facts():
    def blanks(lang: str) -> dict[str, set[str]]:
        own = files("playbook").joinpath("locales", lang, "observe.toml").read_text(encoding="utf-8")
        reasons = tomllib.loads(own)["unreadable"]
        return {reason: set(re.findall(r"\{(\w+)\}", text)) for reason, text in reasons.items()}

    assert len(blanks("en")) == 15
    assert [blanks(lang) for lang in LANGUAGES] == [blanks("en")] * len(LANGUAGES)
