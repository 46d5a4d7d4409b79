"""The command `brand-playbook`: the only place that prints and exits.

A command is a module of this package with `command`, a click command, and its name in `COMMANDS`. Options
that commands share stand in `common`. Only the command that is called is imported.
"""

from __future__ import annotations

from importlib import import_module

import click

from playbook import __version__
from playbook.cli.common import Group

COMMANDS = ("apply", "check", "estimate", "explain", "export", "init", "new", "render", "schema")


class Commands(Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """A command by its name; None for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"playbook.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brand-playbook")
def main() -> None:
    """Brand identity and customer touchpoints, kept as text in git, checked and made into a playbook."""
