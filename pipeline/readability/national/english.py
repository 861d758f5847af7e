"""English; and the scale that Flesch gave to many languages."""

from __future__ import annotations

from math import inf

from pipeline.readability.formulas import Counts, Formula, flesch, linear, smog

EASE = "reading ease, about 0 to 100, higher is easier"
"""The scale of Flesch's formula and of its children; what a value means differs from language to language."""

FLESCH_BANDS = (
    (90.0, "very easy"),
    (80.0, "easy"),
    (70.0, "fairly easy"),
    (60.0, "plain"),
    (50.0, "fairly difficult"),
    (30.0, "difficult"),
    (-inf, "very difficult"),
)
"""Flesch 1948: very easy is US grade 5, easy 6, fairly easy 7, plain 8 to 9, fairly difficult 10 to 12."""

FLESCH_KINCAID = Formula(
    "Flesch-Kincaid grade",
    "Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command",
    linear(-15.59, (0.39, Counts.sentence_length), (11.8, Counts.syllables_per_word)),
    tier="A",
    scale="school grade of the United States",
    target="6 or lower (American Medical Association); 8 or lower (CDC); NHS: reading age 9 to 11, else 11 to 14",
)
FLESCH_READING_EASE = Formula(
    "Flesch reading ease",
    "Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32, 221-233",
    flesch(206.835, 1.015, 84.6),
    tier="A",
    scale=EASE,
    cuts=(80, 60, 50),
    labels=FLESCH_BANDS,
    equated=(77.4, 45.4),
    is_grade=False,
)
SMOG = Formula(
    "SMOG",
    "McLaughlin 1969, SMOG grading: a new readability formula, Journal of Reading 12, 639-646",
    smog(1.0430, 30, 3.1291, 3),
    tier="A",
    scale="school grade for complete comprehension; reads about 2 grades above Flesch-Kincaid",
    target="8 or lower (SHeLL Editor, University of New Mexico hospitals)",
    fewest_sentences=30,
)
GUNNING_FOG = Formula(
    "Gunning Fog",
    "Gunning 1952, The technique of clear writing; all words of 3 syllables and more are taken as hard",
    linear(0, (0.4, Counts.sentence_length), (0.4, Counts.percent_of_three)),
    tier="A",
)
COLEMAN_LIAU = Formula(
    "Coleman-Liau",
    "Coleman & Liau 1975, Journal of Applied Psychology 60, 283-284",
    linear(-15.8, (5.88, Counts.letters_per_word), (-29.6, Counts.sentences_per_word)),
    tier="A",
)
ARI = Formula(
    "automated readability index",
    "Smith & Senter 1967, Automated readability index, AMRL-TR-66-220",
    linear(-21.43, (4.71, Counts.characters_per_word), (0.5, Counts.sentence_length)),
    tier="A",
)
