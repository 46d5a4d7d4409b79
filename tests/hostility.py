# ruff: noqa: E501 -- an attack is easier to read in one piece
"""Content that tries to run scripts in a reader's browser, or to call home; `pwned()` is what it wants to run."""

from __future__ import annotations

HOME = "https://evil.example"
"""The host that nothing may be asked of."""

MARKUP = (
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    '"><svg onload=pwned()><circle r="9"/></svg>',
    "' onmouseover='pwned()' autofocus onfocus='pwned()' x='",
    '" onmouseover="pwned()" autofocus onfocus="pwned()" style="animation:x" x="',
    "</title><script>pwned()</script>",
    "</style><script>pwned()</script>",
    "</textarea></template></noscript><script>pwned()</script>",
    "]]><script>pwned()</script>",
    "--><script>pwned()</script><!--",
    "<![CDATA[<script>pwned()</script>]]>",
    "<?php pwned() ?><!DOCTYPE x><script>pwned()</script>",
    "&lt;img src=x onerror=pwned()&gt;",
    "&amp;lt;img src=x onerror=pwned()&amp;gt;",
    "&#60;script&#62;pwned()&#60;/script&#62;",
    "\N{FULLWIDTH LESS-THAN SIGN}script\N{FULLWIDTH GREATER-THAN SIGN}pwned()",
    '<div markdown="1" onclick="pwned()" onpointerenter="pwned()">in</div>',
    "<details open ontoggle=pwned()><summary>in</summary></details>",
    '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
    f'<iframe src="{HOME}/f"></iframe><object data="{HOME}/o"></object><embed src="{HOME}/e">',
    f'<meta http-equiv="refresh" content="0;url={HOME}/m"><base href="{HOME}/b/">',
    f'<link rel="stylesheet" href="{HOME}/l.css"><style>@import "{HOME}/s.css";</style>',
    f'<style>body{{background:url({HOME}/b)}}</style><video poster="{HOME}/v" src="{HOME}/w"></video>',
    '<form action="javascript:pwned()"><input type="submit" autofocus onfocus="pwned()"></form>',
    '<a href="javascript:pwned()" target="_blank">in</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror="pwned()">',
    '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
    "<svg><animate attributeName=href values=javascript:pwned() /><a><text>in</text></a></svg>",
    "{{7*7}} {{ pwned() }} {% raw %} {% include 'x' %} ${7*7} #{7*7} <%= pwned() %>",
    f'=HYPERLINK("{HOME}/x")',
    "\N{RIGHT-TO-LEFT OVERRIDE}<script>pwned()</script>\N{LINE SEPARATOR}pwned()",
)
LINKS = (
    "[in](javascript:pwned())",
    "[in](JaVaScRiPt:pwned())",
    "[in](&#106;avascript:pwned())",
    "[in](&#x6A&#x61vascript&colon;pwned())",
    "[in](java&#10;script:pwned())",
    "[in](java&Tab;script&NewLine;:pwned())",
    "[in](<javascript:pwned()>)",
    "[in]( javascript:pwned() 'title')",
    "[in](&#1;javascript:pwned())",
    "[in](\N{ZERO WIDTH SPACE}javascript:pwned())",
    "[in](javascript\\:pwned())",
    "[in](javascript%3Apwned())",
    "[in](\\javascript:pwned())",
    "[in](vbscript:pwned())",
    "[in](data:text/html,<script>parent.pwned()</script>)",
    "[in](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQoKTwvc2NyaXB0Pg==)",
    "[in](blob:null/x) [in](file:///etc/passwd) [in](view-source:x)",
    "[in](//evil.example/a) [in](\\\\evil.example\\a)",
    '[in](https://ok.example/"onmouseover="pwned() \'x"onfocus="pwned()\')',
    "[in][trap] [trap][] [trap]\n\n[trap]: javascript:pwned()",
    "[in][quoted]\n\n[quoted]: <java&#9;script:pwned()> 'x\" onfocus=\"pwned()'",
    '<javascript:pwned()> <https://ok.example/?"onclick="pwned()> <data:text/html,x>',
    '<pwned"onclick="pwned()"@ok.example>',
    f"![in]({HOME}/track.png) ![in](//evil.example/track.png)",
    '![in](javascript:pwned()) !["onerror="pwned()](x) ![in](x \'a"onerror="pwned()\')',
    '[![in](x "a" onerror=pwned())](javascript:pwned())',
    "[[touchpoint:<img src=x onerror=pwned()>]] [[touchpoint:one|<img src=x onerror=pwned()>]]",
    "[[touchpoint:one|](javascript:pwned())]] [[color:one|in](javascript:pwned())]]",
    "[[touchpoint:one|in]](javascript:pwned())",
)
BLOCKS = (
    'words {: onclick="pwned()" style="background:url(https://evil.example/s)" }',
    "{ onclick=pwned() .x #y }\n\n# Title {: onmouseover=pwned() #z }",
    '- entry\n{: onclick="pwned()" }\n\n> quote\n{: onmouseover="pwned()" }',
    "```html\n<script>pwned()</script>\n```",
    '``` { .python onclick="pwned()" }\nx\n```\n\n~~~ "><script>pwned()</script>\n</code></pre><script>pwned()</script>\n~~~',
    "    </code></pre><script>pwned()</script>",
    "`</code><script>pwned()</script>` ``<img src=x onerror=pwned()>``",
    "| <img src=x onerror=pwned()> | b |\n|---|---|\n| [in](javascript:pwned()) | <script>pwned()</script> |",
    '!!! note "<img src=x onerror=pwned()>"\n    <script>pwned()</script>',
    '??? note "x\\" onclick=\\"pwned()"\n    in\n\n=== "<img src=x onerror=pwned()>"\n    in',
    '--8<-- "https://evil.example/x"\n\n--8<-- "mkdocs.yml"\n\n;--8<--\nmkdocs.yml\n;--8<--',
    '[^1]\n\n[^1]: <script>pwned()</script>\n\n*[in]: x" onclick="pwned()',
    "$$\\href{javascript:pwned()}{in}$$ \\(\\unicode{<img src=x onerror=pwned()>}\\) :smile:",
    "==in== ^^in^^ ~~in~~ {++in++} {>>in<<} ++ctrl+x++ <!-- material/tags -->",
)
STYLES = (
    "red;}body{background:url(https://evil.example/c)}x{",
    "url(https://evil.example/u)",
    "Arial', url('https://evil.example/q') format('woff2'); x: '",
    "Arial\"; } @import 'https://evil.example/i.css'; @font-face { src: url(https://evil.example/w) } x { y: \"",
    "*/ body{background:url(//evil.example/x)} /*",
    "\\22);}</style><script>pwned()</script>",
    "expression(pwned())",
    "1rem;background:url(https://evil.example/z)",
    "var(--x,url(https://evil.example/v))",
    "U+0000-00FF;src:url(https://evil.example/r)",
)
PAYLOADS = MARKUP + LINKS + STYLES
URLS = (
    'https://ok.example/"onmouseover="pwned()"',
    "https://ok.example/'><script>pwned()</script>",
    "https://ok.example/)[in](javascript:pwned())",
    "https://ok.example/{{7*7}}{:onclick=pwned()}",
    'https://javascript:pwned()@ok.example/\\"><img src=x onerror=pwned()>',
    "mailto:a@ok.example?body=<script>pwned()</script>",
    'tel:+1"onclick="pwned()',
)
MAILS = ("'onload=pwned()@ok.example", "a`[in](javascript:pwned())@ok.example")

