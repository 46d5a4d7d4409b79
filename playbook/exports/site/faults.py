"""What is wrong, as data that the page of findings is filtered by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from playbook.artifact import Artifact
from playbook.diagnostics import Diagnostic, Location, Severity
from playbook.exports.site.data import script
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, rule_path
from playbook.model import ITEMS
from playbook.model.parts import Item

NAME = "findings"

_FOLDERS = {f"{noun}s": noun for noun in ITEMS}
_FACETS = ("severity", "about", "owner", "rule")
_SHOWN = ("severity", "owner", "rule")


def findings(view: View) -> Iterator[Artifact]:
    """The list of findings; nothing where there is none, or where the readers may not see them."""
    if found := ordered(view):
        yield script(NAME, _listing(view, found))


def ordered(view: View) -> list[Diagnostic]:
    """What these readers may know to be wrong, the worst first, then by file."""
    told = view.diagnostics if view.internal else ()
    return sorted(told, key=lambda diagnostic: (diagnostic.severity.rank, *diagnostic.order()))


def concerned(view: View) -> dict[Location, Item]:
    """Which item is wrong, by the place of what is."""
    return {d.location: item for item in view.playbook.every_item() for d in view.mistakes(item)}


def _listing(view: View, found: Sequence[Diagnostic]) -> dict[str, Any]:
    """As the listings in `data`: `rows` hold words, address, the options of each facet, the place."""
    items = concerned(view)
    chosen = [_chosen(view, diagnostic, items.get(diagnostic.location)) for diagnostic in found]
    orders = {name: _order(name, [options[name] for options in chosen]) for name in _FACETS}
    return {
        "head": view.t("site.checks.finding"),
        "facets": [_facet(view, name, orders[name]) for name in _FACETS],
        "further": [view.t("site.checks.place")],
        "rows": [
            [
                _words(view, diagnostic, items.get(diagnostic.location)),
                _address(view, diagnostic),
                [[orders[name].index(option)] for name, option in options.items()],
                [str(diagnostic.location)],
            ]
            for diagnostic, options in zip(found, chosen, strict=True)
        ],
    }


def _words(view: View, diagnostic: Diagnostic, item: Item | None) -> str:
    said = view.t(diagnostic.problem.message, **diagnostic.problem.facts)
    return f"{item.name}: {said}" if item else said


def _address(view: View, diagnostic: Diagnostic) -> str:
    page = url(rule_path(diagnostic.rule), directory_urls=view.options.directory_urls)
    return view.line_url(diagnostic.location) or page


def _chosen(view: View, diagnostic: Diagnostic, item: Item | None) -> dict[str, tuple[str, str]]:
    """The option of a finding in each facet: its id and its words."""
    severity, role = diagnostic.severity, getattr(item, "owner", None)
    owner = view.term("owner", role) if role else ""
    return {
        "severity": (severity, view.term("severity", severity)),
        "about": _about(view, diagnostic.location.path),
        "owner": (owner, owner or view.t("site.checks.nobody")),
        "rule": (diagnostic.rule, diagnostic.rule),
    }


def _about(view: View, path: str) -> tuple[str, str]:
    """What the file of a finding holds."""
    root, _, rest = path.partition("/")
    noun = _FOLDERS.get(rest.partition("/")[0].partition(".")[0])
    if root == "content" and noun:
        return noun, view.t(f"noun.{noun}.other")
    return (root, view.t("site.brand")) if root == "brand" else ("", path)


def _order(name: str, options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The options that there are: severities from the worst, others by their words, the unnamed one last."""
    ranks = {str(severity): severity.rank for severity in Severity} if name == "severity" else {}
    return sorted(
        set(options), key=lambda option: (ranks.get(option[0], 0), not option[0], option[1].casefold())
    )


def _facet(view: View, name: str, order: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": name,
        "label": view.t(f"site.checks.{name}"),
        "options": [[value, words, -1] for value, words in order],
        "shown": name in _SHOWN,
        "scale": "severity" if name == "severity" else "",
    }
