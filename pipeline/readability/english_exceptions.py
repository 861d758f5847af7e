"""English words that the rules of spelling in `english` miscount, listed by their number of syllables.

The list is our own work: frequent words that do not sound as they are written, and words of health articles.
A plural, or an adverb in -ly, is found through its base word, so only the base form is listed.
"""

from __future__ import annotations

_BY_COUNT = {
    1: "aches aisle drawer isle pier prayer priest tier",
    2: (
        "acne blueish business cafe catholic chocolate colonel crooked dengue diamond evening every farewell gateway "
        "genius genre giant lawyer maybe naked premier premiere ragged rugged soldier "
        "several spokesman spokesmen tablespoon vacuum wednesday wicked wretched"
    ),
    3: (
        "albeit alien anyone behavior behaviour businesses businessman businessmen cochlea dyspnea element everyday "
        "everyone everything everywhere finale fovea gaseous heroin heroine imagery moreover nonetheless "
        "nuclear nuclei oasis parliament recipe sesame syncope uvea valuable vegetable whoever"
    ),
    4: (
        "alveolar alveoli anemone apostrophe arguably behavioral behavioural caesarean catastrophe cesarean diabetes "
        "epitome european everybody guacamole influenza initiative laboratory marijuana nauseated whatsoever"
    ),
    5: "elementary parliamentary",
}

EXCEPTIONS: dict[str, int] = {word: count for count, words in _BY_COUNT.items() for word in words.split()}
"""Syllables by lower-case word."""
