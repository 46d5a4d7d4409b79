"""Documents for text processors as tests make them, and read them back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.text.paragraph import Paragraph

import playbook
from playbook.facts import reader
from playbook.making.also import also
from playbook.making.look import look
from playbook.making.values import defaults, examples
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.render.look import Look
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)
LOOKS = {name: look(brand, elements(brand), READ) for name, brand in BOOK.brands.items()}
LOOK = LOOKS[""]
KINDS = {
    ident: kind.model_copy(
        update={"outputs": (kind.outputs[0].model_copy(update={"also": ("docx",)}),)},
    )
    for ident, kind in BOOK.kinds.items()
    if kind.outputs and "docx" in kind.outputs[0].also
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said(ident: str, lang: str, given: Look = LOOK) -> dict[str, Any]:
    fields = BOOK.kinds[ident].fields
    return {**dict(examples(fields, lang)), **defaults(fields, given.brand)}


def made(ident: str, values: dict[str, Any], lang: str = "en", given: Look = LOOK) -> bytes:
    [file] = also(KINDS[ident], given, values, Wording(FORMATS[lang])).files
    assert file.path == f"{ident}.docx"
    return file.as_bytes()


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def words(paragraphs: Any) -> list[str]:
    return [line for paragraph in paragraphs for line in paragraph.text.split("\n")]


def all_words(document: Any) -> list[str]:
    """Every line of the document in its order, its foot last."""
    body = document.element.body.iter(f"{WORD}p")
    lines = words(Paragraph(each, document) for each in body)
    foot = words(document.sections[0].first_page_footer.paragraphs)
    return [" ".join(line.split()) for line in (*lines, *foot) if line.strip()]
