"""term-banned."""

from __future__ import annotations

import pytest

VOICE = {
    "brand/voice.yml": """
        principles:
          - {name: Plain, does_not_mean: Not seamless either., dont_say: [A seamless solution.]}
        terms:
          banned:
            - {term: seamless|seamlessly, reason: Nobody has seen a seam.}
            - {term: solución|soluciones, use: el nombre de la cosa}
            - {term: ASAP, use: an hour, reason: We promise a time., match_case: true}
            - dear customer
            - dear
            - C++
        """
}
SEAM = " | Nobody has seen a seam."


def touchpoint(text):
    return VOICE | {"content/touchpoints/web.yml": f"name: Web\nstage: before\n{text}\n"}


@pytest.mark.parametrize(
    "text, found",
    [
        ("promise: A seamless payment.", '3:12 "seamless" is a term that the brand does not use' + SEAM),
        ("promise: 'Seamlessly paid.'", '3:11 "Seamlessly" is a term that the brand does not use' + SEAM),
        ('promise: "A \\"seamless way\\"."', '3:15 "seamless" is a term that the brand does not use' + SEAM),
        (
            "promise: >-\n  A really\n  seamless one.",
            '5:3 "seamless" is a term that the brand does not use' + SEAM,
        ),
        (
            "promise: |\n  Two.\n\n  A seamless one.",
            '6:5 "seamless" is a term that the brand does not use' + SEAM,
        ),
        (
            "promise: >-\n  Hello dear\n  customer.",
            '4:9 "dear customer" is a term that the brand does not use | Say it without the term.',
        ),
        (
            "improvements: [{proposal: La Solución}]",
            '3:30 "Solución" is a term that the brand does not use | In its place: el nombre de la cosa.',
        ),
        ("promise: Solucion, resolución.", ""),
        (
            "promise: Learn C++ now.",
            '3:16 "C++" is a term that the brand does not use | Say it without the term.',
        ),
        (
            "promise: Come ASAP.",
            '3:15 "ASAP" is a term that the brand does not use | In its place: an hour. We promise a time.',
        ),
        ("promise: Not asap.", ""),
        ("promise: The `seamless` one, not a ~~seamless~~ one.", ""),
        ("promise: '[See](https://x.example/seamless) https://seamless.example a@seamless.example'", ""),
        ("promise: See [[term:seamless]].", ""),
        ("evidence: [{text: So seamless!}]", ""),
        ("also_called: [seamless web]", ""),
        ("name_is: none", ""),
    ],
)
def test_texts(check, text, found):
    expected = [f"content/touchpoints/web.yml:{found}".replace("In its place", "Instead")] if found else []
    assert check("term-banned", touchpoint(text)) == expected


@pytest.mark.parametrize(
    "page, found",
    [
        ("# A\n\nSome\tseamless text.\n", ["3:6"]),
        ("---\ntitle: Seamless\n---\n# A\n\nSeamless.\n", ["6:1"]),
        ("# A\n\n```\nseamless\n```\n\n~~~text\nseamless\n```\nseamless\n~~~\nseamless\n", ["12:1"]),
        ("<!-- seamless -->\n<a title='seamless'>x</a> ``a ` seamless`` `open seamless\n", ["2:50"]),
        ("[x]: https://seamless.example 'seamless'\n", []),
        ("Se\u0301amless seamless\n", ["1:10"]),
    ],
)
def test_pages(check, page, found):
    told = [line.split()[0] for line in check("term-banned", VOICE | {"content/page.md": page})]
    assert told == [f"content/page.md:{place}" for place in found]


def test_a_sub_brand_has_its_own_list(check):
    files = VOICE | {
        "brand/kids/brand.yml": "name: Kids\ntagline: Seamless boring fun\n",
        "brand/kids/voice.yml": "terms: {banned: [boring]}",
        "content/touchpoints/web.yml": "name: Boring seamless\nstage: before\nbrands: [kids]\n",
    }
    assert check("term-banned", files) == [
        'brand/kids/brand.yml:2:19 "boring" is a term that the brand does not use | Say it without the term.',
        (
            'content/touchpoints/web.yml:1:7 "Boring" is a term that the brand does not use | Say'
            " it without the term."
        ),
    ]


def test_one_text_full_of_them_is_told_in_part(check):
    assert len(check("term-banned", touchpoint("promise: " + "seamless " * 500))) == 20
