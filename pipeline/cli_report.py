"""The command ``report``."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli_common import finish, project_option


@click.command("report")
@project_option
@click.option(
    "--language", metavar="TAG", help="The language of the report. Default: that of the articles, or English."
)
def report_command(*, folder: Path | None, language: str | None) -> None:
    """Write pages that show where every translation stands, into output/report/."""
    from pipeline.commands.report import report
    from pipeline.commands.workspace import open_project, parse_locales
    from pipeline.errors import raise_all

    (reader,), errors = parse_locales((language,)) if language else ((None,), [])
    raise_all(errors)
    outcome = report(open_project(folder), reader)
    files = f"{len(outcome.changed)} file{'' if len(outcome.changed) == 1 else 's'}"
    click.echo(f"{files} written, {len(outcome.removed)} removed; open output/report/index.html", err=True)
    finish(outcome)
