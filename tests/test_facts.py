"""What is read of the files that a playbook names, and what is not."""

from __future__ import annotations

import os

import pytest

from playbook import facts, loader
from playbook.observed import FontFacts, SvgFacts, Unreadable

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
