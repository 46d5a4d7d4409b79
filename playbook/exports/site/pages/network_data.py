"""The network as the page's script reads it, whole: see `theme/assets/playbook/network/draw.js`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook.artifact import Artifact
from playbook.exports.site.cells import cell
from playbook.exports.site.data import choices, script
from playbook.exports.site.inlines import plain
from playbook.exports.site.net import ASIDE, BROAD, HIGH, NARROW, PAGE, ROOM, ROW
from playbook.exports.site.pages.network import DRAWN, NAME, WAYS, Network, network
from playbook.exports.site.pages.routes import Route
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, item_path

TOLD = 4000
"""Ways up to which each is told with its value and journeys; of more, the touchpoints' pages tell."""
LONG = 160
"""Characters of what is told of a way."""


def network_data(view: View) -> Iterator[Artifact]:
    """The script with the data, where there is the page."""
    if found := network(view):
        yield script(NAME, _data(view, found))


def _data(view: View, found: Network) -> dict[str, Any]:
    """`rows` hold id, name, address, lane and channels; `ways` both ends' positions and what is told."""
    held = [choices(view, touchpoint, "channel") for touchpoint in found.places]
    channels = {value: said for own in held for value, said in own.items()}
    at = {value: place for place, value in enumerate(channels)}
    told = len(found.ways) <= TOLD
    return {
        "lanes": [[stage, view.term("stage", stage)] for stage in found.lanes],
        "channels": list(channels.items()),
        "rows": [
            [
                touchpoint.id,
                touchpoint.name,
                url(item_path("touchpoint", touchpoint.id), directory_urls=view.options.directory_urls),
                found.lane[place],
                [at[value] for value in held[place]],
            ]
            for place, touchpoint in enumerate(found.places)
        ],
        "ways": [
            [*both, *([_told(view, route)] if told else [])] for both, route in found.ways.items()
        ],
        "measures": {
            "row": ROW, "high": HIGH, "room": ROOM, "narrow": NARROW, "broad": BROAD, "aside": ASIDE,
            "page": PAGE, "drawn": DRAWN, "ways": WAYS,
        },
    }  # fmt: skip


def _told(view: View, route: Route) -> str:
    """The value added on a way and the journeys that take it."""
    value = plain(cell(view, route.said, "value")) if route.said else ""
    names = ", ".join(journey.name for journey in route.journeys)
    journeys = view.t("site.network.journeys", names=names) if names else ""
    whole = " ".join(filter(None, (value, journeys)))
    return whole if len(whole) <= LONG else f"{whole[: LONG - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
