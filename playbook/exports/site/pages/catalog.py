"""What of the catalog a playbook has and what it lacks, with advice on each and the text that adds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from playbook.catalog import Entry, Sector, entries
from playbook.choices import Phase, PieceStatus
from playbook.exports.site.blocks import Block, Draft, Facts, Heading, Items, Listing, Para, Plain, Table
from playbook.exports.site.inlines import Inlines, Out, State, To
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.listing import Row
from playbook.exports.site.parts import section
from playbook.exports.site.view import View
from playbook.loader import CONTENT, slug
from playbook.model import vocabulary
from playbook.usual import had, is_usual, sector_of, served
from playbook.yamltext import document


@dataclass(frozen=True, slots=True)
class _Part:
    """Entries that people look for together; `id` names their page."""

    id: str
    title: str
    entries: Sequence[Entry]

    @property
    def path(self) -> str:
        return f"catalog/{self.id}.md"


def catalog_pages(view: View) -> Iterator[Draft]:
    """What there is and what there is not, and a page for each part; for the internal edition only."""
    if not view.internal:
        return
    parts = tuple(part for part in _parts(view) if part.entries)
    ours = had(view.playbook)
    title = view.t("site.catalog.title")
    yield Draft("catalog/index.md", title, tuple(_overview(view, parts, ours)))
    for part in parts:
        blocks = (block for entry in part.entries for block in _entry(view, entry, ours[entry.id]))
        yield Draft(part.path, part.title, tuple(blocks))


def _parts(view: View) -> Iterator[_Part]:
    """What is for customers by phase, then the other audiences; only those that the playbook serves."""
    for audience in served(view.playbook):
        found = [entry for entry in entries().values() if audience in entry.audience]
        if audience != vocabulary.AUDIENCES[0]:
            yield _Part(audience, view.term("audience", audience), found)
            continue
        for phase in Phase:
            title = view.t("site.catalog.customers", phase=view.term("stage", phase))
            yield _Part(phase, title, [entry for entry in found if entry.phase == phase])


def catalog_path(entry: Entry, audience: str) -> str:
    """The page on which an entry stands, for one of its audiences."""
    return f"catalog/{entry.phase or audience}.md"


def _overview(view: View, parts: Sequence[_Part], ours: Mapping[str, tuple[str, ...]]) -> Iterator[Block]:
    shown = dict.fromkeys(entry.id for part in parts for entry in part.entries)
    have = sum(bool(ours[ident]) for ident in shown)
    yield Para(words(view.t("site.catalog.lead", all=len(shown), have=have)), "lead")
    sector = sector_of(view.playbook)
    if sector:
        lacking = sum(is_usual(entries()[ident], sector) and not ours[ident] for ident in shown)
        name = sector.texts[view.options.lang].name
        yield Para(words(view.t("site.catalog.sector", lacking=lacking, sector=name)))
    yield Para(words(view.t("site.catalog.about")), "quiet")
    for part in parts:
        yield from section(part.title, part.id, _table(view, part, ours))


def _table(view: View, part: _Part, ours: Mapping[str, tuple[str, ...]]) -> Iterator[Block]:
    sector = sector_of(view.playbook)
    columns = ("head", "ours", "usual") if sector else ("head", "ours")
    rows = (_row(view, part, entry, ours[entry.id], sector) for entry in part.entries)
    yield Table(tuple(view.t(f"site.catalog.{name}") for name in columns), tuple(rows))


def _row(view: View, part: _Part, entry: Entry, ours: Sequence[str], sector: Sector | None) -> Row:
    link = To(part.path, words(entry.words(view.options.lang).name), entry.id)
    lacking = (State("piece-status", PieceStatus.MISSING, view.t("site.catalog.lacking")),)
    row = ((link,), _links(view, ours) if ours else lacking)
    if sector is None:
        return row
    return (*row, words(view.t("site.catalog.is_usual")) if is_usual(entry, sector) else ())


def _links(view: View, idents: Sequence[str]) -> Inlines:
    return joined(view.link("touchpoint", ident) for ident in idents)


def _entry(view: View, entry: Entry, ours: Sequence[str]) -> Iterator[Block]:
    said = entry.words(view.options.lang)
    yield Heading(2, said.name, entry.id, linked=True)
    yield Para(words(said.summary or ""))
    yield Para(words(said.advice), "answer")
    yield Para(words(view.t("site.catalog.questions")), "label")
    yield Items(tuple((Plain(words(question)),) for question in said.questions))
    yield Facts(tuple(_facts(view, entry, ours)))
    if not ours:
        yield from _adding(view, entry)


def _facts(view: View, entry: Entry, ours: Sequence[str]) -> Iterator[tuple[str, Inlines]]:
    for name, scale, values in (("pieces", "kind", entry.pieces), ("metrics", "kpi", entry.metrics)):
        told = map(words, map(partial(view.term, scale), values))
        yield view.t(f"site.catalog.{name}"), joined(told)
    if ours:
        yield view.t("site.catalog.ours"), _links(view, ours)


def _adding(view: View, entry: Entry) -> Iterator[Block]:
    """The file that adds an entry: to be copied, written in the repository's editor, or made by a command."""
    lang = view.playbook.settings.language or view.options.lang
    name = entry.words(lang).name
    path = f"{CONTENT}/touchpoints/{slug(name)}.yml"
    text = document({**entry.values(lang), "status": "to-activate"})
    button = view.t("site.catalog.copy", name=name)
    yield Para(words(view.t("site.catalog.add", path=path)))
    yield Listing(text.strip("\n"), button=button, done=view.t("site.copy.done"), file=True)
    if view.options.new_file:
        url = view.options.new_file.replace("{path}", quote(path)).replace("{text}", quote(text))
        yield Para((Out(url, words(view.t("site.catalog.new_file"))),))
    yield Para(words(view.t("site.catalog.command")))
    yield Listing(f'brand-playbook new touchpoint "{name}" --from {entry.id} --with-pieces')
