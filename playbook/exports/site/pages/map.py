"""A journey as its map: what each step says, what its touchpoint promises and needs, where the ways lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from playbook.choices import Feeling, Scenario
from playbook.exports.site import feeling
from playbook.exports.site.blocks import Block, Folded, Group, Para, Table
from playbook.exports.site.cells import cell
from playbook.exports.site.data import path
from playbook.exports.site.feeling import Band
from playbook.exports.site.inlines import Text, To
from playbook.exports.site.journeymap import Column, Gap, Map, ways
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.mapcells import ROWS, Cell, Told, cells
from playbook.exports.site.pages.steps import lasting, place_of, rank, stage_of, step_name, walk_path
from playbook.exports.site.showing import Offer, Printer
from playbook.exports.site.view import View
from playbook.model.journey import Duration, Journey, Step
from playbook.published import ASSETS

_HOURS: Mapping[str, float] = {"hours": 1, "days": 24, "weeks": 168, "months": 730, "years": 8766}
_SILENT = 1.0
"""Days from which on nobody hearing anything is called silence, once somebody has decided."""
_LONGEST = 120
"""Steps that a drawing has room for."""
WIDTH = 2400
"""Pixels across of its picture."""


def journey_map(view: View, journey: Journey) -> Iterator[Block]:
    """The map, and the same as a table; nothing for a journey without steps."""
    if journey.steps:
        made = mapped(view, journey)
        yield made
        walk = To(walk_path(journey), words(view.t("site.map.walk")))
        offer = (_offer(view, journey),) if is_drawn(view, journey) else ()
        yield Group("actions", (Para((walk,)), *offer, Printer(view.t("site.map.print"))))
        yield Folded(view.t("site.map.as_table"), (_table(view, made),))


def _offer(view: View, journey: Journey) -> Offer:
    svg, data = drawing_path(journey), path(drawing_name(journey))
    png = (WIDTH, view.t("site.map.png", width=view.number(WIDTH)))
    return Offer(svg, drawing_name(journey), view.t("site.map.svg"), drawn=(png,), data=data)


def mapped(view: View, journey: Journey) -> Map:
    """The map of a journey; rows that no step fills are left out."""
    return view.once(("map", journey.id), lambda: _mapped(view, journey))


def _mapped(view: View, journey: Journey) -> Map:
    stages = stages_of(view, journey)
    told = _told(view, journey)
    said = [dict(cells(told, at, step)) for at, step in enumerate(journey.steps, 1)]
    keys = tuple(key for key in ROWS if any(own[key] for own in said))
    columns = _columns(view, journey, [tuple(own[key] for key in keys) for own in said], stages)
    unsaid = (view.t("site.mood.unsaid"),) if not all(column.said for column in columns) else ()
    empty = any(column.gap or not column.within for column in columns)
    return Map(
        title=view.t("site.map.title", name=journey.name),
        heads=(view.t("field.step.stage"), view.t("site.map.step"), view.t("field.step.feels")),
        rows=tuple((key, view.t(f"site.map.row.{key}")) for key in keys),
        scale=(*(view.term("feeling", word) for word in reversed(Feeling)), *unsaid),
        zoom=_zoom(view),
        columns=columns,
        bands=tuple(bands(view, stages)),
        ways=ways(_jumps(told)),
        unhappy=view.term("scenario", journey.scenario) if journey.scenario is Scenario.UNHAPPY else "",
        key=view.t("site.map.key") if empty else "",
    )


def _zoom(view: View) -> tuple[str, str, str, str]:
    title, *levels = (view.t(f"site.map.zoom.{name}") for name in ("title", "overview", "usual", "large"))
    return title, levels[0], levels[1], levels[2]


def columns_of(view: View, journey: Journey) -> tuple[Column, ...]:
    """The steps with how they feel alone."""
    return _columns(view, journey, [()] * len(journey.steps), stages_of(view, journey))


def _told(view: View, journey: Journey) -> Told:
    firsts: dict[str | None, int] = {}
    for at, step in enumerate(journey.steps, 1):
        firsts.setdefault(step.touchpoint, at)
    return Told(view, journey, place_of(journey), firsts)


def is_drawn(view: View, journey: Journey) -> bool:
    """Whether a journey has a drawing of its map to take."""
    return view.options.writer == "html" and 0 < len(journey.steps) <= _LONGEST


def drawing_name(journey: Journey) -> str:
    """What the drawing of its map is called."""
    return f"map-{journey.id}"


def drawing_path(journey: Journey) -> str:
    """Where it is published."""
    return f"{ASSETS}/maps/{drawing_name(journey)}.svg"


def stages_of(view: View, journey: Journey) -> Sequence[str]:
    """The stage of each step: of several that its touchpoint has, the next one on the way.

    A step that names none stays in the stage of the one before it; "" as long as there is none.
    """
    now = ""
    found = []
    for step in journey.steps:
        named = stage_of(view, step)
        if named and now not in named:
            order = sorted(named, key=lambda stage: rank(view, stage))
            here = rank(view, now)
            now = next((stage for stage in order if rank(view, stage) >= here), order[-1])
        found.append(now)
    return found


def bands(view: View, stages: Sequence[str]) -> Iterator[Band]:
    """The steps in a row that belong to one stage."""
    first = 1
    for stage, steps in groupby(stages):
        length = len(list(steps))
        if stage:
            yield Band(first, length, view.term("stage", stage))
        first += length


def _columns(
    view: View, journey: Journey, said: Sequence[tuple[Cell, ...]], stages: Sequence[str]
) -> tuple[Column, ...]:
    decided, found = False, []
    for at, (step, own, stage) in enumerate(zip(journey.steps, said, stages, strict=True), 1):
        found.append(
            Column(
                number=at,
                name=(To(walk_path(journey), words(step_name(view, step)), f"step-{at}"),),
                notes=tuple(_notes(view, step)),
                row=Feeling.VERY_GOOD.level - step.feels.level if step.feels else feeling.ROWS,
                feels=cell(view, step, "feels") or words(view.t("site.mood.unsaid")),
                cells=own,
                stage=view.term("stage", stage) if stage else "",
                within=step.touchpoint is not None or not view.internal,
                gap=_gap(view, step.after, decided=decided) if step.after else None,
            )
        )
        decided = decided or step.decision
    return tuple(found)


def _notes(view: View, step: Step) -> Iterator[str]:
    if step.times > 1:
        yield view.count("site.times", step.times)
    if step.decision:
        yield view.t("field.step.decision")
    if step.end:
        yield view.t("site.map.may_end")


def _gap(view: View, after: Duration, *, decided: bool) -> Gap:
    days = after.amount * _HOURS[after.unit] / 24
    silent = decided and days >= _SILENT
    said = view.t("site.map.silent" if silent else "site.later", time=lasting(view, after))
    return Gap(said, days, silent)


def _jumps(told: Told) -> Iterator[tuple[int, int]]:
    for at, step in enumerate(told.journey.steps, 1):
        yield from ((at, told.places[other.to]) for other in step.next if other.to in told.places)


def _table(view: View, made: Map) -> Table:
    """The same as a table: a row for each step."""
    stage, step, feels = made.heads
    head = (step, stage, feels, view.t("site.map.time"), *(title for _, title in made.rows))
    rows = (
        (
            (Text(f"{column.number}. "), *column.name, *words("".join(f", {note}" for note in column.notes))),
            words(column.stage),
            column.feels,
            words(column.gap.words) if column.gap else (),
            *(joined(lines, " \N{MIDDLE DOT} ") for lines in column.cells),
        )
        for column in made.columns
    )
    return Table(head, tuple(rows))
