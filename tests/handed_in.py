"""Files as designers and strangers hand them in, for the tests that compare who judges them."""

from __future__ import annotations

import random
import zlib
from io import BytesIO
from struct import pack

from PIL import Image, ImageDraw

_START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = 'viewBox="0 0 1080 1080"') -> bytes:
    """A drawing."""
    return f"{_START} {attributes}>{inside}</svg>".encode()


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def card(size: tuple[int, int], ground: str, *marks: str, mode: str = "RGB") -> Image.Image:
    """A picture with areas of color and soft edges between them."""
    large = Image.new(mode, (size[0] * 3, size[1] * 3), ground)
    pen = ImageDraw.Draw(large)
    for at, mark in enumerate(marks):
        left = large.width * at // len(marks)
        pen.ellipse((left, 40, left + large.width // len(marks), large.height // 2), fill=mark)
    return large.resize(size, Image.Resampling.BOX)


def icon(ground: str, dot: str, pixels: int) -> Image.Image:
    """A small picture, with so many pixels of another color."""
    image = Image.new("RGB", (16, 16), ground)
    image.paste(dot, (0, 0, pixels, 1))
    return image


def noise(size: tuple[int, int]) -> Image.Image:
    """A picture without any color that covers an area."""
    draw = random.Random(7)  # noqa: S311 - a picture is no secret
    return Image.frombytes("RGB", size, draw.randbytes(size[0] * size[1] * 3))


def huge(width: int, height: int) -> bytes:
    """A PNG that claims to be so large."""
    small = bytearray(saved(Image.new("1", (9, 9)), "png"))
    small[16:24] = pack(">II", width, height)
    small[29:33] = pack(">I", zlib.crc32(small[12:29]))
    return bytes(small)


def pdf(*pages: str, top: str = "", trailer: str = "", packed: bool = False) -> bytes:
    """A PDF whose pages have the entries given; `packed` hides its objects in a stream."""
    kids = " ".join(f"{at} 0 R" for at in range(3, 3 + len(pages)))
    bodies = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} {top} >>",
        **{at: f"<< /Type /Page /Parent 2 0 R {page} >>" for at, page in enumerate(pages, 3)},
    }
    return _packed(bodies) if packed else _plain(bodies, trailer)


def _plain(bodies: dict[int, str], trailer: str) -> bytes:
    file, places = b"%PDF-1.4\n", []
    for at, body in bodies.items():
        places.append(len(file))
        file += f"{at} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return file + f"{end}startxref\n{len(file)}\n%%EOF\n".encode()


def _packed(bodies: dict[int, str]) -> bytes:
    inside, places = "", []
    for at, body in bodies.items():
        places.append(f"{at} {len(inside)}")
        inside += f"{body} "
    head = " ".join(places) + " "
    stream = zlib.compress((head + inside).encode())
    count = len(bodies)
    file = b"%PDF-1.5\n"
    holder, start = count + 1, len(file)
    told = f"/Type /ObjStm /N {count} /First {len(head)} /Filter /FlateDecode /Length {len(stream)}"
    file += f"{holder} 0 obj\n<< {told} >>\nstream\n".encode() + stream + b"\nendstream\nendobj\n"
    rows = [pack(">BHB", 0, 0, 255), *(pack(">BHB", 2, holder, at) for at in range(count))]
    rows += [pack(">BHB", 1, start, 0), pack(">BHB", 1, len(file), 0)]
    table = zlib.compress(b"".join(rows))
    own = f"/Type /XRef /Size {count + 3} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {len(table)}"
    end = f"{count + 2} 0 obj\n<< {own} >>\nstream\n".encode() + table + b"\nendstream\nendobj\n"
    return file + end + f"startxref\n{len(file)}\n%%EOF\n".encode()
