"""Parts that several kinds of page share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from playbook.brand import Brand
from playbook.choices import Visibility
from playbook.diagnostics import Diagnostic, Location, Severity
from playbook.exports.site import prose
from playbook.exports.site.blocks import (
    Block,
    Blocks,
    Draft,
    Facts,
    Figure,
    Heading,
    Items,
    Para,
    Plain,
    Prose,
    Quote,
    Table,
)
from playbook.exports.site.cells import cell, fact_rows, label
from playbook.exports.site.inlines import Inlines, Out, State, Text, To, plain
from playbook.exports.site.names import coded, joined, words
from playbook.exports.site.references import resolved
from playbook.exports.site.view import View, item_path, rule_path, slug, source_of
from playbook.model.parts import Evidence, Improvement, Item, Pain

DESCRIBED = 160
"""Characters of a page's description, as search engines show them."""
FINDINGS = "findings"
"""Where an item's page tells what is wrong with it."""


def section(
    title: str, anchor: str, blocks: Iterable[Block], level: int = 2, *, linked: bool = False
) -> Iterator[Block]:
    """Blocks under a heading; nothing at all where there are none."""
    inside = tuple(blocks)
    if inside:
        yield Heading(level, title, anchor, linked)
        yield from inside


def told(view: View, text: str | None, style: str = "") -> Iterator[Block]:
    """Prose, its live references put in."""
    if text:
        yield Prose(resolved(view, text), style)


def titled(view: View, model: BaseModel | None, names: Iterable[str]) -> Iterator[Block]:
    """Longer texts, each under its title."""
    for name in names if model is not None else ():
        text = getattr(model, name)
        if text:
            yield Para(words(label(view, model, name)), "label")  # type: ignore[arg-type]
            yield from told(view, text)


def lines(entries: Sequence[str], style: str = "") -> Iterator[Block]:
    """A list of short texts."""
    if entries:
        yield Items(tuple((Plain(words(entry)),) for entry in entries), style=style)


def meta(*parts: Inlines) -> Iterator[Block]:
    """A quiet line of what goes with the block above; the empty parts left out."""
    shown = joined(parts, " \N{MIDDLE DOT} ")
    if shown:
        yield Para(shown, "meta")


def fact(view: View, model: BaseModel, name: str) -> Inlines:
    """A field with its title before it, for a quiet line."""
    shown = cell(view, model, name)
    return (Text(f"{label(view, model, name)}: "), *shown) if shown else ()


def table(
    view: View, models: Sequence[BaseModel], names: Iterable[str], numbers: Iterable[str] = ()
) -> Iterator[Block]:
    """Models side by side; columns that no model fills are left out."""
    columns = [(name, [cell(view, model, name) for model in models]) for name in names]
    filled = [(name, cells) for name, cells in columns if any(cells)]
    if filled:
        head = tuple(label(view, models[0], name) for name, _ in filled)
        figures = frozenset(at for at, (name, _) in enumerate(filled) if name in set(numbers))
        yield Table(head, tuple(zip(*(cells for _, cells in filled), strict=True)), figures)


def proposal(view: View, made: Improvement | None) -> Iterator[Block]:
    """What would make it better."""
    if made is not None:
        yield Para(words(view.t("field.pain.proposal")), "label")
        yield from told(view, made.proposal)
        yield from meta(cell(view, made, "status"), fact(view, made, "owner"), fact(view, made, "due"))


def pain(view: View, felt: Pain) -> Iterator[Block]:
    """A point of friction and what would mend it."""
    yield from told(view, felt.text)
    yield from meta(cell(view, felt, "effect"))
    yield from proposal(view, felt.proposal)


def improvements(view: View, made: Sequence[Improvement]) -> Iterator[Block]:
    """Proposals to compare."""
    yield from table(view, made, ("proposal", "status", "owner", "due"))


def evidence(view: View, seen: Sequence[Evidence]) -> Iterator[Block]:
    """What people said or did, in their words."""
    for entry in seen:
        parts = (cell(view, entry, name) for name in ("source", "date", "persona", "link"))
        yield Quote(tuple(told(view, entry.text)), joined(parts, " \N{MIDDLE DOT} "))


