"""The command ``build``: its arguments, and what it prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli_common import Status, finish, jobs_option, locales_argument, project_option, tell
from pipeline.commands.incremental import call_key, load, unchanged
from pipeline.home import configuration, project_folder

if TYPE_CHECKING:
    from pipeline.commands.outcome import Outcome


@click.command("build")
@project_option
@click.option("--base-url", metavar="URL", help="Where the pages will stand; replaces base-url of the configuration.")
@jobs_option()
@click.option("--force", is_flag=True, help="Make everything again, whatever was made before.")
@click.option("--cluster", metavar="ADDRESS", default="", help="A Dask cluster to do the work: its scheduler.")
@locales_argument
def build_command(  # noqa: PLR0913 - one for each option
    *, folder: Path | None, locales: tuple[str, ...], base_url: str | None, jobs: int, force: bool, cluster: str
) -> None:
    """Write the pages; only what changed since the last build is made again.

    en_XA (with accents, longer) and ar_XB (from right to left) show what cannot be translated, or breaks when it is.
    """
    root = project_folder(folder)
    path = configuration(root)
    if path and not force:
        # Asked before anything else is imported, which takes longer than to look at all files.
        record = load(root)
        if unchanged(root, record, call_key(path, base_url, locales)):
            _say([], [])
            tell(record.notes)
            sys.exit(Status.WELL)
    from pipeline.commands.build import How, build
    from pipeline.commands.pseudo import build_pseudo
    from pipeline.commands.workers import Workers
    from pipeline.commands.workspace import chosen_locales
    from pipeline.locale import PSEUDO_LOCALES
    from pipeline.project import read_project

    project = read_project(root)
    unreal = [PSEUDO_LOCALES[name] for name in dict.fromkeys(locales) if name in PSEUDO_LOCALES]
    real = tuple(name for name in locales if name not in PSEUDO_LOCALES)
    chosen = () if unreal and not real else chosen_locales(project, real)
    outcome = build(project, chosen, base_url, How(Workers(jobs, cluster), force=force))
    if unreal:
        _add(outcome, build_pseudo(project, unreal))
    _say(outcome.changed, outcome.removed)
    finish(outcome)


def _add(outcome: Outcome, more: Outcome) -> None:
    outcome.changed += more.changed
    outcome.errors += [error for error in more.errors if error not in outcome.errors]


def _say(changed: Sequence[str], removed: Sequence[str]) -> None:
    files = f"{len(changed)} file{'' if len(changed) == 1 else 's'}"
    click.echo(f"{files} written, {len(removed)} removed", err=True)
