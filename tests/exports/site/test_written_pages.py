"""Pieces that are written, not filled in: their page shows what the build made of their text."""

from __future__ import annotations

import pytest

import playbook
from playbook.exports.site import SiteOptions, Supplies, build

FILES = {
    "content/pieces/rules.yml": """
        name: House rules
        kind: procedure
        form:
          title: Be <kind>
          roles: {value: [{role: Host, does: Opens.}]}
          body: |
            ## Steps

            1. **Knock.**
        """,
    "content/pieces/bill.yml": "{name: Bill, kind: invoice}",
    "content/index.md": None,
}


@pytest.fixture
def site(project):
    def build_it(**options):
        loaded = playbook.load(project(FILES))
        assert loaded.diagnostics == () or {found.rule for found in loaded.diagnostics} <= {"piece-orphan"}
        return build(loaded.playbook, (), SiteOptions(edition="internal", **options), Supplies())

    return build_it


def body(site, name):
    return next(page.body for page in site.pages if page.path == f"pieces/{name}.md")


def test_a_written_piece_shows_its_document_and_has_no_form(site):
    made = site()
    page = body(made, "rules")
    assert "&lt;strong&gt;Knock.&lt;/strong&gt;" in page
    assert "Be &amp;lt;kind&amp;gt;" in page
    assert "data-whole" in page
    assert "data-from" not in page
    assert not [file.path for file in made.files if file.path.endswith("make-rules.js")]
    for words in ("What it says", "Its text stands in", "render rules --data FILE.md"):
        assert words in page
    for words in ("Fill it in", "What its form says"):
        assert words not in page


def test_it_is_said_in_spanish_too(site):
    page = body(site(lang="es"), "rules")
    assert "Lo que dice" in page
    assert "Quién hace qué" in page


def test_as_markdown_it_is_plain_text(site):
    page = body(site(writer="markdown"), "rules")
    assert "- Host: Opens." in page
    assert "1. **Knock.**" in page
    assert "<strong>" not in page


def test_an_invoice_says_why_it_is_a_sample(site):
    page = body(site(), "bill")
    assert "Issuing invoices is regulated" in page
    assert "data-from" in page
