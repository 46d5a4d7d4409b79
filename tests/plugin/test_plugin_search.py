"""Our entries of the search index against what the theme's own reader makes of the same pages."""

import json
import re
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex

from playbook.mkdocs_plugin import search


def theirs(content: str) -> list[dict[str, str]]:
    index = SearchIndex()
    page: Any = SimpleNamespace(meta={}, content=content, toc=[], url="a/", title="Page")
    index.add_entry_from_context(page)
    return [{key: _collapsed(value) for key, value in entry.items()} for entry in index.entries]


def ours(content: str) -> list[dict[str, str]]:
    found = search.sections(content, "Page", "a/")
    return [{key: _collapsed(value) for key, value in entry.items()} for entry in found]


def _collapsed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


CONTENTS = {
    "paragraphs": '<p>First.</p>\n<p class="pb-lead">Second <b>bold</b>.</p>',
    "sections": '<p>a</p>\n<h2 id="x">Two<a class="headerlink" href="#x">&para;</a></h2>\n<p>b</p>',
    "entities": "<p>R&amp;D &quot;now&quot;</p>\n<p>1 &lt; 2 &amp;&amp; it&#x27;s &euro;5 &#60;b&#62;</p>",
    "lists": '<ul class="pb-x">\n<li><p>a</p></li>\n<li>b<sub>2</sub></li>\n</ul>',
    "empty": "<p></p>\n<ul>\n</ul>\n<p>x</p>",
    "a heading without words": '<h2 id="x"></h2><p>x</p>',
    "pictures": '<svg><style>a{b:c}</style><title>T</title><path d="M0"/></svg><img alt="no">',
    "cells": '<table><tr><td data-label="A">a</td>\n<td>b</td>\n</tr></table>',
    "a heading without anchor": "<h3>Not a section</h3>\n<p>x</p>",
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_sections_are_those_of_the_theme(content):
    whole = f'<h1 id="_title">Tea &amp; cake</h1>\n{content}'
    assert ours(whole) == theirs(whole)


def page(content: str, **meta: object) -> Any:
    return SimpleNamespace(meta=dict(meta), content=content, url="a/", title="Page")


def config(entries: object) -> Any:
    return SimpleNamespace(
        plugins={"material/search": SimpleNamespace(search_index=SimpleNamespace(entries=entries))}
    )


def test_a_page_is_put_into_the_index_once_with_its_names_and_weight():
    entries: list[dict[str, Any]] = []
    shown = page('<h1 id="_title">One</h1>', tags=["tea"], search={"boost": 2})
    search.put(shown, config(entries))
    assert entries == [{"location": "a/", "title": "One", "text": "", "tags": ["tea"], "boost": 2}]
    assert shown.meta["search"] == {"boost": 2, "exclude": True}


@pytest.mark.parametrize(
    "content, meta",
    [
        ("<h1>One</h1>", {"search": {"exclude": True}}),
        ("<pre>x\n  y</pre>", {}),
        ("<p data-search-exclude>x</p>", {}),
        ("<p>品牌手册</p>", {}),
    ],
    ids=["kept out by its owner", "code", "kept out in part", "Chinese"],
)
def test_a_page_that_is_otherwise_is_left_to_the_theme(content, meta):
    entries: list[dict[str, Any]] = []
    shown = page(content, **meta)
    search.put(shown, config(entries))
    assert entries == []
    assert shown.meta == meta


@pytest.mark.parametrize(
    "plugins", [{}, {"search": SimpleNamespace(search_index=SimpleNamespace(_entries=[]))}]
)
def test_another_search_reads_the_pages_itself(plugins):
    shown = page('<h1 id="_title">One</h1>')
    bare: Any = SimpleNamespace(plugins=plugins)
    search.put(shown, bare)
    assert shown.meta == {}


def test_the_demo_is_indexed_as_the_theme_would(demo, monkeypatch):
    body = "".join(f'<h2 id="s{n}">Part {n}</h2>\n<p>Words &amp; more {n}</p>' for n in range(3))
    pages = [{"path": "items/a.md", "title": "A", "body": f"<h1>A</h1>\n{body}"}]
    mine = json.loads(demo(pages=pages).build({}).text("search/search_index.json"))["docs"]
    monkeypatch.setattr(search, "put", lambda page, config: None)  # noqa: ARG005
    read = json.loads(demo(pages=pages).build({}).text("search/search_index.json"))["docs"]
    assert mine == read
    assert len(mine) == 4
