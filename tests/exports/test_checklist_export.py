"""The checklist to take along: the same rows as Markdown, as a table and on paper."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from playbook.checklist import checklist
from playbook.choices import Visibility
from playbook.cli import main
from playbook.edition import restrict
from playbook.exports import EXPORTS, Asked
from playbook.facts import reader
from playbook.loader import load

ROOT = Path(__file__).parents[2]
HOSTILE = "a" * 70 + " | *x* <b> \u202e\U0001f600"
NAME = "#let x = *1* \U0001f600"
FILES = {
    "content/touchpoints/shop.yml": "name: Shop\nstage: during\nowner: shop-lead\n",
    "content/touchpoints/odd.yml": f"name: '{HOSTILE}'\nstage: during\nunderused: true\n",
    "content/touchpoints/till.yml": "name: Till\nstage: during\nvisibility: internal\n",
    "content/pieces/sign.yml": "name: Sign\nkind: sign\ntouchpoints: shop\nstatus: implemented\n",
    "content/pieces/lone.yml": "name: Lone\nkind: sign\n",
}


def made(root, ending, *, lang="en", paper="a4", edition="internal"):
    playbook = restrict(load(root).playbook, Visibility(edition))
    asked = Asked(reader(root), lang=lang, ending=ending, paper=paper)
    (file,) = EXPORTS["checklist"].make(playbook, asked)
    return file


@pytest.fixture(scope="module")
def pages():
    return PdfReader(io.BytesIO(made(ROOT, ".pdf").as_bytes())).pages


def test_every_row_stands_on_paper_whole_and_once(pages):
    listed = checklist(load(ROOT).playbook, "en")
    said = " ".join(page.extract_text() for page in pages)
    words = " ".join(said.split())
    missing = [row.name for row in listed.rows if row.name not in words]
    assert missing == []
    assert len(listed.rows) > 40


def test_a_page_begins_with_the_head_of_its_table_and_ends_in_no_heading(pages):
    portrait = [page for page in pages if page.mediabox.width < page.mediabox.height]
    for page in portrait[1:-1]:
        assert "Have it" in page.extract_text()[:60]
    for page in portrait:
        *_, last, _foot, _count = page.extract_text().strip().splitlines()
        assert not last.startswith(("From the catalog", "Note"))


def test_each_group_of_products_has_a_page_that_lies_on_its_side(pages):
    flat = [page for page in pages if page.mediabox.width > page.mediabox.height]
    groups = load(ROOT).playbook.settings.products
    titles = [" ".join(page.extract_text().split()) for page in flat]
    assert len(titles) == len(groups) > 1
    found = zip(titles, groups.values(), strict=True)
    assert [group.name for title, group in found if f"Journey: {group.name}" not in title] == []
    assert all(word in titles[0] for word in ("Before During After", "What rubs", "drives on", "Very bad"))


def test_the_paper_is_tagged_for_readers_and_holds_its_fonts(project):
    root = project(FILES)
    file = PdfReader(io.BytesIO(made(root, ".pdf", lang="es", paper="letter").as_bytes()))
    catalog: Any = file.trailer["/Root"]
    assert (catalog["/MarkInfo"]["/Marked"], catalog["/Lang"]) == (True, "es")
    assert [float(size) for size in file.pages[0].mediabox[2:]] == [612, 792]
    pages: Any = file.pages
    fonts = [font for page in pages for font in page["/Resources"]["/Font"].values()]
    inner = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert all("/FontFile" in str(font["/FontDescriptor"].get_object()) for font in inner)
    assert made(root, ".pdf").content == made(root, ".pdf").content


def test_what_no_font_has_becomes_a_sign_and_nothing_is_code(project):
    root = project({**FILES, "brand/brand.yml": f'name: "{NAME}"\n'})
    pages = PdfReader(io.BytesIO(made(root, ".pdf").as_bytes())).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "#let x = *1* \ufffd" in said or "#let x = *1* ?" in said
    assert "a" * 20 in said


def test_markdown_has_a_task_for_each_and_no_markup_of_ours_breaks(project):
    text = str(made(project(FILES), ".md").content)
    assert "- [x] **Shop** (shop-lead)\n    - [x] Sign\n" in text
    assert "- [x] ⚠ **" + "a" * 70 + r" \| \*x\* \<b\>" in text
    assert "## Pieces without a touchpoint\n\n- [ ] Lone, Sign\n" in text
    assert "## Journey: one product or service" in text
    assert "| **How they feel** | Very good / Good / Neutral / Bad / Very bad |" in text


def test_the_table_has_a_row_for_each_in_the_language(project):
    content = made(project(FILES), ".csv", lang="es").as_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    sign = next(row for row in rows if row["Pieza"] == "Sign")
    assert (sign["Punto de contacto"], sign["Etapa"], sign["Estado"]) == ("Shop", "Durante", "Ya está")
    assert {row["Origen"] for row in rows} == {"Propio", "Catálogo"}


def test_what_others_may_not_see_is_neither_there_nor_lacking(project):
    text = str(made(project(FILES), ".md", edition="public").content)
    assert "**Shop**" in text
    assert "Till" not in text
    assert "From the catalog" not in text


def run(root, *words):
    result = CliRunner().invoke(main, ["export", *words, "--project", str(root), "--lang", "en"])
    return result.exit_code, result.output


def test_without_the_typesetter_a_sentence_says_what_to_install(project, tmp_path, monkeypatch):
    root = project(FILES)
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    said = ".pdf is not made here: install it with pip install 'brand-playbook[pdf]'.\n"
    assert run(root, "checklist", "-o", str(tmp_path / "a.pdf")) == (2, f"Error: {said}")
    code, told = run(root, "checklist", "-o", f"{tmp_path}/out/")
    assert (code, told.startswith(said)) == (0, True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["checklist.csv", "checklist.md"]


def test_an_ending_that_it_has_not_and_paper_for_what_has_none_are_refused(project, tmp_path):
    root = project(FILES)
    code, told = run(root, "checklist", "-o", str(tmp_path / "a.docx"))
    assert (code, ".md, .csv or .pdf" in told) == (2, True)
    assert run(root, "css", "-o", str(tmp_path / "a.css"), "--paper", "a4")[0] == 2
