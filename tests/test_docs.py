"""The documentation is complete and true: what there is stands in it, and its examples do what they say."""

from __future__ import annotations

import importlib
import re
import shlex
import shutil
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click import Command, Context, Option
from click.testing import CliRunner
from lxml import etree
from mkdocs.utils.yaml import yaml_load
from PIL import Image

import playbook
from playbook.cli import main
from playbook.exports import EXPORTS
from playbook.kinds import builtin
from playbook.manual import rules
from playbook.mkdocs_plugin.options import Options
from playbook.render.filters import FILTERS
from playbook.report import REPORTS, line
from tests.conftest import write_tree

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
MADE = "<!-- Made by tools/reference.py"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
TODAY = date(2026, 11, 21)
WRITTEN_AS = {"yaml", "html", "svg", "txt"}
"""Languages of examples that are files of a project."""
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r"^ +file: (pictures/[\w-]+\.jpg)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
CLICK = Context(main)
COMMANDS = [command for name in main.list_commands(CLICK) if (command := main.get_command(CLICK, name))]
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A fenced block: its language, its text, and the file that its first line names."""

    language: str
    body: str

    @property
    def path(self) -> str:
        first = re.match(r"(?:# |\{\{! )([\w./_-]+\.(?:ya?ml|html|svg|txt))(?: \}\})?\n", self.body)
        return first[1] if first else ""


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def examples(markdown: str) -> list[Example]:
    return [Example(found["language"], found["body"]) for found in FENCE.finditer(markdown)]


def written() -> list[str]:
    """The pages that people write, from the root."""
    pages = (page.relative_to(ROOT).as_posix() for page in PAGES)
    return [page for page in pages if not text_of(page).startswith(MADE)]


def with_example(language: str) -> list[str]:
    return [page for page in written() if any(e.language == language for e in examples(text_of(page)))]


def section(markdown: str, title: str) -> str:
    """What stands below a heading of the second level, up to the next one."""
    parts = re.split(r"^## (.+)$", markdown, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(title, "")


# The reference


@pytest.fixture(scope="module")
def reference() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "tools")
        yield importlib.import_module("reference")
    for name in [name for name in sys.modules if name.startswith("reference")]:
        del sys.modules[name]


def test_the_reference_is_up_to_date(reference):
    made = reference.pages()
    stale = [name for name, content in made.items() if (DOCS / name).read_text(encoding="utf-8") != content]
    assert stale == [], "run `make docs`"
    marked = {page.name for page in DOCS.glob("*.md") if page.read_text(encoding="utf-8").startswith(MADE)}
    assert marked == made.keys()


def unlisted(names: Collection[str], markdown: str) -> list[str]:
    """Those of the names that no heading and no first cell of a table holds."""
    told = re.findall(r"^(?:#+ |\| )`?([\w.-]+)`?(?: \||$)", markdown, re.MULTILINE)
    return sorted(set(names) - set(told))


@pytest.mark.parametrize(
    "page, names",
    [
        ("docs/checks.md", rules()),
        ("docs/kinds.md", builtin()),
        ("docs/own-kinds.md", FILTERS),
        ("docs/plugin.md", [name for name, _ in Options._schema]),
        ("docs/commands.md", [str(command.name) for command in COMMANDS]),
        ("docs/commands.md", EXPORTS),
        ("docs/commands.md", REPORTS),
    ],
)
def test_everything_that_has_a_name_is_documented(page, names):
    assert len(names) > 0
    assert unlisted(names, text_of(page)) == []


def test_a_name_that_is_missing_is_found():
    told = "## one\n\n| `two` | text |\n\nthree\n"
    assert unlisted(["one", "two", "three"], told) == ["three"]


def undocumented(command: Command, told: str) -> list[str]:
    """Options and arguments that a command's section lacks, and options in it that the command has not."""
    options = {name for p in command.params if isinstance(p, Option) for name in p.opts} - {"-o"}
    arguments = {p.make_metavar(Context(command)) for p in command.params if not isinstance(p, Option)}
    lacking = [name for name in sorted(options) if f"| `{name}" not in told]
    lacking += [name for name in sorted(arguments) if name.strip("[].") not in told]
    return lacking + sorted(set(re.findall(r"^\| `(--[\w-]+)", told, re.MULTILINE)) - options)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_is_documented(command):
    assert undocumented(command, section(text_of("docs/commands.md"), command.name)) == []


def test_an_option_that_is_missing_or_no_more_is_found():
    check = next(command for command in COMMANDS if command.name == "check")
    *missing, gone = undocumented(check, "| `--format` |\n| `--gone` |\n")
    assert gone == "--gone"
    assert {"--against", "--no-cache", "[FILE]..."} <= set(missing)
    assert "--format" not in missing


def test_every_default_of_the_plugin_is_told():
    told = text_of("docs/plugin.md")
    for name, option in Options._schema:
        default = "" if option.default in (None, "") else f"`{str(option.default).lower()}`"
        assert re.search(rf"^\| `{name}` \| {re.escape(default)} ?\|", told, re.MULTILINE), name


# Examples


