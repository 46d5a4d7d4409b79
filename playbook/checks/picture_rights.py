"""Pictures whose rights have ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, today: date, _options: Options) -> Iterator[Problem]:
    """The rights to the approved pictures have not ended.

    Why:
        A picture that is shown after its day costs a fee, or a letter from a lawyer.
    Fix:
        Renew the rights and write the new day; or take the picture out of use, and say `retired: true`.
    Source:
        Ours. The last day of the rights is `expires` in brand/imagery.yml. It depends on the day, so it fails
        no build by itself; `--today` fixes the day.
    Wrong:
        brand/imagery.yml
            pictures:
              shop: {file: shop.svg, expires: 2020-01-31}
        brand/shop.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>
    Right:
        brand/imagery.yml
            pictures:
              shop: {file: shop.svg, expires: 2099-01-31}
        brand/shop.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>
    """
    for brand in playbook.brands.values():
        imagery = brand.imagery
        for ident, picture in imagery.pictures.items():
            ended = picture.expires is not None and picture.expires < today and not picture.retired
            if ended and picture.expires and brand.wrote(imagery, "pictures", ident):
                facts = {"picture": picture.name or ident, "day": picture.expires.isoformat()}
                place = imagery.at("pictures", ident, "expires")
                yield Problem("picture-rights.ended", place, facts, "picture-rights.hint")
