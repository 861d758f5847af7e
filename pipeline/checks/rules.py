"""The catalogue: every rule of every family, in one explicit list.

A rule's code is never used again. To add a rule, add it to the tuple of its module, with its examples; to add a
module, add it here.
"""

from __future__ import annotations

from typing import Any

from pipeline.checks import (
    accessibility,
    article,
    catalog,
    catalog_file,
    characters,
    labels,
    readability,
    reading_level,
    safety,
    silence,
    structure,
    terms,
    text,
    translation,
    typography,
)
from pipeline.checks.catalog import Slip
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.reading_level import Comparison
from pipeline.checks.rule import Rule
from pipeline.checks.silence import Claim
from pipeline.checks.terms import Words
from pipeline.checks.translation import Pair
from pipeline.locale import Locale

ARTICLE_RULES: tuple[Rule[Manuscript], ...] = (*article.RULES, *readability.RULES)
"""About an article in its own language."""

CATALOG_RULES: tuple[Rule[Slip], ...] = catalog.RULES
"""About the state of one message."""

FILE_RULES: tuple[Rule[WholeCatalog], ...] = catalog_file.RULES
"""About a catalog as a whole."""

TRANSLATION_RULES: tuple[Rule[Pair], ...] = (
    *translation.RULES,
    *structure.RULES,
    *safety.RULES,
    *text.RULES,
    *typography.RULES,
    *characters.RULES,
    *labels.RULES,
    *accessibility.TRANSLATION_RULES,
)
"""About one message and its translation."""

LOCALE_RULES: tuple[Rule[Locale], ...] = safety.LOCALE_RULES
"""About a language of the project, that of the sources included; told once, not for each text."""

TERM_RULES: tuple[Rule[Words], ...] = terms.RULES
"""About the translated messages of all articles of a locale."""

COMPARISON_RULES: tuple[Rule[Comparison], ...] = reading_level.RULES
"""About an article beside its translation."""

SILENCE_RULES: tuple[Rule[Claim], ...] = silence.RULES
"""About what somebody silenced."""

ABOUT_CATALOGS: tuple[Rule[Any], ...] = (
    *CATALOG_RULES,
    *FILE_RULES,
    *TRANSLATION_RULES,
    *TERM_RULES,
    *COMPARISON_RULES,
)
"""All that are about what translators write."""

RULES: tuple[Rule[Any], ...] = (*ARTICLE_RULES, *ABOUT_CATALOGS, *LOCALE_RULES, *SILENCE_RULES)

CODES: dict[str, str] = {name: rule.code for rule in RULES for name in (rule.code, rule.name)}
"""The code for each code and name."""

LETTERS = {
    "S": "Source",
    "C": "Catalogs",
    "T": "Translations",
    "R": "Readability",
    "A": "Accessibility",
}
"""What the first letter of a code stands for."""
