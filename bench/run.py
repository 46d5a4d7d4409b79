"""Measures building and checking at several sizes beside plain Material with pruned navigation.

    make bench                       100, 500 and 2,000 pages, each pair three times
    make bench ARGS="--pages 500"    one size
    make bench ARGS="--items"        the large check: 3,000 touchpoints and 15,000 pieces
    make bench ARGS="--light"        Lighthouse's scores of the demo's pages, as a phone sees them
    make bench ARGS="--pieces"       the demo's pieces, made anew and found in the store
    make bench ARGS="--filters"      a click on a filter of 3,000 touchpoints, until it is drawn

The last two need Chromium, and Lighthouse needs Node. The others are processor seconds of whole processes,
the median of the runs; the two sides of a ratio run in turn, so that a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import filters
import light
import pieces

import content

BIN = Path(sys.executable).parent
MKDOCS = (str(BIN / "mkdocs"), "build", "--quiet")
PLAYBOOK = str(BIN / "brand-playbook")
PARSE = """
import sys, yaml, pathlib
for path in pathlib.Path(sys.argv[1]).rglob("*.yml"):
    yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
"""
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true"}
QUIET.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled


@dataclass(frozen=True)
class Pair:
    """Medians of two commands run in turn, in processor seconds."""

    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """Ours to theirs: below 1 is faster."""
        return self.ours / self.plain


def seconds(*command: str, cwd: Path) -> float:
    """Processor seconds that a command takes, its children included; it has to succeed."""
    before = os.times()
    done = subprocess.run(command, cwd=cwd, env=QUIET, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return after.children_user - before.children_user + after.children_system - before.children_system


def pair(ours: tuple[str, ...], ours_in: Path, plain: tuple[str, ...], plain_in: Path, runs: int) -> Pair:
    """Both commands in turn."""
    times = [(seconds(*ours, cwd=ours_in), seconds(*plain, cwd=plain_in)) for _ in range(runs)]
    return Pair(*(statistics.median(side) for side in zip(*times, strict=True)))


def build(folder: Path, runs: int) -> Pair:
    """Our site against plain Material on the Markdown that we export."""
    plain = folder.with_name(f"{folder.name}-plain")
    seconds(PLAYBOOK, "export", "markdown", "-o", str(plain), cwd=folder)
    (plain / "mkdocs.yml").write_text(content.PLAIN, encoding="utf-8")
    return pair(MKDOCS, folder, MKDOCS, plain, runs)


def check(folder: Path, runs: int, *options: str) -> Pair:
    """Our check against parsing the same files and doing nothing with them."""
    ours = (PLAYBOOK, "check", "--format", "json", "--fail-on", "never", *options)
    return pair(ours, folder, (sys.executable, "-c", PARSE, str(folder)), folder, runs)


def sizes(folder: Path, pages: list[int], runs: int) -> None:
    """One line a size, and how the times grow from the second size to the last."""
    print(f"{'pages':>6} {'build':>8} {'plain':>8} {'ratio':>6}   {'check':>8} {'parse':>8} {'ratio':>6}")
    built: dict[int, Pair] = {}
    for count in pages:
        root = folder / str(count)
        content.write(root, count)
        built[count], checked = build(root, runs), check(root, runs, "--no-cache")
        print(f"{count:>6} {line(built[count])}   {line(checked)}", flush=True)
    if len(pages) > 1:
        print(f"growth exponent from {pages[-2]} to {pages[-1]} pages: {growth(built, pages[-2], pages[-1])}")


def line(measured: Pair) -> str:
    """A pair as three columns."""
    return f"{measured.ours:7.2f}s {measured.plain:7.2f}s {measured.ratio:6.2f}"


def growth(built: dict[int, Pair], small: int, large: int) -> str:
    """The power of the size that the time grows with: 1 is linear."""
    times = (
        math.log(built[large].ours / built[small].ours),
        math.log(built[large].plain / built[small].plain),
    )
    ours, plain = (time / math.log(large / small) for time in times)
    return f"ours {ours:.2f}, plain {plain:.2f}"


def items(folder: Path, runs: int) -> None:
    """The large check, with and without the rules that read texts, and once more with nothing changed."""
    content.write_items(folder, 3000, 15000)
    print(f"{'3,000 touchpoints, 15,000 pieces':<34} {'check':>8} {'parse':>8} {'ratio':>6} {'goal':>6}")
    for name, rules, goal, *options in (
        ("without text rules", content.TEXT_RULES_OFF, 1.0, "--no-cache"),
        ("with text rules", "", 2.5, "--no-cache"),
        ("nothing changed", "", 0.15),
    ):
        content.settings(folder, rules)
        if not options:
            time.sleep(2)  # what changed just before a check is not remembered
            check(folder, 1)
        print(f"{name:<34} {line(check(folder, runs, *options))} {goal:>6.2f}", flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, action="append", help="a size; may be given several times")
    parser.add_argument("--items", action="store_true", help="the large check instead")
    parser.add_argument("--light", action="store_true", help="Lighthouse's scores instead")
    parser.add_argument("--filters", action="store_true", help="clicks on filters instead")
    parser.add_argument("--pieces", action="store_true", help="the demo's pieces instead")
    parser.add_argument("--runs", type=int, default=3, help="runs of each pair or page (3)")
    asked = parser.parse_args()
    if asked.light:
        light.measure(asked.runs)
        return
    if asked.filters:
        filters.measure()
        return
    if asked.pieces or not (asked.items or asked.pages):
        pieces.measure(asked.runs)
    if asked.pieces:
        return
    with tempfile.TemporaryDirectory() as folder:
        if asked.items:
            items(Path(folder), asked.runs)
        else:
            sizes(Path(folder), asked.pages or [100, 500, 2000], asked.runs)


if __name__ == "__main__":
    main()
