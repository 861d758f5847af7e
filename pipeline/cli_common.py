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


_MOST_JOBS = 512


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


class _Jobs(click.ParamType[int]):
    """A number of processes; 0 stands for as many as are of use."""

    name = "N|auto"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if value == "auto":
            return 0
        if not str(value).isascii() or not str(value).isdecimal() or not 1 <= int(str(value)) <= _MOST_JOBS:
            self.fail(f"{value} is neither auto nor a number from 1 to {_MOST_JOBS}", param, ctx)
        return int(str(value))


def jobs_option(default: str = "auto") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add ``--jobs N|auto`` to a command."""
    text = "Processes that work at the same time."
    return click.option("--jobs", type=_Jobs(), default=default, show_default=True, help=text)


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
