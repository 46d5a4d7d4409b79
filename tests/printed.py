"""PDF files read back: what they say and where, their tags, fonts and colors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def said(book: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in book.pages))


def squeezed(text: str) -> str:
    """A text less what lines and columns add to it."""
    return "".join(text.split())


def root(book: PdfReader) -> Any:
    return book.trailer["/Root"]


def resources(page: Any) -> Any:
    return page["/Resources"]


def tags(node: Any) -> Iterator[tuple[str, Any]]:
    node = node.get_object()
    for each in node if isinstance(node, list) else [node]:
        found = each.get_object() if not isinstance(each, int) else None
        if isinstance(found, dict) and "/S" in found:
            yield found["/S"], found
            yield from tags(found["/K"]) if "/K" in found else ()


def tree(book: PdfReader) -> list[tuple[str, Any]]:
    return list(tags(root(book)["/StructTreeRoot"]["/K"]))


def fonts(book: PdfReader) -> dict[str, Any]:
    found = {}
    for page in book.pages:
        for font in resources(page).get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            name = re.sub(r"^/[A-Z]{6}\+", "", inner["/BaseFont"]).removesuffix("-Identity-H")
            found[name] = inner["/FontDescriptor"].get_object()
    return found


def colors(book: PdfReader) -> set[str]:
    """The colors that are set within the pages, less those of pictures, as hex values."""
    content = b" ".join(page.get_contents().get_data() for page in book.pages)  # type: ignore[union-attr]
    found = re.findall(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)", content)
    return {"#" + "".join(f"{round(float(part) * 255):02X}" for part in color) for color in found}


def spots(book: PdfReader) -> Iterator[tuple[str, float, float]]:
    """Words with their distance from the left and from the top of their page, in mm."""
    found: list[tuple[str, float, float]] = []

    def seen(words: str, within: Any, at: Any, *_: Any) -> None:
        if words.strip():
            found.append(
                (words.strip(), (within[4] + at[4]) / 72 * 25.4, 297 - (within[5] + at[5]) / 72 * 25.4)
            )

    for page in book.pages:
        page.extract_text(visitor_text=seen)
    return iter(found)


def places(book: PdfReader) -> list[float]:
    return [left for _, left, _ in spots(book)]


def depths(book: PdfReader) -> dict[str, float]:
    return {words: below for words, _, below in spots(book)}
