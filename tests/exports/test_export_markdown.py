from __future__ import annotations

import subprocess
import sys

from playbook.exports import EXPORTS, Asked
from playbook.facts import reader
from playbook.loader import load
from playbook.source import read

FILES = {
    "brand/colors.yml": "palette: {fig: '#561B3F'}",
    "brand/logo.yml": "variants: {main: main.svg}",
    "brand/main.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/touchpoints/shop.yml": "name: 'Shop: \"the\" #1'\nstage: before\nnext: checkout",
    "content/touchpoints/checkout.yml": "name: Checkout\nstage: during",
    "content/pieces/card.yml": "name: Card\nkind: business-card\ntouchpoints: shop",
}


def written(project, folder):
    root = project(FILES)
    playbook = load(root).playbook
    for file in EXPORTS["markdown"].make(playbook, Asked(reader(root))):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.as_bytes())
    return folder


def test_it_names_itself_and_its_pages(project, tmp_path):
    folder = written(project, tmp_path / "site")
    settings = read("mkdocs.yml", (folder / "mkdocs.yml").read_bytes()).data
    assert isinstance(settings, dict)
    assert (settings["site_name"], settings["docs_dir"]) == ("Example", "docs")
    assert "plugins" not in settings
    assert (folder / "docs/touchpoints/shop.md").is_file()
    assert (folder / "docs/assets/playbook/brand/main.svg").is_file()
    assert (folder / "docs/downloads/tokens.css").is_file()
    assert not (folder / "docs/assets/playbook/brand.css").exists()


def test_plain_mkdocs_builds_it_strictly(project, tmp_path):
    folder = written(project, tmp_path / "site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert '>Shop: "the" #1</h1>' in (folder / "site/touchpoints/shop/index.html").read_text(encoding="utf-8")
