"""SVG and pixel pictures as files that are handed in, and the words for what cannot be read or judged."""

from __future__ import annotations

import io
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image

from playbook.i18n import LANGUAGES, text, texts
from playbook.observe.sniff import ENDINGS
from playbook.reading.formats import READERS, read

PACKAGE = Path(str(files("playbook")))


def photo(kind: str = "PNG", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (20, 10), "#336699" if mode == "RGB" else 7).save(file, kind, dpi=(300, 300))
    return file.getvalue()


def test_a_drawing():
    handed = read(
        "post.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">\n<path fill="red" d="M1 2h9v9z"/>'
        b'<path d="M0 0h9" stroke="#0000ff" fill="none" filter="url(#f)"/>'
        b'<text font-family="Papyrus">Hi</text><script/></svg>',
    )
    assert [
        f"{ink.spot.line}:{ink.spot.column} {ink.role} {ink.color} {ink.written}" for ink in handed.inks
    ] == [
        "2:13 fill #FF0000 red",
        "2:58 stroke #0000FF #0000ff",
        "2:97 fill #000000 ",
    ]
    assert [font.family for font in handed.fonts] == ["Papyrus"]
    assert [said.text for said in handed.texts] == ["Hi"]
    assert [(plate.width, plate.height, plate.unit) for plate in handed.plates] == [(90.0, 60.0, "px")]
    assert handed.facts["svg.scripts"] == 1
    assert handed.not_judged == (("not-judged.svg", {"what": "filter"}),)


@pytest.mark.parametrize(
    "name, content",
    [
        (
            "a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Fira-Bold, Fira">x</text></svg>',
        ),
        ("a.css", "a{font-family:Fira Bold, 'Fira'}"),
        ("a.html", "<p style='font-family:Fira-Bold'><font face=Fira>x</font>"),
    ],
)
def test_a_font_is_told_by_its_family(name, content):
    fonts = read(name, content.encode()).fonts
    assert [font.family for font in fonts] == ["Fira", "Fira"]
    assert fonts[0].written in ("Fira-Bold", "Fira Bold")


def test_the_box_of_a_drawing_is_told():
    handed = read(
        "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 2h3v4z"/></svg>'
    )
    assert {name: value for name, value in handed.facts.items() if "." in name} == {
        "svg.pictures": 0,
        "svg.scripts": 0,
        "svg.left": 1,
        "svg.top": 2,
        "svg.width": 3,
        "svg.height": 4,
    }


def test_a_photo():
    handed = read("a.png", photo())
    assert [(ink.color, ink.role, ink.share) for ink in handed.inks] == [("#336699", "pixels", 1.0)]
    assert [(plate.width, plate.height, plate.unit) for plate in handed.plates] == [(20, 10, "px")]
    assert handed.facts == {"raster.mode": "RGB", "raster.alpha": 0, "raster.dpi": 300.0}


def test_a_name_that_claims_another_kind_is_told():
    assert read("a.jpg", photo()).facts["suffix"] == "jpg"
    assert "suffix" not in read("a.jpeg", photo("JPEG")).facts


def test_pixels_of_an_odd_mode_are_said_not_to_be_judged():
    handed = read("a.png", photo(mode="I;16"))
    assert handed.not_judged == (("not-judged.pixels", {"mode": "I;16"}),)


@pytest.mark.parametrize(
    "lang, said",
    [
        ("en", "not followed in the SVG: reference #no"),
        ("es", "no se sigue en el SVG: referencia #no"),
    ],
)
def test_a_doubt_about_a_drawing_is_told_in_the_readers_language(lang, said):
    handed = read("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#no"/></svg>')
    assert [text(lang, f"handed.{message}", facts) for message, facts in handed.not_judged] == [said]


def test_every_kind_has_a_reader():
    assert READERS.keys() == ENDINGS.keys()


def told() -> dict[str, set[str]]:
    """Every message that the code can give, by where it looks for words."""
    sources = [
        path.read_text(encoding="utf-8")
        for name in ("observe", "reading")
        for path in (PACKAGE / name).rglob("*.py")
    ]
    whole = "\n".join(sources)
    return {
        "unreadable": set(re.findall(r'Unreadable\(\s*"([\w-]+)"', whole)),
        "handed": set(re.findall(r'"(not-judged\.[\w-]+)"', whole))
        | {f"not-judged.{name}" for name in re.findall(r'"(pdf-[\w-]+)"', whole)},
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_is_told_has_words(lang):
    wanted = {f"{table}.{name}" for table, names in told().items() for name in names}
    assert not wanted - texts(lang).keys()


def test_every_sentence_is_used_and_every_language_has_it():
    def blanks(lang: str) -> dict[str, set[str]]:
        tables = tomllib.loads((PACKAGE / "locales" / lang / "reading.toml").read_text(encoding="utf-8"))
        sentences = {f"unreadable.{name}": said for name, said in tables["unreadable"].items()}
        sentences |= {
            f"handed.not-judged.{name}": said for name, said in tables["handed"]["not-judged"].items()
        }
        return {name: set(re.findall(r"\{(\w+)\}", said)) for name, said in sentences.items()}

    assert [blanks(lang) for lang in LANGUAGES] == [blanks("en")] * len(LANGUAGES)
    wanted = {f"{table}.{name}" for table, names in told().items() for name in names}
    assert not blanks("en").keys() - wanted
