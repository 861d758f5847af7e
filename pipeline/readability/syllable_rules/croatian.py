"""Croatian, also for Serbian and Bosnian in Latin letters: vowel letters, and r between consonants (prst).

Exact on words of rank 5,001-10,000 against espeak-ng: 96.5 % (pyphen 81.4 %).
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(nuclei="[aeiou]|(?:^|(?<=[^aeiou]))r(?=[^aeiou]|$)")
