"""The QR code of a piece: what it says, and its outline for templates.

The page's script does the same (`theme/assets/playbook/make/code.js`).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindCode
from playbook.making.known import known
from playbook.render.fill import fill, found
from playbook.render.filters import Wording, plain
from playbook.render.qr import MOST, Qr, qr

NAME = "qrcode"
"""How templates call it: `qrcode.path` in a square of `qrcode.size`, or `qrcode.image`, all as a picture."""


def coded(kind: Kind, told: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """The code under its name; nothing where nobody asks for one, or none can say so much.

    `told` is what templates read, by the first names of their paths.
    """
    said = content(kind, told, wording)
    made = qr(said) if said else None
    if not made:
        return {}
    inks = told["brand"]["code"]
    return {NAME: {"size": made.size, "path": made.path, "image": _image(made, inks["ink"], inks["ground"])}}


def content(kind: Kind, told: Mapping[str, Any], wording: Wording) -> str:
    """What the code says; empty where nobody asks for one, or where there is nothing to say."""
    target = _target(kind.code, told)
    if not target:
        return ""
    if target not in kind.templates:
        return plain(found(told, tuple(target.split(".")))).strip()
    text = fill(kind.templates[target].nodes, told, target.rpartition(".")[2], wording)
    return "\n".join(line for line in text.split("\n") if line)


def uncoded(
    kind: Kind,
    elements: Mapping[str, Any],
    values: Mapping[str, Any],
    wording: Wording,
    at: Callable[[str], Location],
) -> Iterator[Problem]:
    """Why there is no code though somebody asks for one; `at` says where each field was filled in."""
    target = _target(kind.code, values)
    if not (kind.code and target):
        return
    said = content(kind, known(kind, elements, values, wording), wording)
    if not said:
        facts = {"field": kind.code.field, "needed": target}
        yield Problem("qr.empty", at(kind.code.field), facts, "qr.empty-hint")
    elif (over := len(said.encode()) - MOST) > 0:
        yield Problem(
            "qr.long", at(kind.code.field), {"field": kind.code.field, "over": over}, "qr.long-hint"
        )


def _target(code: KindCode | None, values: Mapping[str, Any]) -> str:
    """Where what the code says comes from; empty where nobody asks for one."""
    return code.says.get(plain(values.get(code.field)), "") if code else ""


def _image(made: Qr, ink: str, ground: str) -> str:
    """The code as a `data:image/` address less these words."""
    size = made.size
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}"'
        f' shape-rendering="crispEdges"><path fill="{ground}" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path fill="{ink}" d="{made.path}"/></svg>'
    )
    return f"svg+xml;base64,{b64encode(svg.encode()).decode()}"
