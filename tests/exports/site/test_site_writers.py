"""Blocks in both writers: every kind once, and texts that look like markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import get_args

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.blanks import Blank
from playbook.choices import Tick
from playbook.exports.site import html, html_inline, html_making, markdown, markdown_inline
from playbook.exports.site.blocks import (
    Block,
    Facts,
    Field,
    Figure,
    Filtered,
    Finder,
    Folded,
    Group,
    Heading,
    Items,
    Listing,
    Para,
    Plain,
    Prose,
    Quote,
    Rule,
    Step,
    Steps,
    Switch,
    Table,
    Walk,
)
from playbook.exports.site.feeling import Band, Feelings, Stop
from playbook.exports.site.heat import Cell, Heat, Line
from playbook.exports.site.inlines import (
    Break,
    Chip,
    Code,
    Copy,
    Download,
    Emphasis,
    Inline,
    Out,
    State,
    Strong,
    Text,
    To,
)
from playbook.exports.site.journeymap import Column, Gap, Map, Way
from playbook.exports.site.net import Net, Node
from playbook.exports.site.showing import (
    Card,
    Dropping,
    Lockup,
    Maker,
    Matrix,
    Offer,
    Part,
    Printer,
    Reviewing,
    Row,
    Specimen,
    Strip,
    Thumb,
    Wall,
)
from playbook.exports.site.sides import Side, Sides
from playbook.exports.site.ticking import Resolve, Tally, Tickable, Ticks
from playbook.exports.site.urls import place, source_path, url

PATH = "touchpoints/checkout.md"
HERE = place(PATH, directory_urls=True)
A, B = (Text("a"),), (Text("b"),)
TABLE = (
    '<div class="pb-table"><table class="pb-rows">\n<thead><tr><th scope="col">H</th>'
    '<th scope="col" class="pb-number">N</th></tr></thead>\n<tbody>\n'
    '<tr><td data-label="H">a</td><td data-label="N" class="pb-number">b</td></tr>\n</tbody>\n</table></div>'
)
FIGURE = (
    '<figure class="pb-plate" style="--pb-ground:#000000;--pb-ink:#FFFFFF"><div>'
    '<img src="../../assets/a%20b.svg" alt="Alt" loading="lazy"></div><figcaption>a</figcaption></figure>'
)
EXCERPT = (
    '<div class="highlight pb-excerpt"><pre><code><span class="pb-line" data-line="4">a</span>\n'
    '<mark class="pb-line" data-line="5">b</mark>\n</code></pre></div>'
)
STEPS = (
    '<ol class="pb-steps">\n<li id="step-1" class="pb-step pb-feels pb-feels--good">'
    '<p class="pb-step__title">a</p>\n<p>b</p></li>\n</ol>'
)
WALK = (
    f'<div class="pb-walk" data-words="{{&quot;next&quot;: &quot;\\&quot;N\\&quot;&quot;}}">\n{STEPS}\n</div>'
)
STEPPED = '1.  <a id="step-1"></a>**a**\n\n    b'
COLUMN = Column(
    number=1,
    name=(To("journeys/j/walk.md", (Text("a<b"),), "step-1"),),
    notes=("n",),
    row=4,
    feels=(State("feeling", "very-bad", "Bad"),),
    cells=((B,),),
    stage="S",
    within=False,
)
AFTER = Column(2, A, (), 0, B, ((),), "S", gap=Gap("g", 3, silent=True))
TOLD = "[1 a&lt;b](../journeys/j.md#map-1) (Bad); [2 a](../journeys/j.md#map-2) (b)"
LONE = Side(B, (), "journeys/k.md", ((),))
MAP = Map(
    title="T",
    heads=("S", "N", "F"),
    rows=(("does", "D"),),
    scale=("V",),
    zoom=("Z", "o", "u", "l"),
    columns=(COLUMN, AFTER),
    bands=(Band(1, 2, "S"),),
    ways=(Way(2, 1, 0),),
    unhappy="U",
    key="K",
)
MAPPED = (
    '<figure class="pb-map pb-map--few" style="--pb-n:2;--pb-levels:5;--pb-lanes:1;--pb-rows:5">'
    '<figcaption><span class="pb-map__unhappy">U</span> <span class="pb-map__key">K</span>'
    '<span class="pb-map__zoom" role="group" aria-label="Z" hidden>'
    '<button type="button" data-zoom="overview" aria-pressed="false">o</button>'
    '<button type="button" data-zoom="usual" aria-pressed="true">u</button>'
    '<button type="button" data-zoom="large" aria-pressed="false">l</button></span></figcaption>\n'
    '<div class="pb-map__view" role="region" tabindex="0" aria-label="T">\n'
    '<div class="pb-map__grid" role="list">'
    '<span class="pb-map__band" aria-hidden="true" style="--pb-at:1;--pb-for:2"><b>S</b></span>'
    '<span class="pb-map__way pb-map__way--back" aria-hidden="true"'
    ' style="--pb-at:1;--pb-for:2;--pb-lane:0;--pb-gap:0rem">'
    "</span>\n"
    '<div class="pb-map__strip pb-map__strip--first" style="--pb-in:2">'
    '<div class="pb-map__labels" aria-hidden="true"><span data-label="S" style="--pb-row:1"></span>'
    '<span data-label="N" style="--pb-row:2"></span>'
    '<span class="pb-map__scale" data-label="F" style="--pb-row:3"><i data-label="V"></i></span>'
    '<span data-label="D" style="--pb-row:5"></span></div>\n'
    '<div role="listitem" id="map-1" class="pb-map__step pb-map__step--hurts'
    ' pb-map__step--between pb-map__step--opens" style="--pb-at:1;--pb-gap:0rem">'
    '<p class="pb-map__stage">S</p><div class="pb-map__head"><p>'
    '<span>1</span> <a href="../../journeys/j/walk/#step-1">a&lt;b</a></p><small>n</small></div><dl>'
    '<div class="pb-map__feels" style="--pb-row:4"><dt>F</dt><dd>'
    '<svg viewBox="0 0 1 5" preserveAspectRatio="none" aria-hidden="true"><path d="M0,2.5H1"/>'
    '<path class="pb-map__line" d="M0.5,4.5H1"/></svg><span class="pb-map__mark" aria-hidden="true">'
    '</span><span class="pb-map__felt">'
    '<span class="pb-state pb-feeling pb-feeling--very-bad">Bad</span></span></dd></div>'
    '<div class="pb-map__does" style="--pb-row:5"><dt>D</dt><dd><p>b</p></dd></div></dl></div>\n'
    '<div role="listitem" id="map-2" class="pb-map__step pb-map__step--silent"'
    ' style="--pb-at:2;--pb-gap:4.6rem">'
    '<p class="pb-map__gap"><span>g</span></p><p class="pb-map__stage">S</p>'
    '<div class="pb-map__head"><p><span>2</span> a</p></div><dl>'
    '<div class="pb-map__feels" style="--pb-row:0"><dt>F</dt><dd>'
    '<svg viewBox="0 0 1 5" preserveAspectRatio="none" aria-hidden="true"><path d="M0,2.5H1"/>'
    '<path class="pb-map__line" d="M0,0.5H0.5"/></svg>'
    '<svg class="pb-map__across" viewBox="0 0 1 5" preserveAspectRatio="none" aria-hidden="true">'
    '<path class="pb-map__line" d="M0,4.5C0.5,4.5 0.5,0.5 1,0.5"/></svg>'
    '<span class="pb-map__mark" aria-hidden="true"></span><span class="pb-map__felt">b</span></dd>'
    "</div></dl></div></div>\n"
    "</div></div></figure>"
)
SIDES = (
    '<div class="pb-sides" role="region" tabindex="0" aria-label="T" style="--pb-levels:5">'
    '<table class="pb-sides__table">\n'
    '<thead><tr><th scope="col">J</th><th scope="col">S</th></tr></thead>\n'
    "<tbody>\n"
    '<tr><th scope="row">a<small>b</small></th><td data-label="S">'
    '<div class="pb-sides__plot" style="--pb-n:2">'
    '<svg viewBox="0 0 2 5" preserveAspectRatio="none" aria-hidden="true"><path d="M0,2.5H2"/>'
    '<path class="pb-sides__line" d="M0.5,4.5C1,4.5 1,0.5 1.5,0.5"/></svg><ol>'
    '<li class="pb-sides__stop pb-sides__silent" style="--pb-row:4">'
    '<a href="../../journeys/j/#map-1">'
    '<span class="pb-stop pb-stop--hurts">1</span> <span class="pb-sides__name">a&lt;b (Bad)</span></a></li>'
    '<li class="pb-sides__stop pb-sides__silent" style="--pb-row:0">'
    '<a href="../../journeys/j/#map-2">'
    '<span class="pb-stop">2</span> <span class="pb-sides__name">a (b), g</span></a></li>'
    "</ol></div></td></tr>\n"
    '<tr><th scope="row">b</th><td data-label="S"><span class="pb-sides__none">none</span></td></tr>\n'
    "</tbody></table></div>"
)
BAND = Band(1, 2, "Before")
MOOD = (
    '<figure class="pb-mood" style="--pb-steps:2;--pb-levels:2"><figcaption>C</figcaption>\n'
    '<div class="pb-mood__plot"><div class="pb-mood__scale" aria-hidden="true">'
    "<span>A</span><span>B</span></div>"
    '<div class="pb-mood__bands" aria-hidden="true"><span style="--pb-at:1;--pb-for:2">Before</span></div>'
    '<svg class="pb-mood__across" viewBox="0 0 2 2" preserveAspectRatio="none" aria-hidden="true">'
    '<path d="M0,2.5H2"/><path class="pb-mood__line" d="M0.5,0.5C1,0.5 1,3.5 1.5,3.5"/></svg>'
    '<svg class="pb-mood__down" viewBox="0 0 2 2" preserveAspectRatio="none" aria-hidden="true">'
    '<path d="M-0.5,0V2"/><path class="pb-mood__line" d="M1.5,0.5C1.5,1 -1.5,1 -1.5,1.5"/></svg>\n<ol>\n'
    '<li style="--pb-at:1;--pb-row:0"><a href="#step-1"><span class="pb-stop">1</span> '
    '<span class="pb-mood__name">a&lt;b<span class="pb-mood__felt"> (Best)</span></span></a></li>\n'
    '<li style="--pb-at:2;--pb-row:3" class="pb-mood__late"><a href="#step-2">'
    '<span class="pb-stop pb-stop--hurts">2</span> <span class="pb-mood__name">c'
    '<span class="pb-mood__felt"> (Bad)</span></span></a></li>\n</ol></div></figure>'
)
FILTERED = (
    '<div class="pb-filter" data-name="pieces" data-from="../../data/p.js" data-root="../../"'
    ' data-words="{&quot;none&quot;: &quot;No \\&quot;x\\&quot;&quot;}">\n'
    '<div class="pb-filter__still">\n<p>a</p>\n</div>\n</div>'
)
SWITCH = (
    '<nav class="pb-switch" aria-label="Brand"><span>Brand</span><ul>'
    '<li><a href="../../brand/logo/">Us &amp; co</a></li>'
    '<li><a href="../../brand/kids/logo/" aria-current="true">a</a></li></ul></nav>'
)
FIND = (("label", "L"), ("example", "E"), ("hint", "H"))
FINDER = (
    '<form class="pb-find" role="search" hidden data-from="../../data/f.js" data-root="../../"'
    ' data-words="{&quot;label&quot;: &quot;L&quot;, &quot;example&quot;: &quot;E&quot;,'
    ' &quot;hint&quot;: &quot;H&quot;}">\n<label for="pb-find">L</label>\n'
    '<input id="pb-find" type="text" placeholder="E" autocomplete="off" autocapitalize="none"'
    ' spellcheck="false" role="combobox" aria-autocomplete="list" aria-expanded="false"'
    ' aria-controls="pb-found">\n<p role="status">H</p>\n</form>'
)
LINK = '<a class="headerlink" href="#stage-b">&para;</a>'

STRIP = (
    '<figure class="pb-strip pb-strip--shares"><figcaption>S</figcaption><div role="img"'
    ' aria-label="A &amp; 2 %">'
    '<span style="--pb-ground:#000000;--pb-ink:#FFFFFF;flex-grow:2.5" title="A &amp; 2 %">2 %</span>'
    "</div></figure>"
)
MATRIX = (
    '<div class="pb-matrix" role="region" tabindex="0" aria-label="M"><table class="pb-contrast">\n'
    '<thead><tr><td></td><th scope="col">A</th><th scope="col">B</th></tr></thead>\n<tbody>\n'
    '<tr style="--pb-ink:#000000"><th scope="row">A</th><td style="--pb-ground:#000000"></td>'
    '<td style="--pb-ground:#FFFFFF">21 AAA</td></tr>\n</tbody>\n</table></div>'
)
LOCKUP = (
    '<figure class="pb-lockup" style="--pb-ground:#FFFFFF;--pb-ink:#000000"><div>'
    '<div class="pb-lockup__art" style="aspect-ratio:500.00/200.00"><img '
    'src="../../assets/a%20b.svg" alt="Alt" '
    'style="left:10.000%;top:25.000%;width:80.000%"><svg viewBox="0 0 500.00 200.00" aria-hidden="true">'
    '<rect class="pb-lockup__unit" x="0.00" y="0.00" width="50.00" height="50.00"/>'
    '<rect class="pb-lockup__unit" x="0.00" y="150.00" width="50.00" height="50.00"/>'
    '<rect class="pb-lockup__unit" x="450.00" y="0.00" width="50.00" height="50.00"/>'
    '<rect class="pb-lockup__unit" x="450.00" y="150.00" width="50.00" height="50.00"/>'
    '<path d="M0 50.00H500.00M0 150.00H500.00M50.00 0V200.00M450.00 0V200.00"/>'
    '<rect class="pb-lockup__edge" width="500.00" height="200.00"/></svg></div></div>'
    "<figcaption>a</figcaption></figure>"
)
OFFER = (
    '<div class="pb-offer" data-svg="&lt;svg/&gt;"><a class="pb-download" href="../../assets/a.svg" '
    'download="us-main.svg">Take</a><button type="button" data-png="512" data-name="us-main-512.png">'
    "PNG</button></div>"
)
COPY = (
    '<span class="pb-value"><span>HEX</span> <code>#0</code><button type="button" class="pb-copy" '
    'data-copy="#0" data-done="Done" aria-label="Copy HEX: #0"></button></span>'
)
PICTURES = (("https://x.example/?a&b", "assets/a b.svg"),)
MAKER = (
    '<div class="pb-make" data-name="sig" data-from="../../data/s.js" data-root="../../">\n'
    '<div class="pb-make__preview">\n'
    '<iframe class="pb-make__frame" title="T" sandbox="allow-same-origin" srcdoc="'
    f"{html_inline.escape(html_making.START)}&lt;img src=&quot;../../assets/a%20b.svg&quot;&gt;"
    '"></iframe>\n</div>\n</div>'
)

DROPPING = (
    '<div class="pb-check" data-search-exclude data-words="../../data/w.js" data-brand="../../data/b.js"'
    ' data-asked="{&quot;a&quot;: 1}" data-command="check FILE" data-busy="B" data-failed="F">\n'
    "<noscript><p>S <code>check FILE</code></p></noscript>\n"
    '<div class="pb-check__zone" hidden><label for="pb-check">L</label>\n'
    '<input id="pb-check" type="file" multiple accept=".svg,.png,.jpg,.jpeg,.webp,.gif,.pdf"'
    ' aria-describedby="pb-check-help">\n<p id="pb-check-help">H</p></div>\n</div>'
)
DROP_TEXTS = (("label", "L"), ("help", "H"), ("still", "S"), ("busy", "B"), ("failed", "F"))

HEAT_LINE = Line("x<", (Cell("3", 2, "many", (("stage", "a&b"),), "3: x<"), Cell("")))
HEAT = (
    '<div class="pb-heat" role="region" tabindex="0" aria-label="H">\n<table class="pb-grid">\n'
    '<thead><tr class="pb-heat__bands"><td></td><th scope="colgroup" colspan="1">B</th><td></td></tr>\n'
    '<tr><th scope="col">Row</th><th scope="col">A</th><th scope="col">Sum</th></tr></thead>\n<tbody>\n'
    '<tr><th scope="row">x&lt;</th><td class="pb-heat--2">'
    '<a href="../../?stage=a%26b" aria-label="3: x&lt;">3</a> <span>many</span></td><td></td></tr>\n'
    '</tbody>\n<tfoot><tr><th scope="row">Sum</th><td><b>3</b></td><td><b>3</b></td></tr></tfoot>\n'
    "</table></div>"
)
NODE = Node("x", "pieces/t.md", "Web", 0, 0, (Text("a"),), ())
ASKED = (("does", "Does"), ("feels", "Feels"), ("pain", "Rubs"), ("due", "When"))
BLANK = (
    '<p class="pb-blank__head"><span>Who</span></p>\n'
    '<div class="pb-blank__sheet" role="region" tabindex="0" aria-label="B&lt;"><table class="pb-template">\n'
    '<thead><tr><td></td><th scope="col">Before</th></tr></thead>\n<tbody>\n'
    '<tr><th scope="row">Does</th><td></td></tr>\n'
    '<tr><th scope="row">Feels<span class="pb-blank__levels"><span>Good</span><span>Bad</span></span></th>'
    '<td><span class="pb-blank__levels" aria-hidden="true"><span></span><span></span></span></td></tr>\n'
    '<tr><th scope="row">Rubs</th>'
    '<td><span class="pb-blank__boxes"><span>drives</span><span>blocks</span></span></td></tr>\n'
    '<tr class="pb-blank__short"><th scope="row">When</th><td></td></tr>\n</tbody>\n</table></div>'
)
NET = (
    '<div class="pb-net" data-from="../../d.js" data-root="../../"'
    ' data-words="{&quot;words&quot;: &quot;W&quot;}">\n<ul class="pb-net__legend"><li>'
    '<svg viewBox="0 0 40 12" aria-hidden="true"><path d="M0 6H34"/>'
    '<path class="pb-net__tips" d="M40 6l-7-4v8z"/></svg>on</li><li>'
    '<svg viewBox="0 0 40 12" aria-hidden="true"><path class="pb-net__back" d="M40 6H6"/>'
    '<path class="pb-net__tips" d="M0 6l7-4v8z"/></svg>back</li></ul>\n<div class="pb-net__view">'
    '<div class="pb-net__frame" role="region" tabindex="0" aria-label="N">\n'
    '<div class="pb-net__sheet" style="--pb-lane:12rem"><svg class="pb-net__ways" viewBox="0 0 240 68"'
    ' aria-hidden="true" style="width:12rem;height:3.4rem"><path d=""/>'
    '<path class="pb-net__back" d=""/><path class="pb-net__tips" d=""/></svg>\n'
    '<section><h2>L</h2><ol>\n<li><a href="../../pieces/t/"><span>x</span> <small>Web</small></a></li>\n'
    '</ol></section>\n</div></div></div>\n<h2>W</h2>\n<div class="pb-net__words">\n'
    '<section><h3>L</h3>\n<div class="pb-table"><table class="pb-rows"><thead><tr><th scope="col">a</th>'
    '<th scope="col">b</th><th scope="col">c</th><th scope="col">d</th></tr></thead>\n<tbody>\n'
    '<tr><td data-label="a"><a href="../../pieces/t/">x</a></td><td data-label="b">Web</td>'
    '<td data-label="c"></td><td data-label="d">a</td></tr>\n</tbody></table></div></section>\n'
    "</div></div>"
)
SAID = (("take", "Take"), ("open", "Open"), ("clear", "Clear"), ("write", "Write <"))
LINES = (("conclusions", "So"), ("goal", "G"), ("owner", "O"), ("due", "D"), ("more", "+"), ("review", "R"))
TICKS = (
    '<div class="pb-ticking"><table class="pb-ticks">\n<thead><tr><th scope="col">T &lt; '
    '<span class="pb-ticks__about">why</span><span class="pb-ticks__count"></span></th>'
    '<th scope="col">Have</th><th scope="col">Mend</th></tr></thead>\n'
    '<tbody class="pb-ticks__group"><tr><th colspan="3" scope="rowgroup">G</th></tr></tbody>\n'
    '<tbody>\n<tr data-id="t/x" data-is="needs-work"><th scope="row">a</th>'
    '<td><label><input type="checkbox" autocomplete="off" aria-label="X: Have" checked></label></td>'
    '<td><label><input type="checkbox" autocomplete="off" aria-label="X: Mend" checked></label></td></tr>\n'
    '<tr class="pb-ticks__also"><td colspan="3">more</td></tr>\n</tbody>\n</table></div>'
)
TALLY = (
    '<div class="pb-tally" data-search-exclude hidden data-words="{&quot;take&quot;: &quot;Take&quot;, '
    "&quot;open&quot;: &quot;Open&quot;, &quot;clear&quot;: &quot;Clear&quot;, "
    '&quot;write&quot;: &quot;Write &lt;&quot;}" data-root="../../" data-brand="B &amp; C" '
    'data-new-file="https://a.b/{path}">\n'
    '<p class="pb-tally__seen" aria-hidden="true"></p>\n<p class="pb-spoken" role="status"></p>\n'
    '<div class="pb-tally__doing">'
    '<a class="pb-tally__write" target="_blank" rel="noopener" hidden>Write &lt;</a>\n'
    '<button type="button" data-do="take" class="pb-tally__take">Take</button></div>\n'
    '<p class="pb-tally__told" role="alert"></p>\n</div>\n'
    '<div class="pb-tally__more" data-search-exclude hidden>\n'
    '<label class="pb-tally__open">Open<input type="file" accept=".yml,.yaml"></label>\n'
    '<button type="button" data-do="clear">Clear</button>\n</div>'
)
RESOLVE = (
    '<form class="pb-resolve" data-search-exclude autocomplete="off">\n<label class="pb-resolve__found">So'
    '<textarea name="conclusions" rows="6" maxlength="10000"></textarea></label>\n'
    '<table class="pb-resolve__goals"><thead><tr><th scope="col">G</th><th scope="col">O</th>'
    '<th scope="col">D</th></tr></thead>\n<tbody>\n'
    '<tr><td data-label="G"><input name="goal" aria-label="G" maxlength="500"></td>'
    '<td data-label="O"><select name="owner" aria-label="O"><option value=""></option>'
    '<option value="o&lt;">N &amp;</option></select></td>'
    '<td data-label="D"><input type="date" name="due" aria-label="D" data-empty></td></tr>\n'
    "</tbody></table>\n"
    '<button type="button" data-do="goal" hidden>+</button>\n'
    '<label class="pb-resolve__review">R<input type="date" name="review" data-empty></label>\n</form>'
)
LINE = "\\_" * 40
THING = Tickable("t/x", "X", A, Tick.NEEDS_WORK, also="more")
BLOCKS: list[tuple[Block, str, str]] = [
    (
        Heading(2, "A & b", "x"),
        '<h2 id="x">A &amp; b<a class="headerlink" href="#x">&para;</a></h2>',
        "## A &amp; b",
    ),
    (
        Heading(2, "B", "stage-b", linked=True),
        f'<h2 id="stage-b">B{LINK}</h2>',
        '<a id="stage-b"></a>\n\n## B',
    ),
    (Para(A), "<p>a</p>", "a"),
    (Para(A, "label"), '<p class="pb-label">a</p>', "**a**"),
    (Plain(A), "a", "a"),
    (Prose("*a*", "lead"), '<div class="pb-lead"><p><em>a</em></p></div>', "*a*"),
    (Facts((("K", A),)), '<dl class="pb-facts">\n<div><dt>K</dt><dd>a</dd></div>\n</dl>', "- **K:** a"),
    (
        Table(("H", "N"), ((A, B),), frozenset({1})),
        TABLE,
        "| H | N |\n| --- | --: |\n| a | b |",
    ),
    (Items(((Plain(A),), (Plain(B),))), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "-   a\n-   b"),
    (
        Items(((Para(A), Para(B)),), ordered=True),
        "<ol>\n<li><p>a</p>\n<p>b</p></li>\n</ol>",
        "1.  a\n\n    b",
    ),
    (Filtered("pieces", "data/p.js", (("none", 'No "x"'),), (Para(A),)), FILTERED, "a"),
    (Finder("data/f.js", FIND), FINDER, ""),
    (
        Switch("Brand", (To("brand/logo.md", (Text("Us & co"),)), To("brand/kids/logo.md", A)), 1),
        SWITCH,
        "Brand: [Us &amp; co](../brand/logo.md) | **a**",
    ),
    (
        Wall((Card(((120, 72),), "P<F", A, B),)),
        (
            '<ul class="pb-wall">\n<li><svg viewBox="0 0 160 128" aria-hidden="true">'
            '<rect x="20" y="28" width="120" height="72"/><text x="80" y="64">P&lt;F</text></svg>'
            '<p class="pb-name">a</p><p>b</p></li>\n</ul>'
        ),
        "- a: b",
    ),
    (
        Wall((Card(((120, 72),), "P", A, B, Thumb("as sets/1.svg", 40, 30, 'a "b"')),)),
        (
            '<ul class="pb-wall">\n<li><div class="pb-thumb"><img src="../../as%20sets/1.svg"'
            ' alt="a &quot;b&quot;" width="40" height="30" loading="lazy" decoding="async"></div>'
            '<p class="pb-name">a</p><p>b</p></li>\n</ul>'
        ),
        "- a: b",
    ),
    (
        Printer("Print"),
        '<button type="button" class="pb-printer" data-pb-print>Print</button>',
        "",
    ),
    (Group("g", (Para(A),), "t"), '<div id="t" class="pb-g">\n<p>a</p>\n</div>', '<a id="t"></a>\n\na'),
    (
        Field("#000", "#FFF", (Para(A),), "f"),
        '<div class="pb-on pb-f" style="--pb-ground:#000;--pb-ink:#FFF">\n<p>a</p>\n</div>',
        "a",
    ),
    (
        Figure("assets/a b.svg", "Alt", A, "#000000", "#FFFFFF"),
        FIGURE,
        "![Alt](../assets/a%20b.svg)\n\na",
    ),
    (
        Specimen("Aa", (("font-family", "'X;}'"),)),
        '<p class="pb-specimen" style="font-family:&#x27;X&#x27;">Aa</p>',
        "Aa",
    ),
    (
        Quote((Para(A),), B),
        '<blockquote class="pb-quote">\n<p>a</p>\n<p class="pb-source">b</p>\n</blockquote>',
        "> a\n>\n> \N{EM DASH} b",
    ),
    (
        Listing("a\n``` b"),
        '<div class="highlight"><pre><code>a\n``` b\n</code></pre></div>',
        "````\na\n``` b\n````",
    ),
    (
        Listing("a\nb", 4, 5),
        EXCERPT,
        "```\na\nb\n```",
    ),
    (
        Steps((Step("step-1", A, "good", (Para(B),)),)),
        STEPS,
        STEPPED,
    ),
    (
        Walk(Steps((Step("step-1", A, "good", (Para(B),)),)), (("next", '"N"'),)),
        WALK,
        STEPPED,
    ),
    (
        Folded("a<b", (Para(B),)),
        '<details class="pb-folded"><summary>a&lt;b</summary>\n<p>b</p>\n</details>',
        "**a&lt;b**\n\nb",
    ),
    (MAP, MAPPED, '<a id="map-1"></a><a id="map-2"></a>'),
    (
        Sides("T", ("J", "S"), "none", 5, (Side(A, B, "journeys/j.md", ((COLUMN, AFTER),)), LONE)),
        SIDES,
        f"| J | S |\n| --- | --- |\n| a (b) | {TOLD} |\n| b | none |",
    ),
    (
        Feelings("C", ("A", "B"), (Stop("step-1", "a<b", 0, "Best"), Stop("step-2", "c", 3, "Bad")), (BAND,)),
        MOOD,
        "",
    ),
    (Rule(), "<hr>", "---"),
    (
        Strip("S", (Part("#000000", "#FFFFFF", 2.5, "A & 2 %", "2 %"),), "shares"),
        STRIP,
        "<strong>S:</strong> A &amp; 2 %",
    ),
    (
        Matrix("M", (("A", "#000000"), ("B", "#FFFFFF")), (Row("A", "#000000", ("", "21 AAA")),)),
        MATRIX,
        "|  | A | B |\n| --- | --- | --- |\n| A |  | 21 AAA |",
    ),
    (
        Lockup("assets/a b.svg", "Alt", 4.0, 0.5, "#FFFFFF", "#000000", A),
        LOCKUP,
        "![Alt](../assets/a%20b.svg)\n\na",
    ),
    (
        Offer("assets/a.svg", "us-main", "Take", "<svg/>", ((512, "PNG"),)),
        OFFER,
        "[Take](../assets/a.svg)",
    ),
    (
        Maker("sig", "T", "data/s.js", '<img src="https://x.example/?a&amp;b">', True, "-- \nA\n", PICTURES),
        MAKER,
        "```\n-- \nA\n```",
    ),
    (
        Reviewing(("data/p.js", "data/r.js"), (("next", 'N "x"'),), "Switch <on>", "A & B"),
        (
            '<div class="pb-review" data-search-exclude data-from="[&quot;../../data/p.js&quot;,'
            ' &quot;../../data/r.js&quot;]" data-root="../../" data-brand="A &amp; B"'
            ' data-words="{&quot;next&quot;: &quot;N \\&quot;x\\&quot;&quot;}">'
            "<noscript><p>Switch &lt;on&gt;</p></noscript></div>"
        ),
        "Switch &lt;on&gt;",
    ),
    (
        Dropping("data/w.js", "data/b.js", '{"a": 1}', "check FILE", DROP_TEXTS),
        DROPPING,
        "```\ncheck FILE\n```",
    ),
    (
        Heat("H", "Row", (("B", 1),), ("A",), (HEAT_LINE,), Line("Sum", (Cell("3"), Cell("3"))), "index.md"),
        HEAT,
        "| Row | A | Sum |\n| --- | --: | --: |\n| x&lt; | 3 many |  |\n| Sum | 3 | 3 |",
    ),
    (
        Ticks(
            "T <", "why", ("Have", "Mend"), (("G", (Tickable("t/x", "X", A, Tick.NEEDS_WORK, also="more"),)),)
        ),
        TICKS,
        "| T &lt; | Have | Mend |\n| --- | --- | --- |\n| a | \u2611 | \u2611 |",
    ),
    (Tally(SAID, "B & C", "https://a.b/{path}"), TALLY, ""),
    (
        Resolve(LINES, (("o<", "N &"),), 1),
        RESOLVE,
        f"So\n\n{LINE}\n\n| G | O | D |\n| --- | --- | --- |\n| &nbsp; | &nbsp; | &nbsp; |\n\nR {LINE}",
    ),
    (
        Blank("b", "B<", "", ("Who",), ("Before",), ASKED, ("Good", "Bad"), ("drives", "blocks")),
        BLANK,
        (
            "- Who:\n\n|  | Before |\n| --- | --- |\n| Does |  |\n| Feels | Good / Bad |\n"
            "| Rubs | drives / blocks |\n| When |  |"
        ),
    ),
    (
        Net("N", ("on", "back"), ("a", "b", "c", "d"), ("L",), (NODE,), (), "d.js", (("words", "W"),)),
        NET,
        "**L**\n\n| a | b | c | d |\n| --- | --- | --- | --- |\n| [x](../pieces/t.md) | Web |  | a |",
    ),
]
INLINES: list[tuple[Inline, str, str]] = [
    (Text("a<b"), "a&lt;b", "a&lt;b"),
    (Text("Post, E-mail"), 'Post, <span class="pb-whole">E-mail</span>', "Post, E-mail"),
    (Text("one-off; a&-b; 3-4; x.y-z"), "one-off; a&amp;-b; 3-4; x.y-z", "one-off; a&amp;-b; 3-4; x.y-z"),
    (Strong(A), "<strong>a</strong>", "**a**"),
    (Emphasis(A), "<em>a</em>", "*a*"),
    (Code("a"), "<code>a</code>", "`a`"),
    (Copy("HEX", "#0", "Copy HEX: #0", "Done"), COPY, "HEX `#0`"),
    (
        Copy("HEX", "#0", "", "Done"),
        '<span class="pb-value"><span>HEX</span> <code>#0</code></span>',
        "HEX `#0`",
    ),
    (Code("a`|b"), "<code>a`|b</code>", "<code>a\\`&#124;b</code>"),
    (To("pieces/x.md", A), '<a href="../../pieces/x/">a</a>', "[a](../pieces/x.md)"),
    (To("touchpoints/index.md", A, "s"), '<a href="../../touchpoints/#s">a</a>', "[a](index.md#s)"),
    (To("index.md", A), '<a href="../../">a</a>', "[a](../index.md)"),
    (
        Out("https://a.b/c/d", (Text("a.b/c/d"),)),
        '<a href="https://a.b/c/d" rel="noopener" data-told>a.b/<wbr>c/<wbr>d</a>',
        "[a.b/c/d](https://a.b/c/d)",
    ),
    (
        Out("https://a.b/?c&d", A),
        '<a href="https://a.b/?c&amp;d" rel="noopener">a</a>',
        "[a](https://a.b/?c&amp;d)",
    ),
    (Download("f/a.pdf", A), '<a class="pb-download" href="../../f/a.pdf" download>a</a>', "[a](../f/a.pdf)"),
    (
        State("piece-status", "missing", "Missing"),
        '<span class="pb-state pb-piece-status pb-piece-status--missing">Missing</span>',
        "Missing",
    ),
    (
        Chip("#AABBCC"),
        '<span class="pb-chip" style="background:#AABBCC"></span>',
        '<span class="pb-chip" style="background:#AABBCC"></span>',
    ),
    (Break(), "<br>\n", "<br>"),
]


@pytest.mark.parametrize("block, as_html, as_markdown", BLOCKS)
def test_every_block_in_both_writers(block, as_html, as_markdown):
    assert html.write((block,), HERE) == as_html
    assert markdown.write((block,), PATH) == as_markdown


@pytest.mark.parametrize("part, as_html, as_markdown", INLINES)
def test_every_inline_in_both_writers(part, as_html, as_markdown):
    assert html_inline.inline((part,), HERE) == as_html
    assert markdown_inline.inline((part,), PATH) == as_markdown


def test_only_the_first_picture_of_a_page_is_fetched_at_once():
    shown = html.page("T", [Figure("a.svg", "A"), Figure("b.svg", "B"), Figure("c.svg", "C")], HERE)
    assert re.findall(r'alt="(.)"( loading="lazy")?', shown) == [("A", ""), *((n, html.LAZY) for n in "BC")]


def test_the_tables_above_leave_nothing_out():
    assert {type(block) for block, _, _ in BLOCKS} == set(get_args(Block))
    assert {type(part) for part, _, _ in INLINES} == set(get_args(Inline))


@pytest.mark.parametrize(
    "path, by_directory, by_file",
    [
        ("index.md", "", "index.html"),
        ("tags.md", "tags/", "tags.html"),
        ("brand/index.md", "brand/", "brand/index.html"),
        ("brand/logo.md", "brand/logo/", "brand/logo.html"),
    ],
)
def test_addresses_are_those_of_mkdocs(path, by_directory, by_file):
    assert url(path, directory_urls=True) == by_directory
    assert url(path, directory_urls=False) == by_file


@pytest.mark.parametrize(
    "here, there, link",
    [
        ("a/b.md", "a/c.md", "c.md"),
        ("a/b.md", "index.md", "../index.md"),
        ("index.md", "a/b.md", "a/b.md"),
        ("a/b/c.md", "a/d/e.md", "../d/e.md"),
        ("a.md", "a.md", "a.md"),
    ],
)
def test_a_page_names_another_by_its_file(here, there, link):
    assert source_path(here, there) == link


class Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser hands it over
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


NAMES = st.text(alphabet=st.sampled_from("ab1 <>&\"'`*_[](){}|#!\\~=+-.:;/^$%@?\t\n\0é\u202e"), max_size=30)


@given(NAMES)
def test_a_name_is_shown_as_it_is(name):
    """Whatever a name looks like, a reader sees that name, in a paragraph, a heading, a cell and a link."""
    clean = "".join(c for c in name if c >= " " or c in "\n\t")
    blocks = (
        Para((Text(name),)),
        Heading(2, f"x{name}", "x"),
        Table(("h",), (((Text(f"x{name}x"),),),)),
        Para((To("a.md", (Text(f"x{name}x"),)),)),
        Items(((Plain((Text(f"x{name}"),)),),)),
    )
    for block in blocks:
        seen = Words(html.write((block,), HERE).replace("&para;", ""))
        text = markdown.write((block,), PATH).replace('<a id="x"></a>\n\n', "")
        again = Words(
            python_markdown.markdown(text, extensions=["tables", "fenced_code", "toc", "attr_list"])
        )
        assert "".join(clean.split()) in "".join(seen.words.split())
        assert "".join(again.words.split()) == "".join(seen.words.split())


@given(NAMES)
def test_no_name_opens_a_tag(name):
    seen = Words(html.page(name, (Para((Code(name), Strong((Text(name),)))), Listing(name)), HERE))
    assert set(seen.tags) <= {"h1", "p", "code", "strong", "div", "pre"}
