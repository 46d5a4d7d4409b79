"""The spine and the shelves: what each module of `playbook/` may import and do."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "playbook"

# From the ground up: a module imports lower levels only, never a mate of its own level. A name is a module
# or a package; a package's modules may import each other as long as they make no circle. Modules that end
# in "/" are shelves: their members are level mates, and the shelf's own __init__ lists them.
LEVELS = (
    (
        "artifact calendars choices color csstext delays diagnostics fontnames inflections lines marks "
        "prefixes pruned readability references shapes silence store versions yamltext"
    ),
    "address capped cssloads i18n sheets source observed remembered terms handed",
    "edit document observe/ plainfile valestyle",
    "brand reading",
    "render",
    "kinds/",
    "model",
    "making",
    "actions catalog edition journeys loader reviews",
    (
        "estimate facts guidance named namesakes score passages rulings vocables waivers against case "
        "palette pixels usual"
    ),
    "verdicts/",
    "checks/",
    "report manual measures published tokens fixing checklist blanks",
    "exports/",
    "__init__",
    "scaffold",
    "applying",
    "cli mkdocs_plugin",
    "__main__",
)
LEVEL = {name.rstrip("/"): level for level, names in enumerate(LEVELS) for name in names.split()}
SHELVES = {name.rstrip("/") for names in LEVELS for name in names.split() if name.endswith("/")}
ONLY_IN = {"yaml": "source", "mkdocs": "mkdocs_plugin", "properdocs": "mkdocs_plugin"}
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
CLOCK = {"today", "now"}


def mistakes(tree: Mapping[str, str]) -> list[str]:
    """What is wrong in a package, given as path -> source; paths are posix, from the package's folder."""
    modules = {module_name(path): ast.parse(source) for path, source in tree.items()}
    imports = {name: set(imported(code, modules)) for name, code in modules.items()}
    unplaced = sorted({unit(name)[0] for name in modules} - LEVEL.keys())
    placed = {name: seen for name, seen in imports.items() if unit(name)[0] in LEVEL}
    return [
        *(f"{name}: unknown module; give it a place in LEVELS of tests/test_levels.py" for name in unplaced),
        *(found for name, seen in placed.items() for target in seen for found in misplaced(name, target)),
        *(found for name in placed for found in misused(name, modules[name])),
        *circles(placed),
    ]


def module_name(path: str) -> str:
    """`brand/colors.py` -> `brand.colors`; a package's `__init__` has the package's name."""
    dotted = path.removesuffix(".py").replace("/", ".")
    return dotted.removesuffix(".__init__")


