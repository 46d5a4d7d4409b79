"""Drawings (SVG) for the tests of what prints them."""

from __future__ import annotations

from base64 import b64encode


def svg(inside: str, attributes: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 850 550" {attributes}>{inside}</svg>'


def held(content: bytes | str, kind: str = "svg+xml") -> str:
    data = content.encode() if isinstance(content, str) else content
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def text(words: str, **attributes: str) -> str:
    said = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="100" y="200" {said}>{words}</text>'


SHADES = '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'
GRADIENT = f'{SHADES}<rect width="9" height="9" fill="url(#g)"/>'
GROUND = '<rect width="850" height="550" fill="#561B3F"/>'
