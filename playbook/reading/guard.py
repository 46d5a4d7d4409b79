"""What the process that reads foreign files may not do, whatever a parser is led to.

Memory and time are limited where the system can. Python's own audit events stop what would open another
file, a connection or a program; libraries in C are told so in their own ways, where they are called.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MEMORY = 500_000_000
"""Bytes beyond what the process takes before it reads anything."""
SECONDS = 10
"""Of computing, for one file."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "ctypes.dlopen")


def guard() -> None:
    """From now on, the limits hold for this process."""
    _limit_memory()
    sys.addaudithook(_watch(_libraries()))


def limit_time() -> None:
    """So many seconds of computing from now on; the system ends the process after that."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _limit_memory() -> None:
    """Memory; and nothing is written, not even an image of the memory when the process dies."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _libraries() -> tuple[str, ...]:
    """Where modules are imported from: the only files that may be opened.

    A project's own folder may be on the path, too, as where the command is run or our package lies; of the
    latter only the package counts.
    """
    package = Path(__file__).resolve().parents[1]
    installed = "-packages" in package.parent.name
    strange = {Path.cwd()} if installed else {Path.cwd(), package.parent}
    named = {*sys.path, sys.prefix, sys.base_prefix, sys.exec_prefix} - {""}
    homes = {package, *(Path(home) for home in named)}
    real = {home.absolute() for home in homes} | {home.resolve() for home in homes}
    return tuple(sorted(f"{home}{os.sep}" for home in real - strange if home != Path(home.anchor)))


def _watch(libraries: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes):
            mode, flags = str(arguments[1] or "r"), arguments[2]
            path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100 - `resolve` would open what it looks at
            writes = not set(mode) <= {"r", "b", "t", "U"} or (isinstance(flags, int) and flags & _WRITING)
            if writes or not path.startswith(libraries):
                raise PermissionError(path)
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(event)

    return watch
