"""The command line of ``merge-catalogs``."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli_common import finish
from pipeline.commands.merge_catalogs import merge_catalogs

_FILE = click.Path(path_type=Path)


@click.command("merge-catalogs")
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("name", default="")
def merge_catalogs_command(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge two versions of a catalog, message by message; git calls this (see docs/translating.md)."""
    finish(merge_catalogs(base, ours, theirs, name or str(ours)))
