"""The whole site: every page drafted, written, and put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from playbook.artifact import Artifact, Heading, Site, SitePage
from playbook.brand import Brand
from playbook.diagnostics import Diagnostic
from playbook.exports.site import html, markdown, prose
from playbook.exports.site.actions import listing
from playbook.exports.site.blocks import Block, Draft, Field, Filtered, Folded, Group
from playbook.exports.site.blocks import Heading as HeadingBlock
from playbook.exports.site.data import lists
from playbook.exports.site.dropping import droppings
from playbook.exports.site.faults import findings
from playbook.exports.site.finder import finder
from playbook.exports.site.form_data import makers
from playbook.exports.site.maps import maps
from playbook.exports.site.measuring import metrics_data
from playbook.exports.site.navigation import navigation
from playbook.exports.site.options import SiteOptions, Supplies, Writer
from playbook.exports.site.packs import FOLDER, packs
from playbook.exports.site.pages.actions import actions_page
from playbook.exports.site.pages.blanks import blanks_page
from playbook.exports.site.pages.booklet import booklet_page
from playbook.exports.site.pages.catalog import catalog_pages
from playbook.exports.site.pages.checklist import checklist_data, checklist_page
from playbook.exports.site.pages.colors import colors_page
from playbook.exports.site.pages.compare import compare_page
from playbook.exports.site.pages.coverage import coverage_page
from playbook.exports.site.pages.family import filled, is_bound, own_first
from playbook.exports.site.pages.home import home_page
from playbook.exports.site.pages.identity import brand_page, imagery_page, voice_page
from playbook.exports.site.pages.journey import journey_page, persona_page
from playbook.exports.site.pages.logo import logo_page
from playbook.exports.site.pages.method import method_page
from playbook.exports.site.pages.network import network_page
from playbook.exports.site.pages.network_data import network_data
from playbook.exports.site.pages.piece import kit_page, piece_page
from playbook.exports.site.pages.plan import glossary_page, goals_page
from playbook.exports.site.pages.rebrand import rebrand_page
from playbook.exports.site.pages.registers import registers
from playbook.exports.site.pages.review import review_page
from playbook.exports.site.pages.state import state_pages
from playbook.exports.site.pages.touchpoint import touchpoint_page
from playbook.exports.site.pages.type import fonts_page
from playbook.exports.site.pages.upkeep import broken_pages, checks_pages, tags_pages
from playbook.exports.site.pages.walk import walk_page
from playbook.exports.site.plan_files import FOLDER as DOWNLOADS
from playbook.exports.site.plan_files import plan_files
from playbook.exports.site.reviewing import reviews
from playbook.exports.site.thumbs import thumbs
from playbook.exports.site.urls import place
from playbook.exports.site.view import View
from playbook.model import Playbook
from playbook.published import FONT_FORMATS

PACKS = 200
"""Pieces and kits that have packs by themselves; of more, making and keeping them is to be asked for."""

_PARTS: dict[str, Callable[[View, Brand], Draft]] = {
    "logo": logo_page,
    "colors": colors_page,
    "fonts": fonts_page,
    "voice": voice_page,
    "imagery": imagery_page,
}
_OVERVIEWS: tuple[Callable[[View], Iterator[Draft]], ...] = (
    compare_page,
    broken_pages,
    goals_page,
    glossary_page,
    catalog_pages,
    blanks_page,
    checklist_page,
    coverage_page,
    network_page,
    review_page,
    rebrand_page,
    actions_page,
    tags_pages,
    state_pages,
    checks_pages,
)
"""Pages about the playbook as a whole, each where it has something to say."""

_SCRIPTS_DATA: tuple[Callable[[View], Iterable[Artifact]], ...] = (
    lists,
    findings,
    listing,
    checklist_data,
    reviews,
    metrics_data,
    network_data,
    makers,
    droppings,
    maps,
)
_READ = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".csv", *FONT_FORMATS)
"""Endings of the files that pages and pieces are made from."""

_NO_SUPPLIES = Supplies()


def build(
    playbook: Playbook,
    diagnostics: Sequence[Diagnostic],
    options: SiteOptions,
    supplies: Supplies = _NO_SUPPLIES,
) -> Site:
    """The site of a playbook, which is already restricted to the options' edition."""
    prose.blocks.cache_clear()
    dress = supplies.dress if options.dress else None
    offered = (*supplies.files, *supplies.downloads.values(), *(dress.files if dress else ()))
    view = View(
        playbook,
        options,
        tuple(diagnostics),
        {file.source: file.path for file in supplies.files},
        supplies.downloads,
        {file.path: file.as_bytes() for file in offered if file.path.endswith(_READ)},
        supplies.dress.worn if supplies.dress else {},
        supplies.store,
    )
    drawn = tuple(thumbs(view)) if options.writer == "html" else ()
    given = dict(_packs(options, supplies)) if options.writer == "html" else {}
    view = replace(view, thumbs={ident: thumb for ident, thumb, _ in drawn}, packs=given)
    pictures = (file for _, _, file in drawn if file)
    pages = tuple(written(draft, options) for draft in _drafts(view))
    data = _data(view) if options.writer == "html" else ()
    plan = plan_files(view, f"{DOWNLOADS}/") if view.internal else ()
    files = _once((*offered, *data, *plan, *pictures, *given.values()))
    return Site(pages, files, tuple(navigation(view, pages)), dress)


