"""What a rule is. A rule is a value: it knows nothing of paths, severities in force or reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.model import Severity

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found in its subject."""

    message: str
    """One sentence: what is wrong."""

    line: int | None = None
    """The line in the article; None for the line of the subject itself."""

    excerpt: str = ""
    fix: str = ""
    """What to do, where it is more exact than the rule's own advice."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule of the catalogue."""

    code: str
    """Letter of the family and number, never used again for another rule: ``T101``."""

    name: str
    """In words, as the configuration may write it: ``link-target``."""

    severity: Severity
    """Its severity unless the configuration says otherwise."""

    summary: str
    """What is reported, in one sentence."""

    why: str
    """Why it matters to a reader."""

    fix: str
    """How to mend it."""

    check: Callable[[Subject], Iterable[Problem]]
    bad: str
    """An example that the rule reports: Markdown; or a message on one line and its translation on the next, in which
    ``\\n`` stands for a line break."""

    good: str
    """The same, mended."""
