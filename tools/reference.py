"""Writes the reference in docs/ from the code and its data: fields, checks, kinds, vocabulary.

Usage: python tools/reference.py
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

import reference_checks
import reference_fields
from reference_tables import Lines, code, table, words

from playbook import catalog, choices
from playbook.diagnostics import Severity
from playbook.i18n import text, texts
from playbook.kinds import Kind, UsualSize, builtin
from playbook.model import vocabulary

DOCS = Path(__file__).resolve().parents[1] / "docs"
MARK = "<!-- Made by tools/reference.py. Change the source, then run `make docs`. -->\n"


def main() -> None:
    """Write every page."""
    for name, content in pages().items():
        (DOCS / name).write_text(content, encoding="utf-8")


def pages() -> Mapping[str, str]:
    """The text of each page by its file name."""
    made: Mapping[str, Callable[[], Lines]] = {
        "fields.md": reference_fields.page,
        "checks.md": reference_checks.page,
        "kinds.md": kinds_page,
        "vocabulary.md": vocabulary_page,
    }
    return {name: "\n".join((MARK, *page())).rstrip("\n") + "\n" for name, page in made.items()}


_GROUPS = {"email": "E-mail"}


def kinds_page() -> Lines:
    """Every kind of piece, by group."""
    yield "# Kinds of piece"
    yield ""
    yield "What `kind` of a piece may be. A project adds its own, or replaces one of these, with a folder"
    yield "`brand/kinds/<id>/`: [how](own-kinds.md), and [its fields](fields.md#kind)."
    yield ""
    yield "A piece of a kind that is made from the brand is filled in on its page, and by"
    yield "[`brand-playbook render`](commands.md#render); it is printed, or saved as PDF, from the page."
    yield ""
    groups: dict[str, list[Kind]] = {}
    for kind in builtin().values():
        groups.setdefault(kind.group, []).append(kind)
    for group in sorted(groups):
        yield f"## {_GROUPS.get(group, group.capitalize())}"
        yield ""
        rows = (
            (
                f"`{k.id}`",
                k.words("en").name,
                k.words("es").name,
                k.words("en").summary or "",
                _usual(k),
                _made(k),
            )
            for k in groups[group]
        )
        heads = ("id", "English", "Spanish", "what it is for", "usually", "made from the brand as")
        yield from table(heads, rows)


def _usual(kind: Kind) -> str:
    return "; ".join(filter(None, (", ".join(kind.format), ", ".join(map(_size, kind.sizes)))))


def _made(kind: Kind) -> str:
    return ", ".join(dict.fromkeys(output.ending.upper() for output in kind.outputs))


def _size(size: UsualSize) -> str:
    measure = f"{size.width:g} × {size.height:g}" if size.height else f"{size.width:g}"
    name = f" {size.name}" if size.name else ""
    checked = f" ({size.source}, {size.verified_on})" if size.verified_on else ""
    return f"{measure} {size.unit}{name}{checked}"


def vocabulary_page() -> Lines:
    """The words that fields are filled with, in both languages."""
    yield "# Vocabulary"
    yield ""
    yield "The words that come with the playbook. Stages, categories, channels, audiences and KPIs can be"
    yield "renamed and extended in `content/playbook.yml`; the other lists are closed."
    yield ""
    stages = {ident: f"`{phase}`" for ident, phase in vocabulary.STAGES.items()}
    yield from _list_of("Stages", "stage", "phase", dict.fromkeys(choices.Phase, "") | stages)
    yield from _list_of("Categories", "category", "", dict.fromkeys(vocabulary.CATEGORIES, ""))
    yield from _list_of("Channels", "channel", "", dict.fromkeys(vocabulary.CHANNELS, ""))
    yield from _list_of("Audiences", "audience", "", dict.fromkeys(vocabulary.AUDIENCES, ""))
    kpis = {ident: f"`{stage}`" if stage else "the whole" for ident, stage in vocabulary.KPIS.items()}
    yield from _list_of("KPIs", "kpi", "stage", kpis)
    yield from _catalog()
    for cls in _closed():
        yield from _list_of(words(cls), words(cls).lower().replace(" ", "-"), "", dict.fromkeys(cls, ""), cls)


def _list_of(title: str, group: str, head: str, more: Mapping[str, str], cls: type | None = None) -> Lines:
    yield f"## {title}"
    yield ""
    yield from (inspect.getdoc(cls) or "", "") if cls else ()
    rows = ((f"`{i}`", _name("en", group, i), _name("es", group, i), told) for i, told in more.items())
    yield from table(("id", "English", "Spanish", head), rows)


def _name(lang: str, group: str, ident: str) -> str:
    key = f"{group}.{ident}"
    return text(lang, key if key in texts(lang) else f"phase.{ident}")


def _closed() -> list[type[StrEnum]]:
    """The closed vocabularies; the phases stand with the stages."""
    found = [
        cls for _, cls in inspect.getmembers(choices, inspect.isclass) if cls.__module__ == choices.__name__
    ]
    return [cls for cls in found if cls is not choices.Phase] + [Severity]


def _catalog() -> Lines:
    yield "## Catalog"
    yield ""
    yield "Ready-made touchpoints: `brand-playbook new touchpoint NAME --from ID`. With `--with-pieces` their"
    yield "usual pieces come too, as missing."
    yield ""
    rows = (
        (f"`{i}`", e.words("en").name, e.words("es").name, code(e.stage), code(e.pieces))
        for i, e in catalog.entries().items()
    )
    yield from table(("id", "English", "Spanish", "stage", "usual pieces"), rows)


if __name__ == "__main__":
    main()
