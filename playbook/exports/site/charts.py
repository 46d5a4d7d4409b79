"""The blocks that draw what a playbook holds: each has a module of its own, which knows no other block."""

from __future__ import annotations

from playbook.exports.site.feeling import Feelings
from playbook.exports.site.heat import Heat
from playbook.exports.site.journeymap import Map
from playbook.exports.site.net import Net
from playbook.exports.site.sides import Sides

Chart = Feelings | Heat | Map | Net | Sides
