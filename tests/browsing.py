"""Fixtures that drive the Chromium of this machine over sites served from loopback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.hosts import is_loopback

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = "no browser here: install Debian's chromium package or set PLAYBOOK_BROWSER"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--process-per-site",  # a page takes the process of the profile's last one, which knows the scripts
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
FORM = ".pb-make[style*='--pb-preview'] .pb-make__form"
"""The form of a piece, once it is whole and has measured the piece above it."""

OF_PAGE = {"viewport", "color_scheme", "reduced_motion"}
"""Options that a page can take by itself; that of a phone has its viewport from the beginning."""
PROFILES = 4
"""How many are kept: each is a process of a hundred megabytes."""
expect.set_options(timeout=20_000)  # on a busy machine; what is so is seen at once
SANDBOXED = "Blocked script execution in 'about:srcdoc'"
"""Said now and then of a preview without scripts; that it has none is what `test_hostile` looks for."""
AXE_RUN = """([tags, exclude]) =>
    axe.run({exclude: exclude.map(selector => [selector])}, {runOnly: tags, resultTypes: ["violations"]})"""
_CALM = """async () => {
    const fetched = () => performance.getEntriesByType("resource").length;
    for (let before = -1; before !== fetched(); ) {
        before = fetched();
        await new Promise((done) => setTimeout(done, 500));
    }
}"""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(frozen=True, slots=True)
class Seen:
    """What went wrong in a test's pages: errors in the console or uncaught, and requests to other hosts."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Records what the page does, from here on."""

        def console(message: ConsoleMessage) -> None:
            if message.type == "error" and not message.text.startswith(SANDBOXED):
                self.errors.append(f"{message.text} ({message.location.get('url', '')})")

        def asked(request: Request) -> None:
            if is_foreign(request.url):
                self.foreign.append(request.url)

        page.on("console", console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", asked)  # they fail, as no name is known; a route would keep no file in the cache


@dataclass(frozen=True, slots=True)
class Profiles:
    """The browser's profiles, which tests use one after the other.

    Beginning one, and reading the theme's scripts for the first time, takes longer than most tests.
    """

    browser: Browser
    free: dict[str, tuple[BrowserContext, Page]] = field(default_factory=dict)
    """By what they were made with, the last used last; each with a page that keeps its process alive."""

    @contextmanager
    def page(self, options: dict[str, Any]) -> Iterator[Page]:
        """A page in a profile that nobody else uses and that remembers nothing but files."""
        ways = OF_PAGE - ({"viewport"} if options.get("is_mobile") else set())
        begun = {name: value for name, value in sorted(options.items()) if name not in ways}
        name = repr(begun)
        profile, stays = self.free.pop(name) if name in self.free else self._begun(begun)
        page = profile.new_page()
        _dress(page, {name: options[name] for name in ways & options.keys()})
        yield page
        self._forget(profile, stays)
        self._keep(name, profile, stays)

    def _begun(self, options: dict[str, Any]) -> tuple[BrowserContext, Page]:
        profile = self.browser.new_context(**options)
        stays = profile.new_page()
        stays.route("**/*", lambda route: route.fulfill(body=""))
        stays.goto("http://127.0.0.1/")
        return profile, stays

    def _forget(self, profile: BrowserContext, stays: Page) -> None:
        for page in profile.pages:
            if page != stays:
                page.close()
        profile.clear_permissions()
        profile.clear_cookies()
        session = profile.new_cdp_session(stays)
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.detach()

    def _keep(self, name: str, profile: BrowserContext, stays: Page) -> None:
        """Only as many as there is room for, and one of a name."""
        left = [self.free.pop(name)] if name in self.free else []
        self.free[name] = profile, stays
        if len(self.free) > PROFILES:
            left.append(self.free.pop(next(iter(self.free))))
        for old, _ in left:
            old.close()


def _dress(page: Page, ways: dict[str, Any]) -> None:
    """Do to a page what it needs no profile of its own for."""
    if "viewport" in ways:
        page.set_viewport_size(ways.pop("viewport"))
    if ways:
        page.emulate_media(**ways)


class _QuietFiles(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the parent's name for it
        """Nothing: a test's output is its failures."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever takes a page is a browser test: `-m "not browser"` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, headless; without one the test is skipped, or fails where CI is set."""
    executable = os.environ.get("PLAYBOOK_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        (pytest.fail if "CI" in os.environ else pytest.skip)(NO_BROWSER)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, headless=True, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def seen() -> Seen:
    """What `page` and the pages of `new_page` complained of."""
    return Seen()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """The profiles of the machine's browser; they end with it."""
    return Profiles(browser)


@pytest.fixture
def new_page(profiles: Profiles, seen: Seen) -> Iterator[Callable[..., Page]]:
    """Makes pages, each with a profile of its own: `new_page(color_scheme="dark", locale="es")`.

    Takes what Playwright's `Browser.new_context` takes. Requests to other hosts are recorded, and fail.
    """
    with ExitStack() as stack:

        def make(**options: Any) -> Page:
            page = stack.enter_context(profiles.page(options))
            seen.watch(page)
            return page

        yield make


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page as a desk visitor has it, in English and light."""
    return new_page(viewport={"width": 1280, "height": 800}, locale="en", color_scheme="light")


def calm(page: Page) -> None:
    """Wait until a page has fetched nothing for half a second; Playwright's own way may wait for ever."""
    page.evaluate(_CALM)


def is_foreign(url: str) -> bool:
    """Whether a URL leaves this machine; `file:`, `data:` and `blob:` have no host."""
    return not is_loopback(urlsplit(url).hostname or "")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)` shows a built site on a port of loopback and gives its address, "/" last.

    A folder stays where it is: what the browser has read of it need not be read again.
    """
    with ExitStack() as stack:

        @cache
        def start(folder: Path) -> str:
            handler = partial(_QuietFiles, directory=str(folder))
            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            stack.callback(server.shutdown)
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@cache
def _axe_script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """`axe(page)` gives what axe-core finds against WCAG 2.2 AA, one line per place: rule, help, selector.

    `tags` names other sets of axe's rules, such as "best-practice"; `exclude` holds selectors to leave out.
    """

    def violations(page: Page, *, tags: tuple[str, ...] = WCAG, exclude: tuple[str, ...] = ()) -> list[str]:
        page.evaluate(_axe_script())
        found = page.evaluate(AXE_RUN, [tags, exclude])
        return [
            f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations
