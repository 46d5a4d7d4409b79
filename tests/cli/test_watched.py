"""How far it is: a bar where a terminal shows it and there are many, and silence elsewhere."""

from __future__ import annotations

from io import StringIO

import pytest

from playbook.cli.handing import watched


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "out, count, shown", [(Terminal(), 500, True), (Terminal(), 3, False), (StringIO(), 500, False)]
)
def test_a_bar_for_many_at_a_terminal(out, count, shown):
    entries = list(range(count))
    assert list(watched(entries, "en", out)) == entries
    assert ("Making" in out.getvalue() and "100%" in out.getvalue()) is shown
    assert shown or out.getvalue() == ""
