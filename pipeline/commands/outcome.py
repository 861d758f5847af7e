"""What a command did: the only thing that commands hand to the command line."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.checks import Ledger
from pipeline.errors import InputError
from pipeline.model import Finding


@dataclass(slots=True)
class Outcome:
    """The result of one command."""

    changed: list[str] = field(default_factory=list)
    """Files that were written, or under ``--check`` would be, relative to the project."""

    removed: list[str] = field(default_factory=list)
    record: list[str] = field(default_factory=list)
    """What was done to single messages, as ``path:line: note: …``."""

    notes: list[str] = field(default_factory=list)
    """Sentences for people: what was left out, what to do next."""

    findings: list[Finding] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    """Input that could not be used; everything else was done."""

    ledger: Ledger = field(default_factory=Ledger)
    """What the checks noted besides findings."""

    def add(self, part: Outcome) -> None:
        """Take over what a part of the same command did."""
        self.changed += part.changed
        self.record += part.record
        self.notes += part.notes
        self.findings += part.findings
        self.errors += part.errors
        self.ledger.add(part.ledger)

    def take_failures(self) -> None:
        """Put the rules that failed among the errors; those that are there already are not repeated."""
        self.errors += [error for error in self.ledger.failures if error not in self.errors]
