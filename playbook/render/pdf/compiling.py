"""Typesetting: a template and its files in a folder of their own, a PDF out.

The folder is all that the typesetter can read; it has no packages, and no fonts but those in it and its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playbook.render.look import MissingExtra
from playbook.render.pdf.fonts import Cut

_REFUSED = {"could not be displayed": "letters", "failed to": "pictures"}
"""How the typesetter begins to say that it can do nothing with signs that no font has, and with a picture."""
_TEXT = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(.))")
"""How Rust writes signs that are seldom seen."""


class Refused(Exception):  # noqa: N818 - no error of the program, but of what is to be set
    """Something cannot be set: `letters`, of which `signs` are some, or `pictures`."""

    def __init__(self, what: str, signs: str = "") -> None:
        super().__init__(what, signs)
        self.what, self.signs = what, signs


def compiled(
    name: str, data: Mapping[str, Any], fonts: Sequence[Cut], pictures: Mapping[str, bytes]
) -> bytes:
    """The PDF of a template, `sheet` or `card`.

    Raises:
        MissingExtra: without the typesetter.
        Refused: for signs that no font has, and pictures that it cannot read.
    """
    template = files("playbook").joinpath("templates", "pdf", f"{name}.typ").read_bytes()
    held = {
        f"{name}.typ": template,
        f"{name}.json": json.dumps(data).encode(),
        **pictures,
        **{f"{number}.ttf": cut.content for number, cut in enumerate(fonts)},
    }
    with TemporaryDirectory() as folder:
        for file, content in held.items():
            Path(folder, file).write_bytes(content)
        return _run(folder, name)


def _run(folder: str, name: str) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("pdf") from error
    try:
        made, _ = typst.compile_with_warnings(
            f"{folder}/{name}.typ",
            root=folder,
            font_paths=[folder],
            ignore_system_fonts=True,
            package_path=folder,
            package_cache_path=folder,
            format="pdf",
            pdf_standards="ua-1",  # PDF/UA-1, ISO 14289-1
            timestamp=0,
        )
    except typst.TypstError as error:
        refused = next((what for words, what in _REFUSED.items() if words in str(error)), "")
        if not refused:
            raise
        raise Refused(refused, _signs(error.diagnostic)) from error
    return made


def _signs(said: str) -> str:
    """The signs of all texts that cannot be displayed, each once."""
    found = "".join(_TEXT.findall(said))
    plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else escape[2], found)
    return "".join(dict.fromkeys(plain))
