"""Slovenian: vowel letters, and r between consonants (prst).

Exact on words of rank 5,001-10,000 against espeak-ng: 95.2 % (pyphen 86.5 %).
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(nuclei="[aeiouáéíóúêô]|(?:^|(?<=[^aeiou]))r(?=[^aeiouj]|$)")
