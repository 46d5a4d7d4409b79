"""What is filled in of a kind of piece, and what comes out."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, PositiveInt

from playbook.document import Model

FieldType = Literal[
    "line",
    "text",
    "email",
    "phone",
    "url",
    "date",
    "number",
    "percent",
    "choice",
    "yes",
    "list",
    "picture",
    "markdown",
]
Also = Literal["pdf", "docx", "pptx", "png"]
"""Formats that are made of an `html` template, or, for print and as a picture, of an `svg` one."""
Example = str | tuple[dict[str, str], ...]


class FieldText(Model):
    """The words of a field in one language."""

    label: str
    """What the form calls it."""
    help: str | None = None
    """What to write, in a sentence."""
    example: Example | None = None
    """What it may say; shown until somebody fills it in."""
    add: str | None = None
    """Of a list: the button for one more entry: `Add a slide`."""
    entry: str | None = None
    """Of a list: what the form calls an entry, with `{number}` in it: `Slide {number}`."""


class Place(Model):
    """The place that a picture fills."""

    width: PositiveInt
    """In px."""
    height: PositiveInt
    """In px."""


class EntryField(Model):
    """Something to be filled in, of each entry of a list."""

    texts: dict[str, FieldText] = Field(min_length=1)
    """Its words by language: en, es."""
    type: FieldType = "line"
    """What it takes; a `list` takes entries with fields of their own."""
    required: bool = False
    """Whether the piece cannot do without it."""
    longest: PositiveInt | None = None
    """The most characters."""
    choices: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Of a choice: its values, each with its words by language."""
    usual: str | None = None
    """Of a choice that may be left out: the value that holds then; the form shows it first."""
    also_called: tuple[str, ...] = ()
    """What else the column of a table may call it."""
    brand: str | None = None
    """What stands there if nobody says otherwise: an element of the brand, such as `contact.phone`."""

    def words(self, lang: str) -> FieldText:
        """Its words in a language, or in the first one it has."""
        return self.texts.get(lang) or next(iter(self.texts.values()))


class KindField(EntryField):
    """Something to be filled in."""

    value: Example | None = None
    """What stands there before anybody fills it in; of a list, its entries."""
    locked: bool = False
    """Whether that stays as it is."""
    sender: Literal["name", "role", "phone", "email"] | None = None
    """What it says of whoever sends the piece: said in one form, the others on the same device know it."""
    fills: Place | None = None
    """Of a picture: the place it has to fill without being made larger."""
    fields: dict[str, EntryField] = Field(default_factory=dict)
    """The fields of each entry of a list."""


class KindCode(Model):
    """A QR code that templates can show: `qrcode.path` in a square of `qrcode.size`, or `qrcode.image`."""

    field: str
    """The choice that asks for it."""
    says: dict[str, str] = Field(min_length=1)
    """What it says for each choice: an output (`contact.vcf`), a field, or an element of the brand."""


class KindOutput(Model):
    """A document that comes out: its template is a file of the kind's folder, and its ending the format."""

    template: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(html|svg|txt|md|vcf|csv)$")
    """The template's file: `signature.html`."""
    texts: dict[str, str] = Field(min_length=1)
    """What it is called, by language."""
    copied: bool = False
    """Whether it is made to be copied rather than downloaded."""
    width: PositiveInt | None = None
    """How wide it is at most, in px."""
    also: tuple[Also, ...] = ()
    """Further formats that are made of the same template: pdf, docx, pptx, or of a drawing png."""
    back: str | None = Field(None, pattern=r"^[a-z0-9][a-z0-9-]*\.svg$")
    """Of a printed card: the template of its other side, which stands on the second page of its PDF."""

    only_with: str | None = None
    """The field without which it is not made."""

    @property
    def ending(self) -> str:
        """Its format: html, svg, txt, md, vcf or csv."""
        return self.template.rpartition(".")[2]

    def words(self, lang: str) -> str:
        """Its name in a language, or in the first one it has."""
        return self.texts.get(lang) or next(iter(self.texts.values()))
