"""The verbs that hand catalogs to people and other tools, and take them back."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli_common import finish, project_option
from pipeline.commands.export import FORMS, export, write_export
from pipeline.commands.join import join, write_joined
from pipeline.commands.outcome import Outcome
from pipeline.commands.review import review
from pipeline.commands.split import split
from pipeline.commands.workspace import chosen_locales, open_project
from pipeline.locale import Locale
from pipeline.project import Project

_locale_argument = click.argument("locale")
_path = click.Path(path_type=Path)
_output_option = click.option("-o", "--output", type=_path, help="The file to write. Default: standard output.")


def _open(folder: Path | None, identifier: str) -> tuple[Project, Locale]:
    project = open_project(folder)
    (locale,) = chosen_locales(project, (identifier,))
    return project, locale


def _finish(outcome: Outcome) -> None:
    for path in outcome.changed:
        click.echo(f"{path}: written", err=True)
    finish(outcome)


@click.command("join")
@project_option
@_locale_argument
@_output_option
def join_command(folder: Path | None, locale: str, output: Path | None) -> None:
    """Make one catalog of all articles of a language, for translators who want one file.

    Bring the work back with split.
    """
    project, chosen = _open(folder, locale)
    if output is None:
        click.echo(join(project, chosen), nl=False)
        finish(Outcome())
    else:
        _finish(write_joined(project, chosen, output.absolute()))


@click.command("split")
@project_option
@_locale_argument
@click.argument("file", type=_path)
def split_command(folder: Path | None, locale: str, file: Path) -> None:
    """Bring the work in a joined catalog, FILE, back into the catalogs of the articles."""
    project, chosen = _open(folder, locale)
    outcome = split(project, chosen, file.absolute())
    if not outcome.changed and not outcome.errors:
        click.echo("everything is up to date", err=True)
    _finish(outcome)


@click.command("export")
@project_option
@_locale_argument
@click.argument("domains", nargs=-1, metavar="[DOMAIN]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    required=True,
    help="tmx: a translation memory. tsv, tbx: the glossary. sheet: both texts side by side, for reviewers.",
)
@_output_option
def export_command(folder: Path | None, locale: str, domains: tuple[str, ...], form: str, output: Path | None) -> None:
    """Write translations for other tools and for reviewers.

    DOMAIN is the name of an article; without one, all are taken.
    """
    project, chosen = _open(folder, locale)
    outcome = Outcome()
    content = export(project, chosen, domains, form, outcome).encode()
    if output is None:
        click.echo(content, nl=False)
    else:
        write_export(project, chosen, content, output.absolute(), outcome)
    _finish(outcome)


@click.command("review")
@project_option
@_locale_argument
@click.argument("domain")
@click.option("--by", default="", metavar='"NAME, ROLE"', help="Who reviewed exactly the text that is there now.")
@click.option("--corrections", type=_path, metavar="FILE", help="A review sheet with corrections, to bring back first.")
def review_command(folder: Path | None, locale: str, domain: str, by: str, corrections: Path | None) -> None:
    """Record a review of an article in a language, and bring a reviewer's corrections back."""
    project, chosen = _open(folder, locale)
    _finish(review(project, chosen, domain, by, corrections.absolute() if corrections else None))
