"""The command `brand-playbook`: the only place that prints and exits.

A command is a module with `command`, a click command, and a line in `COMMANDS`. Options that commands share
stand in `common`.
"""

from __future__ import annotations

import click

from playbook import __version__
from playbook.cli import check, explain, export, init, new, schema
from playbook.cli.common import Group

COMMANDS: tuple[click.Command, ...] = (
    check.command,
    explain.command,
    export.command,
    init.command,
    new.command,
    schema.command,
)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brand-playbook")
def main() -> None:
    """Brand identity and customer touchpoints, kept as text in git, checked and made into a playbook."""


for _command in COMMANDS:
    main.add_command(_command)
