"""size-age, seen on 2026-11-21."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sizes, found",
    [
        ("{width: 1, verified_on: 2025-11-20}", "3:33 this size was looked up on 2025-11-20"),
        ("{width: 1, verified_on: 2025-11-21}", ""),
        (
            "{width: 1, verified_on: 2025-01-20}, {width: 1, verified_on: 2024-01-20}",
            "3:70 this size was looked up on 2024-01-20",
        ),
        ("{width: 1, verified_on: last year}", ""),
        ("{width: 1, verified_on: 2025-02-31}", ""),
        ("{width: 1}", ""),
    ],
)
def test_sizes(check, sizes, found):
    path = "brand/kinds/story/kind.yml"
    told = check("size-age", {path: f"texts: {{en: {{name: Story}}}}\ngroup: social\nsizes: [{sizes}]\n"})
    hint = ", more than 365 days ago | Look it up again, and write the day."
    assert told == ([f"{path}:{found}{hint}"] if found else [])


def test_the_age_is_an_option(check):
    kind = "texts: {en: {name: Story}}\ngroup: social\nsizes: [{width: 1, verified_on: 2026-01-20}]\n"
    files = {
        "brand/kinds/story/kind.yml": kind,
        "content/playbook.yml": "options: {size-age: {days: 90}}",
    }
    [english], [spanish] = check("size-age", files), check("size-age", files, lang="es")
    assert "this size was looked up on 2026-01-20, more than 90 days ago |" in english
    assert "este tamaño se consultó el 2026-01-20, hace más de 90 días |" in spanish


def test_the_built_in_kinds_are_not_the_projects(check):
    settings = {"content/playbook.yml": "options: {size-age: {days: 0}}"}
    assert check("size-age", settings) == []
