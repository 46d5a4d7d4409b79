"""Diagnostics as one page that holds all it needs: to be mailed, printed, or kept with a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from playbook.diagnostics import Diagnostic
from playbook.handed import MOST_AREAS
from playbook.i18n import text
from playbook.report.excerpt import one_line, quoted
from playbook.report.figures import Seen, pages
from playbook.report.people import Sources
from playbook.report.verdict import headline, judged_by
from playbook.report.words import hint, is_whole, message, tally, where

if TYPE_CHECKING:
    from playbook.reading import Portraits
    from playbook.verdicts import Judged

Pictures: TypeAlias = "Callable[[str, Sequence[int]], Portraits]"
"""Pictures of a file by its path, of these pages where it has any."""

_COLOR = re.compile(r"#[0-9A-F]{6}(?:[0-9A-F]{2})?\b")
_CODE = re.compile(r"`([^`]+)`")
_STYLE = "templates/report.css"


def as_html(diagnostics: Iterable[Diagnostic], sources: Sources, lang: str) -> str:
    """The findings of a project, file by file."""
    found = list(diagnostics)
    grouped = groupby(found, key=lambda diagnostic: diagnostic.location.path)
    parts = [_part(path, None, list(group), sources, lang) for path, group in grouped]
    title = text(lang, "report.title")
    return _page(title, [tally(found, lang) or text(lang, "report.none"), *parts], lang)


def verdict_page(files_: Sequence[Judged], sources: Sources, pictures: Pictures, lang: str) -> str:
    """The verdicts on files, each with pictures of it on which the findings are marked."""
    parts = []
    for number, judged in enumerate(files_, 1):
        seen = Seen(judged, pictures(judged.path, pages(judged)), f"{number}-", lang)
        parts.append(_part(headline(judged, lang), seen, judged.found, sources, lang))
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


def _part(title: str, seen: Seen | None, found: Sequence[Diagnostic], sources: Sources, lang: str) -> str:
    lines = sources(found[0].location.path).splitlines() if found else []
    items = [
        _item(diagnostic, _number(number, diagnostic, seen, lang), lines, lang)
        for number, diagnostic in enumerate(found, 1)
    ]
    pictures = list(seen.figures()) if seen else []
    told = [f"<ol>\n{joined}\n</ol>"] if (joined := "\n".join(items)) else []
    kind = ' class="seen"' if seen and seen.has_pictures and items else ""
    return "\n".join([f"<section{kind}>\n<h2>{escape(one_line(title))}</h2>", *pictures, *told, "</section>"])


def _number(number: int, diagnostic: Diagnostic, seen: Seen | None, lang: str) -> tuple[str, str]:
    """The opening of an item and its number, which leads to its mark where it has one."""
    if seen is None:
        return "", f"<b>{number}</b>"
    opening = f' id="f{seen.prefix}{number}" tabindex="-1"'
    mark = seen.mark(number, diagnostic)
    if not mark:
        return opening, f"<b>{number}</b>"
    name = escape(text(lang, "report.to-mark", {"number": number}))
    return opening, f'<a class="number" href="#{mark}" aria-label="{name}">{number}</a>'


def _item(diagnostic: Diagnostic, number: tuple[str, str], lines: Sequence[str], lang: str) -> str:
    level = diagnostic.severity
    name = escape(text(lang, f"report.{level}.name"))
    opening, shown = number
    return "".join(
        [
            f'<li{opening} class="{level}"><p>{shown} <strong>{name}</strong> ',
            f"{_colored(message(diagnostic, lang))}</p>",
            *_place(diagnostic, lines, lang),
            f'<p class="hint">{_colored(more)}</p>' if (more := hint(diagnostic, lang)) else "",
            f"<p><code>{escape(diagnostic.rule)}</code></p></li>",
        ]
    )


def _place(diagnostic: Diagnostic, lines: Sequence[str], lang: str) -> Iterator[str]:
    place = diagnostic.location
    if not is_whole(place) or place.page or place.part:
        many = MOST_AREAS in Counter(page for page, _ in place.areas).values()
        first = f" ({text(lang, 'report.first-marked', {'count': MOST_AREAS})})" if many else ""
        yield f'<p class="place">{escape(one_line(where(place, lang) + first))}</p>'
    if found := quoted(place, lines):
        gutter, before, meant, after = (escape(part) for part in found)
        marked = f"<mark>{meant}</mark>" if meant else ""
        yield f"<pre><span>{gutter}</span> {before.lstrip()}{marked}{after}</pre>"


def _colored(words: str) -> str:
    """The words, with a swatch before each color, and code set apart."""
    plain = _CODE.sub(r"<code>\1</code>", escape(one_line(words)))
    return _COLOR.sub(lambda found: f'<i style="background:{found[0]}"></i>{found[0]}', plain)
