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

    whole: bool = False
    """True if it is about the whole article or catalog, not about the block or message at `line`."""


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
    ``\\n`` stands for a line break; or, for a rule about catalogs, a piece of one.

    A line ``lang: th`` above it names the language of the article, or that of the translation (else German)."""

    good: str
    """The same, mended."""

    mend: Callable[[Subject], str | None] | None = None
    """Returns the text of the subject, mended without any change of meaning; None for rules that only people can mend.

    For a translation, the new ``msgstr``."""

    skipped: frozenset[str] = frozenset()
    """Languages that the rule does not apply to, by the first part of their tag: ``th``."""

    more: tuple[tuple[str, str], ...] = ()
    """Further pairs of a bad and a good example, in other languages and scripts."""
