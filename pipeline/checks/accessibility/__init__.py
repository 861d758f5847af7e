"""Rules for the accessibility of what authors and translators write; that of the pages is the renderer's business."""

from __future__ import annotations

from pipeline.checks.accessibility import headings, links, pictures, translated, wording
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.rule import Rule
from pipeline.checks.translation import Pair

RULES: tuple[Rule[Manuscript], ...] = (*headings.RULES, *pictures.RULES, *links.RULES, *wording.RULES)
TRANSLATION_RULES: tuple[Rule[Pair], ...] = translated.RULES
