"""Spanish, French, Italian and Portuguese."""

from __future__ import annotations

from math import inf

from pipeline.readability.formulas import Counts, Formula, flesch, linear
from pipeline.readability.national.english import EASE, FLESCH_BANDS

SZIGRISZT = Formula(
    "Szigriszt-Pazos perspicuity, INFLESZ scale",
    "Szigriszt Pazos 1993, thesis, Universidad Complutense de Madrid; scale: Barrio-Cantalejo et al. 2008, "
    "Anales del Sistema Sanitario de Navarra 31(2), 135-152",
    flesch(206.835, 1, 62.3),
    tier="A",
    scale=EASE,
    cuts=(80, 65, 40),
    labels=(
        (80, "muy fácil"),
        (65, "bastante fácil"),
        (55, "normal"),
        (40, "algo difícil"),
        (-inf, "muy difícil"),
    ),
    target="65 or higher; at least 55 (INFLESZ, texts for patients)",
    equated=(74.1, 53.3),
    is_grade=False,
)
FERNANDEZ_HUERTA = Formula(
    "Fernández Huerta",
    "Fernández Huerta 1959, Medidas sencillas de lecturabilidad; sentence term as corrected by G. Law 2011, "
    "LINGUIST List 22.2332",
    flesch(206.84, 1.02, 60),
    scale=EASE,
    cuts=(80, 60, 50),
    labels=FLESCH_BANDS,
    equated=(78.1, 57.6),
    is_grade=False,
)
GUTIERREZ = Formula(
    "Gutiérrez de Polini",
    "Gutiérrez de Polini 1972, cloze tests with sixth graders",
    linear(95.2, (-9.7, Counts.letters_per_word), (-0.35, Counts.sentence_length)),
    scale="comprehensibility, higher is easier",
    cuts=(67, 44, 33),
    labels=((67, "easy"), (33, "medium"), (-inf, "hard")),
    equated=(46.5, 38.7),
    is_grade=False,
)
KANDEL_MOLES = Formula(
    "Kandel-Moles",
    "Kandel & Moles 1958, Cahiers d'études de radio-télévision 19, 253-274, as in koRpus. A second set of constants "
    "circulates; Flesch's bands are far too lenient here, so the bands are equated with English",
    flesch(209, 1.15, 68),
    scale=EASE,
    cuts=(91.4, 83.2, 67),
    equated=(91.4, 67),
    is_grade=False,
)
KANDEL_MOLES_207 = Formula(
    "Kandel-Moles (207)",
    "attributed to Kandel & Moles 1958; the constants of textstat, textacy and Yoast",
    flesch(207, 1.015, 73.6),
    tier="C",
    scale=EASE,
    cuts=(83, 74.9, 58.6),
    equated=(83, 58.6),
    is_grade=False,
)
GULPEASE = Formula(
    "Gulpease",
    "Lucisano & Piemontese 1988, GULPEASE: una formula per la predizione della difficoltà dei testi in lingua "
    "italiana, Scuola e città 39; letters only",
    linear(89, (300, Counts.sentences_per_word), (-10, Counts.letters_per_word)),
    tier="A",
    scale="index from 0 to 100, higher is easier",
    cuts=(80, 60, 40),
    labels=(
        (80, "easy with a primary-school certificate"),
        (60, "easy with a middle-school certificate"),
        (40, "easy with a high-school diploma"),
        (-inf, "hard with a high-school diploma"),
    ),
    target="60 or higher, better 80 (published scale)",
    equated=(61.8, 49.2),
    is_grade=False,
)
FLESCH_VACCA = Formula(
    "Flesch-Vacca",
    "Franchina & Vacca 1986, Adaptation of Flesch readability index on a bilingual text; constants as in textstat, "
    "textacy and Yoast",
    flesch(217, 1.3, 60),
    scale=EASE,
    cuts=(80, 60, 50),
    labels=FLESCH_BANDS,
    equated=(76.9, 50.5),
    is_grade=False,
)
ALT_ARI = Formula(
    "ALT automated readability index",
    "Moreno, Souza, Hein & Hein 2022, Policromias 8(1), doi 10.61358/policromias.v8i1.54352: English formulas fitted "
    "again on translated pairs",
    linear(-20, (0.44, Counts.sentence_length), (4.6, Counts.letters_per_word)),
)
ALT_FRE = Formula(
    "ALT Flesch",
    "Moreno, Souza, Hein & Hein 2022, Policromias 8(1)",
    flesch(227, 1.04, 72),
    scale=EASE,
    cuts=(80, 60, 50),
    labels=FLESCH_BANDS,
    equated=(73.3, 47.2),
    is_grade=False,
)
MARTINS = Formula(
    "Martins",
    "Martins, Ghiraldelo, Nunes & Oliveira 1996, Readability formulas applied to textbooks in Brazilian Portuguese, "
    "Notas do ICMSC-USP 28",
    flesch(248.835, 1.015, 84.6),
    scale=EASE,
    cuts=(75, 50, 25),
    labels=(
        (75, "very easy (school years 1 to 4)"),
        (50, "easy (years 5 to 8)"),
        (25, "difficult (secondary school, university)"),
        (-inf, "very difficult (specialists)"),
    ),
    equated=(71.4, 42.1),
    is_grade=False,
)
ALT_CLI = Formula(
    "ALT Coleman-Liau",
    "Moreno, Souza, Hein & Hein 2022, Policromias 8(1)",
    linear(-14, (5.4, Counts.letters_per_word), (-21, Counts.sentences_per_word)),
)
