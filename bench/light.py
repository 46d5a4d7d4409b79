"""The demo as browsers see it, served from loopback and compressed as hosts do: Lighthouse's scores.

Needs Node with `npm install -g lighthouse@12`, and Chromium.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("", "brand/colors/", "brand/logo/", "touchpoints/", "touchpoints/delivery/", "pieces/quote/")
GOALS = {"performance": 0.95, "accessibility": 0.95, "best-practices": 0.95}
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, texts compressed."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in _TEXT
        body = gzip.compress(path.read_bytes()) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def scores(program: str, url: str) -> dict[str, float]:
    """The scores of one run, by category."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    only = f"--only-categories={','.join(GOALS)}"
    done = subprocess.run(
        [program, url, "--quiet", "--output=json", only, f"--chrome-flags={flags}"],
        capture_output=True,
        text=True,
        check=False,
        env={"CHROME_PATH": shutil.which("chromium") or "", **os.environ},
    )
    if done.returncode:
        sys.exit(done.stderr)
    return {name: found["score"] for name, found in json.loads(done.stdout)["categories"].items()}


@contextmanager
def demo() -> Iterator[str]:
    """The address of the demo, built anew."""
    with tempfile.TemporaryDirectory() as folder:
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", folder]
        subprocess.run(mkdocs, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "true"})
        with served(Path(folder)) as address:
            yield address


def measure(count: int) -> None:
    """Print a line for each page, the medians of so many runs; what misses its goal is marked."""
    program = shutil.which("lighthouse")
    if program is None:
        sys.exit("Lighthouse is missing: npm install -g lighthouse@12")
    with demo() as address:
        for page in PAGES:
            runs = [scores(program, address + page) for _ in range(count)]
            print(f"/{page:<24} {_line(runs)}", flush=True)


def _line(runs: list[dict[str, float]]) -> str:
    medians = {name: statistics.median(run[name] for run in runs) for name in GOALS}
    return "  ".join(f"{name} {got:.2f}{'' if got >= GOALS[name] else ' <'}" for name, got in medians.items())
