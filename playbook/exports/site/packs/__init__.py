"""Packs for suppliers: everything that somebody without the project needs to make a piece, in a ZIP file.

What is wanted in words (`README.html`, `README.txt`) and for programs (`spec.json`), the logo and the piece's
files, fonts whose licence lets them be passed on, the brand's colors and fonts for design programs, and
the piece with its examples where it is made here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain, count
from pathlib import PurePosixPath

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.exports.site.makers import form
from playbook.exports.site.options import Handed, SiteOptions, Supplies
from playbook.exports.site.packs.checklist import family
from playbook.exports.site.packs.guide import Wanted, guide
from playbook.exports.site.packs.members import Members, zipped
from playbook.exports.site.packs.spec import spec, written
from playbook.exports.site.packs.styles import folders, put
from playbook.exports.site.packs.writing import Look, body, data, page, text
from playbook.exports.site.showing import Thumb
from playbook.exports.site.thumbs import thumbs
from playbook.exports.site.view import View, slug
from playbook.loader import slug as plain_slug
from playbook.making.cache import Stock, key, remembered
from playbook.making.embed import embedded, faces
from playbook.making.sample import sample, stock
from playbook.model import ITEMS, Playbook
from playbook.model.piece import Kit, Piece

FOLDER = "packs"
"""Where in the site they are offered."""

_TEXT_ROLES = ("heading", "body")
_HEAVIEST = 300_000
"""Bytes of a picture in the guide."""
_LONGEST = 60
"""Characters of a brand's name in the name of a file."""


def packs(
    options: SiteOptions, supplies: Supplies, asked: Collection[tuple[str, str]] = ()
) -> Iterator[tuple[Piece | Kit, Artifact]]:
    """The packs of all pieces and kits that suppliers may see, or of those asked for by noun and id.

    The paths of the packs are names. A kit's holds those of its pieces that suppliers may see.
    """
    if supplies.handed is None:
        return
    book, maker = supplies.handed.playbook, _Packer(options, supplies, supplies.handed)
    called = names(book)
    for piece in book.pieces.values():
        if not asked or (piece.noun, piece.id) in asked:
            yield piece, Artifact(called[piece.noun, piece.id], maker.pack(piece, (piece,)))
    for kit in book.kits.values():
        pieces = tuple(book.pieces[ident] for ident in kit.pieces if ident in book.pieces)
        if pieces and (not asked or (kit.noun, kit.id) in asked):
            yield kit, Artifact(called[kit.noun, kit.id], maker.pack(kit, pieces))


class _Packer:
    """Makes packs; what those of a brand have in common is worked out once."""

    def __init__(self, options: SiteOptions, supplies: Supplies, handed: Handed) -> None:
        files = [file for file in supplies.files if file.source in handed.files]
        self._files, self._tokens = {file.source: file for file in files}, handed.tokens
        self._view = View(
            handed.playbook,
            replace(options, edition=handed.playbook.edition),
            published={file.source: file.path for file in files},
            contents={file.path: file.as_bytes() for file in files},
            store=supplies.store,
        )

    def pack(self, item: Piece | Kit, pieces: tuple[Piece, ...]) -> bytes:
        """The pack of a piece, or of a kit with its pieces."""
        wanted = _wanted(self._view.playbook.brand_of(item), item, pieces)
        parts = self._world, item.id, item, {piece.id: piece for piece in pieces}
        return remembered(self._view.store, "pack", parts, lambda: self._packed(wanted))

    @cached_property
    def _world(self) -> str:
        """A word for everything that a pack may depend on beside its own piece or kit."""
        book, options = self._view.playbook, self._view.options
        used = {piece.kind for piece in book.pieces.values()}
        kinds = {ident: kind for ident, kind in book.kinds.items() if ident in used}
        templates = {
            ident: {name: each.text for name, each in kind.templates.items()} for ident, kind in kinds.items()
        }
        brands = {
            ident: [
                dict(brand.files),
                *dict(brand.parts()).values(),
                *((rule.path, rule.written) for rule in brand.rules),
            ]
            for ident, brand in book.brands.items()
        }
        names = {noun: {ident: item.name for ident, item in book.items(noun).items()} for noun in ITEMS}
        files = {path: file.as_bytes() for path, file in self._files.items()}
        tokens = [token.as_bytes() for token in self._tokens]
        where = options.lang, str(book.edition), dict(book.files)
        return key(where, book.settings, kinds, templates, brands, names, files, tokens)

    @cached_property
    def _pictures(self) -> Mapping[str, tuple[Thumb, Artifact | None]]:
        return {ident: (thumb, file) for ident, thumb, file in thumbs(self._view)}

    def _packed(self, wanted: Wanted) -> bytes:
        view, members = self._view, Members()
        self._fill(members, wanted)
        said = spec(view, wanted.kit, wanted.pieces, members.paths)
        title = wanted.item.name
        inside = body(title, tuple(guide(view, wanted, members.folders, members.paths)), members.paths)
        members.files["README.txt"] = text(inside).encode(errors="replace")
        html = page(title, inside, view.options.lang, self._look(wanted))
        members.files["README.html"] = html.encode(errors="replace")
        members.files["spec.json"] = written(said, members.files)
        return zipped(members.files)

    def _fill(self, members: Members, wanted: Wanted) -> None:
        brands = {brand.id: brand for brand in map(self._view.playbook.brand_of, wanted.pieces)}
        for brand in (wanted.brand, *(each for ident, each in brands.items() if ident != wanted.brand.id)):
            of_brand = _wanted(brand, wanted.item, wanted.pieces)
            for ident in of_brand.logos:
                self._take(members, "assets/logo", brand.files.get(brand.logo.variants[ident].file))
            for ident in of_brand.fonts:
                self._font(members, brand, ident)
        for piece in wanted.pieces:
            for file in piece.files:
                self._take(members, "assets", self._view.playbook.files.get(file.file))
            self._examples(members, piece, f"examples/{slug(piece.id)}" if wanted.kit else "examples")
        put(members, brands.values(), folders(self._view.playbook.brands.values()))
        for token in self._tokens:
            members.add("tokens", token.path, token.as_bytes())

    def _font(self, members: Members, brand: Brand, ident: str) -> None:
        """A family's files and its licence; only what may be passed on is published at all."""
        family = brand.fonts.families[ident]
        licence = family.licence.file if family.licence else None
        for written_as in (*(file.file for file in family.files), *([licence] if licence else [])):
            self._take(members, f"fonts/{slug(ident)}", brand.files.get(written_as))

    def _take(self, members: Members, folder: str, source: str | None) -> None:
        """A project file, as the site has it, where it has it."""
        if source in self._files:
            file = self._files[source]
            members.add(folder, PurePosixPath(file.path).name, file.as_bytes(), source)

    def _examples(self, members: Members, piece: Piece, folder: str) -> None:
        """The piece with its examples; drawings hold their fonts."""
        found = form(self._view, piece)
        if found is None:
            return
        made = sample(found.kind, self._stock(found.brand), self._view.options.lang, self._view.store)
        for name_, content in made.items():
            members.add(
                folder, name_, self._drawn(found.brand, content) if name_.endswith(".svg") else content
            )

    def _stock(self, brand: Brand) -> Stock:
        view = self._view
        return view.once(("stock", brand.id), lambda: stock(brand, self._read, view.store))

    def _drawn(self, brand: Brand, svg: bytes) -> bytes:
        fonts = self._view.once(("faces", brand.id), lambda: faces(brand, self._read))
        drawing = svg.decode()
        parts = (drawing, fonts)
        return remembered(self._view.store, "thumb", parts, lambda: embedded(drawing, fonts).encode())

    def _read(self, path: str) -> bytes:
        """A file of the project as the site has it; empty where it has not."""
        file = self._files.get(path)
        return file.as_bytes() if file else b""

    def _look(self, wanted: Wanted) -> Look:
        """The brand's field with the logo that is for it, and the picture of a piece on its own."""
        brand = wanted.brand
        seen = self._stock(brand).look.brand
        mark, field = seen["mark"], seen["field"]
        logo = f"data:image/{mark['image']}" if mark and not mark["ground"] else ""
        return Look(
            brand.name, field["ground"], field["ink"], logo, "" if wanted.kit else self._picture(wanted)
        )

    def _picture(self, wanted: Wanted) -> str:
        """What a piece looks like, as `data:`; empty where nobody knows or it is too heavy."""
        thumb, file = self._pictures.get(wanted.item.id, (None, None))
        if thumb is None:
            return ""
        content = file.as_bytes() if file else self._view.contents.get(thumb.path, b"")
        return data(thumb.path, content) if len(content) <= _HEAVIEST else ""


def names(book: Playbook) -> dict[tuple[str, str], str]:
    """What packs are called, by noun and id: `aldaba-business-card-pack.zip`; a kit's ends in `-kit.zip`.

    The piece `studio-card` of Aldaba and the piece `card` of Aldaba Studio would share one: the second to
    come is numbered.
    """
    found: dict[str, tuple[str, str]] = {}
    for item in (*book.pieces.values(), *book.kits.values()):
        stem = f"{plain_slug(book.brand_of(item).name)[:_LONGEST]}-{slug(item.id)}"
        last = "kit" if isinstance(item, Kit) else "pack"
        spelled = chain([stem], (f"{stem}-{number}" for number in count(2)))
        name = next(name for each in spelled if (name := f"{each}-{last}.zip") not in found)
        found[name] = item.noun, item.id
    return {item: name for name, item in found.items()}


def _wanted(brand: Brand, item: Piece | Kit, pieces: tuple[Piece, ...]) -> Wanted:
    """What of a brand the pieces need; where one does not say, everything that is usual."""
    required = [piece.requirements for piece in pieces]
    colors = [[found[0] for each in one.colors if (found := brand.entry(each))] for one in required]
    fonts = [[ident for each in one.fonts if (ident := family(brand, each))] for one in required]
    logos = [[one.logo] if one.logo in brand.logo.variants else [] for one in required]
    usual = [ident for each in _TEXT_ROLES if (ident := family(brand, each))]
    return Wanted(
        brand,
        pieces,
        _together(brand.colors.palette, colors, list(brand.colors.palette)),
        _together(brand.fonts.families, fonts, usual or list(brand.fonts.families)),
        _together(brand.logo.variants, logos, list(brand.logo.variants)),
        item if isinstance(item, Kit) else None,
    )


def _together(known: Iterable[str], lists: list[list[str]], usual: list[str]) -> tuple[str, ...]:
    """What any piece names, in the brand's order; for one that names nothing, what is usual."""
    chosen = {ident for each in lists for ident in each or usual}
    return tuple(ident for ident in known if ident in chosen)
