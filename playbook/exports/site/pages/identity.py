"""The pages of who a brand is: its start page, its voice, its imagery."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.brand.identity import network
from playbook.brand.voice import Principle, Voice
from playbook.choices import Visibility
from playbook.document import Document
from playbook.exports.site.blocks import Block, Draft, Facts, Group, Items, Listing, Para, Plain, Table
from playbook.exports.site.cells import fact_rows, facts, label
from playbook.exports.site.inlines import Emphasis, Inlines, Out, To
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.family import filled, inherited, is_bound, owns, switch
from playbook.exports.site.parts import described, fact, lines, meta, picture, section, titled, told
from playbook.exports.site.view import View, brand_path, slug, source_of

_VALUE = ("need", "price", "attention", "quality", "convenience")
_BENEFITS = ("recognition", "sales", "promotion", "differentiation")
_CONTACT = ("address", "email", "phone", "website", "hours")
_VERSION = ("short_name", "version", "since", "assets_url")


def part_draft(view: View, brand: Brand, part: str, title: str, blocks: Iterator[Block]) -> Draft:
    """The page of a part of a brand, with the notes of those who keep it."""
    document = getattr(brand, "identity" if part == "index" else part)
    above = (*switch(view, brand, part), *(() if part == "index" else inherited(view, brand, part)))
    return Draft(
        path=brand_path(brand, part),
        title=title,
        blocks=(*above, *blocks, *keepers(view, document)),
        source=source_of(document),
        description=described(view, getattr(document, "summary", None)),
        brand=brand.id,
    )


def keepers(view: View, document: Document) -> Iterator[Block]:
    """The notes, and who may see the page where not everybody does."""
    yield from section(view.t("field.item.notes"), "notes", told(view, getattr(document, "notes", None)))
    if getattr(document, "visibility", Visibility.PUBLIC) is not Visibility.PUBLIC:
        yield from meta(fact(view, document, "visibility"))


def brand_page(view: View, brand: Brand) -> Draft:
    """The start page of a brand."""
    return part_draft(view, brand, "index", brand.name, _brand(view, brand))


def _brand(view: View, brand: Brand) -> Iterator[Block]:
    identity = brand.identity
    if identity.tagline:
        yield Para(words(identity.tagline), "tagline")
    yield from told(view, identity.summary, "lead")
    if identity.also_called:
        yield Para(words(view.t("site.also_called", names=", ".join(identity.also_called))), "also")
    yield from _links(view, brand)
    yield from section(view.t("site.heading.messages"), "messages", _messages(view, brand))
    yield from section(view.t("site.heading.positioning"), "positioning", told(view, identity.positioning))
    value = titled(view, identity.value_proposition, _VALUE)
    yield from section(view.t("site.heading.value_proposition"), "value", value)
    yield from section(
        view.t("site.heading.benefits"), "benefits", titled(view, identity.benefits, _BENEFITS)
    )
    yield from section(view.t("site.heading.contact"), "contact", _contact(view, brand))
    yield from section(view.t("site.heading.legal"), "legal", _legal(view, brand))
    yield from section(view.t("site.heading.version"), "version", facts(view, identity, _VERSION))


def _links(view: View, brand: Brand) -> Iterator[Block]:
    """The ways to the parts of the brand, and from the master to the sub-brands."""
    parts = tuple((Plain((_part_link(view, brand, part),)),) for part in filled(brand))
    if parts:
        yield Items(parts, style="doors")
    if is_bound(view, brand):
        link = To(brand_path(brand, "booklet"), words(view.t("site.booklet.link")))
        yield Para((link,), "print")
    others = [other for other in view.playbook.brands.values() if other.id and not brand.id]
    entries = tuple((Plain((To(brand_path(other), words(other.name)),)),) for other in others)
    yield from section(view.t("field.item.brands"), "sub-brands", (Items(entries),) if entries else ())


def _part_link(view: View, brand: Brand, part: str) -> To:
    return To(brand_path(brand, part), words(view.t(f"site.part.{part}")))


def _messages(view: View, brand: Brand) -> Iterator[Block]:
    for ident, message in brand.identity.messages.items():
        central = ident == brand.identity.message and len(brand.identity.messages) > 1
        master = "" if owns(brand, "identity", "messages", ident) else view.playbook.brand.name
        inside = (
            Para(words(message.text), "message"),
            *told(view, message.proof),
            *meta(
                words(view.t("field.identity.message")) if central else (),
                fact(view, message, "audience"),
                words(view.t("site.inherited.of", master=master)) if master else (),
            ),
        )
        yield Group("said", inside, f"message-{slug(ident)}")


def _contact(view: View, brand: Brand) -> Iterator[Block]:
    identity = brand.identity
    social = ((name, (Out(url, words(name)),)) for name, url in identity.social.items())
    rows = (
        *fact_rows(view, identity.contact, _CONTACT),
        *((network(name), cell_out) for name, cell_out in social),
    )
    if rows:
        yield Facts(rows)


def _legal(view: View, brand: Brand) -> Iterator[Block]:
    yield from facts(view, brand.identity.legal, ("name", "tax_id", "privacy"))
    yield from titled(view, brand.identity.legal, ("note",))


def voice_page(view: View, brand: Brand) -> Draft:
    """How the brand speaks."""
    return part_draft(view, brand, "voice", view.t("site.part.voice"), _voice(view, brand))


def _voice(view: View, brand: Brand) -> Iterator[Block]:
    voice = brand.voice
    yield from told(view, voice.summary, "lead")
    for number, trait in enumerate(voice.principles, 1):
        yield from section(trait.name, f"principle-{number}", _principle(view, trait))
    yield from section(view.t("site.heading.samples"), "samples", lines(voice.samples, "do"))
    address = ("address", "sentence_length", "reading_ease")
    inside = (*facts(view, voice, address), *titled(view, voice, ("address_note",)))
    yield from section(view.t("site.heading.address"), "address", inside)
    yield from section(view.t("site.heading.terms"), "terms", _terms(view, voice), linked=True)
    yield from section(view.t("site.heading.tone"), "tone", _tone(view, voice))
    yield from section(view.t("site.heading.boilerplates"), "boilerplates", _boilerplates(view, voice))


def _principle(view: View, trait: Principle) -> Iterator[Block]:
    yield from titled(view, trait, ("means", "does_not_mean"))
    sides = tuple(
        Group("", (Para(words(label(view, trait, name)), "label"), *lines(getattr(trait, name), style)))
        for name, style in (("say", "do"), ("dont_say", "dont"))
        if getattr(trait, name)
    )
    if sides:
        yield Group("versus", sides)
    if not any((trait.means, trait.does_not_mean, trait.say, trait.dont_say)):
        yield Para(words(trait.name))


def _terms(view: View, voice: Voice) -> Iterator[Block]:
    rows = [
        (words(t.use), words(", ".join(t.instead_of)), words(t.reason or ""), t.match_case)
        for t in voice.terms.preferred
    ]
    nothing = (Emphasis(words(view.t("site.terms.nothing"))),)
    banned = (
        (
            words(t.use) if t.use else nothing,
            words(t.term.replace("|", ", ")),
            words(t.reason or ""),
            t.match_case,
        )
        for t in voice.terms.banned
    )
    rows += banned
    cased = words(view.t("field.banned.match_case"))
    cells = tuple(
        (use, instead, joined((reason, cased), " \N{MIDDLE DOT} ") if case else reason)
        for use, instead, reason, case in rows
    )
    if cells:
        yield Table(tuple(view.t(f"site.terms.{name}") for name in ("say", "instead", "reason")), cells)


def _either(term: str) -> Inlines:
    return words(term.replace("|", ", "))


def _tone(view: View, voice: Voice) -> Iterator[Block]:
    for name, text in voice.tone.stage.items():
        yield Para((view.stage(name),), "label")
        yield from told(view, text)
    for name, text in voice.tone.channel.items():
        yield Para(words(view.term("channel", name)), "label")
        yield from told(view, text)


def _boilerplates(view: View, voice: Voice) -> Iterator[Block]:
    for ident, text in voice.boilerplates.items():
        yield Para(words(text.name or ident), "label")
        button = view.t("site.copy.text", name=text.name or ident)
        yield Listing(text.text, lang=text.language or "", button=button, done=view.t("site.copy.done"))
        hidden = fact(view, text, "visibility") if text.visibility is not Visibility.PUBLIC else ()
        yield from meta(fact(view, text, "language"), hidden)


def imagery_page(view: View, brand: Brand) -> Draft:
    """How the brand's pictures look, and the approved ones."""
    return part_draft(view, brand, "imagery", view.t("site.part.imagery"), _imagery(view, brand))


def _imagery(view: View, brand: Brand) -> Iterator[Block]:
    imagery = brand.imagery
    yield from told(view, imagery.style, "lead")
    yield from section(view.t("site.heading.pictures"), "pictures", _pictures(view, brand))
    for name in ("do", "dont"):
        yield from section(label(view, imagery, name), name, lines(getattr(imagery, name), name))


def _pictures(view: View, brand: Brand) -> Iterator[Block]:
    for ident, shown in brand.imagery.pictures.items():
        name = words(shown.name or ident)
        inside = (
            *picture(view, brand, shown.file, shown.alt or shown.name or "", name),
            *told(view, shown.use),
            *meta(
                *(fact(view, shown, part) for part in ("credit", "rights", "expires", "release", "source"))
            ),
            *(meta(fact(view, shown, "visibility")) if shown.visibility is not Visibility.PUBLIC else ()),
            *(meta(fact(view, shown, "alt")) if shown.alt else ()),
            *(meta(words(view.t("field.picture.retired"))) if shown.retired else ()),
        )
        yield Group("approved", inside)
