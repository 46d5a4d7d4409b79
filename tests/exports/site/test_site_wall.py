"""The wall of pieces: proportions as frames, the same in the page and for its script."""

from __future__ import annotations

import json

import pytest

import playbook
from playbook.exports.site.data import lists
from playbook.exports.site.frames import HIGH, WIDE, frames, label, label_y
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.wall import wall
from playbook.exports.site.showing import Wall
from playbook.exports.site.view import View
from playbook.kinds import builtin
from playbook.model.piece import Piece, Requirements, Size
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
VIEW = View(BOOK, SiteOptions())

SIZES = {
    "a square": ([(1080, 1080)], ((72, 72),)),
    "a story": ([(1080, 1920)], ((40, 72),)),
    "a banner": ([(1584, 396)], ((124, 31),)),
    "the same proportion once": ([(100, 100), (200, 200)], ((72, 72),)),
    "three at most": ([(1, 1), (2, 1), (3, 1), (4, 1)], ((72, 72), (124, 62), (124, 41))),
    "a width alone": ([(600, None)], ()),
    "a thread": ([(10_000, 1)], ((124, 1),)),
}


@pytest.mark.parametrize("sizes, expected", SIZES.values(), ids=SIZES)
def test_frames_keep_the_proportion(sizes, expected):
    asked = tuple(Size(width=width, height=height) for width, height in sizes)
    piece = Piece(name="P", kind="other", requirements=Requirements(sizes=asked))
    assert frames(piece, None) == expected
    assert all(wide < WIDE and high < HIGH for wide, high in expected)


PLACES = {
    "within a square": (((72, 72),), "PDF", 64),
    "alone": ((), "PDF", 64),
    "below what is as flat as a thread": (((124, 4),), "PDF", 82),
    "below what is narrower than it": (((20, 72), (72, 72)), "PDF", 116),
    "below what is narrower than a long word": (((72, 40),), "PDF or film", 100),
}


@pytest.mark.parametrize("drawn, word, down", PLACES.values(), ids=PLACES)
def test_no_frame_crosses_the_word(drawn, word, down):
    assert label_y(drawn, word) == down


def test_a_piece_without_sizes_has_those_of_its_kind():
    kind = builtin()["business-card"]
    piece = Piece(name="P", kind="business-card")
    assert frames(piece, kind)
    assert label(piece, kind) == kind.format[0]
    assert (frames(piece, None), label(piece, None)) == ((), "")


def test_the_script_has_the_same_drawings():
    script = next(file for file in lists(VIEW) if file.path.endswith("pieces.js")).content
    rows = json.loads(str(script).partition(".pieces = ")[2].rstrip(";\n"))["rows"]
    (shown,) = wall(VIEW, BOOK.pieces)
    assert isinstance(shown, Wall)
    assert [
        [[list(frame) for frame in card.frames], card.label, label_y(card.frames, card.label)]
        for card in shown.cards
    ] == [row[4] for row in rows]


def test_a_card_tells_the_day_only_while_the_piece_is_not_done():
    (shown,) = wall(VIEW, ["letter", "quote", "nobody"])
    assert isinstance(shown, Wall)
    said = ["".join(getattr(part, "text", "") for part in card.about) for card in shown.cards]
    assert said == [
        "Letter \N{MIDDLE DOT} Approved \N{MIDDLE DOT} Due: 11 December 2026",
        "Quote format \N{MIDDLE DOT} Implemented",
        "",
    ]