_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'
PICTURES = (
    f"""<svg {_SVG} onload="pwned()"><script>pwned()</script><script href="data:text/javascript,pwned()"/>
    <rect width="40" height="20" fill="#336" onclick="pwned()" onmouseover="pwned()"/></svg>""",
    f"""<svg {_SVG}><foreignObject width="40" height="20"><body xmlns="http://www.w3.org/1999/xhtml">
    <script>pwned()</script><img src="x" onerror="pwned()"/><iframe src="javascript:parent.pwned()"/></body>
    </foreignObject><rect width="40" height="20" fill="#336"/></svg>""",
    f"""<svg {_SVG}><image width="9" height="9" href="{HOME}/i.png"/><image xlink:href="//evil.example/j.png"/>
    <use href="{HOME}/u.svg#a"/><use href="data:image/svg+xml,&lt;svg id='x' onload='pwned()'/&gt;#x"/>
    <filter id="f"><feImage href="{HOME}/f.png"/></filter><rect filter="url({HOME}/g.svg#x)" width="9" height="9"/>
    <rect width="40" height="20" fill="#336" style="fill:url({HOME}/h.svg#p)"/></svg>""",
    f"""<svg {_SVG}><a href="javascript:pwned()"><rect width="40" height="20" fill="#336"/></a>
    <a><animate attributeName="href" values="javascript:pwned()" begin="0s"/><rect width="20" height="20"/></a>
    <a><set attributeName="xlink:href" to="javascript:pwned()"/><text y="9">in</text></a>
    <animate attributeName="onclick" values="pwned()"/><set attributeName="onmouseover" to="pwned()"/></svg>""",
    f"""<?xml-stylesheet href="{HOME}/x.css"?><svg {_SVG}><style>@import "{HOME}/s.css";
    @font-face{{font-family:x;src:url({HOME}/f.woff2)}} rect{{fill:url({HOME}/p.svg#x)}} text{{font-family:x}}
    rect{{background:\\75rl({HOME}/esc)}}</style><rect width="40" height="20"/><text y="9">in</text></svg>""",
    f"""<svg {_SVG}><handler type="text/javascript" ev:event="load" xmlns:ev="http://www.w3.org/2001/xml-events">
    pwned()</handler><discard begin="0s"/><metadata><script>pwned()</script></metadata>
    <switch><script>pwned()</script></switch><image href="data:text/html,&lt;script&gt;parent.pwned()&lt;/script&gt;"/>
    <style>&lt;/style&gt;&lt;script&gt;pwned()&lt;/script&gt;</style>
    <rect width="40" height="20" fill="#336" begin="pwned()"/></svg>""",
)
FILE_NAMES = (
    "a\"><img src=x onerror=pwned()>'",
    "b' onload='pwned()",
    "c)](javascript;pwned())[in](",
    "d {{7*7}}{% raw %} #%2e?x&y",
)
KEY = "\"><img src=x onerror=pwned()>'{{7*7}} {: onclick=pwned() } "
"""What the ids in mappings begin with."""
