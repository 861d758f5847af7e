"""Readability formulas: from counts to a number, each with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AGE_OF_GRADE_ZERO = 5
"""Pupils of school grade n in the United States are n + 5 years old when the school year begins.

An assumption about schools, not a part of any formula: kindergarten starts at 5, grade 1 at 6.
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a formula may ask of a text."""

    sentences: int
    words: int
    syllables: int
    letters: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula."""

    name: str
    source: str
    """Who published it, and where."""

    compute: Callable[[Counts], float]
    """From counts, with at least one sentence and one word, to the value on the formula's own scale."""


def linear(*, sentence_length: float, word_length: float, base: float) -> Callable[[Counts], float]:
    """Return the formula `sentence_length` x words per sentence + `word_length` x syllables per word + `base`."""

    def compute(counts: Counts) -> float:
        return sentence_length * counts.words / counts.sentences + word_length * counts.syllables / counts.words + base

    return compute


FLESCH_KINCAID = Formula(
    "Flesch-Kincaid grade",
    "Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command",
    linear(sentence_length=0.39, word_length=11.8, base=-15.59),
)
"""School grade of the United States; lower is easier. For English only."""

FLESCH_READING_EASE = Formula(
    "Flesch reading ease",
    "Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32, 221-233",
    linear(sentence_length=-1.015, word_length=-84.6, base=206.835),
)
"""About 0 to 100, may leave that range; higher is easier. For English only."""
