"""The command line: arguments, printing, exit status; nothing else.

Exit status: 0 all well; 1 findings at or above ``--fail-on``, or something stale under ``--check``; 2 a wrong call,
configuration or input.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.cli_common import Status, finish, jobs_option, locales_argument, project_option
from pipeline.errors import PlainspokenError

if TYPE_CHECKING:
    from pipeline.checks.reading_level import Comparison
    from pipeline.commands.outcome import Outcome
    from pipeline.commands.stats import Edited, Stats
    from pipeline.project import Project

# Imports take longer than most commands, so each is made where it is needed.
_ELSEWHERE = {
    "adopt": "cli_adopt",
    "audit": "cli_audit",
    "build": "cli_build",
    "check": "cli_check",
    "explain": "cli_check",
    "export": "cli_catalogs",
    "import": "cli_adopt",
    "init": "cli_init",
    "join": "cli_catalogs",
    "merge-catalogs": "cli_merge",
    "preview": "cli_preview",
    "readability": "cli_readability",
    "report": "cli_report",
    "review": "cli_catalogs",
    "split": "cli_catalogs",
}
"""The modules of the other commands."""

_PIPED_WIDTH = 200


class _Group(click.Group):
    """Imports a command when it is called; turns what is wrong with the input into lines and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        name = f"{cmd_name.replace('-', '_')}_command"
        command: click.Command = getattr(import_module(f"pipeline.{_ELSEWHERE[cmd_name]}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PlainspokenError as error:
            click.echo(str(error), err=True)
            ctx.exit(Status.INPUT)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="plainspoken")
def main() -> None:
    """One article, every language, a page that everyone can read."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe may have an encoding without our letters; an escape is better than no report.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command("extract")
@project_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a template is stale.")
def extract_command(folder: Path | None, *, only_check: bool) -> None:
    """Write the templates (.pot) of all articles."""
    from pipeline.commands.extract import extract
    from pipeline.commands.workspace import open_project

    _finish_writing(extract(open_project(folder), check=only_check), check=only_check)


@main.command("add-locale")
@project_option
@click.argument("locales", nargs=-1, required=True, metavar="LOCALE...")
def add_locale_command(folder: Path | None, locales: tuple[str, ...]) -> None:
    """Create the catalogs (.po) of new languages."""
    from pipeline.commands.update import add_locale
    from pipeline.commands.workspace import open_project

    _finish_writing(add_locale(open_project(folder), locales), check=False)


@main.command("update")
@project_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a file is stale.")
@click.option(
    "--minor",
    multiple=True,
    metavar="TEXT",
    help="An article, or words of a new text, whose edits do not change the sense: the translations stay as they are, "
    "unless an edit is critical. May be given several times.",
)
@jobs_option()
@locales_argument
def update_command(
    folder: Path | None, locales: tuple[str, ...], minor: tuple[str, ...], jobs: int, *, only_check: bool
) -> None:
    """Bring templates and catalogs up to date with the articles."""
    from pipeline.commands.update import update
    from pipeline.commands.workers import Workers
    from pipeline.commands.workspace import chosen_locales, open_project

    project = open_project(folder)
    chosen = chosen_locales(project, locales)
    outcome = update(project, chosen, check=only_check, minor=minor, workers=Workers(jobs))
    _finish_writing(outcome, check=only_check)


@main.command("stats")
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the figures.")
@click.option("--changes", is_flag=True, help="Show, word by word, what changed in the source of fuzzy translations.")
@locales_argument
def stats_command(folder: Path | None, locales: tuple[str, ...], form: str, *, changes: bool) -> None:
    """Show how far each translation is."""
    from pipeline.catalogs.edits import tell
    from pipeline.commands.outcome import Outcome
    from pipeline.commands.stats import stats
    from pipeline.commands.workspace import chosen_locales, open_project

    project = open_project(folder)
    outcome = Outcome()
    figures = stats(project, chosen_locales(project, locales), outcome)
    if form == "json":
        record = _figures(figures) | ({"changes": list(map(_changed, figures.edited))} if changes else {})
        _print(json.dumps(record, ensure_ascii=False, indent=1) + "\n", form)
    elif changes:
        for each in figures.edited:
            click.echo(f"{each.place}: {each.harm.name.lower()}: {tell(each.changes)}")
    else:
        _print_tables(project, figures)
    finish(outcome)


# --- printing -----------------------------------------------------------------------------------------------------


def _print(text: str, form: str) -> None:
    """Print a report; JSON is UTF-8 wherever it goes (RFC 8259)."""
    click.echo(text.encode() if form == "json" else text, nl=False)


def _finish_writing(outcome: Outcome, *, check: bool) -> None:
    """Name the files that changed, and exit."""
    for path in outcome.changed:
        click.echo(f"{path}: {'stale' if check else 'written'}")
    for line in outcome.record:
        click.echo(line)
    if not outcome.changed and not outcome.errors:
        click.echo("everything is up to date", err=True)
    finish(outcome, failed=check and bool(outcome.changed))


def _print_tables(project: Project, figures: Stats) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    from pipeline.locale import format_share, parse_locale

    # Outside a terminal there is no width to fit into, and a folded name could not be searched for.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    table = Table(
        "locale",
        "domain",
        "ready",
        "fuzzy",
        "missing",
        "held back",
        "words left",
        "review",
        "page",
        "level",
        box=SIMPLE,
    )
    for each in figures.progress:
        table.add_row(
            each.locale.name,
            each.domain,
            format_share(each.share, parse_locale("en")),
            *map(str, (each.fuzzy, each.missing, each.held_back, each.words - each.words_ready)),
            _review(each.review.by, current=each.review.current),
            "yes" if figures.published(each) else "no",
            _level(figures.comparison(each)),
        )
    console.print(table)
    articles = Table("article", "words", "sentences", "level", "grade", "target", "formula", box=SIMPLE)
    for domain, measure in figures.articles:
        grade = f"{measure.grade:.1f}" if measure.grade is not None else "not measured"
        counts = (str(measure.words), str(measure.sentences), measure.level)
        articles.add_row(domain, *counts, grade, f"{project.targets.grade:g}", measure.formula or measure.reason)
    console.print(articles)


def _level(comparison: Comparison | None) -> str:
    """Return the level of a translation, and how much harder than its source it is."""
    if comparison is None:
        return ""
    difference = comparison.level_difference
    told = "" if difference is None else f" ({round(difference, 1) + 0:+.1f})"  # never -0.0
    return f"{comparison.translation.level}{told}" if comparison.translation.level else "not measured"


def _levels(comparison: Comparison | None) -> dict[str, Any]:
    """Return the same and the grades for JSON; empty if nothing is translated."""
    if comparison is None:
        return {}
    measured = comparison.translation
    return {
        "level": measured.level or None,
        "level_score": measured.level_score,
        "level_difference": comparison.level_difference,
        "equivalent_grade": measured.equivalent_grade,
        "grade_difference": comparison.grade_difference,
    }


def _changed(edited: Edited) -> dict[str, Any]:
    """Return what changed in the source of one translation, for JSON."""
    return {
        "locale": edited.locale,
        "domain": edited.domain,
        "path": edited.place.path,
        "line": edited.place.line,
        "harm": edited.harm.name.lower(),
        "reasons": edited.reasons,
        "changes": [change._asdict() for change in edited.changes],
    }


def _review(by: str, *, current: bool) -> str:
    return ("reviewed" if current else "changed since review") if by else "not yet"


def _figures(figures: Stats) -> dict[str, Any]:
    progress = [
        {
            **asdict(each),
            "locale": each.locale.name,
            "share": each.share,
            "published": figures.published(each),
            "readability": _levels(figures.comparison(each)),
        }
        for each in figures.progress
    ]
    for record in progress:
        record["outdated_since"] = str(record.pop("standing")["outdated_since"] or "") or None
        record["review"] = {**record["review"], "on": str(record["review"]["on"] or "")}
    fields = ("words", "sentences", "level", "level_score", "grade", "formula")
    articles = [
        {"domain": domain, **{name: getattr(measure, name) for name in fields}} for domain, measure in figures.articles
    ]
    return {"schema": 1, "articles": articles, "progress": progress}
