"""What the tests of `new` share."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from playbook.cli import main


@pytest.fixture
def run(project):
    """Runs `new` in the test's project: exit code and output."""
    root = project()

    def call(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["new", *words, "--project", str(root)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output

    return call
