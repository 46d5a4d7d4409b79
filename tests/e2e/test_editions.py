"""What an edition may not show is in no file of its site.

Every field of every model is filled with a word that stands nowhere else, and looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import playbook
from playbook.brand import FILES, PARTS
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports import EXPORTS, Asked
from playbook.facts import reader
from playbook.model import ITEMS
from playbook.model.settings import Settings
from tests.building import Site, build
from tests.filling import LEVELS, Contents, Spot, document

INTERNAL, PARTNER, PUBLIC = LEVELS
MARK = re.compile(r"zq(?:internal|partner|public)[a-z0-9-]*")
NUMBERS = {INTERNAL: 7391, PARTNER: 8462, PUBLIC: 3}
YEARS = {INTERNAL: 2031, PARTNER: 2033, PUBLIC: 2027}
OF_THE_TOOL = ("severities", "options", "waivers", "visibility")
"""Settings that tell the tool how to judge and whom to show what: they stand on no page."""
FIXED: dict[str, Any] = {
    "Step.id": "halt",
    "Voice.styles": [],
    **{f"Settings.{name}": None for name in OF_THE_TOOL},
}
SECTIONS = {
    "color": "palette",
    "background": "palette",
    "message": "messages",
    "font": "families",
    "font-role": "families",
    "logo": "variants",
    "stage": "stages",
    "category": "categories",
    "channel": "channels",
    "audience": "audiences",
    "product": "products",
    "kpi": "kpis",
    "owner": "owners",
}
"""Where the things that references name are defined: in a brand's part, or in the settings."""
CONFIG = """
site_name: Editions
site_url: https://playbook.example/
repo_url: https://git.example/us/playbook
edit_uri: edit/main/content/
docs_dir: content
theme: {{name: material, features: [content.action.edit, navigation.indexes]}}
plugins: [search, tags, {{brand-playbook: {{edition: {edition}}}}}]
"""


@dataclass
class Marks:
    """A word for each place that was filled: it tells the place's level and stands nowhere else."""

    words: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def word(self, spot: Spot) -> str:
        word = f"zq{spot.level}{len(self.words):04}"
        self.words[word] = f"{spot.document}: {spot.path}"
        return word

    def plain(self, spot: Spot) -> tuple[Any, ...]:
        word, day = self.word(spot), date(YEARS[spot.level], 7, 9).isoformat()
        addresses = (f"https://{word}.example/", f"{word}@mail.example")
        return (word, *addresses, "#336699", day, NUMBERS[spot.level], 50, 3, "400", "EUR")

    def file(self, spot: Spot) -> str:
        word = self.word(spot)
        font = spot.path == "Fonts.families.files.file"
        name = f"{word}.{'woff2' if font else 'svg'}"
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{word}</text></svg>'
        self.files[name] = b"wOF2" + word.encode() if font else drawing.encode()
        return name

    def at(self, levels: set[Visibility], written: str) -> Mapping[str, str]:
        """Those of some levels that came to be written: not every field takes words."""
        prefixes = tuple(f"zq{level}" for level in levels)
        return {
            word: spot for word, spot in self.words.items() if word.startswith(prefixes) and word in written
        }


def _ids(spot: Spot, kind: str) -> dict[Visibility, str]:
    if kind in ITEMS or kind == "brand":
        return {level: f"zq{level}-{kind}" for level in LEVELS}
    if kind not in SECTIONS:
        return dict.fromkeys(LEVELS, {"step": "halt", "kind": "letter", "sector": "b2b"}[kind])
    settings = SECTIONS[kind] in Settings.model_fields
    home = (
        "public-settings"
        if settings
        else spot.document
        if "brand" in spot.document
        else "public-brand-master"
    )
    return dict.fromkeys(LEVELS, f"zq{home.split('-')[0]}-{home}-{SECTIONS[kind]}")


def _key(spot: Spot) -> str:
    return f"zq{spot.level}-{spot.document}-{spot.path.rsplit('.', 1)[1]}"


def _tree(marks: Marks) -> dict[str, Any]:
    """A project with a document of every kind at every level; the master brand is public."""
    contents = Contents(marks.plain, _key, _ids, marks.file, FIXED)
    folders = {"brand": (PUBLIC, PUBLIC, "master"), "brand/zqpublic-mixed": (PUBLIC, INTERNAL, "mixed")}
    folders |= {f"brand/zq{level}-brand": (level, level, "sub") for level in LEVELS}
    tree = {}
    for folder, (of_identity, of_parts, name) in folders.items():
        for part, model in PARTS.items():
            level = of_identity if part == "identity" else of_parts
            tree[f"{folder}/{FILES[part]}"] = document(model, f"{level}-brand-{name}", level, contents)
    for noun, item in ITEMS.items():
        for level in LEVELS:
            tree[f"content/{noun}s/zq{level}-{noun}.yml"] = document(item, f"{level}-{noun}", level, contents)
    tree["content/playbook.yml"] = document(Settings, "public-settings", PUBLIC, contents)
    return tree


def _pages(marks: Marks) -> dict[str, str]:
    """A hand-written page at every level, with a picture, and words for what is hidden."""
    pages = {}
    for level in LEVELS:
        spot = Spot(f"{level}-page", "text", level, level)
        title, text, picture = marks.word(spot), marks.word(spot), marks.file(spot)
        front = f"---\nvisibility: {level}\ntags: [{marks.word(spot)}]\n---\n"
        pages[f"content/zq{level}-page.md"] = f"{front}# {title}\n\n{text} ![]({picture})\n"
    return pages


