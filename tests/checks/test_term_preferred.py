"""term-preferred."""

from __future__ import annotations

import pytest

VOICE = {
    "brand/voice.yml": """
        terms:
          preferred:
            - {use: fridge, instead_of: [refrigerator, refrigerators]}
            - {use: washing machine, instead_of: [machine, washer], reason: One word for one thing.}
            - {use: Aldaba, instead_of: [aldaba]}
            - {use: e-mail, instead_of: E-Mail, match_case: true}
        """
}


@pytest.mark.parametrize(
    "text, found",
    [
        ("A refrigerator.", '3:12 the brand says "fridge", not "refrigerator" | Write "fridge".'),
        ("A washer.", '3:12 the brand says "washing machine", not "washer" | One word for one thing.'),
        ("A machine.", '3:12 the brand says "washing machine", not "machine" | One word for one thing.'),
        ("A washing machine.", ""),
        ("From ALDABA.", '3:15 the brand says "Aldaba", not "ALDABA" | Write "Aldaba".'),
        ("From Aldaba.", ""),
        ("An E-Mail, an e-mail.", '3:13 the brand says "e-mail", not "E-Mail" | Write "e-mail".'),
        ("Our `washer`.", ""),
    ],
)
def test_texts(check, text, found):
    files = VOICE | {"content/touchpoints/web.yml": f"name: Web\nstage: before\nsummary: {text}\n"}
    assert check("term-preferred", files) == ([f"content/touchpoints/web.yml:{found}"] if found else [])
