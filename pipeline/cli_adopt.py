"""The commands ``import`` and ``adopt``: their arguments, and what they print."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.catalogs.adopt import THRESHOLD
from pipeline.cli_common import finish, project_option
from pipeline.commands.adopt import Options, adopt_files
from pipeline.commands.import_ import import_files
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import chosen_locales, open_project

_files = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
_encoding = click.option("--encoding", default="", metavar="NAME", help="Of text that is not UTF-8, such as cp1252.")


@click.command("import")
@project_option
@_files
@click.option("--to", "target", type=click.Path(path_type=Path), help="Folder. Default: that of the articles.")
@_encoding
def import_command(folder: Path | None, files: tuple[Path, ...], target: Path | None, encoding: str) -> None:
    """Turn text, HTML or Word documents into articles.

    Advertising and navigation are left out, each line is reported. An article that is there is never overwritten.
    """
    done = import_files(open_project(folder), files, target, encoding)
    _finish(done.report, done.outcome, "written")


@click.command("adopt")
@project_option
@click.argument("locale")
@_files
@click.option("--domain", default="", help="The article that the file translates. Default: the one of its name.")
@click.option(
    "--threshold",
    type=click.FloatRange(0.5, 1.0),
    default=THRESHOLD,
    show_default=True,
    help="The least confidence of a pair that is taken over.",
)
@_encoding
@click.option("--dry-run", is_flag=True, help="Write nothing; tell what would be adopted.")
def adopt_command(folder: Path | None, locale: str, files: tuple[Path, ...], **settings: object) -> None:
    """Take over articles that are translated already: Markdown, HTML, text or Word.

    Every message that is filled is fuzzy until somebody has reviewed it. What is translated already stays.
    """
    project = open_project(folder)
    (chosen,) = chosen_locales(project, (locale,))
    options = Options(locale=chosen, **settings)  # type: ignore[arg-type]  # click has checked the types
    done = adopt_files(project, files, options)
    _finish(done.report, done.outcome, "would be written" if options.dry_run else "written")


def _finish(report: list[str], outcome: Outcome, what: str) -> None:
    for line in report:
        click.echo(line)
    for path in outcome.changed:
        click.echo(f"{path}: {what}")
    finish(outcome)