def imported(code: ast.Module, modules: Mapping[str, ast.Module]) -> Iterator[str]:
    """What a module imports: ours without the leading `playbook.`; others as "/" and their top package."""
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            yield from (ours(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                whole = ours(f"{base}.{alias.name}")
                yield whole if whole in modules or whole in LEVEL else ours(base)


def ours(dotted: str) -> str:
    if dotted == "playbook":
        return "__init__"
    top, _, rest = dotted.partition(".")
    return rest if top == "playbook" else f"/{top}"


def misplaced(name: str, target: str) -> Iterator[str]:
    """What is wrong with one import."""
    if target.startswith("/"):
        home = ONLY_IN.get(target[1:], "")
        if target == "/":
            yield f"{name}: relative import; name the module from `playbook` on"
        elif home and unit(name)[0] != home:
            yield f"{name}: imports {target[1:]}, which only {home} may"
    elif unit(target)[0] not in LEVEL:
        yield f"{name}: imports {target}, which is in no level"
    elif not may_import(name, target):
        yield f"{name}: imports {target}, which is not of a lower level"


def unit(name: str) -> tuple[str, ...]:
    """What stands as one: a module or package of the spine, a member of a shelf, a shelf's `__init__`."""
    parts = name.split(".")
    return tuple(parts[:2] if parts[0] in SHELVES else parts[:1])


def may_import(name: str, target: str) -> bool:
    mine, other = unit(name), unit(target)
    lists_members = mine[0] in SHELVES and len(mine) == 1 and other[0] == mine[0]
    return mine == other or lists_members or LEVEL[other[0]] < LEVEL[mine[0]]


def misused(name: str, code: ast.Module) -> Iterator[str]:
    """Calls that a module's place forbids."""
    called = {node.func: node.lineno for node in ast.walk(code) if isinstance(node, ast.Call)}
    for function, line in called.items():
        bare = function.id if isinstance(function, ast.Name) else ""
        method = function.attr if isinstance(function, ast.Attribute) else ""
        if bare == "print" and unit(name)[0] != "cli":
            yield f"{name}:{line}: prints; only cli does"
        if unit(name)[0] == "checks" and (bare == "open" or method in DISK):
            yield f"{name}:{line}: a check reads no disk; it is given facts"
        if unit(name)[0] == "checks" and method in CLOCK:
            yield f"{name}:{line}: a check reads no clock; it is given today's date"


def circles(imports: Mapping[str, set[str]]) -> Iterator[str]:
    try:
        TopologicalSorter({name: seen & imports.keys() for name, seen in imports.items()}).prepare()
    except CycleError as error:
        yield "circular import: " + " <- ".join(error.args[1])


def test_the_package_keeps_its_levels():
    tree = {p.relative_to(PACKAGE).as_posix(): p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py")}
    assert "diagnostics.py" in tree
    assert "\n".join(mistakes(tree)) == ""
    assert LEVEL.keys() - {unit(module_name(path))[0] for path in tree} == set()


@pytest.mark.parametrize(
    "tree",
    [
        {"source.py": "import yaml\nfrom playbook.diagnostics import Problem", "diagnostics.py": ""},
        {
            "brand/__init__.py": "from playbook.brand import colors",
            "brand/colors.py": "import playbook.document",
        },
        {
            "checks/__init__.py": "from playbook.checks import owner",
            "checks/owner.py": "import playbook.facts",
        },
        {"exports/site/__init__.py": "from playbook.exports.site import nav", "exports/site/nav.py": ""},
        {
            "cli.py": "print(1)\nfrom playbook import scaffold, loader, __version__",
            "scaffold.py": "open('a')",
        },
        {"__main__.py": "from playbook.cli import main"},
        {"mkdocs_plugin/__init__.py": "from mkdocs.plugins import BasePlugin"},
    ],
)
def test_what_is_in_its_place_passes(tree):
    assert mistakes(tree) == []


@pytest.mark.parametrize(
    "tree, found",
    [
        ({"gadget.py": ""}, "gadget: unknown module; give it a place in LEVELS of tests/test_levels.py"),
        ({"color.py": "import playbook.gadget"}, "color: imports gadget, which is in no level"),
        ({"color.py": "import playbook.brand"}, "color: imports brand, which is not of a lower level"),
        ({"color.py": "import playbook.artifact"}, "color: imports artifact, which is not of a lower level"),
        (
            {"color.py": "def f():\n from playbook import brand"},
            "color: imports brand, which is not of a lower level",
        ),
        ({"checks/a.py": "import playbook.checks.b"}, "checks.a: imports checks.b, which is not of a lower"),
        (
            {"checks/a.py": "from playbook.checks import run"},
            "checks.a: imports checks, which is not of a lower",
        ),
        (
            {"exports/css.py": "from playbook.exports.site import nav"},
            "exports.css: imports exports.site, which",
        ),
        ({"brand/a.py": "from . import b"}, "brand.a: relative import; name the module from `playbook` on"),
        ({"loader.py": "import yaml.nodes"}, "loader: imports yaml, which only source may"),
        ({"cli.py": "from mkdocs import config"}, "cli: imports mkdocs, which only mkdocs_plugin may"),
        ({"report.py": "\nprint(1)"}, "report:2: prints; only cli does"),
        ({"checks/a.py": "open('a')"}, "checks.a:1: a check reads no disk; it is given facts"),
        ({"checks/a.py": "path.read_text()"}, "checks.a:1: a check reads no disk; it is given facts"),
        ({"checks/a.py": "date.today()"}, "checks.a:1: a check reads no clock; it is given today's date"),
        (
            {"brand/a.py": "from playbook.brand import b", "brand/b.py": "import playbook.brand.a"},
            "circular import: brand.a <- brand.b <- brand.a",
        ),
    ],
)
def test_what_is_out_of_its_place_is_named(tree, found):
    [mistake] = mistakes(tree)
    assert mistake.startswith(found)
