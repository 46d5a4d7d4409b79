"""The checklist in a browser: ticking, what stays, the file that leaves and comes back, and paper."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

import playbook
from playbook.checklist import Checklist, checklist
from playbook.choices import Tick
from playbook.cli import main
from playbook.usual import had
from tests.building import ROOT
from tests.printed import read

BOOK = playbook.load(ROOT).playbook
LIST: Checklist = checklist(BOOK, "en")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LACKING = next(row for row in LIST.rows if not row.ours and len(row.parts) > 1)
MISSING, THERE = (
    next(part for part in LIST.parts if part.id in BOOK.pieces and part.tick is tick)
    for tick in (Tick.MISSING, Tick.HAVE)
)


@pytest.fixture
def visit(serve, demo, new_page) -> Callable[..., Page]:
    """`visit(**options)` is the demo's checklist, once its script is at work."""
    address = f"{serve(demo.folder)}plan/checklist/"

    def opened(**options: Any) -> Page:
        page: Page = new_page(accept_downloads=True, **options)
        page.goto(address)
        expect(page.locator(".pb-tally")).to_be_visible()
        return page

    return opened


def box(page: Page, ident: str, at: int = 0) -> Locator:
    return page.locator(f'[data-id="{ident}"] input').nth(at)


def taken(page: Page, folder: Path) -> Path:
    """The file that the button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Take it out as a file").click()
    assert waiting.value.suggested_filename.startswith("checklist-20")
    to = folder / waiting.value.suggested_filename
    waiting.value.save_as(to)
    return to


def fill(page: Page) -> None:
    """Tick this and that, as a reader would, and write what follows from it."""
    box(page, f"p:{MISSING.id}", 1).check()
    box(page, f"p:{THERE.id}").uncheck()
    box(page, f"c:{LACKING.id}/{LACKING.parts[0].id}").check()
    page.get_by_label("Conclusions").fill('Strong: "the web".\n\n- weak: # nothing')
    page.get_by_label("Goal", exact=True).first.fill("Say: yes")
    page.get_by_label("Who", exact=True).first.select_option(index=1)
    page.get_by_label("By when", exact=True).first.fill("2027-02-01")
    page.get_by_label("The day for the next round").fill("2027-04-12")


def test_what_is_ticked_is_counted_stays_and_becomes_the_files_of_the_playbook(visit, seen, tmp_path):
    page = visit()
    figures = page.locator(".pb-tally__seen")
    ticks = [*(row.tick for row in LIST.rows), *(part.tick for part in LIST.parts)]
    weak, none = ticks.count(Tick.NEEDS_WORK), ticks.count(Tick.MISSING)
    there = len(ticks) - none
    expect(figures).to_have_text(f"There: {there} · need work: {weak} · not here: {none}")
    fill(page)
    told = f"There: {there + 2} · need work: {weak + 1} · not here: {none - 2} · changed on this device: 4"
    expect(figures).to_have_text(told)
    expect(page.locator(".pb-tally [role=status]")).to_have_text(told)
    link = page.get_by_role("link", name="Hand it in").get_attribute("href") or ""
    assert "filename=uploads%2Fchecklist-20" in link
    assert f"%0A%20%20{MISSING.id}%3A%20needs-work%0A" in link
    assert box(page, f"p:{MISSING.id}").is_checked()  # what needs work is there
    assert box(page, f"c:{LACKING.id}").is_checked()  # as is the touchpoint of a piece
    page.reload()
    expect(figures).to_have_text(told)
    expect(page.get_by_label("Conclusions")).to_have_value('Strong: "the web".\n\n- weak: # nothing')
    file = taken(page, tmp_path)
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["catalog"] == {
        LACKING.id: {"tick": "have", "pieces": {LACKING.parts[0].id: "have"}}
    }
    _applied(file, tmp_path)
    _opened_again(page, file, told)
    assert (seen.errors, seen.foreign) == ([], [])


def test_two_windows_do_not_forget_what_the_other_one_ticked(visit, seen):
    """And a sign that nobody sees does no harm to the file."""
    first = visit()
    second = first.context.new_page()
    second.goto(first.url)
    box(second, f"p:{MISSING.id}").check()
    second.get_by_label("Conclusions").fill("It\u0092s late")
    expect(first.get_by_label("Conclusions")).to_have_value("It\u0092s late")
    expect(box(first, f"p:{MISSING.id}")).to_be_checked()
    box(first, f"p:{THERE.id}").uncheck()
    expect(first.locator(".pb-tally__seen")).to_contain_text("changed on this device: 2")
    said = {"brand": "B", "date": "2027-01-01", "ticks": [], "conclusions": "It\u0092s late"}
    goals = [{"goal": "a\u2028b"}]
    written = first.evaluate("found => brandPlaybook.checklist.write(found)", said | {"goals": goals})
    assert yaml.safe_load(written)["conclusions"] == "It\u0092s late"
    assert yaml.safe_load(written)["goals"] == goals
    second.close()
    assert seen.errors == []


def _applied(file: Path, folder: Path) -> None:
    """The command takes that very file, and what the playbook then says is what was ticked."""
    root = folder / "project"
    for part in ("brand", "content"):
        shutil.copytree(ROOT / part, root / part)
    ran = CliRunner().invoke(main, ["apply", str(file), "--project", str(root)])
    assert ran.exit_code == 0, ran.output
    after = playbook.load(root).playbook
    assert (after.pieces[MISSING.id].status, after.pieces[THERE.id].status) == ("to-update", "missing")
    [ident] = had(after)[LACKING.id]
    states = {piece.kind: piece.status for piece in after.pieces_of[ident]}
    assert states[LACKING.parts[0].id] == "implemented"
    assert str(after.settings.conclusions).endswith('Strong: "the web".\n\n- weak: # nothing')
    goals = [(goal.goal, str(goal.due)) for goal in after.settings.goals[-2:]]
    assert goals == [
        ("Say: yes", "2027-02-01"),
        ("Go through the checklist again on 12 April 2027.", "2027-04-12"),
    ]


def _opened_again(page: Page, file: Path, told: str) -> None:
    """Cleared, the page shows what the playbook says; the file brings everything back."""
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".pb-tally__told")).to_contain_text("press once more")
    expect(page.locator(".pb-tally__seen")).to_have_text(told)
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".pb-tally__seen")).not_to_contain_text("changed")
    expect(page.get_by_label("Conclusions")).to_have_value("")
    page.get_by_label("Open a file").set_input_files(file)
    expect(page.locator(".pb-tally__seen")).to_have_text(told)
    expect(page.get_by_label("Goal", exact=True).first).to_have_value("Say: yes")
    foreign = file.with_name("foreign.yml")
    foreign.write_text("touchpoints:\n  web: &a have\n", encoding="utf-8")
    page.get_by_label("Open a file").set_input_files(foreign)
    expect(page.locator(".pb-tally__told")).to_contain_text("not understood in line 2")
    expect(page.locator(".pb-tally__seen")).to_have_text(told)


def test_on_paper_no_touchpoint_is_cut_and_each_sheet_has_its_heading(visit):
    page = visit()
    page.emulate_media(media="print")
    boxes = (
        "found => found.filter(label => getComputedStyle(label, '::before').width.startsWith('15.1')).length"
    )
    assert page.locator(".pb-ticks label").evaluate_all(boxes) == 2 * len([*LIST.rows, *LIST.parts])
    for name, most in (("A4", 9), ("Letter", 10)):
        sheets = [" ".join(sheet.extract_text().split()) for sheet in read(page.pdf(format=name)).pages]
        assert 3 <= len(sheets) <= most, name
        assert all("Have it" in sheet for sheet in sheets[:-1]), name
        assert "What follows from it" in sheets[-1]
        assert "The day for the next round" in sheets[-1]
        for row in (row for row in LIST.rows if row.ours and row.parts):
            homes = [{at for at, s in enumerate(sheets) if " ".join(n.split()) in s} for n in _names(row)]
            assert set.intersection(*homes), (name, row.name)


def _names(row: Any) -> list[str]:
    return [row.name, *(part.name for part in row.parts)]


def test_it_works_by_keyboard_from_a_folder_and_says_what_it_cannot_keep(new_page, demo, seen):
    page = new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto((demo.folder / "plan/checklist/index.html").as_uri())
    box(page, f"p:{MISSING.id}").focus()
    page.keyboard.press("Space")
    assert box(page, f"p:{MISSING.id}").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".pb-tally__seen")).to_contain_text("changed on this device: 1")
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing")


@pytest.mark.parametrize("options", [PHONE, {"color_scheme": "dark"}], ids=["phone", "dark"])
def test_everybody_can_use_it(visit, axe, options):
    page = visit(**options)
    assert [line for line in axe(page) if "pb-" in line] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_in_spanish_it_speaks_spanish(serve, spanish, new_page):
    page = new_page(locale="es")
    page.goto(f"{serve(spanish.folder)}plan/checklist/")
    expect(page.locator("h1")).to_contain_text("Lista de verificación")
    expect(page.locator(".pb-tally__seen")).to_contain_text("Están: ")
    expect(page.get_by_role("button", name="Sacar como archivo")).to_be_visible()
