"""Plant harms in clean translations and count what the safety rules catch; and how fast they are.

    python benchmarks/planted_harms.py [SEED]

The messages and the planter are those of the tests. Errors keep a message unpublished; warnings are told as well.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from checks.safety_planter import ERRORS, LOCALES, PLANTERS, codes, messages, planted

from pipeline.checks.safety.compare import compare
from pipeline.checks.safety.facts import facts

_ROUNDS = 5


def main(seed: int) -> None:
    """Print the tables."""
    tries: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    warned: Counter[tuple[str, str]] = Counter()
    for family, language, source, _, spoiled in planted(seed):
        said = codes(source, spoiled, language)
        tries[family, language] += 1
        caught[family, language] += bool(said & ERRORS)
        warned[family, language] += bool(said) and not said & ERRORS
    print(f"{'family':10}", *(f"{language:>9}" for language in LOCALES), f"{'all':>11}  warnings")
    for family in PLANTERS:
        row = [f"{caught[family, language]}/{tries[family, language]}" for language in LOCALES]
        sums = [sum(count[family, language] for language in LOCALES) for count in (caught, tries, warned)]
        print(f"{family:10}", *(f"{cell:>9}" for cell in row), f"{f'{sums[0]}/{sums[1]}':>11}  {sums[2]}")
    clean = [(message["en"], message[language], language) for message in messages() for language in LOCALES]
    alarms = [pair for pair in clean if codes(*pair)]
    errors = [pair for pair in clean if codes(*pair) & ERRORS]
    print(f"clean: {len(clean)} pairs, {len(alarms)} with a finding, {len(errors)} with an error")
    print(f"speed: {_speed(clean):,.0f} pairs a second")


def _speed(pairs: list[tuple[str, str, str]]) -> float:
    best = 0.0
    for _ in range(_ROUNDS):
        compare.cache_clear()
        facts.cache_clear()
        start = time.process_time()
        for source, target, language in pairs:
            compare(source, target, "en", LOCALES[language])
        best = max(best, len(pairs) / (time.process_time() - start))
    return best


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2026)
