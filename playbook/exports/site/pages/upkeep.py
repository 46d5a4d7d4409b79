"""Pages for those who keep the playbook: what is wrong, by rule; files that could not be read; tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from playbook import manual
from playbook.diagnostics import Diagnostic
from playbook.exports.site.blocks import Block, Draft, Heading, Items, Listing, Para
from playbook.exports.site.inlines import Inlines, State, Text, To
from playbook.exports.site.names import coded, joined, words
from playbook.exports.site.pages.listing import Bunch, Register, Row, register_pages
from playbook.exports.site.parts import finding, section, told
from playbook.exports.site.view import LONGEST, RULES, View, item_path, rule_path, slug
from playbook.model import Broken

_AROUND = 3
"""Lines of a file that are shown before and after a mistake."""
_WIDEST = 300
"""Characters of a line in an excerpt."""


def checks_pages(view: View) -> Iterator[Draft]:
    """Every rule, and a page for each with its manual and what it found; for the internal edition only."""
    if not view.internal:
        return
    by_rule = _by_rule(view.diagnostics)
    rules = sorted({*manual.rules(), *by_rule})
    head = (view.t("site.checks.rule"), view.t("site.checks.statement"), view.t("site.checks.findings"))
    found = tuple(_rule_row(view, rule, by_rule[rule]) for rule in rules if rule in by_rule)
    clean = tuple(_rule_row(view, rule, ())[:2] for rule in rules if rule not in by_rule)
    bunches = (
        Bunch("found", view.t("site.checks.found"), found),
        Bunch("clean", view.t("site.checks.clean"), clean, head=head[:2]),
    )
    title = view.t("site.checks.rules")
    first, *others = register_pages(view, Register("checks", "rules", title, head, bunches))
    yield replace(first, path=RULES)
    yield from others
    for rule in rules:
        yield from _rule_pages(view, rule, by_rule.get(rule, ()))


def _by_rule(diagnostics: Sequence[Diagnostic]) -> Mapping[str, Sequence[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        found[diagnostic.rule].append(diagnostic)
    return found


def _rule_row(view: View, rule: str, found: Sequence[Diagnostic]) -> Row:
    worst = min((d.severity for d in found), key=lambda severity: severity.rank, default=None)
    count = view.number(len(found)) if found else ""
    shown: Inlines = (
        (State("severity", worst, view.term("severity", worst)), Text(f" {count}")) if worst else ()
    )
    return ((To(rule_path(rule), words(rule)),), coded(_manual(view, rule).statement), shown)


def _rule_pages(view: View, rule: str, found: Sequence[Diagnostic]) -> Iterator[Draft]:
    """A rule's manual, then its findings by file; very many findings go on on further pages."""
    statement = _manual(view, rule).statement
    for number, start in enumerate(range(0, max(1, len(found)), LONGEST), 1):
        blocks = [*(_manual_blocks(view, rule) if number == 1 else ())]
        blocks += section(
            view.t("site.checks.here"), "findings", _findings(view, found[start : start + LONGEST])
        )
        if start + LONGEST < len(found):
            blocks.append(
                Para((To(rule_path(rule, number + 1), words(view.t("site.page", number=number + 1))),))
            )
        title = rule if number == 1 else f"{rule}, {view.t('site.page', number=number)}"
        yield Draft(rule_path(rule, number), title, tuple(blocks), description=statement)


def _manual(view: View, rule: str) -> manual.Manual:
    try:
        return manual.manual(rule, view.options.lang)
    except KeyError:
        return manual.Manual(rule, "", "", "", "", "", "", "", severity=None, dated=False)


def _manual_blocks(view: View, rule: str) -> Iterator[Block]:
    about = _manual(view, rule)
    yield from told(view, about.statement, "lead")
    for part in ("why", "fix", "options"):
        yield from section(view.t(f"site.checks.{part}"), part, told(view, getattr(about, part)))
    for part in ("wrong", "right"):
        yield from section(view.t(f"site.checks.{part}"), part, _example(getattr(about, part)))
    yield from section(view.t("site.checks.source"), "source", told(view, about.source))


def _example(text: str) -> Iterator[Block]:
    for path, content in manual.files(text).items() if text else ():
        yield Para(words(path), "label")
        yield Listing(content.strip("\n"))


def _findings(view: View, found: Sequence[Diagnostic]) -> Iterator[Block]:
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in found:
        by_file[diagnostic.location.path].append(diagnostic)
    for path, group in by_file.items():
        yield Heading(3, path, f"file-{slug(path)}")
        yield Items(tuple(tuple(finding(view, diagnostic)) for diagnostic in group), style="findings")


def broken_pages(view: View) -> Iterator[Draft]:
    """A page for each item that could not be read, with what is wrong and where."""
    seen: set[tuple[str, str]] = set()
    for broken in view.playbook.broken if view.internal else ():
        key = (broken.noun, broken.id)
        if key not in seen and broken.id not in view.playbook.items(broken.noun):
            seen.add(key)
            blocks = tuple(_broken(view, broken))
            yield Draft(item_path(*key), broken.id, blocks, broken.path)


def _broken(view: View, broken: Broken) -> Iterator[Block]:
    yield Para(words(view.t("site.broken", path=broken.path)), "lead")
    for diagnostic in view.by_file.get(broken.path, ()):
        yield from finding(view, diagnostic)
        yield from _excerpt(view, diagnostic)


def _excerpt(view: View, diagnostic: Diagnostic) -> Iterator[Block]:
    """The lines around a mistake."""
    source = view.playbook.sources.get(diagnostic.location.path)
    lines = source.text.split("\n") if source and source.text else []
    line = diagnostic.location.line
    first = max(1, line - _AROUND)
    shown = [text[:_WIDEST] for text in lines[first - 1 : line + _AROUND]]
    if shown:
        yield Listing("\n".join(shown), first, line)


def tags_pages(view: View) -> Iterator[Draft]:
    """What carries each tag."""
    tagged: dict[str, list[To]] = defaultdict(list)
    for item in view.playbook.every_item():
        for tag in dict.fromkeys(item.tags):
            tagged[tag].append(To(item_path(item.noun, item.id), words(item.name)))
    blocks = [block for tag in sorted(tagged, key=str.casefold) for block in _tag(view, tag, tagged[tag])]
    if blocks:
        yield Draft("tags.md", view.t("field.item.tags"), tuple(blocks))


def _tag(view: View, tag: str, links: Sequence[To]) -> Iterator[Block]:
    yield Heading(2, tag, f"tag-{slug(tag)}", linked=True)
    yield Para(joined((link,) for link in links[:LONGEST]))
    if len(links) > LONGEST:
        yield Para(words(view.count("site.more", len(links) - LONGEST)), "quiet")
