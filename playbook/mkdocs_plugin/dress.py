"""The theme: our templates and styles beside it, and the brand's dress where the project chose none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

import playbook
from playbook.artifact import Site
from playbook.i18n import text

_ASSETS = "assets/playbook"
_ATTRIBUTE = "pb-brand"
_DRESS_STYLE = f"{_ASSETS}/dress.css"
_SHEET, _SCRIPT = f"{_ASSETS}/playbook.css", f"{_ASSETS}/playbook.js"
_BRAND_STYLE = "brand.css"
_ONLY = f"{_ASSETS}/only"
_SHARED = re.compile(rf'<link rel="stylesheet" href="([^"]*){_SHEET}">')
_COMMENT = re.compile(r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_SCHEMES = (("light", "default", "material/weather-sunny"), ("dark", "slate", "material/weather-night"))


def theme_folder() -> Path:
    """Our theme: inside the package when installed, beside it in a checkout."""
    package = Path(playbook.__file__).parent
    return next(folder for folder in (package / "theme", package.parent / "theme") if folder.is_dir())


def add_folder(theme: Theme, folder: Path) -> None:
    """Put our templates before the theme's and behind the project's own."""
    if not any(Path(known) == folder for known in theme.dirs):
        theme.dirs.insert(1 if theme.custom_dir else 0, str(folder))


def below(theme: Theme, folder: Path) -> list[str]:
    """The theme's folders behind ours, in order."""
    known = [Path(known) for known in theme.dirs]
    return theme.dirs[known.index(folder) + 1 :]


def link_assets(config: MkDocsConfig) -> None:
    """Link our style sheet and script before the project's own, which so have the last word."""
    config.extra_css.insert(0, _SHEET)
    config.extra_javascript.insert(0, _SCRIPT)


def bundle(files: Files, config: MkDocsConfig, *, dressed: bool) -> None:
    """Make one style sheet and one script of ours, in the order of their names: a page waits for each file.

    A part that the project has in a file of the same name is taken from there.
    """
    ours = sorted((file for file in files if _is_part(file.src_uri)), key=lambda file: file.src_uri)
    for file in ours:
        files.remove(file)
    chosen = [file for file in ours if dressed or file.src_uri != _DRESS_STYLE]
    for path in (_SHEET, _SCRIPT):
        parts = [file.content_string for file in chosen if Path(file.src_uri).suffix == Path(path).suffix]
        whole = "\n".join(parts)
        files.append(File.generated(config, path, content=bare(whole) if path == _SHEET else whole))


def bare(css: str) -> str:
    """A style sheet less its comments and indentation, a quarter of what travels: nobody reads them there."""
    return _INDENT.sub("\n", _COMMENT.sub(lambda found: found["kept"] or "", css)).lstrip()


def _is_part(path: str) -> bool:
    return posixpath.dirname(path) == _ASSETS and path.endswith((".css", ".js"))


def rare(files: Files) -> tuple[str, ...]:
    """The names of the style sheets for parts that few pages have: `make` is for the class `pb-make`."""
    found = (Path(file.src_uri) for file in files if posixpath.dirname(file.src_uri) == _ONLY)
    return tuple(sorted(path.stem for path in found if path.suffix == ".css"))


def linked(output: str, names: Iterable[str]) -> str:
    """The page's HTML with those rare style sheets that it needs, behind the one that all pages share."""
    needed = [name for name in names if f'class="pb-{name}"' in output or f'class="pb-{name} ' in output]

    def beside(shared: re.Match[str]) -> str:
        sheets = (f'<link rel="stylesheet" href="{shared[1]}{_ONLY}/{name}.css">' for name in needed)
        return "".join((shared[0], *sheets))

    return _SHARED.sub(beside, output, count=1) if needed else output


def put_on(config: MkDocsConfig, site: Site, mount: str, lang: str) -> None:
    """Dress the whole site in the brand that `site` brings, setting only what `mkdocs.yml` leaves open."""
    settings: dict[str, Any] = {"font": False, "palette": _palette(lang)}
    if site.dress:
        settings |= {"logo": quote(site.dress.logo), "favicon": quote(site.dress.favicon)}
    chosen = _chosen(config)
    for key, value in settings.items():
        if key not in chosen and value != "":
            config.theme[key] = value
    config.extra_css.insert(0, posixpath.join(mount, _ASSETS, _BRAND_STYLE))


def logos(config: MkDocsConfig, site: Site) -> dict[str, str]:
    """The logos of sub-brands by id, which take the place of the master's; not of one the project chose."""
    worn = site.dress.worn if site.dress and "logo" not in _chosen(config) else {}
    return {ident: quote(brand.logo) for ident, brand in worn.items() if ident and brand.logo}


def marked(output: str, brand: str) -> str:
    """The page's HTML with the brand that it wears on its root, for the style sheet.

    What the head says of it is for the theme's instant navigation, which renews the head and not the root.
    """
    name = escape(brand)
    told = f'<meta name="{_ATTRIBUTE}" content="{name}"></head>'
    return output.replace("</head>", told, 1).replace("<body", f'<body data-{_ATTRIBUTE}="{name}"', 1)


def _chosen(config: MkDocsConfig) -> Mapping[str, Any]:
    """What the project says of its theme in `mkdocs.yml`, the theme's own defaults left out."""
    themes = [given["theme"] for given in config.user_configs if isinstance(given.get("theme"), Mapping)]
    return {key: value for theme in themes for key, value in theme.items()}


def _palette(lang: str) -> list[dict[str, Any]]:
    """Light and dark after the reader's system, each with the button to the other one."""
    return [
        {
            "media": f"(prefers-color-scheme: {name})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": text(lang, f"plugin.from_{name}")},
        }
        for name, scheme, icon in _SCHEMES
    ]
