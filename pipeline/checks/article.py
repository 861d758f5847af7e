"""Rules for an article in its own language: what troubles translators and what shuts readers out."""

from __future__ import annotations

from pipeline.checks import accessibility, source
from pipeline.checks.manuscript import Manuscript, page_ids
from pipeline.checks.rule import Rule

__all__ = ["RULES", "Manuscript", "page_ids"]

RULES: tuple[Rule[Manuscript], ...] = (*source.RULES, *accessibility.RULES)
