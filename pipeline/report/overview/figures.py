"""What the pages of the report tell: plain figures, gathered by the command."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.catalogs import Review
from pipeline.locale import Locale
from pipeline.model import Finding, Severity
from pipeline.readability import Measure


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding, and where it can be seen."""

    finding: Finding
    href: str = ""
    """The block on its page, below the output folder; empty if it stands on none."""


@dataclass(frozen=True, slots=True)
class Block:
    """One message of which readers do not get the translation."""

    text: str
    """The beginning of the source text."""

    state: str
    """One of `MISSING`, `FUZZY` and `HELD_BACK`."""

    critical: bool
    catalog: str
    """File and line of the translation; empty if the catalog does not have the message."""

    source: str
    """File and line of the source."""

    href: str = ""


MISSING, FUZZY, HELD_BACK = "missing", "fuzzy", "held-back"


@dataclass(frozen=True, slots=True)
class Work:
    """How far a translation is, in messages and in words of the source."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    held_back: int = 0
    critical: int = 0
    critical_ready: int = 0
    words: int = 0
    words_ready: int = 0
    published: int = 0
    """Pages that readers get."""

    pages: int = 0
    """Pages that there are with those that are not published."""

    reviewed: int = 0
    """Pages whose text was reviewed as it is now."""

    @property
    def left(self) -> int:
        """The words that are still to be translated, or to be made sure of."""
        return self.words - self.words_ready

    @property
    def share(self) -> float:
        """The share of words that readers get in their language, 0 to 1."""
        return self.words_ready / self.words if self.words else 1.0


def together(works: Iterable[Work]) -> Work:
    """Return the sum of several."""
    several = list(works)
    return Work(*(sum(getattr(each, name) for each in several) for name in Work.__dataclass_fields__))


def severities(remarks: Iterable[Remark]) -> Counter[Severity]:
    """Return how many findings there are of each severity."""
    return Counter(remark.finding.severity for remark in remarks)


@dataclass(frozen=True, slots=True)
class Row:
    """One domain in one language; in the source's, `work` is empty."""

    domain: str
    title: str
    """Of the article, in the source's language; empty for words of the package."""

    locale: Locale
    remarks: tuple[Remark, ...] = ()
    work: Work = field(default_factory=Work)
    blocks: tuple[Block, ...] = ()
    catalog: str = ""
    """The file of the translation; empty if there is none."""

    review: Review | None = None
    source: Measure | None = None
    """How hard the article is; beside a translation, those of its blocks that are translated."""

    translation: Measure | None = None
    difference: float | None = None
    """How much harder the translation is than its source, in steps of the level."""

    page: str = ""
    """The published page, below the output folder; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Point:
    """How much of a language was translated at one time."""

    day: dt.date
    seconds: int
    """The time of the commit, in seconds since 1970."""

    words_ready: int
    words: int

    @property
    def share(self) -> float:
        """The share of words, 0 to 1."""
        return self.words_ready / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Language:
    """All domains in one language."""

    locale: Locale
    rows: tuple[Row, ...]
    """The most work first."""

    remarks: tuple[Remark, ...] = ()
    """Findings about the language as such."""

    history: tuple[Point, ...] = ()

    @property
    def work(self) -> Work:
        """The sum of all domains."""
        return together(row.work for row in self.rows)

    @property
    def every_remark(self) -> tuple[Remark, ...]:
        """All findings in the language."""
        return (*self.remarks, *(remark for row in self.rows for remark in row.remarks))


@dataclass(frozen=True, slots=True)
class Overview:
    """A project as it stands."""

    title: str
    source: Language
    """The articles in their own language."""

    languages: tuple[Language, ...]
    """The most work first."""

    remarks: tuple[Remark, ...] = ()
    """Findings about no article and no language."""

    history: tuple[Point, ...] = ()
    """All languages together."""
