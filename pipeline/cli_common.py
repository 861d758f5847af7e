"""What the verbs of the command line share: arguments, exit status, the last lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pipeline.commands.outcome import Outcome


class Status(IntEnum):
    """The exit status of a command."""

    WELL = 0
    FINDINGS = 1
    """Findings at or above ``--fail-on``, or something stale under ``--check``."""

    INPUT = 2


COUNTING = {
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
    "never": frozenset[str](),
}
"""The severities that make the exit status 1, by the value of ``--fail-on``."""


def project_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--project DIR`` to a command."""
    return click.option(
        "--project",
        "folder",
        type=click.Path(path_type=Path),
        help="Folder of the project. Default: the nearest one upwards that holds a configuration.",
    )(function)


locales_argument = click.argument("locales", nargs=-1, metavar="[LOCALE]...")


def tell(notes: Iterable[str]) -> None:
    """Print sentences for people."""
    for note in notes:
        click.echo(f"note: {note}", err=True)


def finish(outcome: Outcome, *, failed: bool = False) -> None:
    """Print notes and errors, and leave with the right status."""
    tell(outcome.notes)
    for error in outcome.errors:
        click.echo(str(error), err=True)
    sys.exit(Status.INPUT if outcome.errors else Status.FINDINGS if failed else Status.WELL)
