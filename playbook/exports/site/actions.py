"""What is to be done, in words, and the data that its page filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from playbook.actions import Action, What, When, actions
from playbook.artifact import Artifact
from playbook.exports.site import prose
from playbook.exports.site.cells import kebab
from playbook.exports.site.data import script
from playbook.exports.site.inlines import plain
from playbook.exports.site.pages.walk import WALK
from playbook.exports.site.references import resolved
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, item_path

NAME = "todo"
LONGEST_TITLE = 240
"""Characters of a title; longer ones are cut, and stand whole where they lead to."""

_ANCHORS = {
    What.GOAL: "goals",
    What.OBJECTIVE: "objectives",
    What.PROPOSAL: "improvements",
    What.PAIN: "pains",
}
NAMED = (What.TOUCHPOINT, What.MAKE, What.UPDATE, What.REBRAND, What.KIT)
"""Those whose text is a name, and no sentence yet."""
_FACETS = ("owner", "when", "what", "stage", "brand")
_SHOWN = ("owner", "when")


def planned(view: View) -> tuple[Action, ...]:
    """What is open, by date."""
    return view.once(("actions",), lambda: actions(view.playbook))


def whole(view: View, action: Action) -> str:
    """What is to be done, in a sentence, without any markup."""
    if action.what not in NAMED:
        return _bare(view, action.text)
    version = ""
    if action.what is What.REBRAND:
        piece = view.playbook.pieces[action.item]
        version = view.playbook.brand_of(piece).identity.version or ""
    return view.t(f"actions.do.{action.what}", name=_bare(view, action.text), version=version)


def _bare(view: View, text: str) -> str:
    return " ".join(plain(prose.line(resolved(view, text))).split())


def title(view: View, action: Action) -> str:
    """As `whole`, cut to the length of a line or two."""
    said = whole(view, action)
    if len(said) <= LONGEST_TITLE:
        return said
    return said[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "\N{HORIZONTAL ELLIPSIS}"


def place(action: Action) -> tuple[str, str]:
    """The page where it stands, and the anchor there."""
    if not action.noun:
        return "goals.md", _ANCHORS[action.what]
    if action.step:
        return item_path(action.noun, action.item).removesuffix(".md") + WALK, f"step-{action.step}"
    return item_path(action.noun, action.item), _ANCHORS.get(action.what, "")


def about(view: View, action: Action) -> str:
    """The name of what it is about; nothing where the title says it already."""
    if action.what in NAMED:
        return ""
    item = view.playbook.items(action.noun).get(action.item) if action.noun else None
    return item.name if item else ""


def owner(view: View, action: Action) -> str:
    """Who sees to it."""
    return view.term("owner", action.owner) if action.owner else view.t("actions.nobody")


def status(view: View, action: Action) -> str:
    """Where it stands, in words."""
    return view.term(kebab(type(action.status).__name__), action.status) if action.status else ""


def listing(view: View) -> Iterator[Artifact]:
    """The data that the page filters: as the listings in `data`, and for each row its day."""
    found = planned(view)
    if found and view.internal:
        yield script(NAME, _listing(view, found))


def _listing(view: View, found: Sequence[Action]) -> dict[str, Any]:
    chosen = [_chosen(view, action) for action in found]
    orders = {name: _order(view, name, [row[name] for row in chosen]) for name in _FACETS}
    places = {name: {value: at for at, value in enumerate(order)} for name, order in orders.items()}
    today = view.options.today
    return {
        "head": view.t("actions.head.todo"),
        "facets": [_facet(view, name, orders[name]) for name in _FACETS],
        "further": [view.t("actions.head.item"), view.t("actions.head.due")],
        "rows": [
            [
                title(view, action),
                _address(view, action),
                [[places[name][value] for value in row[name]] for name in _FACETS],
                [about(view, action), view.day(action.due) if action.due else ""],
            ]
            for action, row in zip(found, chosen, strict=True)
        ],
        "days": [action.due.isoformat() if action.due else "" for action in found],
        "dated": today.isoformat() if today else "",
    }


def _address(view: View, action: Action) -> str:
    path, anchor = place(action)
    return url(path, directory_urls=view.options.directory_urls) + (f"#{anchor}" if anchor else "")


def _chosen(view: View, action: Action) -> dict[str, dict[str, str]]:
    """The options of an action in each facet, with their words."""
    when = action.when(view.options.today)
    return {
        "owner": {action.owner: owner(view, action)},
        "when": {when: view.t(f"actions.when.{when}")},
        "what": {action.what: view.t(f"actions.what.{action.what}")},
        "stage": {stage: view.term("stage", stage) for stage in _stages(view, action)},
        "brand": dict(_brands(view, action)),
    }


def _stages(view: View, action: Action) -> tuple[str, ...]:
    """The stages of the touchpoints that it is about."""
    book = view.playbook
    if action.noun == "journey":
        step = book.journeys[action.item].steps[action.step - 1]
        idents: Iterable[str] = (step.touchpoint,) if step.touchpoint else ()
    elif action.noun == "piece":
        idents = book.pieces[action.item].touchpoints
    else:
        idents = (action.item,) if action.noun == "touchpoint" else ()
    found = (book.touchpoints.get(ident) for ident in idents)
    return tuple(dict.fromkeys(stage for touchpoint in found if touchpoint for stage in touchpoint.stage))


def _brands(view: View, action: Action) -> Iterator[tuple[str, str]]:
    item = view.playbook.items(action.noun).get(action.item) if action.noun else None
    named = [ident for ident in (item.brands if item else ()) if ident in view.playbook.brands]
    for ident in named or ("",):
        yield ident, view.playbook.brands[ident].name


def _order(view: View, name: str, chosen: Iterable[dict[str, str]]) -> dict[str, str]:
    """The options that there are: dates, kinds and stages as they follow, others by their words."""
    found = {value: words for options in chosen for value, words in options.items()}
    if name == "when":
        return {when: view.t(f"actions.when.{when}") for when in When}
    ranks = {str(value): at for at, value in enumerate((*What, *view.playbook.stages))}
    order = sorted(found, key=lambda v: (not v and name == "owner", ranks.get(v, -1), found[v].casefold()))
    return {value: found[value] for value in order}


def _facet(view: View, name: str, order: dict[str, str]) -> dict[str, Any]:
    label = {"stage": "field.touchpoint.stage", "brand": "site.brand"}.get(name, f"actions.head.{name}")
    return {
        "id": name,
        "label": view.t(label),
        "options": [[str(value), words, -1] for value, words in order.items()],
        "shown": name in _SHOWN,
        "scale": "due" if name == "when" else "",
    }
