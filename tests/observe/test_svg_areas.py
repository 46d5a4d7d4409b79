"""Where in a picture its colors, fonts and texts are seen, as shares of its sides."""

from __future__ import annotations

import pytest

from playbook.handed import MOST_AREAS
from playbook.observe.svg import observe
from playbook.observe.svg.walk import SVG

BOX = '<rect x="20" y="10" width="40" height="30"/>'
WORDED = '<text x="20" y="40" font-size="20">Hi</text>'


def where(body: str, head: str = 'viewBox="0 0 100 100"') -> list[tuple[float, ...]]:
    facts = observe(f'<svg xmlns="{SVG}" {head}>{body}</svg>'.encode())
    return [area for paint in facts.paints for area in paint.areas]


@pytest.mark.parametrize(
    "body, areas",
    [
        pytest.param(BOX, [(0.2, 0.1, 0.6, 0.4)], id="rect"),
        pytest.param('<circle cx="50" cy="50" r="10"/>', [(0.4, 0.4, 0.6, 0.6)], id="circle"),
        pytest.param('<ellipse cx="50" cy="50" rx="20" ry="10"/>', [(0.3, 0.4, 0.7, 0.6)], id="ellipse"),
        pytest.param('<polygon points="10,10 30,10 20,40"/>', [(0.1, 0.1, 0.3, 0.4)], id="polygon"),
        pytest.param('<path d="M10 10h20v30z"/>', [(0.1, 0.1, 0.3, 0.4)], id="path"),
        pytest.param(
            '<line x1="10" y1="20" x2="50" y2="20" stroke="red" stroke-width="4"/>',
            [(0.08, 0.18, 0.52, 0.22)],
            id="line with its stroke",
        ),
        pytest.param(f'<g transform="translate(10 20)">{BOX}</g>', [(0.3, 0.3, 0.7, 0.6)], id="moved"),
        pytest.param(f'<g transform="rotate(90 50 50)">{BOX}</g>', [(0.6, 0.2, 0.9, 0.6)], id="turned"),
        pytest.param(
            f'<defs><g id="a">{BOX}</g></defs><use href="#a"/><use href="#a" x="30"/>',
            [(0.2, 0.1, 0.6, 0.4), (0.5, 0.1, 0.9, 0.4)],
            id="each copy",
        ),
        pytest.param('<rect x="90" width="50" height="10"/>', [(0.9, 0.0, 1.0, 0.1)], id="over the edge"),
        pytest.param('<rect x="100" width="50" height="10"/>', [], id="outside"),
        pytest.param(WORDED, [(0.2, 0.2, 0.2, 0.4)], id="words: a line as high as the font"),
        pytest.param(
            '<text style="font:italic 10px/2 Arial"><tspan x="50" y="60">Hi</tspan></text>',
            [(0.5, 0.5, 0.5, 0.6)],
            id="words in a span with a place",
        ),
        pytest.param(
            '<g font-size="10"><text x="10" y="50" font-size="2em">a</text></g>',
            [(0.1, 0.3, 0.1, 0.5)],
            id="a font's size by its parent's",
        ),
        pytest.param('<text x="10" y="50" font-size="large">a</text>', [], id="a size that is not told"),
        pytest.param(
            '<text x="20" y="40" fill="none">Hi <tspan fill="red">you</tspan></text>', [], id="further on"
        ),
        pytest.param('<text x="50%" y="40">a</text>', [], id="a place that depends"),
        pytest.param(f'<svg viewBox="0 0 9 9">{BOX}</svg>', [], id="in a nested viewBox"),
        pytest.param(
            f'<pattern id="p">{BOX}</pattern><rect width="50" height="50" fill="url(#p)"/>', [], id="tiles"
        ),
    ],
)
def test_where_a_color_is_seen(body, areas):
    assert where(body) == areas


@pytest.mark.parametrize(
    "head, area",
    [
        ('viewBox="-20 -10 100 100"', (0.4, 0.2, 0.8, 0.5)),
        ('width="200" height="100"', (0.1, 0.1, 0.3, 0.4)),
        ("", (0.0667, 0.0667, 0.2, 0.2667)),
        ('width="100%" height="100%" viewBox="0 0 100 100"', (0.2, 0.1, 0.6, 0.4)),
        ('width="50" viewBox="0 0 100 100"', (0.2, 0.1, 0.6, 0.4)),
        ('width="200" height="100" viewBox="0 0 100 100"', (0.35, 0.1, 0.55, 0.4)),
        ('width="200" height="100" viewBox="0 0 100 100" preserveAspectRatio="none"', (0.2, 0.1, 0.6, 0.4)),
        (
            'width="200" height="100" viewBox="0 0 100 100" preserveAspectRatio="xMaxYMin"',
            (0.6, 0.1, 0.8, 0.4),
        ),
        (
            'width="200" height="100" viewBox="0 0 100 100" preserveAspectRatio="xMinYMin slice"',
            (0.2, 0.2, 0.6, 0.8),
        ),
    ],
)
def test_where_a_color_is_seen_in_the_frame(head, area):
    assert where(BOX, head) == [area]


def test_of_many_places_the_first_are_told():
    body = "".join(f'<rect x="{x}" width="1" height="1"/>' for x in range(30))
    assert where(body) == [(x / 100, 0.0, (x + 1) / 100, 0.01) for x in range(MOST_AREAS)]


def test_where_fonts_and_texts_are_seen():
    facts = observe(
        f'<svg xmlns="{SVG}" viewBox="0 0 100 100">\n <g font-family="Lora">{WORDED}</g></svg>'.encode()
    )
    [font], [words] = facts.fonts, facts.texts
    assert (font.line, font.column, font.areas) == (2, 24, ((0.2, 0.2, 0.2, 0.4),))
    assert (words.line, words.areas) == (2, font.areas)
