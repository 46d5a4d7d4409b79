"""`brand-playbook schema`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.common import lang_option, language
from playbook.diagnostics import PlaybookError
from playbook.exports.schema import schemas
from playbook.i18n import text


@click.command("schema")
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write them into; schemas that are there already are renewed.",
)
@lang_option
def command(folder: Path, lang: str | None) -> None:
    """Write the JSON Schemas with which editors complete and explain the files of a playbook."""
    artifacts = schemas()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for artifact in artifacts:
            (folder / artifact.path).write_bytes(artifact.as_bytes())
    except OSError as error:
        path, reason = str(error.filename or folder), error.strerror or type(error).__name__
        raise PlaybookError("scaffold.unwritable", path=path, reason=reason) from error
    click.echo(text(language(lang), "schema.done", {"count": len(artifacts), "folder": str(folder)}))
