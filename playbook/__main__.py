"""`python -m playbook` is the command `brand-playbook`."""

from __future__ import annotations

from playbook.cli import main

main(prog_name="brand-playbook")
