"""Rules for plain language: what makes a sentence, a number or a list hard, where it stands, and what to write."""

from __future__ import annotations

from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language import numbers, sentences, structure, wording
from pipeline.checks.rule import Rule

RULES: tuple[Rule[Manuscript], ...] = (*sentences.RULES, *wording.RULES, *numbers.RULES, *structure.RULES)
