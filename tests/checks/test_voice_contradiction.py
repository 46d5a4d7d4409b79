"""voice-contradiction."""

from __future__ import annotations

import pytest

DECIDE = " | Decide, and take the term out of one of the two lists."


@pytest.mark.parametrize(
    "voice, found",
    [
        (
            "terms: {preferred: [{use: cart, instead_of: [basket]}], banned: [{term: cart|carts}]}",
            ['1:27 "cart" is to be said, and "cart" is not to be said'],
        ),
        (
            "terms: {preferred: [{use: cooling solution}], banned: [solution]}",
            ['1:27 "cooling solution" is to be said, and "solution" is not to be said'],
        ),
        ("terms: {banned: [{term: seamless|Seamless }]}", ['1:25 "Seamless" is listed twice']),
        (
            "terms: {preferred: [{use: a, instead_of: x}, {use: b, instead_of: X}]}",
            ['1:67 instead of "X" one is to say "b" here, and "a" elsewhere'],
        ),
        (
            "terms: {banned: [{term: x, use: y}, {term: y, use: z}]}",
            ['1:33 "y" is to be said, and "y" is not'],
        ),
        ("terms: {banned: [{term: solution, use: name the solution}]}", []),
        ("terms: {preferred: [{use: take back, instead_of: [take]}]}", []),
        ("terms: {preferred: [{use: iPhone, instead_of: [Iphone, iphone], match_case: true}]}", []),
        ("terms: {banned: [resolution, solution]}", []),
        ("terms: {banned: ['', '|']}", []),
        ("{}", []),
    ],
)
def test_terms(check, voice, found):
    told = check("voice-contradiction", {"brand/voice.yml": f"{voice}\n"})
    assert len(told) == len(found)
    for line, part in zip(told, found, strict=True):
        assert line.startswith(f"brand/voice.yml:{part}")
        assert line.endswith(DECIDE)


def test_what_the_voice_says_itself(check):
    files = {
        "content/playbook.yml": "language: es",
        "brand/voice.yml": """
            address: usted
            terms: {banned: [solución]}
            principles:
              - name: Claro
                say: [Le damos soluciones., Te llamamos.]
                dont_say: [Tu solución.]
            """,
    }
    assert check("voice-contradiction", files, lang="es") == [
        (
            "brand/voice.yml:5:11 la propia voz dice «soluciones», un término que no se dice"
            " | Reescribir la frase: es la que otros copian."
        ),
        (
            "brand/voice.yml:5:33 la propia voz dice «Te», que no corresponde a su tratamiento: usted"
            " | Reescribir la frase: es la que otros copian."
        ),
    ]


def test_what_a_sub_brand_inherits_is_told_once(check):
    files = {"brand/voice.yml": "terms: {banned: [x, X]}", "brand/kids/brand.yml": "name: Kids"}
    assert len(check("voice-contradiction", files)) == 1
    own = {"brand/kids/voice.yml": "terms: {preferred: [{use: toy, instead_of: [plaything]}]}"}
    assert len(check("voice-contradiction", files | own)) == 1
    worse = {"brand/kids/voice.yml": "terms: {preferred: [{use: x}]}"}
    told = check("voice-contradiction", files | worse)
    assert [line.split(":")[0] for line in told] == ["brand/kids/voice.yml", "brand/voice.yml"]
