"""What is said while documents are made, a bar where a terminal shows it; and that none is lost."""

from __future__ import annotations

from io import StringIO

import pytest

from playbook.artifact import Artifact
from playbook.cli.handing import watched, write
from playbook.diagnostics import PlaybookError
from playbook.i18n import text


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


def test_two_documents_of_one_name_are_refused(tmp_path):
    files = [Artifact("a.txt", "one"), Artifact("b.txt", ""), Artifact("a.txt", "two")]
    with pytest.raises(PlaybookError) as raised:
        write(tmp_path / "out", files, force=True)
    assert not (tmp_path / "out").exists()
    assert all("a.txt" in text(lang, raised.value.message, raised.value.facts) for lang in ("en", "es"))
