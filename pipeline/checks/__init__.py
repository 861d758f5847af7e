"""The checks: the catalogue of rules, and the functions that run them."""

from pipeline.checks.rules import (
    ARTICLE_RULES,
    CATALOG_RULES,
    CODES,
    COMPARISON_RULES,
    FILE_RULES,
    LETTERS,
    LOCALE_RULES,
    RULES,
    SILENCE_RULES,
    TERM_RULES,
    TRANSLATION_RULES,
)
from pipeline.checks.run import (
    check_article,
    check_catalog,
    check_comparison,
    check_locale,
    check_silence,
    check_translation,
    check_words,
    no_catalog,
    rejected_messages,
)
from pipeline.checks.silence import Ignore, Ledger, Override, Severities, scoped
from pipeline.checks.subjects import Translation

__all__ = [
    "ARTICLE_RULES",
    "CATALOG_RULES",
    "CODES",
    "COMPARISON_RULES",
    "FILE_RULES",
    "LETTERS",
    "LOCALE_RULES",
    "RULES",
    "SILENCE_RULES",
    "TERM_RULES",
    "TRANSLATION_RULES",
    "Ignore",
    "Ledger",
    "Override",
    "Severities",
    "Translation",
    "check_article",
    "check_catalog",
    "check_comparison",
    "check_locale",
    "check_silence",
    "check_translation",
    "check_words",
    "no_catalog",
    "rejected_messages",
    "scoped",
]
