"""prose-markup."""

from __future__ import annotations

import pytest

HTML = "is HTML, which is shown as text | Write it in Markdown, or as code if it is meant to be read."
LINK = "is no link that can be followed | Begin it with https://, http://, mailto: or tel:."


@pytest.mark.parametrize(
    "prose, found",
    [
        ("Plain, with 3 < 4 and a -> b.", []),
        ("A `<br>` in code, and ``<b>`` too.", []),
        ("<https://example.com> and [a](https://example.com) [b](mailto:a@b.example)", []),
        ("[on the site](../pieces/quote.md)", []),
        ("Two<br>lines", [f"3:14 <br> {HTML}"]),
        ("<script>x</script>", [f"3:11 <script> {HTML}", f"3:20 </script> {HTML}"]),
        ("[go](javascript:alert(1))", [f"3:16 javascript:alert(1 {LINK}"]),
        ("[go]( DATA:text/html,x)", [f"3:17 DATA:text/html,x {LINK}"]),
    ],
)
def test_prose(check, prose, found):
    path = "content/touchpoints/web.yml"
    files = {path: f"name: Web\nstage: before\nsummary: {prose!r}\n"}
    places = [f"{path}:{line}" for line in found]
    assert check("prose-markup", files) == places


def test_other_peoples_words_are_shown_too(check):
    files = {"content/touchpoints/web.yml": "name: Web\nstage: before\nevidence: [{text: a <b> c}]\n"}
    assert len(check("prose-markup", files)) == 1


def test_a_flood_is_cut(check):
    files = {"content/touchpoints/web.yml": f"name: Web\nstage: before\nsummary: {'<b>' * 5000}\n"}
    assert 0 < len(check("prose-markup", files)) <= 20
