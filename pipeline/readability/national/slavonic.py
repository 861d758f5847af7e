"""Polish, Czech and Russian."""

from __future__ import annotations

from math import inf, sqrt

from pipeline.readability.formulas import Counts, Formula, flesch, linear, smog
from pipeline.readability.national.english import EASE

FOG_PL = Formula(
    "FOG-PL",
    "Gunning 1952 for Polish, hard words have 4 syllables and more: Broda et al. 2014; Jasnopis and Logios, Wrocław. "
    "Words are taken as they stand in the text, not in their base form",
    linear(0, (0.4, Counts.sentence_length), (0.4, Counts.percent_of_four)),
    scale="years of school in Poland",
    cuts=(7, 10, 13),
    labels=((7, "szkoła podstawowa"), (10, "gimnazjum"), (13, "liceum"), (inf, "studia")),
)
PISAREK = Formula(
    "Pisarek, linear",
    "Pisarek 1969, Jak mierzyć zrozumiałość tekstu?; words are taken as they stand in the text",
    linear(1, (1 / 3, Counts.sentence_length), (1 / 3, Counts.percent_of_four)),
    scale="years of school in Poland",
    cuts=(7, 10, 13),
)


def _pisarek_nonlinear(counts: Counts) -> float:
    return 0.5 * sqrt(counts.sentence_length() ** 2 + counts.percent_of_four() ** 2)


PISAREK_NONLINEAR = Formula(
    "Pisarek, non-linear",
    PISAREK.source,
    _pisarek_nonlinear,
    scale=PISAREK.scale,
    cuts=PISAREK.cuts,
)
BENDOVA = Formula(
    "Flesch for Czech (Bendová & Cinková)",
    "Bendová & Cinková 2021, Text, Speech and Dialogue, doi 10.1007/978-3-030-83527-9_14: fitted on parallel text; "
    "206.935 as cited, perhaps a misprint of 206.835",
    flesch(206.935, 1.672, 62.18),
    scale=EASE,
    cuts=(62, 51.2, 29.6),
    equated=(62, 29.6),
    is_grade=False,
)
_BEGTIN = "Begtin, plainrussian.ru (program under CC0), fitted to graded Russian texts, about 2014"
PLAINRUSSIAN = Formula(
    "Flesch-Kincaid for Russian (plainrussian)",
    _BEGTIN,
    linear(-30.5, (0.318, Counts.sentence_length), (14.2, Counts.syllables_per_word)),
)
PLAINRUSSIAN_CLI = Formula(
    "Coleman-Liau for Russian (plainrussian)",
    _BEGTIN,
    linear(-20.33, (5.5, Counts.letters_per_word), (-35, Counts.sentences_per_word)),
)
PLAINRUSSIAN_SMOG = Formula("SMOG for Russian (plainrussian)", _BEGTIN, smog(1.1, 64.6, 0.05, 5), fewest_sentences=30)
PLAINRUSSIAN_ARI = Formula(
    "automated readability index for Russian (plainrussian)",
    _BEGTIN,
    linear(-31.04, (6.26, Counts.letters_per_word), (0.2805, Counts.sentence_length)),
)
OBORNEVA = Formula(
    "Flesch for Russian (Oborneva, 1.3 and 60.1)",
    "Oborneva 2006, thesis, Moscow; the constants of ru.wikipedia, textstat and Yoast, and Yoast's bands. "
    "A second set circulates: 1.52 and 65.14",
    flesch(206.835, 1.3, 60.1),
    tier="C",
    scale=EASE,
    cuts=(56.7, 45, 21.5),
    labels=(
        (80, "very easy"),
        (70, "easy"),
        (60, "fairly easy"),
        (50, "plain"),
        (40, "fairly difficult"),
        (20, "difficult"),
        (-inf, "very difficult"),
    ),
    equated=(56.7, 21.5),
    is_grade=False,
)
MATSKOVSKIY = Formula(
    "Matskovskiy",
    "Matskovskiy 1976, Problemy chitabelnosti pechatnogo materiala; constants from two secondary sources",
    linear(0.051, (0.62, Counts.sentence_length), (0.123, Counts.percent_of_four)),
    scale="difficulty, lower is easier",
    cuts=(8.9, 11, 15.2),
    equated=(8.9, 15.2),
    is_grade=False,
)
