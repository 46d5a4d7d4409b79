"""font-role."""

from __future__ import annotations

import string

import pytest

from playbook.observed import FontFacts, Unreadable

LETTERS = string.ascii_letters + string.digits + ".,:;!?()%&@/-’“”–€£"


def font(characters):
    coverage = frozenset(map(ord, characters))
    return FontFacts("woff2", "Sans", "", 400, (400, 400), False, "installable", "", "", 1000, coverage)


@pytest.mark.parametrize(
    "family, weight, found",
    [
        ("weights: [400, 700]", 600, 'the role body is set in weight 600, and "Sans" has 400 or 700'),
        ("weights: [400, 700]", 700, ""),
        ('files: [{file: a.woff2, weight: "300 800"}]', 600, ""),
        ('files: [{file: a.woff2, weight: "300 500"}]', 600, "the role body is set in weight 600"),
        ("source: system", 600, ""),
    ],
)
def test_weights(check, family, weight, found):
    files = {
        "brand/fonts.yml": (
            f"families: {{text: {{name: Sans, {family}}}}}\n"
            f"roles: {{body: {{family: text, weight: {weight}}}}}\n"
        ),
        "brand/a.woff2": "",
    }
    told = check("font-role", files)
    assert len(told) == bool(found)
    assert all(line.startswith(f"brand/fonts.yml:2:38 {found}") for line in told)


def test_a_role_is_judged_where_a_sub_brand_changes_its_family(check):
    files = {
        "brand/fonts.yml": (
            "families: {text: {name: Sans, weights: [400, 600]}}\n"
            "roles: {body: {family: text, weight: 600}}\n"
        ),
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/fonts.yml": "families: {text: {name: Round, weights: [400]}}\n",
    }
    [found] = check("font-role", files)
    assert found.startswith('brand/fonts.yml:2:38 the role body is set in weight 600, and "Round" has 400 |')


def test_what_a_sub_brand_leaves_as_it_is_is_told_once(check):
    files = {
        "brand/fonts.yml": (
            "families: {text: {name: Sans, weights: [400]}}\nroles: {body: {family: text, weight: 600}}\n"
        ),
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/fonts.yml": "families: {text: {fallback: [Verdana, sans-serif]}}\n",
    }
    assert len(check("font-role", files)) == 1


@pytest.mark.parametrize(
    "seen, language, found",
    [
        ((font(LETTERS),), "en", ""),
        ((font(LETTERS.replace("€", "")),), "en", '"Sans" lacks the character €'),
        ((font(LETTERS),), "es", '"Sans" lacks characters: á é í ó ú ü ñ Á É Í Ó Ú …'),
        ((font(LETTERS), font("áéíóúüñÁÉÍÓÚÜÑ¿¡«»ºª")), "es", ""),
        ((font(""),), "en", ""),
        ((font("abc"),), "en", ""),
        ((Unreadable("not-font"),), "en", ""),
        ((font("a"), Unreadable("not-font")), "en", ""),
    ],
)
def test_characters(check, seen, language, found):
    names = [f"{at}.woff2" for at in range(len(seen))]
    files = {
        "brand/fonts.yml": (
            f"families:\n  text: {{name: Sans, files: [{', '.join(names)}]}}\n"
            "  icons: {name: I, files: 0.woff2}\nroles: {body: text}\n"
        ),
        "content/playbook.yml": f"language: {language}",
        **{f"brand/{name}": "" for name in names},
    }
    told = check("font-role", files, {f"brand/{name}": one for name, one in zip(names, seen, strict=True)})
    hint = " | Add the file that holds them, or take the complete font."
    assert told == ([f"brand/fonts.yml:2:29 {found}{hint}"] if found else [])