def picture(
    view: View, brand: Brand | None, name: str | None, alt: str, caption: Inlines = ()
) -> Iterator[Block]:
    """A picture of the project where it is published."""
    path = view.file(brand, name) if name else ""
    if path:
        yield Figure(path, alt, caption)
    elif name and view.internal:
        yield Para(
            (Text(view.t("site.no_file", file=name)), *((Text(" "), *caption) if caption else ())), "quiet"
        )


def opening(view: View, item: Item) -> Iterator[Block]:
    """What an item is, in words: the first thing on its page."""
    yield from told(view, item.summary, "lead")
    if item.also_called:
        yield Para((Text(view.t("site.also_called", names=", ".join(item.also_called))),), "also")


def first_facts(view: View, item: Item, names: Iterable[str], brand: Brand | None = None) -> Iterator[Block]:
    """The facts needed most, the first of them followed by what was found, for those who may see that."""
    first, *others = fact_rows(view, item, names, brand)
    found = ((view.t("site.score.checks"), _found(view, item)),) if view.internal else ()
    yield Facts((first, *found, *others))


def _found(view: View, item: Item) -> Inlines:
    """How much was found about an item, the worst first, leading to where it stands."""
    counted = Counter(diagnostic.severity for diagnostic in view.mistakes(item))
    states = [
        (State("severity", severity, view.count(f"site.score.found.{severity}", counted[severity])),)
        for severity in Severity
        if counted[severity]
    ]
    page = item_path(item.noun, item.id)
    clean = State("severity", "none", view.t("site.score.none"))
    return joined((To(page, state, FINDINGS),) for state in states) or (clean,)


def closing(view: View, item: Item) -> Iterator[Block]:
    """What keeps an item in order: notes, tags, who may see it, and what is wrong with it."""
    yield from section(view.t("field.item.notes"), "notes", told(view, item.notes))
    tags = joined((To("tags.md", words(tag), f"tag-{slug(tag)}"),) for tag in dict.fromkeys(item.tags))
    seen = cell(view, item, "visibility") if item.visibility is not Visibility.PUBLIC else ()
    yield from meta(
        (Text(f"{view.t('field.item.tags')}: "), *tags) if tags else (),
        (Text(f"{view.t('field.item.visibility')}: "), *seen) if seen else (),
    )
    yield from mistakes(view, item)


def mistakes(view: View, item: Item) -> Iterator[Block]:
    """What is wrong with an item, quietly and last."""
    found = view.mistakes(item)
    entries = tuple(tuple(finding(view, d)) for d in found)
    inside = (Items(entries, style="findings"),) if entries else ()
    yield from section(view.t("site.heading.mistakes"), FINDINGS, inside, linked=True)


def finding(view: View, diagnostic: Diagnostic, about: Inlines = ()) -> Iterator[Block]:
    """A finding: how bad, what, about whom where the page does not say so, the next step, and where."""
    problem = diagnostic.problem
    severity = State("severity", diagnostic.severity, view.term("severity", diagnostic.severity))
    yield Para((severity, Text(": "), *coded(view.t(problem.message, **problem.facts))), "finding")
    rule = To(rule_path(diagnostic.rule), words(diagnostic.rule))
    hint = coded(view.t(problem.hint, **problem.facts)) if problem.hint else ()
    yield from meta(about, hint, _place(view, problem.location), (rule,))


def _place(view: View, location: Location) -> Inlines:
    """Where a finding is, linked to its line in the repository."""
    address, said = view.line_url(location), words(str(location))
    return (Out(address, said),) if address else said


def described(view: View, text: str | None) -> str:
    """A text cut to the length of a page's description."""
    whole = " ".join(plain(prose.line(resolved(view, text))).split()) if text else ""
    if len(whole) <= DESCRIBED:
        return whole
    return whole[: DESCRIBED - 1].rsplit(" ", 1)[0].rstrip(",;:") + "\N{HORIZONTAL ELLIPSIS}"


def item_draft(view: View, item: Item, blocks: Blocks) -> Draft:
    """The page of an item."""
    return Draft(
        path=item_path(item.noun, item.id),
        title=item.name,
        blocks=blocks,
        source=source_of(item),
        description=described(view, item.summary),
        tags=tuple(dict.fromkeys(item.tags)),
        also_called=item.also_called,
        brand=view.playbook.brand_of(item).id if len(item.brands) == 1 else "",
    )
