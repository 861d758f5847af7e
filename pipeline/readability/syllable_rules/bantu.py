"""Swahili and Zulu: one syllable for each vowel letter, and for m before a consonant that it does not blend with.

Swahili was measured on 5,000 words of news against espeak-ng: 94.6 %. Zulu: not
measured.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

SWAHILI = Rules(nuclei="[aeiou]|m(?=[cdfghjklnrstvz])|^n(?=[cdgjz]h?[aeiouwy]+$)")
ZULU = Rules(nuclei="[aeiou]|m(?=[cdfghjklnqrstvxz])")