def _data(view: View) -> tuple[Artifact, ...]:
    """What the pages' scripts read."""
    return (finder(view), *(file for make in _SCRIPTS_DATA for file in make(view)))


def _packs(options: SiteOptions, supplies: Supplies) -> Iterator[tuple[tuple[str, str], Artifact]]:
    """The packs by the noun and id of what they are for; of very many, only if they were asked for."""
    handed, asked = supplies.handed, options.packs
    many = handed is not None and len(handed.playbook.pieces) + len(handed.playbook.kits) > PACKS
    if handed and asked is not False and (asked or not many):
        for item, pack in packs(options, supplies):
            yield (item.noun, item.id), replace(pack, path=f"{FOLDER}/{pack.path}")


def _once(files: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """The files, each path once."""
    return tuple({file.path: file for file in files}.values())


def _drafts(view: View) -> Iterator[Draft]:
    """Every page; the one that leads to others by what there is of them comes last."""
    titles: dict[str, str] = {}
    for draft in _contents(view):
        titles[draft.path] = draft.title
        yield draft
    yield from method_page(view, titles)


def _contents(view: View) -> Iterator[Draft]:
    playbook = view.playbook
    yield home_page(view)
    for brand in map(own_first, playbook.brands.values()):
        pages = (brand_page(view, brand), *(_PARTS[part](view, brand) for part in filled(brand)))
        yield from pages
        if is_bound(view, brand):
            yield booklet_page(view, brand, pages)
    yield from registers(view)
    yield from (touchpoint_page(view, item) for item in playbook.touchpoints.values())
    yield from (piece_page(view, item) for item in playbook.pieces.values())
    yield from (kit_page(view, item) for item in playbook.kits.values())
    yield from (persona_page(view, item) for item in playbook.personas.values())
    yield from (journey_page(view, item) for item in playbook.journeys.values())
    yield from (walk_page(view, item) for item in playbook.journeys.values() if item.steps)
    for overview in _OVERVIEWS:
        yield from overview(view)


def written(draft: Draft, options: SiteOptions) -> SitePage:
    """A page in the form that the options ask for."""
    if options.writer == "html":
        body = html.page(draft.title, draft.blocks, place(draft.path, directory_urls=options.directory_urls))
    else:
        body = markdown.page(draft.title, draft.blocks, draft.path)
    return SitePage(
        path=draft.path,
        title=draft.title,
        body=body,
        headings=tuple(_headings(draft.blocks, options.writer)),
        source=draft.source,
        description=draft.description,
        tags=draft.tags,
        also_called=draft.also_called,
        brand=draft.brand,
        searched=draft.searched,
    )


def _headings(blocks: Iterable[Block], writer: Writer) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, HeadingBlock) and block.anchor:
            anchor = block.anchor if block.linked or writer == "html" else markdown.slug(block.text)
            yield Heading(block.level, anchor, block.text)
        elif isinstance(block, Group | Folded | Field | Filtered):
            yield from _headings(block.blocks, writer)
