"""What a file is, told by its content; the name decides only between kinds of plain text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from playbook.observed import Unreadable

ENDINGS = {
    "svg": (".svg",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "webp": (".webp",),
    "gif": (".gif",),
    "pdf": (".pdf", ".ai"),
    "docx": (".docx", ".dotx", ".docm", ".dotm"),
    "pptx": (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm"),
    "html": (".html", ".htm", ".xhtml"),
    "css": (".css",),
    "markdown": (".md", ".markdown"),
    "text": (".txt", ".text"),
}
"""Kinds that are read, and the endings that their names may have."""

OFFERING = {
    "tokens": (".json", ".tokens"),
    "css": ENDINGS["css"],
    "sass": (".scss", ".less"),
    "ase": (".ase",),
    "gpl": (".gpl",),
    "office": (*ENDINGS["docx"], *ENDINGS["pptx"], ".xlsx", ".xltx", ".xlsm", ".xltm", ".thmx"),
}
"""Kinds of files that offer colors by name, and their endings."""

_HEAD = 4096
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_OTHERS = (
    (b"8BPS", "Photoshop"),
    (b"%!PS", "PostScript"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"\x1f\x8b", "gzip"),
    (b"wOF", "WOFF"),
    (b"OTTO", "OpenType"),
    (b"\0\1\0\0\0", "TrueType"),
    (b"{\\rtf", "RTF"),
    (b"\x00\x00\x00", "MP4"),
)
"""Kinds that are not read, by the name that people know them by."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Microsoft's older wrapping begins."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MAIN_PARTS = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx"}
_ODD = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BLANK = b"\xef\xbb\xbf \t\r\n\f"
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|meta|p|h1)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<", re.DOTALL)


def sniff(name: str, content: bytes) -> str:
    """The kind of a file, one of `ENDINGS`.

    Raises:
        Unreadable: `empty`, `encrypted`, `old-office`, `not-zip` or `unknown-kind`.
    """
    if not content.strip(_BLANK):
        raise Unreadable("empty")
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _packed(content)
    if content.startswith(OLE):
        raise old(content)
    return _written(name, content)


def fits(name: str, kind: str) -> bool:
    """Whether the ending of the name is one of the kind's; a name without any fits everything."""
    ending = _ending(name)
    return not ending or ending in ENDINGS[kind]


def offering(name: str) -> str:
    """The kind of a file that offers colors, one of `OFFERING`.

    Raises:
        Unreadable: `unknown-kind`.
    """
    ending = _ending(name)
    for kind, endings in OFFERING.items():
        if ending in endings:
            return kind
    raise Unreadable("unknown-kind", found=ending or "?")


def old(content: bytes) -> Unreadable:
    """Why a file in Microsoft's older wrapping is not read: it also wraps new documents with a password."""
    return Unreadable("encrypted") if _LOCKED in content else Unreadable("old-office")


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
    except Exception as error:  # the reader of zips raises whatever broken bytes lead it to
        raise Unreadable("not-zip") from error
    for part, kind in _MAIN_PARTS.items():
        if part in names:
            return kind
    raise Unreadable("unknown-kind", found="Excel" if "xl/workbook.xml" in names else "zip")


def _written(name: str, content: bytes) -> str:
    """The kind of a text: markup shows what it is, the rest its name must tell."""
    ending = _ending(name)
    for magic, other in _OTHERS:
        if content.startswith(magic):
            raise Unreadable("unknown-kind", found=other)
    wide = content.startswith(_BYTE_ORDERS)
    head = content.replace(b"\0", b"")[:_HEAD] if wide else content[:_HEAD]
    if not wide and _ODD.search(head):
        raise Unreadable("unknown-kind", found=ending or "?")
    bare = head.lstrip(_BLANK + b"\xff\xfe")
    if _MARKUP.match(bare) and ending not in (*ENDINGS["markdown"], *ENDINGS["text"]):
        drawing, page = _SVG.search(bare), _HTML.search(bare)
        if drawing and (not page or drawing.start() < page.start()):
            return "svg"
        if page or ending in ENDINGS["html"]:
            return "html"
    return _by_ending(ending)


def _by_ending(ending: str) -> str:
    for kind in ("html", "css", "markdown", "text", "svg"):
        if ending in ENDINGS[kind]:
            return kind
    if any(ending in endings for endings in ENDINGS.values()):
        raise Unreadable("not-this", ending=ending)
    raise Unreadable("unknown-kind", found=ending or "?")


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
