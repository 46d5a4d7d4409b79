"""What of a page can be counted, and whether it is a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from playbook.observe.html.reader import Element, Reader

_WIDE = frozenset({"table", "td", "th", "img", "div", "body", "center", "tr"})
_WIDTH = re.compile(r"(?:^|[;\s])width\s*:\s*(\d{1,5}(?:\.\d+)?)px", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,5}(?:\.\d+)?)\s*(?:px)?\s*")
_ABSOLUTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|#|$|\{\{|\{%|%%|\*\||\[\[|<%|\$\{)", re.IGNORECASE)
_FLEX = re.compile(r"display\s*:\s*(?:inline-)?flex", re.IGNORECASE)
_GRID = re.compile(r"display\s*:\s*(?:inline-)?grid", re.IGNORECASE)
_BASE64 = re.compile(r"data:[^,;\"')]{0,80};base64", re.IGNORECASE)
_MOST_LINKS = 500
_MAIL_ATTRIBUTES = frozenset({"cellpadding", "cellspacing"})


def counts(seen: Reader, size: int) -> dict[str, str | int | float]:
    """The facts of a page; see `handed.Handed` for their names."""
    css = [sheet.text for sheet in seen.sheets]
    css += [found.attributes["style"] for found in seen.elements if "style" in found.attributes]
    addresses = [address for found in seen.elements for address in _addresses(found)]
    told = {
        "title": seen.title[:300],
        "html.links": " ".join(_links(seen)),
        "lang": next((found.lang for found in seen.elements if found.name == "html"), ""),
    }
    return {name: value for name, value in told.items() if value} | {
        "html.bytes": size,
        "html.style_bytes": sum(len(sheet.text.encode()) for sheet in seen.sheets),
        "html.width": max((width for found in seen.elements for width in _widths(found)), default=0),
        "html.flex": sum(len(_FLEX.findall(text)) for text in css),
        "html.grid": sum(len(_GRID.findall(text)) for text in css),
        "html.picture": _count(seen, "picture"),
        "html.svg": _count(seen, "svg") + _ending(addresses, ".svg") + _held(addresses, "image/svg"),
        "html.webp": _ending(addresses, ".webp") + _held(addresses, "image/webp"),
        "html.base64": sum(len(_BASE64.findall(text)) for text in (*css, *addresses)),
        "html.script": _count(seen, "script"),
        "html.form": _count(seen, "form"),
        "html.relative": sum(not _ABSOLUTE.match(address) for address in addresses),
    }


def is_mail(seen: Reader) -> bool:
    """Whether a page is made as mails are: parts for Outlook, or tables that only lay out, and no scripts."""
    if any("[if" in comment and "mso" in comment for comment in seen.comments):
        return True
    names = {found.attributes.get("name", "").lower() for found in seen.elements if found.name == "meta"}
    if "x-apple-disable-message-reformatting" in names:
        return True
    alone = not any(found.name == "script" or _is_sheet(found) for found in seen.elements)
    return alone and any(found.name == "table" and _lays_out(found) for found in seen.elements)


def _is_sheet(found: Element) -> bool:
    return found.name == "link" and "stylesheet" in found.attributes.get("rel", "").lower()


def _lays_out(found: Element) -> bool:
    marked = found.attributes.get("role", "").lower() in ("presentation", "none")
    return marked or bool(_MAIL_ATTRIBUTES & found.attributes.keys())


def _addresses(found: Element) -> Iterator[str]:
    if found.name in ("a", "area"):
        yield found.attributes.get("href", "")
    elif found.name in ("img", "source"):
        yield from filter(None, (found.attributes.get("src"), found.attributes.get("srcset")))


def _links(seen: Reader) -> Iterator[str]:
    """The whole web addresses that a page leads to, as they are written, each once."""
    said = (
        found.attributes.get("href", "").strip() for found in seen.elements if found.name in ("a", "area")
    )
    links = (link for link in said if link.startswith(("http://", "https://")) and not re.search(r"\s", link))
    yield from islice(dict.fromkeys(links), _MOST_LINKS)


def _widths(found: Element) -> Iterator[float]:
    if found.name in _WIDE:
        said = _NUMBER.fullmatch(found.attributes.get("width", ""))
        styled = _WIDTH.search(found.attributes.get("style", ""))
        yield from (float(width[1]) for width in (said, styled) if width)


def _count(seen: Reader, name: str) -> int:
    return sum(found.name == name for found in seen.elements)


def _ending(addresses: list[str], ending: str) -> int:
    return sum(address.partition("?")[0].lower().endswith(ending) for address in addresses)


def _held(addresses: list[str], kind: str) -> int:
    return sum(address.lstrip().lower().startswith(f"data:{kind}") for address in addresses)
