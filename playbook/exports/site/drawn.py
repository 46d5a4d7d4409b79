"""What is drawn of the data, each kind in a module of its own that is free of markup."""

from __future__ import annotations

from playbook.blanks import Blank
from playbook.exports.site.feeling import Feelings
from playbook.exports.site.heat import Heat
from playbook.exports.site.journeymap import Map
from playbook.exports.site.net import Net
from playbook.exports.site.sides import Sides

Drawn = Blank | Feelings | Heat | Map | Net | Sides
