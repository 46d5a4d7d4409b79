"""Mail that cannot show the brand's logo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.making.templates import is_made
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.rulings import Options

_NOT_YET = frozenset({PieceStatus.MISSING, PieceStatus.PLANNED, PieceStatus.RETIRED})


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """A brand whose signatures and mails are in the making or in use says where on the web its logo lies.

    Why:
        Mail clients show no picture that a mail brings along as text, and none from the sender's disk.
        Without an address on the web every signature and mail has the brand's name in words.
    Fix:
        Put the folder of the logo on the web and give its address as `assets_url` in `brand/brand.yml`. An
        SVG needs a PNG of the same name beside it, twice as large as it is shown.
    Source:
        Ours, after caniemail.com: image-base64 and image-svg.
    Wrong:
        brand/logo.yml
            variants:
              main: {file: logo.svg, alt: Example, on: light}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20"/></svg>
        content/pieces/signature.yml
            name: Signature
            kind: email-signature
            status: implemented
    Right:
        brand/brand.yml
            name: Example
            assets_url: https://assets.example.com
        brand/logo.yml
            variants:
              main: {file: logo.svg, alt: Example, on: light}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20"/></svg>
        content/pieces/signature.yml
            name: Signature
            kind: email-signature
            status: implemented
    """
    told: dict[str, list[Piece]] = {}
    for piece in playbook.pieces.values():
        brand = playbook.brand_of(piece)
        if _is_mail(playbook, piece) and brand.logo.variants and not brand.identity.assets_url:
            told.setdefault(brand.name, []).append(piece)
    for name, pieces in told.items():
        first = min(pieces, key=lambda piece: piece.at("kind"))
        idents = ", ".join(sorted(piece.id for piece in pieces))
        facts: dict[str, Fact] = {"brand": name, "pieces": idents}
        yield Problem("mail-logo.words", first.at("kind"), facts, "mail-logo.words-hint")


def _is_mail(playbook: Playbook, piece: Piece) -> bool:
    kind = playbook.kinds.get(piece.kind)
    return kind is not None and kind.group == "email" and is_made(kind) and piece.status not in _NOT_YET
