"""What holds for the whole repository: nothing of one machine in it, licences, the size of the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
FONTS = {".woff2", ".woff", ".ttf", ".otf"}
LICENCE = re.compile(r"licen[cs]e|ofl|copying", re.IGNORECASE)
FILE_LINES = 250
FUNCTION_LINES = 35

# path under playbook/ -> why it may be longer than FILE_LINES
LONG_FILES: Mapping[str, str] = {}

# In parts, or this file would hold what it looks for.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("python_hosted".replace("_", ""), "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("proxy", "golang", "org"),
        ("static", "crates", "io"),
    )
)
HOMES = re.compile(r"(?<![\w.:/])/(?:root|(?:home|Users)/[a-z]\w*)/|[A-Z]:\\Users\\")


@pytest.fixture(scope="module")
def tree() -> list[str]:
    """Every path that git holds or would hold; posix, from the root."""
    git = ["git", "-c", "safe.directory=*", "-C", str(ROOT)]
    listing = [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(listing, capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.skip("not a git checkout")
    return sorted(path for path in set(answer.stdout.split("\0")) if (ROOT / path).is_file())


def machine_traces(text: str) -> Iterator[str]:
    """Registry hosts and absolute paths of one machine in a text."""
    own = [str(ROOT), sys.prefix]
    yield from (host for host in REGISTRIES if host in text)
    yield from (path for path in own if path.count("/") > 1 and path in text)
    yield from HOMES.findall(text)


def unlicensed_fonts(paths: Iterable[str]) -> list[str]:
    """Folders that hold fonts and no licence."""
    folders: dict[str, set[str]] = {}
    for path in map(PurePosixPath, paths):
        folders.setdefault(str(path.parent), set()).add(path.name)
    with_fonts = (f for f, names in folders.items() if FONTS & {PurePosixPath(name).suffix for name in names})
    return [folder for folder in with_fonts if not any(map(LICENCE.search, folders[folder]))]


def long_functions(source: str) -> Iterator[str]:
    """Functions beyond the limit, with their length; a docstring does not count, it may be a manual."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1 - docstring_lines(node)
            if length > FUNCTION_LINES:
                yield f"{node.name}: {length} lines"


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if ast.get_docstring(node, clean=False) is None:
        return 0
    return (node.body[0].end_lineno or 0) - node.body[0].lineno + 1


def text_of(path: str) -> str:
    return (ROOT / path).read_bytes().decode(errors="replace")


def code(tree: list[str]) -> list[str]:
    return [path for path in tree if path.startswith("playbook/") and path.endswith(".py")]


def test_nothing_names_a_registry_or_a_place_on_one_machine(tree):
    traces = [f"{path}: {trace}" for path in tree for trace in machine_traces(text_of(path))]
    assert "\n".join(traces) == ""


def test_fonts_have_their_licence_beside_them(tree):
    assert unlicensed_fonts(tree) == []


def test_files_are_short_or_say_why_not(tree):
    long = {path.removeprefix("playbook/") for path in code(tree) if text_of(path).count("\n") > FILE_LINES}
    assert long == LONG_FILES.keys()


def test_functions_are_short(tree):
    long = [f"{path}: {found}" for path in code(tree) for found in long_functions(text_of(path))]
    assert "\n".join(long) == ""


@pytest.mark.parametrize(
    "text, traces",
    [
        (f"url = https://{REGISTRIES[0]}/simple", [REGISTRIES[0]]),
        (f"see {ROOT}/README.md", [str(ROOT)]),
        ("/home/" + "ana/project", ["/home/" + "ana/"]),
        ("C:" + "\\Users\\ana", ["C:" + "\\Users\\"]),
        ("https://example.com/home/page/1 and ~/root and content/root/a", []),
    ],
)
def test_traces_of_a_machine_are_found(text, traces):
    assert list(machine_traces(text)) == traces


def test_a_font_without_a_licence_is_found():
    fonts = ["a/x.woff2", "a/OFL.txt", "b/y.ttf", "b/readme.md", "c/z.otf", "c/Z-LICENSE.txt"]
    assert unlicensed_fonts(fonts) == ["b"]


def test_a_long_function_is_found_and_its_docstring_does_not_count():
    body = "    x = 1\n"
    manual = '    """Start.\n' + "    Why.\n" * 40 + '    """\n'
    assert list(long_functions("def f():\n" + body * 35)) == ["f: 36 lines"]
    assert list(long_functions("def f():\n" + manual + body * 34)) == []
