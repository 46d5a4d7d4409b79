"""Files dropped on the page of a piece: judged at once and in the page, whatever they hold."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import calm
from tests.e2e.conftest import DEVICES, SCHEMES
from tests.handed_in import card, pdf, saved, svg

PAGE = "pieces/social-post/index.html"
GOOD = saved(card((1080, 1350), "#561B3F", "#F4B63F"), "png")
NEAR = svg('<path fill="#571B3F" d="M0 0h9v9z"/><text y="9" font-family="Papyrus">Hi</text>')
HOSTILE = """
<script>pwned()</script><image href="https://evil.example/a.png" onerror="pwned()"/>
<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="pwned()"/></b></foreignObject>
<style>@import url(https://evil.example/a.css);
path { fill: url(https://evil.example/b.svg#c) #571B3F }</style>
<path d="M0 0h9v9z" onload="pwned()"/><text font-family="&lt;img src=x onerror=pwned()&gt;">x</text>
"""
FOUND = (
    ("error", "the file is SVG; PNG or JPG is asked for file-size", "Export it in that format."),
    (
        "warning",
        "#571B3F (1×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000) file-color",
        "Use fig: #561B3F.",
    ),
    (
        "warning",
        "#000000 (1×) is not in the palette file-color",
        "The nearest is hallway (#1E1119), 11 apart. Use it, or add the color to brand/colors.yml.",
    ),
    (
        "warning",
        '"Papyrus" (1×) is no font of the brand file-font',
        "Use Gabarito, Atkinson Hyperlegible Next or DM Mono, or what stands in for it.",
    ),
)
SPOKEN = "[role=status]"
DROP = """([name, text]) => {
    const zone = document.querySelector(".pb-check");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    const way = { dataTransfer, bubbles: true, cancelable: true };
    const fire = (type) => zone.dispatchEvent(new DragEvent(type, way));
    return [fire("dragover"), zone.hasAttribute("data-over"), fire("drop"), zone.hasAttribute("data-over")];
}"""


def give(page, name, content, kind="image/png"):
    page.set_input_files("#pb-check", {"name": name, "mimeType": kind, "buffer": content})
    expect(page.locator(".pb-check section").first).to_be_visible()
    return page.locator(".pb-check__out")


@pytest.fixture
def opened(page, demo):
    """The page of a piece, from a folder on disk."""
    page.goto((demo.folder / PAGE).as_uri())
    return page


def test_a_good_file_has_nothing_to_mend(opened):
    out = give(opened, "post.png", GOOD)
    expect(out.locator("strong")).to_have_text('post.png, as "Social post": nothing to mend')
    expect(out).to_contain_text("PNG · 1080 × 1350 px · ")
    expect(out.locator(".pb-check__colors li")).to_have_text(["fig", "brass"])
    expect(opened.locator(f".pb-check {SPOKEN}")).to_have_text('post.png, as "Social post": nothing to mend')
    assert out.locator(".pb-check__findings, .highlight").count() == 0


def test_the_worst_comes_first_and_names_what_to_take(opened):
    found = give(opened, "my post.svg", NEAR, "image/svg+xml").locator(".pb-check__findings li")
    expect(found).to_have_text(["".join(parts) for parts in FOUND])
    command = opened.locator(".pb-check .highlight code")
    expect(command).to_have_text('brand-playbook check "my post.svg" --piece social-post')


def test_nothing_is_fetched_before_there_is_a_file(new_page, serve, demo):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve(demo.folder) + "pieces/social-post/")
    expect(page.locator("#pb-check")).to_be_visible()
    assert not [url for url in asked if "/check" in url and not url.endswith(".css")]
    give(page, "post.png", GOOD)
    first = len(asked)
    give(page, "post.svg", NEAR)
    assert [url for url in asked if url.endswith("/check/verdicts.js")]
    assert len(asked) == first


def test_a_file_can_be_dropped(opened):
    assert opened.evaluate(DROP, ["post.svg", NEAR.decode()]) == [False, True, False, False]
    expect(opened.locator(".pb-check__verdict strong")).to_contain_text('post.svg, as "Social post"')


def test_nothing_of_a_hostile_file_runs_or_loads(new_page, serve, demo):
    page = new_page()
    asked, ran = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.expose_function("pwned", lambda: ran.append(1))
    page.goto(serve(demo.folder) + "pieces/social-post/")
    out = give(page, '"><img src=x onerror=pwned()>.svg', svg(HOSTILE))
    expect(out).to_contain_text("loads https://evil.example/a.png from elsewhere")
    expect(out).to_contain_text("<img src=x onerror=pwned()>")
    calm(page)
    assert not ran
    assert not [url for url in asked if "evil" in url or url.endswith("/x")]


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("post.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>\n<g></svg>", "The SVG is broken at line 2"),
        ("post.png", GOOD[:900], "The picture is incomplete or damaged"),
        ("deck.pptx", b"PK\3\4", "this page does not look into files of this kind"),
        ("flyer.pdf", pdf("/MediaBox [0 0 595.28 841.89]", packed=True), "PDF 1.5 · 1 page · 210 × 297 mm"),
        ("locked.pdf", pdf("", trailer="/Encrypt 9 0 R"), "whether it opens without a password"),
        ("cut.pdf", pdf("")[:150], "The file is incomplete or damaged"),
    ],
)
def test_what_cannot_be_judged_is_said(opened, name, content, said):
    expect(give(opened, name, content)).to_contain_text(said)


def test_nothing_is_clean_that_was_left_unjudged(opened):
    """And a name is told as it is, though it looks like one of our own texts."""
    asked = """async () => {
        const root = document.querySelector(".pb-check");
        root.dataset.asked = JSON.stringify({ ...JSON.parse(root.dataset.asked), formats: [], sizes: [] });
    }"""
    opened.evaluate(asked)
    out = give(opened, "@drop.copied `x`.pdf", pdf("/MediaBox [0 0 9 9]"))
    expect(out.locator("strong")).to_have_text('@drop.copied `x`.pdf, as "Social post": nothing found here')
    expect(out.locator(".pb-check__verdict")).to_have_class("pb-check__verdict pb-check__verdict--none")
    expect(out.locator(".highlight code")).to_have_text("brand-playbook check FILE --piece social-post")


def test_several_files_are_judged_and_a_folder_is_told_as_such(opened):
    files = [{"name": f"{at}.png", "mimeType": "image/png", "buffer": GOOD} for at in range(2)]
    opened.set_input_files("#pb-check", files)
    expect(opened.locator(".pb-check strong")).to_have_count(2)
    opened.evaluate(
        """() => brandPlaybook.check.show(document.querySelector(".pb-check"), [
            ...Array.from({ length: 13 }, () => ({ file: new File([], "parts"), folder: true }))])"""
    )
    expect(opened.locator(".pb-check__findings").first).to_contain_text("This is a folder.")
    expect(opened.locator(".pb-check__out > p")).to_have_text(
        "1 more files were not looked at; drop them after these."
    )


def test_the_verdict_is_spanish_on_a_spanish_site(page, spanish):
    page.goto((spanish.folder / PAGE).as_uri())
    out = give(page, "post.svg", NEAR)
    expect(out).to_contain_text("1 cosa que corregir antes de enviarlo")
    expect(out).to_contain_text("los separa 0,27 (CIEDE2000)")


@pytest.mark.parametrize("device", DEVICES)
def test_everybody_can_use_it(visit, judge, device):
    page = visit(device, "pieces/social-post/")
    give(page, "post.svg", NEAR)
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    found = {scheme: judge(page, device, scheme) for scheme, _ in SCHEMES.values()}
    assert found == {"light": [], "dark": []}
