"""Turkish, Greek, Malay and Japanese."""

from __future__ import annotations

from math import inf

from pipeline.readability.formulas import Counts, Formula, flesch, linear
from pipeline.readability.national.english import EASE

ATESMAN = Formula(
    "Ateşman",
    "Ateşman 1997, Türkçede okunabilirliğin ölçülmesi, TÖMER Dil Dergisi 58, 71-74",
    flesch(198.825, 2.610, 40.175),
    tier="A",
    scale=EASE,
    cuts=(80, 70, 50),
    labels=(
        (90, "çok kolay (school years 1 to 4)"),
        (80, "kolay (years 5 to 6)"),
        (70, "kolay (years 7 to 8)"),
        (60, "orta (years 9 to 10)"),
        (50, "orta (years 11 to 12)"),
        (30, "zor (university)"),
        (-inf, "çok zor (degree)"),
    ),
    target="70 or higher (years 7 to 8)",
    equated=(68.7, 39.5),
    is_grade=False,
)
CETINKAYA = Formula(
    "Çetinkaya-Uzun",
    "Çetinkaya 2010, thesis, Ankara Üniversitesi; Çetinkaya & Uzun 2010",
    flesch(118.823, 0.971, 25.987),
    scale="higher is easier",
    cuts=(51, 43, 35),
    labels=((51, "independent reading (years 5 to 7)"), (35, "with a teacher (8 to 9)"), (-inf, "hard (10 to 12)")),
    equated=(42, 27.8),
    is_grade=False,
)
TZIMOKAS = Formula(
    "Flesch for Greek (Tzimokas & Matthaioudaki)",
    "Tzimokas & Matthaioudaki 2014; constants from one secondary source; bands equated with English",
    flesch(206.835, 1.015, 59),
    scale=EASE,
    cuts=(69.3, 60.3, 42.3),
    equated=(69.3, 42.3),
    is_grade=False,
)
KHADIJAH = Formula(
    "Khadijah Rohani",
    "Khadijah Rohani 1982, thesis 1263, University of Miami; structure from its abstract, constants from one program",
    linear(-13.988, (0.3793, Counts.sentence_length), (0.0207 * 3, Counts.syllables_per_hundred)),
    scale="school grade of Malaysia",
)


def _tateisi(counts: Counts) -> float:
    runs = counts.runs
    if runs is None:
        raise ValueError("the formula needs the runs of scripts")
    return (
        115.79
        - 0.12 * runs.signs_per_sentence
        - 1.37 * runs.latin
        + 7.4 * runs.hiragana
        - 23.18 * runs.kanji
        - 5.4 * runs.katakana
        - 4.67 * runs.commas_per_sentence
    )


TATEISI = Formula(
    "Tateisi RS'",
    "Tateisi, Ono & Yamada 1988, A computer readability formula of Japanese texts for machine scoring, COLING",
    _tateisi,
    scale="mean 50, standard deviation 10, higher is easier",
    cuts=(60, 50, 40),
    is_grade=False,
)
