"""Russian, Ukrainian, Bulgarian: one syllable for each vowel letter; Macedonian also r between consonants.

Exact on words of rank 5,001-10,000 against espeak-ng: ru 100.0 % (pyphen 74.7 %); uk 99.9 % (pyphen 48.8 %);
bg 100.0 % (pyphen 79.5 %); mk 100.0 %.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RUSSIAN = Rules(nuclei="[аеёиоуыэюя]")
UKRAINIAN = Rules(nuclei="[аеєиіїоуюяё]")
BULGARIAN = Rules(nuclei="[аеиоуъюяѝ]")
MACEDONIAN = Rules(nuclei="[аеиоуѐѝ]|(?:^|(?<=[^аеиоу]))р(?=[^аеиоу]|$)")
