"""The process in which foreign files are read: it gets bytes and gives lines, and opens nothing itself.

A request is a line of JSON (`name`, `size`) and so many bytes; the answer is one line, see `wire`.
"""

from __future__ import annotations

import json
import math
import sys
from contextlib import suppress
from pathlib import Path

from playbook.observed import Unreadable
from playbook.reading import wire
from playbook.reading.formats import read

MEMORY = 500_000_000
"""Bytes beyond what the process takes before it reads anything."""
SECONDS = 10
"""Of computing, for one file."""


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _limit_memory()
    while header := requests.readline():
        asked = json.loads(header)
        _limit_time()
        answers.write(_answer(asked["name"], requests.read(asked["size"])))
        answers.flush()


def _answer(name: str, content: bytes) -> bytes:
    """The line for one file. Whatever a parser stumbles over in foreign bytes, the file is not readable."""
    try:
        line = wire.told(read(name, content))
    except Unreadable as refusal:
        return wire.refused(refusal)
    except MemoryError:
        return wire.refused(Unreadable("too-hungry"))
    except Exception:  # noqa: BLE001 - parsers raise whatever broken bytes lead them to
        return wire.refused(Unreadable("damaged"))
    return line if len(line) <= wire.LONGEST else wire.refused(Unreadable("too-much", limit=wire.LONGEST))


def _limit_memory() -> None:
    """Where the system can: memory, nothing written, no image of the memory left behind."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_time() -> None:
    """So many seconds from now on; the system ends the process after that."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
