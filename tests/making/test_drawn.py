"""Every kind that becomes a PDF, seen: what is made looks as it did, up to how edges are smoothed."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from PIL import ImageChops

import playbook
from playbook.facts import reader
from playbook.making.also import also
from playbook.making.look import look
from playbook.making.picture import mark
from playbook.making.values import defaults, examples
from playbook.making.widths import widths
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from tests.building import ROOT
from tests.pictured import Drawn, alike, needs_pdftoppm, pages, small

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)
ELEMENTS = elements(BOOK.brand, mark=mark(BOOK.brand, READ))
LOOK = look(BOOK.brand, ELEMENTS, READ)
FONTS = widths(BOOK.brand, READ)
PRINTED = sorted(
    ident for ident, kind in BOOK.kinds.items() if any("pdf" in output.also for output in kind.outputs)
)
FIG, NEAR = "#561B3F", "#761B3F"


def printed(ident, given=LOOK, **said):
    """The PDF of a kind with its examples."""
    kind = BOOK.kinds[ident]
    outputs = tuple(each.model_copy(update={"also": tuple({"pdf"} & {*each.also})}) for each in kind.outputs)
    values = {**dict(examples(kind.fields, "en")), **defaults(kind.fields, given.brand), **said}
    only = kind.model_copy(update={"outputs": outputs})
    [file] = also(only, given, values, Wording(widths=FONTS)).files
    return file.as_bytes()


@cache
def seen(ident):
    return small(pages(printed(ident)))


def test_every_kind_of_print_is_seen():
    assert {"business-card", "letter", "quote", "thank-you-card"} <= set(PRINTED)


@needs_pdftoppm
@pytest.mark.parametrize("ident", PRINTED)
def test_a_pdf_looks_as_it_did(ident, snapshot):
    assert seen(ident) == snapshot.use_extension(Drawn)


@needs_pdftoppm
@pytest.mark.parametrize("ident", ["business-card", "quote"])
@pytest.mark.parametrize(
    "way",
    [{"density": 90}, {"density": 144}, {"more": ("-aaVector", "no")}],
    ids=["coarse", "fine", "hard edges"],
)
def test_how_it_is_drawn_makes_no_difference(ident, way):
    assert alike(
        seen(ident), small(pages(printed(ident), *way.get("more", ()), density=way.get("density", 110)))
    )


@needs_pdftoppm
@pytest.mark.parametrize("ident", ["business-card", "quote"])
def test_a_logo_that_is_missing_is_seen(ident):
    bare = replace(LOOK, brand={**ELEMENTS, "mark": None}, logo=b"")
    assert not alike(seen(ident), small(pages(printed(ident, bare))))


@needs_pdftoppm
@pytest.mark.parametrize("ident", PRINTED)
def test_what_has_moved_is_seen(ident):
    """By three hundredths of the page: some six millimeters of an A4."""
    there = pages(printed(ident))
    moved = ImageChops.offset(there, round(there.width * 0.03), 0)
    assert not alike(small(there), small(moved))


@needs_pdftoppm
@pytest.mark.parametrize("ident", ["business-card", "thank-you-card"])
def test_a_wrong_color_is_seen(ident):
    wrong = replace(LOOK, brand=json.loads(json.dumps(ELEMENTS).replace(FIG, NEAR)))
    assert not alike(seen(ident), small(pages(printed(ident, wrong))))
