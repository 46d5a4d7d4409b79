"""`brand-playbook render`: the language of a document, lines from a table, photos by their path."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from PIL import Image

from playbook.cli import main
from playbook.making import photo

FILES = {
    "brand/brand.yml": "name: Faro",
    "content/pieces/quote.yml": "name: Quote\nkind: quote\nform: {language: es-MX}",
    "content/pieces/card.yml": "name: Card\nkind: thank-you-card",
    "content/pieces/post.yml": "name: Post\nkind: social-post",
}


@pytest.fixture
def run(project):
    """`run("quote", ...)`: the exit code, what was said, and the texts that were made by their names."""
    root = project(FILES)

    def asked(*words):
        call = ["render", *map(str, words), "--project", str(root), "-o", str(root / "out"), "--lang", "en"]
        done = CliRunner().invoke(main, [*call, "--force"])
        made = (root / "out").glob("*.[!pd]*")
        return done.exit_code, done.output, {path.name: path.read_text(encoding="utf-8") for path in made}

    return asked


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "lines.csv"
    path.write_text("Concepto;Cantidad;Precio unitario\nPuerta;2;1.234,50 €\nPomo;;9\n", encoding="utf-8")
    return path


def test_the_piece_says_the_language_and_the_call_says_another(run, table):
    said = ("quote", "--set", "client=Ana", "--set", "date=2026-03-01", "--lines", table)
    code, output, made = run(*said)
    assert code == 0, output
    assert "Fecha: 1 de marzo de 2026" in made["quote.txt"]
    assert "- Puerta\n  2 × €1,234.50: €2,469.00\n- Pomo\n  €9.00: €9.00\n" in made["quote.txt"]
    assert "Date: 1 March 2026" in run(*said, "--set", "language=en-GB")[2]["quote.txt"]
    code, output, _ = run(*said, "--set", "language=fr")
    assert (code, 'language cannot be "fr"' in output) == (1, True)


def test_the_example_is_in_the_language_that_is_asked_for(run):
    assert "Lucía Marín" in run("quote")[2]["quote.txt"]
    assert "Robin Vale" in run("quote", "--set", "language=en")[2]["quote.txt"]


def test_a_wrong_row_is_told_and_nothing_is_made_of_the_others(run, table):
    table.write_text("item,price\nDoor,1.234\nKnob,9\n", encoding="utf-8")
    code, output, made = run("quote", "--set", "client=Ana", "--lines", table)
    assert code == 1
    assert f'{table}:2:1: price can be read in two ways: "1.234"' in output
    assert made == {}


def test_a_piece_without_lines_takes_no_table(run, table):
    code, output, _ = run("card", "--lines", table)
    assert (code, "which has no lines for --lines" in output) == (2, True)


def test_a_photo_is_seen_from_the_file_that_names_it(run, tmp_path):
    (tmp_path / "in").mkdir()
    Image.new("RGB", (1200, 700), "green").save(tmp_path / "in/door.png")
    data = tmp_path / "in/post.yml"
    data.write_text("headline: We knocked.\nphoto: door.png\n", encoding="utf-8")
    code, output, made = run("post", "--data", data)
    assert code == 0, output
    assert made["post-post.svg"].count('href="data:image/jpeg;base64,') == 1
    people = tmp_path / "in/posts.csv"
    people.write_text("headline,photo\nA,door.png\nB,\n", encoding="utf-8")
    _, _, made = run("post", "--people", people)
    assert ["jpeg;base64" in made[f"post-{name}-post.svg"] for name in ("a", "b")] == [True, False]


def test_a_photo_that_stays_too_heavy_is_told(run, tmp_path, monkeypatch):
    monkeypatch.setattr(photo, "_MOST", 900)
    Image.effect_noise((1200, 700), 90).save(tmp_path / "noise.png")
    code, output, made = run("post", "--set", "headline=x", "--set", f"photo={tmp_path / 'noise.png'}")
    assert (code, made) == (1, {})
    assert "noise.png stays too heavy" in output


@pytest.mark.parametrize(
    "pair, told",
    [
        ("discount=120", '--set: discount is no share of a hundred: "120"'),
        ("number=" + "9" * 90, "--set: number is too long; characters too many: "),
        ("terms=\udcff", "--set takes text; got bytes that are none: 'terms=\\udcff'."),
    ],
)
def test_what_a_call_says_wrongly_is_told_without_a_line(run, pair, told):
    code, output, made = run("quote", "--set", "client=Ana", "--set", pair)
    assert (code in {1, 2}, made) == (True, {})
    assert told in output


@pytest.mark.parametrize(
    "name, told",
    [
        (
            "small.png",
            "photo is too small: 540 × 700 px, and its place takes 1080 × 607; it would have to be 100 %",
        ),
        ("none.png", "it begins at the file that names it, or, with --set, at this folder"),
        (".", "cannot be read"),
        ("post.yml", "is no picture that can be read"),
    ],
)
def test_a_photo_that_cannot_be_taken_is_told(run, tmp_path, name, told):
    Image.new("RGB", (540, 700)).save(tmp_path / "small.png")
    (tmp_path / "post.yml").write_text("x", encoding="utf-8")
    code, output, made = run("post", "--set", "headline=x", "--set", f"photo={tmp_path / name}")
    assert (code, made) == (1, {})
    assert told in output
