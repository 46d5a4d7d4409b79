"""Documents for text processors, read back by other programs: words, sums, the brand's colors and fonts."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph
from lxml import html
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from playbook.making import make
from playbook.making.also import also
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from tests.worddocs import KINDS, LOOK, WORD, all_words, made, opened, said

HOSTILE = '<b>"&amp;]]></w:t>{{ client }}\x00\x0b\u2028 \\" \U0001f6d2'
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 3
CASES: dict[str, dict[str, Any]] = {
    "quote": {
        "client": HOSTILE,
        "title": LONG,
        "intro": "One.\nTwo.",
        "lines": [
            {"description": f"{HOSTILE}\n{n}", "quantity": "2.5", "price": "1389.50", "discount": "10"}
            for n in range(40)
        ],
        "discount": "5",
        "tax": "21",
        "author_email": "a\\b@x.example",
    },
    "letter": {"recipient": HOSTILE, "body": f"{LONG}\n{HOSTILE}", "author": "Noa"},
}


class Text(SingleFileSnapshotExtension):
    """A snapshot in a file of its own, as it is."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def page_words(ident: str, values: dict[str, Any], lang: str) -> list[str]:
    """The same of the page that the template makes."""
    [file, *_] = make(KINDS[ident], LOOK.brand, values, Wording(FORMATS[lang])).files
    tree = html.document_fromstring(str(file.content))
    for node in tree.iter("br", "p", "h1", "h2", "dt", "dd", "td", "th", "div", "address"):
        node.tail = f"\n{node.tail or ''}"
        node.text = f"\n{node.text or ''}" if node.tag != "br" else None
    lines = "".join(tree.xpath("//body//text()")).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("ident", KINDS)
def test_it_says_what_the_page_says(ident, lang):
    for values in (said(ident, lang), {**said(ident, lang), **CASES.get(ident, {})}):
        document = opened(made(ident, values, lang))
        page = page_words(ident, values, lang)
        # The page names the brand where the document shows its logo.
        assert sorted(all_words(document)) == sorted(line for line in page if line != LOOK.brand["name"])


def test_the_sums_are_the_pages():
    values = {**said("quote", "es"), **CASES["quote"]}
    table = opened(made("quote", values, "es")).tables[-1]
    rows = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert rows["Suma"] == "125.055,20\u00a0€"
    assert rows["Total"] == "143.750,95\u00a0€"


def test_it_can_be_read_aloud():
    content = made("quote", said("quote", "es"), "es")
    document = opened(content)
    assert (document.core_properties.title, document.core_properties.language) == (
        "Presupuesto 2026-0148 Lucía Marín",
        "es",
    )
    assert [node.get(f"{WORD}val") for node in document.styles.element.iter(f"{WORD}lang")] == ["es"]
    assert [node.get("descr") for node in document.element.iter() if "docPr" in node.tag] == ["Aldaba"]
    table = next(table for table in document.tables if table.style.name == "Brand Table")
    assert table.rows[0]._tr.trPr.find(f"{WORD}tblHeader") is not None
    assert [row._tr.trPr.find(f"{WORD}cantSplit") is not None for row in table.rows] == [True] * len(
        table.rows
    )


def test_names_lead_where_the_page_leads():
    values = {**said("quote", "en"), "author_email": "noa@x.example", "author_phone": "+34 600 1"}
    found = [node.text for node in opened(made("quote", values)).element.iter(f"{WORD}instrText")]
    assert found == [' HYPERLINK "tel:+346001" ', ' HYPERLINK "mailto:noa@x.example" ']


def test_what_begins_from_right_to_left_is_set_so():
    values = {**said("letter", "en"), "recipient": "سارة 5", "subject": "The سارة"}
    turned = {
        "".join(node.text for node in paragraph.iter(f"{WORD}t")): len(
            list(paragraph.iter(f"{WORD}bidi", f"{WORD}rtl"))
        )
        for paragraph in opened(made("letter", values)).element.iter(f"{WORD}p")
    }
    assert turned["سارة 512 Harbor StreetBristol"] == 4
    assert turned["The سارة"] == 0


def test_what_was_not_filled_in_leaves_no_gap():
    document = opened(made("quote", {"client": "Bo", "lines": [{"description": "X"}]}))
    empty = [each.style.name for each in document.paragraphs if not each.text]
    assert set(empty) == {"Gap"}
    assert [len(table.rows) for table in document.tables] == [1, 1, 2, 1]


def test_the_same_is_the_same():
    assert made("quote", said("quote", "en")) == made("quote", said("quote", "en"))


def test_what_it_uses_of_the_brand_is_known():
    wording = Wording(FORMATS["en"])
    used = also(KINDS["letter"], LOOK, said("letter", "en"), wording).used
    assert {"contact.phone", "ink.primary", "font.body", "color.primary", "logo.alt"} <= used
    assert "contact.email" not in used


def test_a_logo_that_cannot_be_drawn_is_named_and_told():
    given = replace(LOOK, logo_dots=b"")
    more = also(KINDS["letter"], given, said("letter", "en"), Wording(FORMATS["en"]))
    assert [problem.message for problem in more.problems] == ["docx.logo"]
    document = opened(more.files[0].as_bytes())
    assert document.tables[0].cell(0, 0).text == "Aldaba"
    bare = replace(LOOK, logo=b"", logo_dots=b"")
    document = opened(made("letter", said("letter", "en"), given=bare))
    assert document.tables[0].cell(0, 0).paragraphs[0].style.name == "Brand Name"


def outline(document: Any) -> str:
    """The document's paragraphs, each after its style; rows on a line, bold words in stars."""
    return "\n".join(
        _row(block) if isinstance(block, Paragraph) else "\n".join(_rows(block))
        for block in document.iter_inner_content()
    )


def _rows(table: Any) -> list[str]:
    rows = [
        "  " + " | ".join(" / ".join(map(_row, cell.paragraphs)) for cell in row.cells) for row in table.rows
    ]
    return [f"[{table.style.name}]", *rows]


def _row(paragraph: Any) -> str:
    return f"{paragraph.style.name}: {''.join(map(_run, paragraph.runs))}".replace("\n", "\\n").rstrip()


def _run(run: Any) -> str:
    named = run.style.name
    text = f"*{run.text}*" if run.bold else run.text
    return text if named == "Default Paragraph Font" or not text else f"{{{named}: {text}}}"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("ident", KINDS)
def test_as_it_is(ident, lang, snapshot):
    assert outline(opened(made(ident, said(ident, lang), lang))) + "\n" == snapshot(extension_class=Text)


@pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="needs LibreOffice (soffice)"
)
def test_libreoffice_opens_and_saves_it_without_loss(tmp_path):
    before = {}
    for ident, values in CASES.items():
        content = made(ident, {**said(ident, "en"), **values})
        before[ident] = all_words(opened(content))
        (tmp_path / f"{ident}.docx").write_bytes(content)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    out = tmp_path / "out"
    asked = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*asked, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    for ident, expected in before.items():
        document = docx.Document(str(out / f"{ident}.docx"))
        assert all_words(document) == expected
        assert {"Title", "Small Print"} <= {style.name for style in document.styles}
        assert str(document.styles["Small Print"].font.color.rgb) == LOOK.brand["ink"]["muted"].lstrip("#")
