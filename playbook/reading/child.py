"""The process in which foreign files are read: it gets bytes and gives lines, and opens nothing itself.

A request is a line of JSON (`name`, `size`) and so many bytes; the answer is one line, see `wire`. With
`pages`, pictures of the file or of these pages are asked for; of PDF only a process that paints has any. With
`offers`, the colors that it offers by name are asked for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from playbook.observed import Unreadable
from playbook.reading import wire
from playbook.reading.formats import read
from playbook.reading.guard import guard, limit_time
from playbook.reading.offers import offered
from playbook.reading.portraits import portraits, prepare


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    if wire.PAINTING in sys.argv:
        prepare()
    guard()
    while header := requests.readline():
        asked = json.loads(header)
        limit_time()
        answers.write(_answer(asked, requests.read(asked["size"])))
        answers.flush()


def _answer(asked: Mapping[str, Any], content: bytes) -> bytes:
    """The line for one file. Whatever a parser stumbles over in foreign bytes, the file is not readable."""
    name, pages = asked["name"], asked.get("pages")
    try:
        if pages is None:
            line = wire.told(offered(name, content) if asked.get("offers") else read(name, content))
        else:
            line = wire.shown(portraits(name, content, pages))
    except Unreadable as refusal:
        return wire.refused(refusal)
    except MemoryError:
        return wire.refused(Unreadable("too-hungry"))
    except Exception:  # noqa: BLE001 - parsers raise whatever broken bytes lead them to
        return wire.refused(Unreadable("damaged"))
    return line if len(line) <= wire.LONGEST else wire.refused(Unreadable("too-much", limit=wire.LONGEST))


if __name__ == "__main__":
    main()
