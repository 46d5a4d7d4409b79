"""What leads where: touchpoints in lanes by stage, and the ways that they and the journeys name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from playbook.choices import Phase, TouchpointStatus
from playbook.exports.site.blocks import Block, Draft, Items, Para, Plain
from playbook.exports.site.cells import cell
from playbook.exports.site.data import path
from playbook.exports.site.inlines import Inlines, Text, plain
from playbook.exports.site.lanes import ordered
from playbook.exports.site.names import joined, words
from playbook.exports.site.net import Net, Node
from playbook.exports.site.pages.routes import Route, routes
from playbook.exports.site.view import View, item_path
from playbook.model.touchpoint import Touchpoint

PATH = "plan/network.md"
NAME = "network"
"""What the data for the page's script is called."""
DRAWN = 300
"""Touchpoints that are drawn at once; of more, those with the most ways."""
WAYS = 1500
"""Ways that are drawn at once."""
NAMED = 12
"""Touchpoints that a sentence or a table's cell names."""
_WORDS = (
    *("find", "stage", "channel", "every", "count", "most", "none", "before", "after", "nobody", "nowhere"),
    *("page", "whole", "more", "label", "on", "back", "name", "where", "words"),
)


@dataclass(frozen=True)
class Network:
    """All touchpoints in use, in the order of lanes and rows, and the ways among them by position.

    `lanes` are stages, `lane` says in which of them each touchpoint stands; `before` and `after` hold for
    each the positions of those that lead to it and that it leads to.
    """

    lanes: Sequence[str]
    lane: Sequence[int]
    places: Sequence[Touchpoint]
    ways: Mapping[tuple[int, int], Route]
    before: Sequence[Sequence[int]]
    after: Sequence[Sequence[int]]

    @cached_property
    def drawn(self) -> Sequence[int]:
        """The positions of those that the page draws."""
        busy = sorted(range(len(self.places)), key=lambda at: -len(self.before[at]) - len(self.after[at]))
        return sorted(busy[:DRAWN])


def network_page(view: View) -> Iterator[Draft]:
    """The page, for the internal edition of a playbook in which something leads somewhere."""
    if found := network(view):
        yield Draft(PATH, view.t("site.network.title"), tuple(_blocks(view, found)))


def network(view: View) -> Network | None:
    """What is to be drawn, worked out once; None where nothing leads anywhere, and for other readers."""
    return view.once((NAME,), lambda: _network(view)) if view.internal else None


def _network(view: View) -> Network | None:
    used = {t.id: t for t in view.playbook.touchpoints.values() if t.status != TouchpointStatus.RETIRED}
    known = routes(used, view.playbook.journeys.values())
    names = {ident: at for at, ident in enumerate(used)}
    stages = _stages(view, used.values())
    lanes: dict[str, list[int]] = {stage: [] for stage in stages}
    for at, touchpoint in enumerate(used.values()):
        lanes[touchpoint.stage[0]].append(at)
    rows = ordered(tuple(lanes.values()), [(names[start], names[end]) for start, end in known])
    every = tuple(used.values())
    places = [every[at] for lane in rows for at in lane]
    position = {touchpoint.id: at for at, touchpoint in enumerate(places)}
    ways = {(position[start], position[end]): route for (start, end), route in known.items()}
    lane = [number for number, own in enumerate(rows) for _ in own]
    sides = (_gathered(len(places), ((end, start) for start, end in ways)), _gathered(len(places), ways))
    return Network(stages, lane, places, dict(sorted(ways.items())), *sides) if ways else None


def _gathered(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """For each position, those that it is paired with, in order."""
    found: list[list[int]] = [[] for _ in range(size)]
    for one, other in sorted(pairs):
        found[one].append(other)
    return found


def _stages(view: View, used: Iterable[Touchpoint]) -> list[str]:
    """The first stages of touchpoints as the way goes; a phase that is named as a stage before its stages."""
    known, phases = list(view.playbook.stages), list(Phase)
    found = dict.fromkeys(touchpoint.stage[0] for touchpoint in used)
    rank = {stage: known.index(stage) if stage in known else -1 for stage in found}
    return sorted(found, key=lambda stage: (phases.index(view.phase(stage)), rank[stage], stage))


def _blocks(view: View, found: Network) -> Iterator[Block]:
    counts = {"places": len(found.places), "ways": len(found.ways)}
    said = {name: view.count(f"site.network.{name}", count) for name, count in counts.items()}
    yield Para(words(view.t("site.network.lead", **said)), "lead")
    yield Para(words(view.t("site.network.rule")), "quiet")
    if len(found.drawn) < len(found.places):
        yield Para(words(view.t("site.network.cut", count=DRAWN)))
    ends = (*_ends(view, found, "start", found.before), *_ends(view, found, "end", found.after))
    if ends:
        yield Items(ends)
    yield _net(view, found)


def _ends(
    view: View, found: Network, name: str, side: Sequence[Sequence[int]]
) -> Iterator[tuple[Block, ...]]:
    """The touchpoints that nothing leads to, or that lead nowhere."""
    alone = [at for at, others in enumerate(side) if not others]
    if alone:
        yield (Plain((Text(f"{view.t(f'site.network.{name}')}: "), *_linked(view, found, alone))),)


def _linked(view: View, found: Network, places: Sequence[int]) -> Inlines:
    """Some touchpoints by name; of very many the first ones, and how many more."""
    names = joined(view.link("touchpoint", found.places[at].id) for at in places[:NAMED])
    left = len(places) - NAMED
    return (*names, Text(f" {view.count('site.network.left', left)}")) if left > 0 else names


def _net(view: View, found: Network) -> Net:
    position = {at: new for new, at in enumerate(found.drawn)}
    lanes = list(dict.fromkeys(found.lane[at] for at in found.drawn))
    rows: dict[int, int] = dict.fromkeys(lanes, -1)
    nodes = []
    for at in found.drawn:
        rows[found.lane[at]] += 1
        nodes.append(_node(view, found, at, lanes.index(found.lane[at]), rows[found.lane[at]]))
    ways = ((position[start], position[end]) for start, end in found.ways if {start, end} <= position.keys())
    said = {name: view.t(f"site.network.{name}") for name in _WORDS}
    return Net(
        said["label"],
        (said["on"], said["back"]),
        (said["name"], said["where"], said["after"], said["before"]),
        tuple(view.term("stage", found.lanes[lane]) for lane in lanes),
        tuple(nodes),
        tuple(islice(ways, WAYS)),
        path(NAME),
        tuple(said.items()),
    )


def _node(view: View, found: Network, at: int, lane: int, row: int) -> Node:
    own = found.places[at]
    around = (_linked(view, found, side[at]) for side in (found.before, found.after))
    return Node(
        own.name, item_path("touchpoint", own.id), plain(cell(view, own, "channel")), lane, row, *around
    )
