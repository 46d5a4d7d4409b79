"""mail-logo."""

from __future__ import annotations

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20"/></svg>'
FILES = {
    "brand/logo.yml": "variants:\n  main: {file: logo.svg, alt: Example, on: light}\n",
    "brand/logo.svg": SVG,
    "content/pieces/a.yml": "name: A\nkind: email-signature\nstatus: implemented\n",
    "content/pieces/b.yml": "name: B\nkind: newsletter\nstatus: in-progress\n",
}


def test_mail_that_has_the_name_in_words_is_told_once(check):
    [said] = check("mail-logo", FILES)
    assert said.startswith("content/pieces/a.yml:2:7 ")
    assert "has the brand's name in words instead of its logo: a, b | Give the web address" in said


@pytest.mark.parametrize(
    "files",
    [
        {"brand/brand.yml": "name: Example\nassets_url: https://assets.example.com\n"},
        {"brand/logo.yml": None},
        {"content/pieces/a.yml": "name: A\nkind: quote\nstatus: approved\n", "content/pieces/b.yml": None},
        {
            "content/pieces/a.yml": "name: A\nkind: newsletter\nstatus: retired\n",
            "content/pieces/b.yml": None,
        },
        {
            "content/pieces/a.yml": "name: A\nkind: transactional-email\nstatus: approved\n",
            "content/pieces/b.yml": None,
        },
    ],
)
def test_other_pieces_are_not(check, files):
    assert check("mail-logo", {**FILES, **files}) == []