def project_of(page: str, root: Path) -> Path:
    """The project that the files of a page make; parts of one file stand in several examples."""
    tree: dict[str, str] = {}
    for example in examples(text_of(page)):
        if example.language in WRITTEN_AS and example.path not in ("mkdocs.yml", ""):
            tree[example.path] = tree.get(example.path, "") + example.body
    tree.setdefault("brand/brand.yml", "name: Example\n")
    write_tree(root, tree)
    shutil.copytree(ROOT / "playbook/templates/init/common/brand/logo", root / "brand/logo")
    for name in PICTURE.findall(tree.get("brand/imagery.yml", "")):
        (root / "brand" / name).parent.mkdir(exist_ok=True)
        Image.new("RGB", (2, 2)).save(root / "brand" / name)
    return root


@pytest.mark.parametrize("page", with_example("yaml"))
def test_the_yaml_of_a_page_is_right(page, tmp_path):
    loaded = playbook.load(project_of(page, tmp_path / "project"))
    assert [line(found, "en") for found in playbook.check(loaded, TODAY)] == []


def test_the_kind_of_its_own_page_is_made(tmp_path):
    root = project_of("docs/own-kinds.md", tmp_path / "project")
    words = ["render", "fair-badge", "--project", str(root), "-o", str(tmp_path / "out"), "--lang", "es"]
    done = CliRunner().invoke(
        main, [*words, "--set", "name=Ana & Eva", "--set", "site=https://www.a.example/"]
    )
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out/fair-badge.txt").read_text(encoding="utf-8") == "Ana & Eva\nExample\n"
    drawn = etree.parse(tmp_path / "out/fair-badge.svg").getroot()
    assert [element.text for element in drawn if element.text] == [
        "Example",
        "Hola",
        "Ana & Eva",
        "a.example",
    ]


@pytest.mark.parametrize("page", with_example("yaml"))
def test_each_yaml_example_names_its_file(page):
    nameless = [e.body for e in examples(text_of(page)) if e.language == "yaml" and not e.path]
    assert nameless == []


def settings_of(page: str) -> list[Any]:
    return [yaml_load(e.body) for e in examples(text_of(page)) if e.path == "mkdocs.yml"]


@pytest.mark.parametrize("page", [page for page in written() if settings_of(page)])
def test_the_plugins_options_in_examples_are_right(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our-brand").mkdir()
    for settings in settings_of(page):
        plugins = {k: v for p in settings["plugins"] if isinstance(p, dict) for k, v in p.items()}
        options = Options(config_file_path=str(tmp_path / "mkdocs.yml"))
        options.load_dict(plugins.get("brand-playbook", {}))
        assert options.validate() == ([], [])


DRAWING = re.compile(r"<!-- ([\w-]+\.svg) -->")
"""How an example names the file that the next commands find."""


class Shell:
    """Runs the commands of a page one after the other; other programs than ours are passed over."""

    def __init__(self) -> None:
        self.output = ""

    def run(self, script: str, chdir: Any) -> None:
        self.output = ""
        for words in (shlex.split(command, comments=True) for command in script.splitlines()):
            if words[:1] == ["cd"]:
                chdir(words[1])
            elif words[:1] == ["brand-playbook"]:
                result = CliRunner().invoke(main, words[1:], prog_name="brand-playbook")
                assert result.exception is None or isinstance(result.exception, SystemExit), words
                self.output += result.output
                unusable = result.exit_code == 2
                assert unusable == ("# exits with 2" in script), result.output


@pytest.mark.parametrize("page", with_example("sh"))
def test_the_commands_of_a_page_say_what_it_says(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, value in {"COLUMNS": "88", "LC_ALL": "C"}.items():
        monkeypatch.setenv(name, value)
    shell = Shell()
    for example in examples(text_of(page)):
        if example.language == "sh":
            shell.run(example.body, monkeypatch.chdir)
        elif example.language == "svg" and (named := DRAWING.match(example.body)):
            Path(named[1]).write_text(example.body, encoding="utf-8")
        elif example.language == "text":
            missing = [
                told for told in example.body.splitlines() if told != "..." and told not in shell.output
            ]
            assert missing == [], shell.output


@pytest.mark.parametrize("page", with_example("python"))
def test_the_python_of_a_page_prints_what_it_says(page, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for example in examples(text_of(page)):
        if example.language == "python":
            capsys.readouterr()
            exec(compile(example.body, page, "exec"), names)  # noqa: S102 - it is our own documentation
        elif example.language == "output":
            assert capsys.readouterr().out == example.body


# Links


def anchors(markdown: str) -> set[str]:
    """The anchors that headings get where Markdown is shown in a repository."""
    plain = (re.sub(r"[^\w -]", "", heading.lower()) for heading in HEADING.findall(FENCE.sub("", markdown)))
    return {heading.strip().replace(" ", "-") for heading in plain}


def dead_links(page: Path, markdown: str) -> Iterator[str]:
    """Relative links that lead nowhere."""
    for link in LINK.findall(FENCE.sub("", markdown)):
        path, _, anchor = link.partition("#")
        target = page.parent / path
        if not re.match(r"[a-z]+:", link) and not (
            target.exists()
            and (not anchor or anchor in anchors(target.read_text("utf-8") if path else markdown))
        ):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    assert list(dead_links(page, page.read_text(encoding="utf-8"))) == []


def test_a_dead_link_is_found():
    links = [
        "#a-b",
        "#c",
        "docs/gone.md",
        "docs/yaml.md#ids-and-references",
        "docs/yaml.md#x",
        "https://a.example",
    ]
    told = "# A b\n" + " ".join(f"[x]({link})" for link in links)
    assert list(dead_links(ROOT / "README.md", told)) == ["#c", "docs/gone.md", "docs/yaml.md#x"]
