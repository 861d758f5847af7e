"""The commands ``check`` and ``explain``: their arguments, and what they print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from pipeline import report
from pipeline.cli_common import COUNTING, Status, finish, jobs_option, locales_argument, project_option
from pipeline.commands.baseline import FILE, Baseline
from pipeline.commands.changed import changed_since
from pipeline.commands.check import check
from pipeline.commands.explain import catalogue, explain, listing, record, records
from pipeline.commands.files import put
from pipeline.commands.fix import Fixes, fix
from pipeline.commands.outcome import Outcome
from pipeline.commands.workers import Workers
from pipeline.commands.workspace import chosen_locales, open_project
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.model import Finding
from pipeline.project import Project

_FORMATS = list(report.FORMATS)
_USE, _UPDATE, _PRUNE, _OFF = "use", "update", "prune", "off"


@click.command("check")
@project_option
@click.option(
    "--format", "forms", type=click.Choice(_FORMATS), multiple=True, help="Form of the report; may be given again."
)
@click.option(
    "--output", "outputs", metavar="FORMAT=FILE", multiple=True, help="Write a report to a file; may be given again."
)
@click.option(
    "--fail-on",
    type=click.Choice(list(COUNTING)),
    default="error",
    help="The least severe finding that makes the exit status 1.",
)
@click.option("--all", "every", is_flag=True, help="Show every finding in the text, however many there are.")
@click.option("--changed-since", "revision", metavar="REV", help="Only texts that changed since a revision in git.")
@click.option(
    "--baseline",
    "baseline",
    type=click.Choice([_USE, _UPDATE, _PRUNE, _OFF]),
    default=_USE,
    help=f"Leave out what {FILE} holds (use), put all findings into it (update), or remove what is mended (prune).",
)
@click.option("--fix", "mend", is_flag=True, help="First mend in the catalogs what can be mended without judgement.")
@click.option("--diff", "only_diff", is_flag=True, help="With --fix: write nothing, show what would change.")
@jobs_option()
@locales_argument
def check_command(  # noqa: PLR0913 - one for each option
    *,
    folder: Path | None,
    locales: tuple[str, ...],
    forms: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    revision: str | None,
    baseline: str,
    every: bool,
    mend: bool,
    only_diff: bool,
    jobs: int,
) -> None:
    """Check articles and translations."""
    files = _files(outputs)
    printed = [form for form in forms if form not in files] or ([] if forms else ["text"])
    if len(printed) > 1:
        raise click.UsageError(f"{' and '.join(printed)} would be mixed; give all but one a file with --output")
    if only_diff and not mend:
        raise click.UsageError("--diff belongs to --fix")
    project = open_project(folder)
    chosen = chosen_locales(project, locales)
    if mend:
        _mend(fix(project, chosen, check=only_diff), only_diff=only_diff)
    outcome = check(project, chosen, Workers(jobs))
    _apply_baseline(project, outcome, chosen, baseline)
    if revision is not None:
        outcome.findings = changed_since(project, outcome.findings, revision)
    _report(outcome.findings, printed, files, every=every)
    finish(outcome, failed=any(finding.severity in COUNTING[fail_on] for finding in outcome.findings))


def _files(outputs: tuple[str, ...]) -> dict[str, Path]:
    """Return the file of each format that has one."""
    files: dict[str, Path] = {}
    for output in outputs:
        form, _, path = output.partition("=")
        if form not in _FORMATS or not path:
            raise click.UsageError(f"--output {output}: write one of {', '.join(_FORMATS)}, then = and a file")
        if form in files:
            raise click.UsageError(f"--output {output}: {form} has a file already")
        files[form] = Path(path)
    return files


def _report(findings: list[Finding], printed: list[str], files: dict[str, Path], *, every: bool) -> None:
    writers: dict[str, Callable[[Sequence[Finding]], str]] = {
        **report.FORMATS,
        "text": partial(report.as_text, every=every),
    }
    here = Path.cwd()
    for form, path in files.items():
        put(here / path, writers[form](findings).encode("utf-8", "replace"), here)
    for form in printed:
        text = writers[form](findings)
        # JSON is UTF-8 wherever it goes (RFC 8259), and so is the XML that we write.
        click.echo(text if form in {"text", "github", "markdown"} else text.encode("utf-8", "replace"), nl=False)


def _apply_baseline(project: Project, outcome: Outcome, locales: tuple[Locale, ...], mode: str) -> None:
    """Leave out what is in the baseline, or bring the baseline up to date."""
    if mode == _OFF:
        return
    baseline = Baseline(project)
    names = {"", *(locale.name for locale in locales)}
    if mode in {_UPDATE, _PRUNE}:
        if outcome.errors:
            # What could not be read has no findings; a baseline without them would let them come as new ones.
            outcome.errors.append(InputError("not brought up to date; first mend what is told above", FILE))
        else:
            write = baseline.update if mode == _UPDATE else baseline.prune
            changed = write(outcome.findings, names.__contains__)
            click.echo(f"{FILE}: {'written' if changed else 'up to date'}", err=True)
    elif not outcome.errors and (expired := baseline.expired(outcome.findings, names.__contains__)):
        what = "entry matches" if len(expired) == 1 else "entries match"
        outcome.notes.append(f"{len(expired)} {what} nothing any more; plainspoken check --baseline prune removes it")
    outcome.findings = baseline.new(outcome.findings)


def _mend(fixes: Fixes, *, only_diff: bool) -> None:
    """Say what was mended; with `only_diff`, show it and leave."""
    if only_diff:
        for diff in fixes.diffs:
            click.echo(diff)
        finish(fixes.outcome, failed=bool(fixes.diffs))
    for each in fixes.mended:
        click.echo(f"{each.location}: mended by {', '.join(each.rules)}", err=True)
    for path in fixes.outcome.changed:
        click.echo(f"{path}: written", err=True)
    errors = [error for error in fixes.outcome.errors if "cannot be written" in error.message]
    if errors:
        finish(Outcome(errors=errors))


@click.command("explain")
@click.argument("rule", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="Form of the answer."
)
def explain_command(rule: str | None, form: str) -> None:
    """Tell what a rule is for, why it matters to a reader and how to mend what it finds.

    RULE is a code (T102) or a name (link-target); without one, all rules are listed.
    """
    try:
        if form == "json":
            click.echo((record(rule) if rule else records()).encode(), nl=False)
        elif form == "markdown":
            click.echo(catalogue(rule), nl=False)
        else:
            click.echo(explain(rule) if rule else listing(), nl=False)
    except InputError as error:
        click.echo(str(error), err=True)
        sys.exit(Status.INPUT)
