"""Photos within pieces: made anew, cut down, upright; templates may show no others."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from playbook.diagnostics import Location
from playbook.kinds import builtin
from playbook.kinds.fields import FieldText, KindField, Place
from playbook.making.photo import embedded, short
from playbook.making.safety import unsafe
from playbook.making.templates import template
from playbook.making.values import checked
from playbook.making.widths import excesses
from playbook.observed import Unreadable
from playbook.render.filters import Wording
from playbook.render.template import Slot, parse

PLACE = Place(width=300, height=100)
WORDS = {"en": FieldText(label="Photo")}
PHOTO = KindField(texts=WORDS, type="picture")


def file(size, ending="PNG", mode="RGB", color="red", **more):
    target = BytesIO()
    Image.new(mode, size, color).save(target, ending, **more)
    return target.getvalue()


def opened(value):
    kind, _, data = value.partition(";base64,")
    assert kind == "jpeg"
    return Image.open(BytesIO(b64decode(data)))


@pytest.mark.parametrize(
    "size, place, by",
    [
        ((300, 100), PLACE, 0),
        ((3000, 100), PLACE, 0),
        ((200, 100), PLACE, 50),
        ((299, 500), PLACE, 1),
        ((1, 1), None, 0),
    ],
)
def test_a_photo_too_small_is_told_by_how_much(size, place, by):
    assert short(file(size), place) == (*size, by)


@pytest.mark.parametrize(
    "size, place, made",
    [
        ((600, 600), PLACE, (300, 300)),
        ((900, 100), PLACE, (900, 100)),
        ((5120, 100), None, (2560, 50)),
        ((40, 30), None, (40, 30)),
    ],
)
def test_it_is_no_larger_than_its_place(size, place, made):
    with opened(embedded(file(size), place)) as found:
        assert (found.size, found.mode) == (made, "RGB")


def test_it_stands_upright_and_tells_nothing():
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "where I live"
    with opened(embedded(file((200, 400), "JPEG", exif=exif), None)) as found:
        assert found.size == (400, 200)
        assert not found.getexif()
        assert b"where I live" not in found.fp.getvalue()


def test_what_shows_through_is_white():
    with opened(embedded(file((10, 10), mode="RGBA", color=(0, 0, 0, 0)), None)) as found:
        assert found.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_any_kind_of_picture_is_taken(mode):
    content = file((10, 10), "JPEG" if mode == "CMYK" else "PNG", mode, 0)
    with opened(embedded(content, None)) as found:
        assert found.mode == "RGB"


@pytest.mark.parametrize("content", [b"", b"no picture", file((9, 9))[:40]])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(Unreadable):
        short(content, PLACE)


@pytest.mark.parametrize(
    "value, right",
    [
        ("jpeg;base64,/9j/4AA=", True),
        ("svg+xml;base64,PHN2Zz4=", False),
        ("jpeg;base64,a b", False),
        ('png;base64,aa"><script>', False),
        ("https://evil.example/x.png", False),
    ],
)
def test_only_a_picture_is_a_value(value, right):
    values, wrong = checked({"photo": PHOTO}, {"photo": value}, lambda _: Location("x"))
    assert (values == {"photo": value}, wrong == []) == (right, right)


@pytest.mark.parametrize(
    "tag, field, told",
    [
        ('<image href="data:image/{{ photo }}"/>', PHOTO, []),
        ('<image href="data:image/{{ photo }}"/>', PHOTO.model_copy(update={"type": "line"}), ["leads"]),
        (
            '<image href="data:image/{{ photo }}"/>',
            PHOTO.model_copy(update={"value": "png;base64,AA"}),
            ["leads"],
        ),
        (
            '<image href="data:image/{{ photo }}"/>',
            PHOTO.model_copy(update={"texts": {"en": FieldText(label="P", example="svg+xml;base64,AA")}}),
            ["leads"],
        ),
        ('<image href="data:image/{{ photo }}{{ photo }}"/>', PHOTO, ["leads"]),
        ('<image href="data:{{ photo }}"/>', PHOTO, ["leads"]),
        ('<image href="data:image/svg+xml,{{ photo }}"/>', PHOTO, ["leads"]),
        ('<image href="{{ photo }}"/>', PHOTO, ["address"]),
        ('<a href="data:image/{{ photo }}">x</a>', PHOTO, ["tag", "attribute"]),
    ],
)
def test_templates_show_only_photos_that_people_choose(tag, field, told):
    read = parse("kinds/x/x.svg", f"<svg>{tag}</svg>")
    slots = {node.offset: node for node in read.nodes if isinstance(node, Slot)}
    found = [problem.message.removeprefix("template.") for problem in unsafe(read, slots, {"photo": field})]
    assert [case for case in found if case != "tag"] == [case for case in told if case != "tag"]


def test_what_fits_depends_on_whether_there_is_a_photo():
    kind = builtin()["social-post"]
    nodes = next(template(kind, output).nodes for output in kind.outputs if output.template == "post.svg")
    said = {"headline": "We said ten and we knocked at ten, as we always do. " * 2}
    assert max(excesses(nodes, "headline", said, Wording())) == 0
    assert max(excesses(nodes, "headline", {**said, "photo": "jpeg;base64,AA"}, Wording())) > 0
