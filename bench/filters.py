"""How long a click on a filter takes at 3,000 touchpoints, from the click until the next frame is drawn."""

from __future__ import annotations

import json
import shutil
import statistics
from typing import Any

import light
from playwright.sync_api import sync_playwright

GOAL = 100
"""Milliseconds."""

_ROWS = 3000
_DATA = "assets/playbook/data/touchpoints.js"
_VIEWS = {"table": "", "board": "?view=board"}
_CLICKS = """async () => {
    const times = [];
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const rest = () => new Promise(done => setTimeout(done, 200));  // as between two clicks of a hand
    for (const box of [...document.querySelectorAll(".pb-filter__facet input")].slice(0, 24)) {
        const start = performance.now();
        box.click();
        await frame();
        times.push(performance.now() - start);
        await rest();
        box.click();
        await rest();
    }
    return times;
}"""


def measure() -> None:
    """Print a line for each view: the median and the slowest of two dozen clicks."""
    with light.demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, query in _VIEWS.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.route(f"**/{_DATA}", lambda route: route.fulfill(body=_many(route.fetch().text())))
            page.goto(f"{address}touchpoints/{query}")
            page.locator(".pb-filter__bar").wait_for()
            print(f"{name:<6} {_line(page.evaluate(_CLICKS))}", flush=True)
        browser.close()


def _many(script: str) -> str:
    """The demo's rows, over and over."""
    start, sign, listing = script.partition(".touchpoints = ")
    data: dict[str, Any] = json.loads(listing.removesuffix(";\n"))
    rows = data["rows"]
    data["rows"] = [[f"{rows[at % len(rows)][0]} {at}", *rows[at % len(rows)][1:]] for at in range(_ROWS)]
    return f"{start}{sign}{json.dumps(data)};\n"


def _line(times: list[float]) -> str:
    median = statistics.median(times)
    return f"median {median:.0f} ms{'' if median <= GOAL else ' <'}  slowest {max(times):.0f} ms"
