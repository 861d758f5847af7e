"""Which of liblouis' tables stands for which language.

All are of uncontracted six-dot braille, which every braille reader can read: a contraction that a program has chosen
wrongly changes a word, and here no person reads what was made. Contracted English would be a sixth shorter, French a
quarter (benchmarks/braille.py).

There is none for Japanese and Chinese. Japanese braille writes how words are read, with spaces between them; liblouis
has only the rare braille of single Chinese characters (`ja-kantenji`). Its Chinese tables (`zhcn-g1`, `zh-tw`) know
one reading for each character, where many have several: 长 is *cháng* (long) or *zhǎng* (to grow).
"""

from __future__ import annotations

TABLES = {
    "ar": "ar-ar-g1.utb",
    "de": "de-g0.utb",
    "en": "en-ueb-g1.ctb",
    "es": "es-g1.ctb",
    "fr": "fr-bfu-comp6.utb",
    "pt": "pt-pt-g1.utb",
}
"""By language, without script and territory; Brazil and Portugal share one braille code."""

LATIN = TABLES["en"]
"""For Latin letters among those of another script: in every Latin braille code they have the same signs."""


def table_of(tag: str) -> str:
    """Return the name of the table for a language tag, or nothing if there is none."""
    return TABLES.get(tag.partition("-")[0].lower(), "")


def has_table(tag: str) -> bool:
    """Tell whether there is braille in the language of a tag."""
    return bool(table_of(tag))
