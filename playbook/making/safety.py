"""Whether a template of HTML or SVG can only make harmless documents, whoever wrote it.

What is not known to be harmless is refused. Each `<` has to begin a tag of a list, written so plainly that
every program reads it alike, and each part of the template has to end in the place it began in: so what holds
for the whole text holds for whatever a filled-in document keeps of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from playbook.diagnostics import Fact, Problem
from playbook.kinds.fields import KindField
from playbook.making.coding import NAME as CODE
from playbook.making.harmless import ALLOWED, Allowed
from playbook.making.masking import NOTE, PART, SLOT, Masked
from playbook.making.styling import is_styling, risky
from playbook.render.filters import MARKDOWN
from playbook.render.template import Slot, Template

MOST_TOLD = 20
"""Mistakes of a template: after so many the first ones have to be mended anyway."""

_FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ue000-\ue002\ufffe\uffff]")
_BEGUN = re.compile(
    r"(?P<note><!--(?!-)[^<>]*?-->)"
    # Outlook reads what stands between these, so it is judged like the rest.
    r"|(?P<mail><!--\[if [\w !()&|]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->|<!(?ai:doctype) [^<>\[\]]*>)"
    r"|(?P<xml>\A<\?xml version=\"1\.0\"(?: encoding=\"(?ai:utf-8)\")?\s*\?>)"
    r"|</(?P<end>[A-Za-z][A-Za-z0-9:-]*)\s*>"
    r"|<(?P<tag>[A-Za-z][A-Za-z0-9:-]*)(?=[\s/>])"
)
_STEP = re.compile(
    r"(?P<blank>\s+)|(?P<closed>/?>)|(?P<mark>[\ue001\ue002]+)|(?P<slot>\ue000+)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9:.-]*+)"
    r"(?:(?P<bare>(?=[\s/>\ue001\ue002])(?!\s*=))|\s*=\s*(?:\"(?P<double>[^\"<]*)\"|'(?P<single>[^'<]*)'))"
)
_UNQUOTED = re.compile(r"[A-Za-z][\w:.-]*+\s*=\s*[^\s\"']")
_RAW = frozenset({"style", "title"})
"""Elements that a program may read as text up to their end."""
_SHOWN = 40
"""Characters of the template that a message quotes."""

_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff\ue002]+")
"""Browsers pass over blanks in an address."""
_LINK = re.compile(r"https?://|mailto:|tel:|#")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,")
_INSIDE = re.compile("#")
_HELD = re.compile(r"data:image/\ue000+")
_MARK = ("brand", "mark", "image")
"""The logo as a picture within the document: what stands behind `data:image/`."""
_CODE = (CODE, "image")
_ADDRESSES = frozenset({"href", "src", "xlink:href"})
_STYLED = re.compile(
    r"style|fill|stroke|filter|mask|clip-path|marker-(?:start|mid|end)|(?:stop-|flood-)?color"
)
_ARIA = re.compile(r"aria-[a-z]+")
_NAMESPACES = re.compile(
    r"http://www\.w3\.org/(?:1999/xhtml|2000/svg|1999/xlink)"
    r"|urn:schemas-microsoft-com:(?:vml|office:office)"
)


def unsafe(read: Template, slots: Mapping[int, Slot], fields: Mapping[str, KindField]) -> Iterator[Problem]:
    """What a template may not hold, each at its place; nothing for formats that no program runs.

    `slots` are those of the template by their offsets, `fields` those of its kind. After text that programs
    could read in different ways nothing more is judged.
    """
    allowed = ALLOWED.get(read.path.rpartition(".")[2])
    if allowed:
        judge = _Judge(read, slots, fields, allowed)
        judge.run()
        yield from judge.found


class _Broken(Exception):  # noqa: N818 - no error of the program, but of the template
    """There is no use in reading on."""


class _Judge:
    """One pass over a template's text."""

    def __init__(
        self, read: Template, slots: Mapping[int, Slot], fields: Mapping[str, KindField], allowed: Allowed
    ) -> None:
        self.found: list[Problem] = []
        self._read, self._fields, self._allowed = read, fields, allowed
        self._svg = read.path.endswith(".svg")
        self._masked = Masked(read, slots)
        self._text = self._masked.text

    def run(self) -> None:
        """Judge it all."""
        try:
            if letter := _FOREIGN.search(self._read.text):
                raise self._broken("letter", letter.start(), letter=f"U+{ord(letter[0]):04X}")
            at = 0
            while at < len(self._text):
                at = self._next(at)
            for torn in self._masked.torn():
                self._say("torn", torn, mark=self._quoted(torn))
            for at in self._masked.outside(MARKDOWN):
                self._say("slot-place", at, where=f"| {MARKDOWN}")
        except _Broken:
            pass

    def _say(self, case: str, at: int, **facts: Fact) -> None:
        self.found.append(Problem(f"template.{case}", self._read.at(at), facts, f"template.{case}-hint"))
        if len(self.found) >= MOST_TOLD:
            raise _Broken

    def _broken(self, case: str, at: int, **facts: Fact) -> _Broken:
        self._say(case, at, **facts)
        return _Broken()

    def _quoted(self, at: int) -> str:
        return " ".join(self._read.text[at : at + _SHOWN].split())

    def _next(self, at: int) -> int:
        """Judge one tag, or the text before the next one; the offset behind it."""
        if self._text[at] != "<":
            end = self._text.find("<", at)
            end = end if end >= 0 else len(self._text)
            self._masked.stand("text", 0, at, end)
            return end
        found = _BEGUN.match(self._text, at)
        if found is None or (self._svg and found["mail"]):
            raise self._broken("tag-shape", at, text=self._quoted(at))
        if found["note"]:
            self._note(*found.span())
        if found["end"]:
            self._listed(found["end"], at)
        return self._tag(found["tag"], found.end()) if found["tag"] else found.end()

    def _note(self, start: int, end: int) -> None:
        self._masked.stand("note", start, start, end)
        for at in self._masked.marks(start, end):
            if at in self._masked.slots:
                self._say("slot-place", at, where="<!-- -->")

    def _listed(self, tag: str, at: int) -> str:
        name = tag if self._svg else tag.lower()
        if name not in self._allowed.tags:
            self._say("tag", at, tag=tag[:_SHOWN])
        return name

    def _tag(self, written: str, at: int) -> int:
        """Judge the attributes of a tag whose name ends at an offset; the offset behind the tag."""
        start, spaced = at - len(written) - 1, False
        tag = self._listed(written, start)
        while step := _STEP.match(self._text, at):
            if step["closed"]:
                return self._raw(tag, step) if tag in _RAW else step.end()
            if step["slot"]:
                self._say("slot-place", at, where=f"<{tag}>")
            if step["name"] and not spaced:
                break
            if step["name"]:
                self._attribute(tag, step)
            else:
                self._masked.stand("tag", start, *step.span())
            at, spaced = step.end(), bool(step["blank"]) or (spaced and not step["name"])
        case = "unquoted" if spaced and _UNQUOTED.match(self._text, at) else "tag-shape"
        raise self._broken(case, at, text=self._quoted(at))

    def _raw(self, tag: str, closed: re.Match[str]) -> int:
        """Judge what a style sheet or a title holds; the offset of its end tag."""
        start = closed.end()
        end = self._text.find("<", start)
        if closed[0] == "/>" or not re.compile(rf"</{tag}\s*>", re.IGNORECASE).match(self._text, max(end, 0)):
            raise self._broken("tag-shape", closed.start(), text=self._quoted(closed.start()))
        self._masked.stand(tag, start, start, end)
        if tag == "style":
            self._styling(start, end, "<style>", decoded=self._svg)
        return end

    def _attribute(self, tag: str, step: re.Match[str]) -> None:
        name = step["name"] if self._svg else step["name"].lower()
        start, end = step.span(next(n for n in ("double", "single", "bare") if step[n] is not None))
        self._masked.stand("value", start, start, end)
        if name in _ADDRESSES:
            self._address(tag, name, start, end)
        elif name == "xmlns" or name.startswith("xmlns:"):
            if not _NAMESPACES.fullmatch(self._text, start, end):
                self._say("attribute", step.start(), name=name[:_SHOWN], tag=tag)
        elif name not in self._allowed.attributes and not _ARIA.fullmatch(name):
            self._say("attribute", step.start(), name=name[:_SHOWN], tag=tag)
        elif _STYLED.fullmatch(name) and (self._svg or name == "style"):
            self._styling(start, end, name, decoded=True)

    def _address(self, tag: str, name: str, start: int, end: int) -> None:
        """Judge where an address leads, by what it begins with."""
        links, loaded = tag in self._allowed.links, tag in self._allowed.pictures
        if not (links or loaded or tag in self._allowed.inside):
            self._say("attribute", start, name=name, tag=tag)
            return
        allowed, written = _LINK if links else _PICTURE if loaded else _INSIDE, self._text[start:end]
        literal = _SKIPPED.sub("", unescape(re.split(f"[{SLOT}{PART}]", written, maxsplit=1)[0]))
        if not literal and SLOT in written:
            self._slot_address(start, end, loaded=loaded, inside=not (links or loaded))
        elif (literal or PART in written) and not (
            allowed.match(literal.lower()) or (loaded and self._is_held(start, end))
        ):
            self._say("leads", start, value=self._read.text[start:end][:_SHOWN], name=name, tag=tag)

    def _is_held(self, start: int, end: int) -> bool:
        """Whether an address is a picture within the document: logo, code, or one made of a reader's."""
        if _HELD.fullmatch(self._text, start, end) is None:
            return False
        paths = [self._masked.slots[at].path for at in self._masked.marks(start, end)]
        return paths in ([_MARK], [_CODE]) or (len(paths) == 1 and self._is_chosen(paths[0]))

    def _is_chosen(self, path: tuple[str, ...]) -> bool:
        """Whether a picture is chosen by whoever fills the form in; the kind brings none along."""
        field = self._fields.get(path[0]) if len(path) == 1 else None
        if field is None or field.type != "picture":
            return False
        return not (field.value or field.brand or any(text.example for text in field.texts.values()))

    def _slot_address(self, start: int, end: int, *, loaded: bool, inside: bool) -> None:
        """Judge an address that a slot begins; if that is empty, what follows must not be another address."""
        at = next(mark for mark in self._masked.marks(start, end) if self._text[mark] != NOTE)
        slot = self._masked.slots.get(at)
        facts: dict[str, Fact] = {"mark": ".".join(slot.path) if slot else self._quoted(at)}
        behind = unescape(self._text[self._masked.end(at) : end].replace(NOTE, ""))
        if slot is None or inside or (behind and (loaded or behind[0] not in "/?#0123456789")):
            self._say("address-part", at, **facts)
        elif not any(each.name == "url" for each in slot.filters):
            self._say("address", at, **facts)
        elif loaded and not self._is_own(slot):
            self._say("picture", at, **facts)

    def _is_own(self, slot: Slot) -> bool:
        """Whether a picture's address is the brand's or the reader's, not one that the kind brings along."""
        field = self._fields.get(slot.path[0]) if len(slot.path) == 1 else None
        said = field is not None and any(text.example for text in field.texts.values())
        return slot.path[0] == "brand" or (field is not None and not said)

    def _styling(self, start: int, end: int, where: str, *, decoded: bool) -> None:
        if wrong := risky(self._text[start:end], decoded=decoded):
            self._say("styling", start, text=wrong, where=where)
        for at in self._masked.marks(start, end):
            slot = self._masked.slots.get(at)
            if slot and not is_styling(slot.path):
                self._say("styling-slot", at, mark=".".join(slot.path), where=where)
