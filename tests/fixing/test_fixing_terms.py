"""Preferred terms are written where nothing else of a sentence has to change."""

from __future__ import annotations

import pytest

from playbook import load
from playbook.diagnostics import Location
from playbook.fixing.diff import diff
from playbook.fixing.terms import Preferences, Wanted, reworded


def known(use, *forms, spanish=False, unwanted=()):
    return Preferences({use: frozenset(forms)}, frozenset({*forms, *unwanted}), spanish)


def wanted(text, term, use, at=0):
    start = text.index(term, at)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Wanted(Location("x", line, column, line, column + len(term)), term, use)


@pytest.mark.parametrize(
    "text, term, use, new",
    [
        ("An icebox here", "icebox", "fridge", "An icebox here"),
        ("The icebox here", "icebox", "fridge", "The fridge here"),
        ("Icebox", "Icebox", "fridge", "Fridge"),
        ("ICEBOX", "ICEBOX", "fridge", "FRIDGE"),
        ("ICEBOX", "ICEBOX", "eBox", "eBox"),
        ("An icebox", "icebox", "oven", "An oven"),
        ("ice-box", "box", "web shop", "ice-box"),
        ("The icebox", "icebox", "`x`", "The icebox"),
        ("The icebox", "icebox", "fridges", "The icebox"),
        ("The icebox", "icebox", "kept cool", "The icebox"),
        ("an end user", "end user", "user", "an end user"),
        ("a bargain", "bargain", "one-off", "a bargain"),
        ("an offer", "offer", "one-off", "an offer"),
        ("an honorarium", "honorarium", "fee", "an honorarium"),
        ("a unit", "unit", "offer", "a unit"),
        ("a unit", "unit", "part", "a unit"),
        ("an SMS", "SMS", "message", "an SMS"),
        ("an *icebox*", "icebox", "fridge", "an *icebox*"),
        ("an\nicebox", "icebox", "fridge", "an\nicebox"),
        ("an aldaba", "aldaba", "Aldaba", "an Aldaba"),
        ("a washer", "washer", "machine", "a machine"),
        ("the end user", "end user", "user", "the user"),
    ],
)
def test_english(text, term, use, new):
    told = known(use, "icebox", "box")
    assert reworded(text, [wanted(text, term, use)], told, yaml=False) == (new, int(new != text))


@pytest.mark.parametrize(
    "text, term, use, new",
    [
        ("la heladera", "heladera", "nevera", "la nevera"),
        ("la heladera", "heladera", "frigorífico", "la heladera"),
        ("heladera", "heladera", "frigorífico", "heladera"),
        ("el refrigerador", "refrigerador", "congelador", "el congelador"),
        ("el refrigerador", "refrigerador", "motel", "el refrigerador"),
        ("un clic", "clic", "click", "un clic"),
        ("Al pinchar", "pinchar", "pulsar", "Al pulsar"),
        ("Vuestra próxima reunión", "reunión", "encuentro", "Vuestra próxima reunión"),
        ("Su computadora nueva", "computadora", "ordenador", "Su computadora nueva"),
        ("Cada cliente contento", "cliente", "persona", "Cada cliente contento"),
        ("foto nueva", "foto", "retrato", "foto nueva"),
        ("tema nuevo", "tema", "materia", "tema nuevo"),
        ("el agua", "agua", "bebida", "el agua"),
        ("y heladera", "heladera", "iglesia", "y heladera"),
        ("el anuncio", "anuncio", "aviso", "el aviso"),
        ("la canción", "canción", "razón", "la canción"),
        ("la atención", "atención", "gestión", "la gestión"),
        ("las opciones", "opciones", "soluciones", "las soluciones"),
        ("los camiones", "camiones", "opciones", "los camiones"),
        ("los errores", "errores", "labores", "los errores"),
        ("el color", "color", "flor", "el color"),
        ("el puente", "puente", "fuente", "el puente"),
        ("el taller", "taller", "mujer", "el taller"),
        ("el mensaje", "mensaje", "montaje", "el montaje"),
        ("el coche", "coche", "noche", "el coche"),
        ("una artista", "artista", "pintora", "una artista"),
        ("la Nube", "Nube", "nube", "la nube"),
        ("el problema", "problema", "tema", "el tema"),
    ],
)
def test_spanish(text, term, use, new):
    told = known(use, term, spanish=True)
    assert reworded(text, [wanted(text, term, use)], told, yaml=False) == (new, int(new != text))


