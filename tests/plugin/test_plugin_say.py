"""What the plugin says: findings, and that it cannot start."""

from __future__ import annotations

import pytest
from mkdocs.exceptions import Abort

FINDINGS = [["e", "error", False], ["w", "warning", False], ["i", "info", False]]
DATED = [["e", "error", True], ["w", "warning", True]]


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    def line(diagnostic, lang):
        return f"{diagnostic.location} {diagnostic.rule} {lang}"

    monkeypatch.setattr("playbook.report.line", line)


def findings(built) -> list[tuple[str, str]]:
    return [(level, text) for level, text in built.said if "a.yml" in text]


def test_a_finding_is_said_as_loud_as_it_is_grave(demo):
    built = demo(diagnostics=FINDINGS).build({})
    assert findings(built) == [
        ("ERROR", "content/items/a.yml:2:3 e en"),
        ("WARNING", "content/items/a.yml:2:3 w en"),
        ("INFO", "content/items/a.yml:2:3 i en"),
    ]


def test_what_time_brings_about_is_said_softly(demo):
    built = demo(diagnostics=DATED).build({}, strict=True)
    assert [level for level, _ in findings(built)] == ["INFO", "INFO"]


@pytest.mark.parametrize("finding", FINDINGS[:2])
def test_a_strict_build_fails_on_errors_and_warnings(demo, finding):
    with pytest.raises(Abort, match="strict mode"):
        demo(diagnostics=[finding]).build({}, strict=True)


@pytest.mark.parametrize("language, lang", [("es", "es"), ("es-MX", "es"), ("en", "en"), ("de", "en")])
def test_it_speaks_the_sites_language_if_it_can(demo, language, lang):
    theme = {"name": "readthedocs", "language": language}
    built = demo(diagnostics=FINDINGS[:1]).build({}, theme=theme, plugins=[{"brand-playbook": {}}])
    assert findings(built)[0][1].endswith(lang)


def test_a_project_that_cannot_be_read_fails_the_build_in_one_sentence(demo):
    made = demo()
    (made.root / "site.json").unlink()
    with pytest.raises(Abort, match="BuildError") as caught:
        made.build({})
    assert "project: left out" in str(caught.value.__context__)


WRONG = [
    ({"edition": "secret"}, "edition"),
    ({"mount": "../up"}, "folder below the site's root"),
    ({"mount": "a//b"}, "folder below the site's root"),
    ({"mount": 3}, "mount"),
    ({"nav": "append"}, "nav"),
    ({"today": "tomorrow"}, "2026-11-21"),
    ({"project": "nowhere"}, "nowhere"),
]


@pytest.mark.parametrize("options, expected", WRONG)
def test_a_wrong_option_is_named(demo, options, expected, caplog):
    with pytest.raises(Abort):
        demo().build(options)
    assert expected in caplog.text


def test_a_misspelt_option_is_named(demo, caplog):
    demo().build({"editon": "public"})
    assert "editon" in caplog.text


def test_the_options_reach_the_core(demo, fake_core, monkeypatch):
    asked = []

    def make(wanted):
        asked.append(wanted)
        return fake_core.make(wanted)

    monkeypatch.setattr("playbook.mkdocs_plugin.core.make", make)
    made = demo()
    made.write({"elsewhere/site.json": "{}"})
    made.build({"project": "elsewhere", "edition": "partner", "dress": False, "today": "2026-02-03"})
    made.build({}, use_directory_urls=False)
    first, second = asked
    assert (first.root.name, first.edition, str(first.today)) == ("elsewhere", "partner", "2026-02-03")
    assert (second.root, second.edition) == (made.root, "internal")
    assert [(wanted.dress, wanted.directory_urls) for wanted in asked] == [(False, True), (True, False)]
