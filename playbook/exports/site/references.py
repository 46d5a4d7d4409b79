"""Live references: what `[[touchpoint:checkout]]` becomes, in our prose and in hand-written pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from playbook.exports.site import markdown_inline
from playbook.exports.site.inlines import Chip, Inline, Inlines, Text, To, plain
from playbook.exports.site.names import color, font, logo, message, words
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.view import View, brand_path
from playbook.model import ITEMS, Playbook
from playbook.references import NOUNS, Reference, find


def references(text: str, page_path: str, playbook: Playbook, options: SiteOptions) -> str:
    """A hand-written page's Markdown with the live thing in the place of each reference.

    `page_path` is the page's Markdown path in the site, as are the links: relative to it, and leading
    below `options.mount`. What this edition does not hold becomes a phrase that gives nothing away.
    """
    view = View(playbook, options)

    def written(inlines: Inlines) -> str:
        return "".join(_written(part, page_path, options.mount) for part in inlines)

    return _replaced(text, view, written)


def resolved(view: View, text: str) -> str:
    """Prose of the playbook with links in the place of its references, for `prose` to read."""
    if "[[" not in text:
        return text
    return _replaced(text, view, lambda inlines: "".join(_marked(part) for part in inlines))


def _replaced(text: str, view: View, written: Callable[[Inlines], str]) -> str:
    parts, done = [], 0
    for reference in find(text):
        if reference.noun in NOUNS:
            parts += [text[done : reference.start], written(live(view, reference))]
            done = reference.end
    return "".join([*parts, text[done:]])


def _written(part: Inline, page_path: str, mount: str) -> str:
    """An inline as Markdown, its link leading below the mount."""
    if isinstance(part, To):
        return markdown_inline.inline(
            (To(posixpath.join(mount, part.path), part.inlines, part.anchor),), page_path
        )
    return markdown_inline.inline((part,), page_path)


def _marked(part: Inline) -> str:
    """An inline as `prose` reads it back; it knows pages by their path in the site, and no dots of color."""
    if isinstance(part, To):
        anchor = f"#{part.anchor}" if part.anchor else ""
        return f"[{markdown_inline.escape(plain(part.inlines))}]({part.path}{anchor})"
    return "" if isinstance(part, Chip) else markdown_inline.inline((part,), "")


def live(view: View, reference: Reference) -> Inlines:
    """What a reference stands for: the author's words or the thing's name, linked to the thing's page."""
    found = _found(view, reference.noun, reference.id)
    if not found:
        return words(reference.label or view.t(f"site.hidden.{reference.noun}"))
    if not reference.label:
        return found
    return tuple(_relabeled(part, reference.label) for part in found)


def _relabeled(part: Inline, label: str) -> Inline:
    return To(part.path, words(label), part.anchor) if isinstance(part, To) else part


def _found(view: View, noun: str, ident: str) -> Inlines:
    brand = view.playbook.brand
    if noun in ITEMS:
        return view.link(noun, ident) if view.internal or ident in view.playbook.items(noun) else ()
    if noun == "stage":
        return (view.stage(ident),) if ident in view.playbook.known["stage"] else ()
    if noun == "color":
        return _color(view, ident)
    if noun == "term":
        return _term(view, ident)
    return {"message": message, "font": font, "logo": logo}[noun](view, ident, brand)


def _color(view: View, ident: str) -> Inlines:
    """A dot of the color, its name, and its value to copy."""
    brand = view.playbook.brand
    seen = brand.color(ident)
    found = color(view, ident, brand)
    return (*found, Text(f" {seen.hex}")) if seen and brand.entry(ident) else found


def _term(view: View, ident: str) -> Inlines:
    """A word of the brand's voice, linked to the vocabulary it stands in."""
    terms = view.playbook.brand.voice.terms
    known = {term.use for term in terms.preferred} | {term.term for term in terms.banned}
    return (To(brand_path(view.playbook.brand, "voice"), words(ident), "terms"),) if ident in known else ()
