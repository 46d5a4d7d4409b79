"""Judging the demo's touchpoints in a browser, and taking the file over with the command."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

import playbook
from playbook.cli import main
from playbook.reviews import Reviewed, reviewed, to_review
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
NEVER = [t for t in to_review(BOOK) if reviewed(t, None) is Reviewed.NEVER]

WHO = 'Inés "I." Ñ'
NOTE = "Loud: but kind # really\nSecond line"


@pytest.fixture
def copy(tmp_path):
    """The demo's project, to write into."""
    for name in ("brand", "content"):
        shutil.copytree(ROOT / name, tmp_path / "project" / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    return tmp_path / "project"


def judged_by_keyboard(page):
    """In part, 2 of 5, and why: from the first question on without a mouse."""
    page.get_by_role("group", name="Does it say this message?").get_by_role("radio").first.focus()
    for key in ("Space", "ArrowRight", "Tab", "Space", "ArrowRight", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type(NOTE)
    expect(page.get_by_text("1 judged here")).to_be_visible()
    page.get_by_role("button", name="Next").press("Enter")


def taken_over(page, project):
    """The file of the page, applied by the command; its name."""
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take the file").click()
    name = taken.value.suggested_filename
    expect(page.get_by_role("status")).to_contain_text(f"brand-playbook apply {name}")
    taken.value.save_as(project / name)
    done = CliRunner().invoke(main, ["apply", str(project / name), "--project", str(project)])
    assert done.exit_code == 0, done.output
    return name


def test_what_was_judged_leaves_as_a_file_that_the_command_takes_over(page, serve, demo, seen, copy):
    """What is judged is there again when the page is opened anew; what is not whole stays."""
    first, second = NEVER[:2]
    page.goto(f"{serve(demo.folder)}plan/review/")
    expect(page.get_by_role("heading", name=first.name, level=2)).to_be_visible()
    who = page.get_by_label("Who judges")
    who.fill(WHO)
    judged_by_keyboard(page)
    expect(page.get_by_role("heading", name=second.name, level=2)).to_be_focused()
    page.get_by_role("radio", name="No", exact=True).check()
    expect(
        page.get_by_text("1 judged here \N{MIDDLE DOT} 1 without a strength: not in the file")
    ).to_be_visible()
    page.reload()
    expect(who).to_have_value(WHO)
    expect(page.get_by_role("radio", name="In part")).to_be_checked()
    assert taken_over(page, copy).startswith("review-ines-i-n-20")
    places = playbook.load(copy).playbook.touchpoints
    rating = places[first.id].rating
    assert rating is not None
    assert (rating.score, rating.same_message, rating.by, rating.note) == (2, "partly", WHO, NOTE)
    assert places[second.id].rating is None
    assert seen.errors == []


def test_it_can_be_chosen_taken_back_and_forgotten_on_a_phone(visit, judge):
    page = visit("phone", "plan/review/")
    page.get_by_label("Show").select_option(label="All")
    expect(page.get_by_text(f"1 of {len(to_review(BOOK))}", exact=True)).to_be_visible()
    page.get_by_role("radio", name="5 Strength").check()
    expect(page.get_by_text("1 judged here")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for scheme in ("light", "dark"):
        assert judge(page, "phone", scheme) == []
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("1 judged here")).to_be_hidden()
    page.get_by_role("radio", name="1 Weakness").check()
    page.get_by_label("Show").select_option(label="Judged here")
    expect(page.get_by_text("1 of 1", exact=True)).to_be_visible()
    page.get_by_role("button", name="Forget all").click()
    page.get_by_role("button", name="Really forget all?").click()
    expect(page.get_by_text("Nothing is kept here any more.")).to_be_visible()
    assert "judged" not in (page.evaluate("JSON.stringify(localStorage)"))
