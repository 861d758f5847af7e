"""The command ``audit``: its arguments, and what it prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from pipeline import report
from pipeline.cli_common import COUNTING, finish, project_option
from pipeline.commands.audit import audit
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import open_project, pages_before
from pipeline.errors import InputError


@click.command("audit")
@project_option
@click.argument("pages", required=False, metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="Form of the report.")
@click.option(
    "--fail-on",
    type=click.Choice(list(COUNTING)),
    default="error",
    help="The least severe finding that makes the exit status 1.",
)
@click.option("--at-least", type=click.IntRange(min=1), metavar="N", help="Fewer pages than this are an error.")
@click.option("--browser", is_flag=True, help="Look at them in Chromium, too (needs plainspoken[browser]).")
@click.option("--all", "every", is_flag=True, help="Show every finding in the text, however many there are.")
def audit_command(  # noqa: PLR0913 - one for each option
    *,
    folder: Path | None,
    pages: Path | None,
    form: str,
    fail_on: str,
    at_least: int | None,
    browser: bool,
    every: bool,
) -> None:
    """Look at finished pages: those in DIR, or else what the last build wrote."""
    look = _in_browser() if browser else None
    if pages is None:
        project = open_project(folder)
        pages, root = project.output, project.root
        at_least = at_least or sum(name.endswith(".html") for name in pages_before(project)) or None
    else:
        root = Path.cwd()
        pages = root / pages
    audited = audit(pages, root, at_least)
    if look is not None and audited.pages:
        look(audited, pages, root, _tell)
    text = report.as_text(audited.findings, every=every) if form == "text" else report.FORMATS[form](audited.findings)
    click.echo(text if form in {"text", "github", "markdown"} else text.encode("utf-8", "replace"), nl=False)
    click.echo(f"{audited.pages} page{'' if audited.pages == 1 else 's'} seen", err=True)
    failed = any(finding.severity in COUNTING[fail_on] for finding in audited.findings)
    finish(Outcome(errors=audited.errors), failed=failed)


def _in_browser() -> Callable[..., None]:
    """Return what looks at pages in a browser. Raises `InputError` if the packages for it are not installed."""
    try:
        import axe_playwright_python  # noqa: F401

        from pipeline.commands.audit_browser import look
    except ImportError as error:
        message = f"--browser needs the package {error.name}; install plainspoken[browser]"
        raise InputError(message) from None
    return look


def _tell(path: str) -> None:
    """Say on a terminal which page is looked at."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{path}", err=True, nl=False)
