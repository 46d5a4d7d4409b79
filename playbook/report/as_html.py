"""Diagnostics as one page that holds all it needs: to be mailed, printed, or kept with a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from playbook.diagnostics import Diagnostic
from playbook.i18n import text
from playbook.report.excerpt import excerpt, one_line
from playbook.report.people import Sources
from playbook.report.verdict import headline, judged_by
from playbook.report.words import hint, is_whole, message, tally, where

if TYPE_CHECKING:
    from playbook.verdicts import Judged

Pictures: TypeAlias = Callable[[str], str]
"""A picture of a file by its path, as an address that holds it (`data:`); empty where there is none."""

_COLOR = re.compile(r"#[0-9A-F]{6}(?:[0-9A-F]{2})?\b")
_STYLE = "templates/report.css"


def as_html(diagnostics: Iterable[Diagnostic], sources: Sources, lang: str) -> str:
    """The findings of a project, file by file."""
    found = list(diagnostics)
    grouped = groupby(found, key=lambda diagnostic: diagnostic.location.path)
    parts = [_part(path, "", list(group), sources, lang) for path, group in grouped]
    title = text(lang, "report.title")
    return _page(title, [tally(found, lang) or text(lang, "report.none"), *parts], lang)


def verdict_page(files_: Sequence[Judged], sources: Sources, pictures: Pictures, lang: str) -> str:
    """The verdicts on files, each with a picture of it."""
    parts = [
        _part(headline(judged, lang), pictures(judged.path), judged.found, sources, lang) for judged in files_
    ]
    return _page(text(lang, "report.title"), [escape(" ".join(judged_by(files_, lang))), *parts], lang)


def _page(title: str, parts: Sequence[str], lang: str) -> str:
    style = files("playbook").joinpath(_STYLE).read_text(encoding="utf-8")
    lead, *sections = parts
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>",
            f"<h1>{escape(title)}</h1>\n<p>{lead}</p>",
            *sections,
            "</main>\n</body>\n</html>",
        ]
    )


def _part(title: str, picture: str, found: Sequence[Diagnostic], sources: Sources, lang: str) -> str:
    lines = sources(found[0].location.path).splitlines() if found else []
    seen = f'<img src="{escape(picture)}" alt="">\n' if picture else ""
    items = "\n".join(_item(diagnostic, lines, lang) for diagnostic in found)
    return f"<section>\n<h2>{escape(one_line(title))}</h2>\n{seen}" + (
        f"<ol>\n{items}\n</ol>\n</section>" if items else "</section>"
    )


def _item(diagnostic: Diagnostic, lines: Sequence[str], lang: str) -> str:
    level = diagnostic.severity
    name = escape(text(lang, f"report.{level}.name"))
    return "".join(
        [
            f'<li class="{level}"><p><strong>{name}</strong> {_colored(message(diagnostic, lang))}</p>',
            *_place(diagnostic, lines, lang),
            f'<p class="hint">{_colored(more)}</p>' if (more := hint(diagnostic, lang)) else "",
            f"<p><code>{escape(diagnostic.rule)}</code></p></li>",
        ]
    )


def _place(diagnostic: Diagnostic, lines: Sequence[str], lang: str) -> Iterator[str]:
    place = diagnostic.location
    if not is_whole(place) or place.page or place.part:
        yield f'<p class="place">{escape(one_line(where(place, lang)))}</p>'
    shown = "\n".join(f"{gutter} | {line}" for gutter, line in excerpt(place, lines))
    if shown:
        yield f"<pre>{escape(shown)}</pre>"


def _colored(words: str) -> str:
    """The words, with a swatch before each color."""
    return _COLOR.sub(
        lambda found: f'<i style="background:{found[0]}"></i>{found[0]}', escape(one_line(words))
    )
