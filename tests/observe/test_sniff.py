"""Kinds are told by content; the name only tells kinds of text apart."""

from __future__ import annotations

import io
import zipfile

import pytest

from playbook.observe.prose import MAX_BYTES, markdown, text
from playbook.observe.sniff import fits, sniff
from playbook.observed import Unreadable


def packed(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(zipfile.ZipInfo(name), "")  # dated alike in every process that collects the tests
    return file.getvalue()


@pytest.mark.parametrize(
    "name, content, kind",
    [
        ("a.png", b"\x89PNG\r\n\x1a\n", "png"),
        ("a", b"\xff\xd8\xff", "jpeg"),
        ("a.gif", b"GIF89a", "gif"),
        ("a.png", b"RIFF1234WEBP", "webp"),
        ("a.txt", b"junk %PDF-1.4", "pdf"),
        ("a.ai", b"%PDF-1.5", "pdf"),
        ("a.zip", packed("word/document.xml"), "docx"),
        ("a.zip", packed("ppt/presentation.xml"), "pptx"),
        ("a", b"<svg ", "svg"),
        ("a.xml", b'<?xml version="1.0"?><!-- x --><svg:svg>', "svg"),
        ("a.svg", "\ufeff<svg >".encode("utf-16-le"), "svg"),
        ("a.txt", b"<svg >", "text"),
        ("a", b"<!DOCTYPE html><svg >", "html"),
        ("a", b"<svg ><p>", "svg"),
        ("a.html", b"<custom>", "html"),
        ("a.html", b"words", "html"),
        ("a.md", b"<div>in Markdown</div>", "markdown"),
        ("A.CSS", b"a{}", "css"),
        ("a.svg", b"a{}", "svg"),
    ],
)
def test_kinds(name, content, kind):
    assert sniff(name, content) == kind


@pytest.mark.parametrize(
    "name, content, reason, facts",
    [
        ("a.svg", b"", "empty", {}),
        ("a.txt", b"\xef\xbb\xbf \r\n", "empty", {}),
        ("a.docx", b"PK\x03\x04", "not-zip", {}),
        ("a.zip", packed("x"), "unknown-kind", {"found": "zip"}),
        ("a.xlsx", packed("xl/workbook.xml"), "unknown-kind", {"found": "Excel"}),
        ("a.eps", b"%!PS", "unknown-kind", {"found": "PostScript"}),
        ("a.png", b"words", "not-this", {"ending": ".png"}),
        ("a.xyz", b"words", "unknown-kind", {"found": ".xyz"}),
        ("a", b"words", "unknown-kind", {"found": "?"}),
        ("a.css", b"a\0b", "unknown-kind", {"found": ".css"}),
    ],
)
def test_what_is_not_read(name, content, reason, facts):
    with pytest.raises(Unreadable) as caught:
        sniff(name, content)
    assert (caught.value.reason, caught.value.facts) == (reason, facts)


@pytest.mark.parametrize(
    "name, kind, right",
    [("a.jpg", "jpeg", True), ("a.JPEG", "jpeg", True), ("a.jpg", "png", False), ("a", "png", True)],
)
def test_names_that_claim_another_kind(name, kind, right):
    assert fits(name, kind) == right


def test_texts_keep_their_places():
    [whole] = markdown("\ufeffOne\n\n`two` an\u0303o\n".encode()).texts
    assert (whole.text, whole.spot.line, whole.spot.column) == ("One\n\n`two` año\n", 1, 1)
    assert text("uno".encode("utf-16")).texts[0].text == "uno"


@pytest.mark.parametrize("content, reason", [(b"a\xff", "not-text"), (b"a" * (MAX_BYTES + 1), "too-large")])
def test_texts_that_are_not_read(content, reason):
    with pytest.raises(Unreadable) as caught:
        text(content)
    assert caught.value.reason == reason
