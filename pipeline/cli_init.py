"""The command ``init``."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli_common import finish


@click.command("init")
@click.argument("folder", required=False, metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Begin a project in DIR (default: here): settings, an article, a workflow for GitHub."""
    from pipeline.commands.init import init

    outcome = init(folder)
    for name in outcome.changed:
        click.echo(f"{(folder / name).as_posix()}: written")
    here = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    click.echo(f"next: {here}plainspoken build, and open output/index.html; a language: plainspoken add-locale es")
    finish(outcome)
