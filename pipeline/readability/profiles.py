"""What is known about each language. A language that is not in the table is not measured.

To add one: a file with its syllables if spelling does not give them away, its abbreviations, and a row here whose
formulas name their source. No language ever uses the numbers of another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.readability import english
from pipeline.readability.formulas import FLESCH_KINCAID, FLESCH_READING_EASE, Formula
from pipeline.readability.sentences import Abbreviations


@dataclass(frozen=True, slots=True)
class Profile:
    """How to measure one language."""

    language: str
    """The primary subtag of BCP 47: ``en``."""

    abbreviations: Abbreviations
    count_syllables: Callable[[str], int]
    """From a word of letters, hyphens already taken apart, to its syllables; at least 1."""

    grade: Formula
    """Gives the school grade."""

    ease: Formula | None = None
    """Gives the reading ease, where the language has such a scale."""


_TABLE = (Profile("en", english.ABBREVIATIONS, english.count_syllables, FLESCH_KINCAID, FLESCH_READING_EASE),)

PROFILES = {profile.language: profile for profile in _TABLE}
"""The profiles by language."""


def find_profile(language: str) -> Profile | None:
    """Return the profile for a language tag or locale name (``en``, ``en-GB``, ``en_US``), or None."""
    return PROFILES.get(language.replace("_", "-").partition("-")[0].lower())
