# ruff: noqa: E501 -- an attack is easier to read in one piece
"""Broken and hostile files: each gives one clear line, within the limits, and the next file is read all the same."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from playbook.diagnostics import Problem
from playbook.handed import Handed
from playbook.i18n import LANGUAGES, text
from playbook.reading import MAX_BYTES, read_handed
from playbook.reading.room import Room

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
GOOD = SVG.format('<path d="M0 0h9v9z" fill="red"/>').encode()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        trailer,
        len(made),
    )


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), extra, content)


PAGES = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
WORD = f"<w:document {W}><w:body/></w:document>".encode()
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
SECRET = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMB = b"<w:t>" + b" " * 40_000_000

HOSTILE = {
    "empty.svg": (b"", "empty"),
    "blank.css": (b" \n ", "empty"),
    "cut.svg": (GOOD[:-9], "malformed"),
    "cut.png": (png(9, 9)[:20], "truncated"),
    "cut.docx": (packed({"word/document.xml": WORD})[:60], "not-zip"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj<<", "damaged"),
    "laughs.svg": (LAUGHS + GOOD, "doctype"),
    "secret.svg": (SECRET + SVG.format("<text>&a;</text>").encode(), "doctype"),
    "laughs.docx": (packed({"word/document.xml": LAUGHS + WORD}), "office-entities"),
    "secret.pptx": (packed({"ppt/presentation.xml": SECRET + b"<p>&a;</p>"}), "office-entities"),
    "wide.docx": (packed({"word/document.xml": LAUGHS.decode().encode("utf-16")}), "office-entities"),
    "bomb.docx": (packed({"word/document.xml": WORD, "word/styles.xml": BOMB}), "zip-bomb"),
    "tags.docx": (
        packed({"word/document.xml": b"<a>" + os.urandom(9).hex().encode() + b"<a/>" * 500_000 + b"</a>"}),
        "zip-bomb",
    ),
    "many.pptx": (
        packed({"ppt/presentation.xml": b"<p/>", **{f"{at}": b"" for at in range(6_000)}}),
        "zip-bomb",
    ),
    "deep.docx": (packed({"word/document.xml": b"<a>" * 100_000}), "damaged"),
    "nested.zip": (packed({"a.zip": packed({"b.zip": b"PK"})}), "unknown-kind"),
    "sheet.xlsx": (packed({"xl/workbook.xml": b"<x/>"}), "unknown-kind"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-office"),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "locked.pdf": (
        pdf(
            *PAGES,
            b"<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -1>>",
            trailer=b"/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]",
        ),
        "encrypted",
    ),
    "huge.png": (png(60_000, 60_000), "too-many-pixels"),
    "deep.svg": (SVG.format("<g>" * 5_000 + "</g>" * 5_000).encode(), "too-deep"),
    "copies.svg": (
        SVG.format(
            "".join(f'<g id="a{at}">' + f'<use href="#a{at + 1}"/>' * 9 + "</g>" for at in range(9))
            + '<path id="a9" d="M0 0h9"/><use href="#a0"/>'
        ).encode(),
        "too-complex",
    ),
    "deep.css": (b"a{b:" + b"(" * 100_000, "too-deep-css"),
    "deep.html": (b"<html>" + b"<div>" * 5_000, "too-complex"),
    "film.mp4": (b"\0\0\0\x18ftypmp42", "unknown-kind"),
    "layers.psd": (b"8BPS\0\1", "unknown-kind"),
    "noise.txt": (b"\x80\x81\xff" * 99, "not-text"),
    "zeros.md": (bytes(999), "unknown-kind"),
    "fake.png": (b"just words", "not-this"),
    "none.pdf": (pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"), "damaged"),
}

HARMLESS = {
    "cyclic.svg": SVG.format('<g id="a"><use href="#a"/><path d="M0 0h9v9z"/></g>').encode(),
    "form.pdf": pdf(
        *PAGES,
        PAGE,
        stream(b"/X Do"),
        stream(
            b"/X Do /X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 5 0 R>>>>",
        ),
    ),
    "kids.pdf": pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE,
        stream(b"((((" * 50_000),
    ),
    "loop.css": b":root{--a: var(--b) var(--b); --b: var(--a) var(--a)} p{color: var(--a)}",
    "laughs.css": b":root{--a0: red red;"
    + b"".join(b"--a%d: var(--a%d) var(--a%d);" % (at + 1, at, at) for at in range(40))
    + b"} p{background: var(--a40)}",
    "open.html": b"<html><a href=x><p><!-- <b style='color:red' title=\"",
    "wrong.jpg": GOOD,
}


@pytest.fixture(scope="module")
def room():
    with Room() as opened:
        yield opened


def seen_in(folder: Path, files: dict[str, bytes]) -> dict[str, Handed | Problem]:
    paths = []
    for name, content in files.items():
        paths.append(folder / name)
        paths[-1].write_bytes(content)
    return {path.name: seen for path, seen in read_handed(paths)}


def test_each_hostile_file_gives_one_clear_line(tmp_path):
    began = time.monotonic()
    seen = seen_in(tmp_path, {name: content for name, (content, _) in HOSTILE.items()})
    told = {name: found.message if isinstance(found, Problem) else "read" for name, found in seen.items()}
    assert told == {name: f"unreadable.{reason}" for name, (_, reason) in HOSTILE.items()}
    assert time.monotonic() - began < 10 * len(HOSTILE)
    for lang in LANGUAGES:
        for found in seen.values():
            assert isinstance(found, Problem)
            assert "\n" not in text(lang, found.message, found.facts)


def test_what_only_looks_dangerous_is_read(tmp_path):
    seen = seen_in(tmp_path, HARMLESS)
    assert {name: type(found) for name, found in seen.items()} == dict.fromkeys(HARMLESS, Handed)
    found = seen["wrong.jpg"]
    assert isinstance(found, Handed)
    assert (found.kind, found.facts["suffix"]) == ("svg", "jpg")


def test_folders_pipes_and_missing_files(tmp_path):
    os.mkfifo(tmp_path / "pipe.svg")
    (tmp_path / "folder.svg").mkdir()
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    names = ("pipe.svg", "folder.svg", "missing.svg", "large.pdf", "a\0b.svg")
    told = [
        seen.message
        for _, seen in read_handed(tmp_path / name for name in names)
        if isinstance(seen, Problem)
    ]
    reasons = ("not-a-file", "a-folder", "missing", "too-large", "no-access")
    assert told == [f"unreadable.{reason}" for reason in reasons]
