"""How much of a line a report can show."""

from __future__ import annotations

import shutil
import sys

from playbook.report.excerpt import GUTTER, WIDTH

_NARROWEST = 30


def room() -> int:
    """Cells that a line of a file may take: at a terminal, what stands beside the line's number."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH + GUTTER
    return max(_NARROWEST, min(WIDTH, columns - GUTTER))
