"""Rules for the text of an article: what troubles translators, or means something else to the parser."""

from __future__ import annotations

from pipeline.checks.manuscript import Manuscript
from pipeline.checks.rule import Rule
from pipeline.checks.source import front_matter, pictures, raw_html, references, structure, wording

RULES: tuple[Rule[Manuscript], ...] = (
    *structure.RULES,
    *wording.RULES,
    *references.RULES,
    *front_matter.RULES,
    *pictures.RULES,
    *raw_html.RULES,
)