@pytest.mark.parametrize("term, fixed", [("run", True), ("running", False), ("ran", False)])
def test_of_inflections_only_the_first_form_is_replaced(term, fixed):
    told = known("work", "run", "running", "ran")
    assert (reworded(term, [wanted(term, term, "work")], told, yaml=False)[0] == "work") == fixed


@pytest.mark.parametrize(
    "text, term, use, new",
    [
        ("The iceboxes hum", "iceboxes", "fridges", "The fridges hum"),
        ("The ICEBOXES hum", "ICEBOXES", "fridges", "The FRIDGES hum"),
        ("They purchased it", "purchased", "buy", "They purchased it"),
        ("They were purchasing it", "purchasing", "buying", "They were buying it"),
        ("All employees", "employees", "staff", "All employees"),
    ],
)
def test_an_ending_is_replaced_by_the_same_ending(project, text, term, use, new):
    voice = """terms:
      preferred:
        - {use: fridge, instead_of: icebox}
        - {use: buy, instead_of: purchase}
        - {use: staff, instead_of: employee}
    """
    brand = load(project({"brand/voice.yml": voice})).playbook.brand
    told = Preferences.of([brand], spanish=False)
    assert reworded(text, [wanted(text, term, use)], told, yaml=False)[0] == new


def test_a_spanish_ending_keeps_number_and_gender(project):
    voice = "terms: {preferred: [{use: nevera, instead_of: [heladera, refrigerador]}]}\n"
    told = Preferences.of([load(project({"brand/voice.yml": voice})).playbook.brand], spanish=True)
    text = "las heladeras, la HELADERA, los refrigeradores"
    several = [("heladeras", "neveras"), ("HELADERA", "nevera"), ("refrigeradores", "neveras")]
    asked = [wanted(text, term, use) for term, use in several]
    assert reworded(text, asked, told, yaml=False) == ("las neveras, la NEVERA, los refrigeradores", 2)


def test_no_term_is_replaced_by_one_that_is_not_said():
    told = known("fridge", "icebox", unwanted=["fridge"])
    assert reworded("icebox", [wanted("icebox", "icebox", "fridge")], told, yaml=False) == ("icebox", 0)


def test_a_place_that_has_moved_is_left():
    place = wanted("the icebox", "icebox", "fridge")
    assert reworded("an icebox", [place], known("fridge", "icebox"), yaml=False) == ("an icebox", 0)


@pytest.mark.parametrize(
    "text, new",
    [
        ("# icebox\na: icebox  # icebox\n", "# icebox\na: fridge  # icebox\n"),
        ('a: "icebox"\r\nb: 1\r\n', 'a: "fridge"\r\nb: 1\r\n'),
        ("a: >-\n  the\n  icebox\n", "a: >-\n  the\n  fridge\n"),
        ("a: {b: [icebox]}", "a: {b: [fridge]}"),
        ("a: &x icebox\nb: *x\n", "a: &x fridge\nb: *x\n"),
    ],
)
def test_yaml_keeps_everything_else(text, new):
    at = text.index("\n") if text.startswith("#") else 0
    told = known("fridge", "icebox")
    assert reworded(text, [wanted(text, "icebox", "fridge", at)], told, yaml=True) == (new, 1)


@pytest.mark.parametrize("use", ["o'clock", "null", "a/b'c"])
def test_yaml_that_would_say_something_else_stays(use):
    text = "a: 'icebox'\n" if "'" in use else "a: icebox\n"
    told = known(use, "icebox")
    assert reworded(text, [wanted(text, "icebox", use)], told, yaml=True) == (text, 0)


def test_a_diff_at_a_terminal_moves_no_cursor():
    lines = list(diff("/a/b.md", "one\r\n\x1b[2Jtwo", "one\r\n\x1b[2Jthree", at_terminal=True))
    assert "".join(line for _, line in lines) == (
        "--- a/a/b.md\n+++ b/a/b.md\n@@ -1,2 +1,2 @@\n one\r\n"
        "-\ufffd[2Jtwo\n\\ No newline at end of file\n+\ufffd[2Jthree\n\\ No newline at end of file\n"
    )
    assert [kind for kind, _ in lines] == ["head", "head", "place", "same", "old", "new"]
