"""`brand.yml`: who the brand is and what it says."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from playbook.choices import Visibility
from playbook.document import Document, Model
from playbook.terms import Confidential, Date, Email, Line, Prose, QuotedLines, Ref, Url, shorthand


class Message(Model):
    """A message that touchpoints and pieces carry."""

    text: Line
    """The message itself, as a person would hear it."""
    proof: Prose | None = None
    """Why people can believe it."""
    audience: Annotated[str, Ref("audience")] | None = None
    """Whom it is for, where it is not for everybody."""


class Value(Model):
    """The value proposition: the need, and the extra satisfaction beside it."""

    need: Prose | None = None
    """The need that the brand covers."""
    price: Prose | None = None
    """What is promised about price."""
    attention: Prose | None = None
    """What is promised about attention to people."""
    quality: Prose | None = None
    """What is promised about quality."""
    convenience: Prose | None = None
    """What is promised about convenience."""


class Benefits(Model):
    """What a strong brand is to bring about, to be shown for."""

    recognition: Prose | None = None
    """How people recognize the brand."""
    sales: Prose | None = None
    """How the brand helps to sell."""
    promotion: Prose | None = None
    """How the brand promotes itself."""
    differentiation: Prose | None = None
    """What sets it apart."""


class Contact(Model):
    """How the brand is reached; pieces take their details from here."""

    address: Line | None = None
    """The postal address, in one line."""
    email: Email | None = None
    """The general e-mail address."""
    phone: Line | None = None
    """The telephone number as people read it."""
    website: Url | None = None
    """The address of the website."""
    hours: Line | None = None
    """When somebody answers."""


class Legal(Model):
    """What the law wants printed."""

    name: Line | None = None
    """The company's legal name."""
    tax_id: str | None = None
    """The tax or company number."""
    note: Prose | None = None
    """The legal note for letters and e-mails."""
    privacy: Url | None = None
    """Where the privacy policy stands."""


class Identity(Document):
    """Who the brand is: `brand/brand.yml`."""

    noun: ClassVar[str] = "identity"

    name: Line
    """The brand's name, as it is written."""
    short_name: Line | None = None
    """A shorter name for narrow places."""
    tagline: Line | None = None
    """The line that goes with the logo."""
    summary: Prose | None = None
    """What the brand is, in a sentence or two."""
    positioning: Prose | None = None
    """The place it wants in people's minds."""
    value_proposition: Annotated[
        Value | None, BeforeValidator(shorthand("need"), json_schema_input_type=str | Value | None)
    ] = None
    """The need it covers and the extra satisfaction it gives."""
    benefits: Benefits | None = None
    """What the brand is to bring about."""
    messages: dict[
        str, Annotated[Message, BeforeValidator(shorthand("text"), json_schema_input_type=str | Message)]
    ] = Field(default_factory=dict)
    """The brand's messages by id; touchpoints, pieces and kits name the one they carry."""
    message: Annotated[str, Ref("message")] | None = None
    """The id of the central message, where there are several."""
    contact: Contact = Contact()
    """How the brand is reached."""
    social: dict[str, Url] = Field(default_factory=dict)
    """The brand's pages by network."""
    legal: Legal = Legal()
    """What the law wants printed."""
    assets_url: Url | None = None
    """Where published pictures can be reached from outside: e-mails need it for the logo."""
    version: str | None = None
    """The version of the brand; pieces say which one they were made for."""
    since: Date | None = None
    """The day from which this version holds."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    also_called: QuotedLines = ()
    """Other names that people search by."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""


_NETWORKS = """Bluesky Facebook GitHub GitLab Instagram LinkedIn Mastodon Pinterest Reddit SoundCloud Spotify
    Telegram Threads TikTok Tumblr Twitch Vimeo VK WeChat WhatsApp X XING YouTube"""
_SPELLED = {name.lower(): name for name in _NETWORKS.split()}


def network(name: str) -> str:
    """The name of a social network as it spells itself; one that is not known, with a capital."""
    return _SPELLED.get(name.lower(), name[:1].upper() + name[1:])
