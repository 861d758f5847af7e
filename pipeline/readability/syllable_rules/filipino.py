"""Filipino: one syllable for each vowel letter. `ng` is said nang, `mga` manga.

Not measured: no synthesizer speaks it.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(nuclei="[aeiouáéíóúàèìòùâêîôû]", exceptions={2: "mga"})
