"""How long the demo's pieces take to make, with everything anew and with all of it in the store.

Each run is a process of its own. It begins with the project read and checked, as a build does, so that what
is measured leads from the brand to the documents.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import playbook
from playbook.facts import reader
from playbook.kinds import Kind
from playbook.making.cache import key
from playbook.making.sample import sample, stock
from playbook.making.tailored import tailored
from playbook.making.templates import is_made
from playbook.model import Playbook
from playbook.store import Disk

GOAL = 0.03
"""Of the time that making takes, what finding it in the store may take at most."""

ROOT = Path(__file__).parents[1]


def measure(count: int) -> None:
    """Print a line: how many pieces and documents, the medians of so many runs, and their ratio."""
    cold, warm = [], []
    for _ in range(count):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(_run(folder))
            warm.append(_run(folder))
    anew, found = (statistics.median(float(run[0]) for run in runs) for runs in (cold, warm))
    assert len({(run[1], run[2]) for run in (*cold, *warm)}) == 1
    missed = "" if found <= GOAL * anew else " <"
    print(f"{cold[0][1]} documents: cold {anew:.3f} s, warm {found:.3f} s, ratio {found / anew:.3f}{missed}")


def _run(folder: str) -> list[str]:
    """Processor seconds, the number of documents, and a word for their bytes."""
    done = subprocess.run(
        [sys.executable, __file__, folder], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def _jobs(book: Playbook) -> dict[str, list[Kind]]:
    """The kinds of all pieces that are made here, as the pieces want them, by the id of their brand."""
    found = defaultdict(list)
    for piece in book.pieces.values():
        kind = book.kinds.get(piece.kind)
        if kind and is_made(kind):
            found[book.brand_of(piece).id].append(tailored(kind, piece))
    return found


def _made(folder: Path) -> str:
    """Make everything; what `_run` reads."""
    loaded = playbook.load(ROOT)
    playbook.check(loaded)
    jobs, store = _jobs(loaded.playbook), Disk(folder)
    start = time.process_time()
    files = [
        file
        for brand, kinds in jobs.items()
        for given in [stock(loaded.playbook.brands[brand], reader(ROOT), store)]
        for kind in kinds
        for file in sample(kind, given, "en", store).items()
    ]
    return f"{time.process_time() - start} {len(files)} {key(files)}"


if __name__ == "__main__":
    print(_made(Path(sys.argv[1])))
