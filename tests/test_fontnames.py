"""The families behind the names that programs write."""

from __future__ import annotations

import pytest

from playbook.fontnames import family, forms


@pytest.mark.parametrize(
    "written, of",
    [
        ("Gabarito", "Gabarito"),
        ("Gabarito-Bold", "Gabarito"),
        ("Gabarito Bold", "Gabarito"),
        ("gabarito-bold", "gabarito"),
        ("Segoe UI Semibold", "Segoe UI"),
        ("SourceSans3-SemiBoldIt", "SourceSans3"),
        ("Open Sans Semi Bold Italic", "Open Sans"),
        ("AcuminPro-SemiCond", "AcuminPro"),
        ("Inter Variable", "Inter"),
        ("ArialMT", "Arial"),
        ("Arial,Bold", "Arial"),
        ("TimesNewRomanPS-BoldItalicMT", "TimesNewRoman"),
        ("Times-Roman", "Times"),
        ("Arial Black", "Arial"),
        ("Jean-Luc Bold", "Jean-Luc"),
        ("Times New Roman", "Times New Roman"),
        ("Alegreya Sans", "Alegreya Sans"),
        ("Gill Sans MT", "Gill Sans MT"),
        ("Century Schoolbook", "Century Schoolbook"),
        ("Summit", "Summit"),
        ("Bold", "Bold"),
        ("思源黑体", "思源黑体"),
        ("思源黑体 Bold", "思源黑体"),
        ("", ""),
    ],
)
def test_the_family(written, of):
    assert family(written) == of


def test_a_name_is_shortened_word_by_word():
    assert forms("ArchivoBlack-BoldItalic") == (
        "ArchivoBlack-BoldItalic",
        "ArchivoBlack-Bold",
        "ArchivoBlack",
        "Archivo",
    )
