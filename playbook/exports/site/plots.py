"""The blocks that draw what is known of journeys and touchpoints."""

from __future__ import annotations

from playbook.exports.site.feeling import Feelings
from playbook.exports.site.heat import Heat
from playbook.exports.site.journeymap import Map
from playbook.exports.site.net import Net
from playbook.exports.site.sides import Sides

Plot = Feelings | Heat | Map | Net | Sides