ABOUT_HIDDEN = "Behind it stands [[touchpoint:hushed]], and [[touchpoint:hushed|another door]]."
HUSHED = {
    "content/touchpoints/hushed.yml": {"name": "The Hushed", "stage": "before", "visibility": "internal"},
    "content/touchpoints/telling.yml": {"name": "Telling", "stage": "before", "summary": ABOUT_HIDDEN},
    "content/telling.md": f"# Telling\n\n{ABOUT_HIDDEN}\n",
}


def _write(root: Path, tree: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    texts = {path: text if isinstance(text, str) else json.dumps(text) for path, text in tree.items()}
    content = {path: text.encode() for path, text in texts.items()}
    for name, data in files.items():
        content |= {f"{folder}/{name}": data for folder in ("brand", "content")}
    for path, data in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@dataclass(frozen=True)
class Filled:
    """The project, all its text, its words, and its sites by edition."""

    root: Path
    written: str
    marks: Marks
    sites: Mapping[Visibility, Site]


@pytest.fixture(scope="module")
def filled(tmp_path_factory, once) -> Filled:
    root = tmp_path_factory.mktemp("editions")
    marks = Marks()
    tree = {**_tree(marks), **_pages(marks), **HUSHED}
    _write(root, tree, marks.files)

    def made(edition: Visibility) -> Site:
        config = root / f"{edition}.yml"
        config.write_text(CONFIG.format(edition=edition))
        site: Site = once(f"edition-{edition}", lambda folder: build(config, folder / "site", strict=False))
        return site

    with ThreadPoolExecutor() as pool:
        sites = dict(zip(LEVELS, pool.map(made, LEVELS), strict=True))
    return Filled(root, json.dumps(tree), marks, sites)


def _found(site: Site, look: Callable[[bytes], set[str]]) -> dict[str, set[str]]:
    """What is found in each file of a site, its name included."""
    found = {path: look(path.encode()) | look(site.content(path)) for path in site.paths}
    return {path: words for path, words in found.items() if words}


def _marks_in(content: bytes) -> set[str]:
    return set(MARK.findall(content.decode(errors="replace").lower()))


def test_the_whole_project_was_read(filled):
    assert [f"{d.location}: {d.problem.message}" for d in playbook.load(filled.root).diagnostics] == []


@pytest.mark.parametrize("edition, hidden", [(PUBLIC, {INTERNAL, PARTNER}), (PARTNER, {INTERNAL})])
def test_no_hidden_word_is_in_any_file(filled, edition, hidden):
    prefixes = tuple(f"zq{level}" for level in hidden)
    leaks = {
        f"{path}: {word} ({filled.marks.words.get(word, 'an id')})"
        for path, words in _found(filled.sites[edition], _marks_in).items()
        for word in words
        if word.startswith(prefixes)
    }
    assert sorted(leaks) == []


@pytest.mark.parametrize("edition, hidden", [(PUBLIC, {INTERNAL, PARTNER}), (PARTNER, {INTERNAL})])
def test_no_hidden_number_or_day_is_in_any_file(filled, edition, hidden):
    """In any file of ours: scripts and fonts of the theme hold all kinds of numbers."""
    site = filled.sites[edition]
    numbers = [rf"{str(NUMBERS[level])[0]}[,.\u00a0\u202f ]?{str(NUMBERS[level])[1:]}" for level in hidden]
    pattern = re.compile(
        rf"(?<![\w#])(?:{'|'.join([*numbers, *(str(YEARS[level]) for level in hidden)])})(?!\w)"
    )
    texts = [
        path
        for path in site.own
        if path.endswith((".html", ".json", ".xml", ".gz", ".css", ".js", ".csv", ".yml"))
    ]
    assert {
        path: set(pattern.findall(site.text(path))) for path in texts if pattern.search(site.text(path))
    } == {}


@pytest.mark.parametrize(
    "edition, shown", [(PUBLIC, {PUBLIC}), (PARTNER, {PUBLIC, PARTNER}), (INTERNAL, set(LEVELS))]
)
def test_every_word_for_the_readers_is_on_some_page(filled, edition, shown):
    site = filled.sites[edition]
    found = set().union(*(_marks_in(site.content(path)) for path in site.paths if path.endswith(".html")))
    missing = {
        word: spot for word, spot in filled.marks.at(shown, filled.written).items() if word not in found
    }
    assert missing == {}


@pytest.mark.parametrize("edition, hidden", [(PUBLIC, {INTERNAL, PARTNER}), (PARTNER, {INTERNAL})])
@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_holds_a_hidden_word(filled, name, edition, hidden):
    shown = restrict(playbook.load(filled.root).playbook, edition)
    made = EXPORTS[name].make(shown, Asked(reader(filled.root)))
    prefixes = tuple(f"zq{level}" for level in hidden)
    leaks = {
        f"{file.path}: {word} ({filled.marks.words.get(word, 'an id')})"
        for file in made
        for word in _marks_in(file.path.encode()) | _marks_in(file.as_bytes())
        if word.startswith(prefixes)
    }
    assert sorted(leaks) == []


def test_words_about_something_hidden_do_not_name_it(filled):
    """`[[touchpoint:hushed]]` in what everybody reads; its id, its name and its page stay inside."""
    site = filled.sites[PUBLIC]
    assert "Behind it stands" in site.pages["touchpoints/telling/"].text
    assert "Behind it stands" in site.pages["telling/"].text
    assert _found(site, lambda content: set(re.findall(rb"hushed", content, re.IGNORECASE))) == {}
    inside = _found(filled.sites[INTERNAL], lambda content: set(re.findall(rb"hushed", content)))
    assert {"touchpoints/hushed/index.html", "telling/index.html"} <= inside.keys()


@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_names_something_hidden_that_words_are_about(filled, name):
    shown = playbook.load(filled.root, "public").playbook
    made = EXPORTS[name].make(shown, Asked(reader(filled.root)))
    assert [file.path for file in made if b"hushed" in file.as_bytes().lower()] == []
