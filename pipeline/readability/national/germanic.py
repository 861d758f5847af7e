"""German, Dutch, Swedish, Danish and Norwegian."""

from __future__ import annotations

from math import inf

from pipeline.readability.formulas import Counts, Formula, flesch, linear
from pipeline.readability.national.english import EASE, FLESCH_BANDS

_BAMBERGER = "Bamberger & Vanecek 1984, Lesen - Verstehen - Lernen - Schreiben"
WIENER_4 = Formula(
    "4. Wiener Sachtextformel",
    f"{_BAMBERGER}; of the four it follows ratings of sentences best",
    linear(-1.693, (0.2744, Counts.percent_of_three), (0.2656, Counts.sentence_length)),
    tier="A",
    scale="school year of Austria, 4 to 15",
)
WIENER_1 = Formula(
    "1. Wiener Sachtextformel",
    _BAMBERGER,
    linear(
        -0.875,
        (0.1935, Counts.percent_of_three),
        (0.1672, Counts.sentence_length),
        (0.1297, Counts.percent_long),
        (-0.0327, Counts.percent_of_one),
    ),
    tier="A",
    scale="school year of Austria, 4 to 15",
)
AMSTAD = Formula(
    "Amstad",
    "Amstad 1978, Wie verständlich sind unsere Zeitungen?, thesis, Zürich",
    flesch(180, 1, 58.5),
    scale=EASE,
    cuts=(80, 60, 50),
    labels=FLESCH_BANDS,
    equated=(67, 41.3),
    is_grade=False,
)
DOUMA = Formula(
    "Flesch-Douma",
    "Douma 1960, De leesbaarheid van landbouwbladen, Wageningen; norms: dbnl.org",
    flesch(206.835, 0.93, 77),
    scale=EASE,
    cuts=(70, 60, 45),
    labels=(
        (90, "4th class"),
        (80, "5th class"),
        (70, "6th to 7th class"),
        (60, "7th class"),
        (45, "mulo (lower secondary school)"),
        (30, "hbs (upper secondary school)"),
        (-inf, "university"),
    ),
    equated=(74.2, 46),
    is_grade=False,
)
BROUWER = Formula(
    "Brouwer, Leesindex A",
    "Brouwer 1963, Onderzoek naar de leesmoeilijkheid van Nederlands proza, Paedagogische Studiën 40",
    linear(195, (-2, Counts.sentence_length), (-2 / 3, Counts.syllables_per_hundred)),
    scale=EASE,
    cuts=(62.6, 50.9, 27.6),
    equated=(62.6, 27.6),
    is_grade=False,
)


def lix(tier: str, sixth: float, twelfth: float) -> Formula:
    """Return LIX for a language: the formula is the same, what it is worth and what English grades equal is not."""
    return Formula(
        "LIX",
        "Björnsson 1968, Läsbarhet, Stockholm: Liber",
        linear(0, (1, Counts.sentence_length), (1, Counts.percent_long)),
        tier=tier,
        scale="index from about 20 to 70, lower is easier",
        cuts=(30, 40, 50),
        labels=(
            (30, "very easy (books for children)"),
            (40, "easy (fiction)"),
            (50, "medium (newspapers)"),
            (60, "difficult (official texts)"),
            (inf, "very difficult (research)"),
        ),
        target="below 40 for texts for everybody (usual practice)",
        equated=(sixth, twelfth),
        is_grade=False,
    )


def rix(sixth: float, twelfth: float) -> Formula:
    """Return RIX for a language, with its values for English grades 6 and 12."""
    return Formula(
        "RIX",
        "Anderson 1983, Lix and Rix: variations on a little-known readability index, Journal of Reading 26, 490-496",
        linear(0, (1, Counts.long_per_sentence)),
        scale="long words per sentence, lower is easier",
        cuts=(2.4, 3.7, 7.2),
        equated=(sixth, twelfth),
        is_grade=False,
    )
