"""The command ``preview``: its arguments, and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli_common import project_option
from pipeline.home import project_folder

_LAST_PORT = 65535


@click.command("preview")
@project_option
@click.option("--port", type=click.IntRange(0, _LAST_PORT), help="Default: 8620, or the next one that is free.")
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
def preview_command(folder: Path | None, port: int | None, *, no_open: bool) -> None:
    """Show the pages on this machine, live, and correct translations in them."""
    from pipeline.commands.preview import preview

    preview(project_folder(folder), port, lambda text: click.echo(text, err=True), browser=not no_open)
