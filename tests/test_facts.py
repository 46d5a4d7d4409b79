"""What is read of the files that a playbook names, and what is not."""

from __future__ import annotations

import os

import pytest

from playbook import facts, loader
from playbook.handed import Handed
from playbook.observed import FontFacts, SvgFacts, Unreadable
from playbook.reading.room import Room
from playbook.store import Memory

LOGO = {"brand/logo.yml": "variants: {main: logo.svg}"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def gather(root):
    return facts.gather(root, loader.load(root).playbook)


def refusal(root, playbook, path="brand/logo.svg"):
    seen = facts.gather(root, playbook)[path]
    assert isinstance(seen, Unreadable)
    return seen


def test_only_what_is_named_is_read(project):
    root = project(
        LOGO
        | {
            "brand/logo.svg": SVG,
            "brand/other.svg": SVG,
            "brand/kids/brand.yml": "name: Kids",
            "content/pieces/quote.yml": "name: Quote\nkind: quote\nfiles: [quote.png, quote.docx]\n",
            "content/quote.png": "no picture",
            "content/quote.docx": "no document",
        }
    )
    seen = gather(root)
    assert sorted(seen) == ["brand/logo.svg", "content/quote.png"]
    assert isinstance(seen["brand/logo.svg"], SvgFacts)
    assert refusal(root, loader.load(root).playbook, "content/quote.png").reason == "not-raster"


def test_the_fonts_of_this_repository_are_seen(pytestconfig):
    seen = gather(pytestconfig.rootpath)
    fonts = [font for path, font in seen.items() if path.endswith(".woff2")]
    assert fonts
    assert all(isinstance(font, FontFacts) for font in fonts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_that_takes_the_files_place_is_not_waited_for(project):
    root = project(LOGO | {"brand/logo.svg": SVG})
    loaded = loader.load(root)
    (root / "brand/logo.svg").unlink()
    os.mkfifo(root / "brand/logo.svg")
    assert refusal(root, loaded.playbook).reason == "not-a-file"


def test_links_may_not_lead_out(project, tmp_path):
    root = project(LOGO | {"brand/logo.svg": SVG})
    loaded = loader.load(root)
    (tmp_path / "secret.svg").write_text(SVG, encoding="utf-8")
    (root / "brand/logo.svg").unlink()
    (root / "brand/logo.svg").symlink_to(tmp_path / "secret.svg")
    assert refusal(root, loaded.playbook).reason == "outside"


def test_what_is_gone_or_too_large_is_told(project, monkeypatch):
    root = project(LOGO | {"brand/logo.svg": SVG})
    loaded = loader.load(root)
    monkeypatch.setattr(facts, "MAX_BYTES", 10)
    large = refusal(root, loaded.playbook)
    assert (large.reason, large.facts["limit"]) == ("too-large", 10)
    (root / "brand/logo.svg").unlink()
    assert refusal(root, loaded.playbook).reason == "refused"


OFFERING = {"brand/tokens.json": '{"fig": {"$value": "#561B3F"}}', "brand/.old/a.css": "a {}"}


def test_what_was_seen_in_the_brands_own_files_is_kept_until_they_change(project, monkeypatch):
    root, store, asked = project(OFFERING), Memory(), []
    loaded = loader.load(root)
    real = Room.ask

    def counted(self, name, content, pages=None, *, offers=False):
        asked.append((name, offers))
        return real(self, name, content, pages, offers=offers)

    monkeypatch.setattr(Room, "ask", counted)
    first = facts.gather(root, loaded.playbook, store)["brand/tokens.json"]
    assert isinstance(first, Handed)
    assert [(ink.name, ink.color) for ink in first.inks] == [("fig", "#561B3F")]
    assert facts.gather(root, loaded.playbook, store)["brand/tokens.json"] == first
    assert asked == [("tokens.json", True)]
    project({"brand/tokens.json": '{"fig": {"$value": "#571B3F"}}'})
    assert facts.gather(root, loaded.playbook, store)["brand/tokens.json"] != first


def test_a_project_without_such_files_starts_no_process_for_them(project, monkeypatch):
    root = project(LOGO | {"brand/logo.svg": SVG, "content/site.css": "a {}"})
    monkeypatch.setattr("playbook.reading.read_offered", None)
    assert sorted(gather(root)) == ["brand/logo.svg"]


def test_offering_files_that_lead_out_are_not_read(project, tmp_path):
    root = project({})
    (tmp_path / "secret.css").write_text("a { color: red }", encoding="utf-8")
    (root / "brand/site.css").symlink_to(tmp_path / "secret.css")
    assert refusal(root, loader.load(root).playbook, "brand/site.css").reason == "outside"
