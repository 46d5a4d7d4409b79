"""The fonts that a picture is set in, for the page's script to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from playbook.brand import Brand
from playbook.csstext import unicode_range
from playbook.exports.site.view import View
from playbook.making.embed import embeddable, passed_on
from playbook.published import asset_path
from playbook.render.brand_view import WEIGHTS, family_name, font_role


def faces(brand: Brand, view: View) -> Iterator[dict[str, Any]]:
    """Each font file as `@font-face` has it, with where the site has it; one that it has not is left out.

    `free` says that it may stand in a file that is given away.
    """
    roles = [role for name in WEIGHTS if (role := font_role(brand, name))]
    for ident in dict.fromkeys(role.family for role in roles):
        family = brand.fonts.families.get(ident)
        for file in family.files if family else ():
            there = asset_path(brand.files.get(file.file, ""))
            if family and there in view.contents:
                yield {
                    "family": family_name(family.name),
                    "style": file.style,
                    "weight": file.weight,
                    "range": unicode_range(file.characters),
                    "file": quote(there),
                    "free": passed_on(family) and embeddable(view.contents[there]),
                }
