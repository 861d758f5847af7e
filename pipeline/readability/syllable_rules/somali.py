"""Somali: a vowel, long (written twice) or not, is one syllable; two different vowels never meet without a glide.

Not measured.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(nuclei="aa|ee|ii|oo|uu|[aeo][iu]|[aeiou]")
