"""What an Office document says of itself, and what it would load from elsewhere."""

from __future__ import annotations

from playbook.observe.ooxml.names import DC
from playbook.observe.ooxml.package import Package
from playbook.observe.ooxml.tally import Tally

_MOST_PARTS = 500
_LINK = frozenset({"hyperlink"})


def described(package: Package, lang: str) -> dict[str, str | int | float]:
    """The document's title and language, where it says them."""
    found = package.xml("docProps/core.xml").find(f"{DC}title")
    title = "" if found is None else (found.text or "").strip()
    return {name: value for name, value in (("title", title[:300]), ("lang", lang)) if value}


def outside(package: Package, tally: Tally) -> None:
    """Say what the document would load from elsewhere: pictures, templates, frames. Links load nothing."""
    parts = [path for path in package.paths() if path.endswith(".rels")]
    for path in parts[:_MOST_PARTS]:
        owner = path.replace("_rels/", "").removesuffix(".rels")
        for relation in package.relations(owner).values():
            if relation.external and relation.kind not in _LINK:
                tally.doubt("not-judged.linked", kind=relation.kind, address=relation.target[:200])
