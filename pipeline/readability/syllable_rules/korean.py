"""Korean: a block of hangul is a syllable.

Exact by the nature of the script.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(nuclei="[가-힣]")
