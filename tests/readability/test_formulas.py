"""Every formula, worked out by hand from one set of counts; the tables that it stands in; and the English grade."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability import sentence_limit
from pipeline.readability.bands import GRADE_CUTS, LEVELS, band, levels_between
from pipeline.readability.equivalent import LOW_CONFIDENCE, equivalent_grade
from pipeline.readability.formulas import MOST, Counts, Runs
from pipeline.readability.national import FORMULAS
from pipeline.readability.profiles import PROFILES, find_profile

# 20 words a sentence, 1.82 syllables and 5 letters a word; 20 % of words have 3 syllables and more, 8 % have 4,
# 3 words have 5; 50 % have one; 22 % have more than 6 letters.
COUNTS = Counts(
    sentences=5,
    words=100,
    syllables=182,
    letters=500,
    characters=510,
    long_words=22,
    by_syllables=(0, 50, 30, 12, 5, 2, 1),
    runs=Runs(signs_per_sentence=20, latin=2, hiragana=4, kanji=1.5, katakana=3, commas_per_sentence=0.5),
)

BY_HAND = {
    "en": [
        ("Flesch-Kincaid grade", 7.8 + 21.476 - 15.59),
        ("Flesch reading ease", 206.835 - 20.3 - 153.972),
        ("SMOG", 14.554593),  # 1.043 x root of (30 x 20 / 5 = 120) = 1.043 x 10.954451 = 11.425493; + 3.1291
        ("Gunning Fog", 0.4 * 40),
        ("Coleman-Liau", 29.4 - 1.48 - 15.8),
        ("automated readability index", 24.021 + 10 - 21.43),
    ],
    "es": [
        ("Szigriszt-Pazos perspicuity, INFLESZ scale", 206.835 - 20 - 113.386),
        ("Fernández Huerta", 206.84 - 20.4 - 109.2),
        ("Gutiérrez de Polini", 95.2 - 48.5 - 7),
    ],
    "fr": [("Kandel-Moles", 209 - 23 - 123.76), ("Kandel-Moles (207)", 207 - 20.3 - 133.952)],
    "it": [("Gulpease", 89 + 15 - 50), ("Flesch-Vacca", 217 - 26 - 109.2)],
    "pt": [
        ("ALT automated readability index", 8.8 + 23 - 20),
        ("ALT Flesch", 227 - 20.8 - 131.04),
        ("Martins", 248.835 - 20.3 - 153.972),
        ("ALT Coleman-Liau", 27 - 1.05 - 14),
    ],
    "de": [
        ("4. Wiener Sachtextformel", 5.488 + 5.312 - 1.693),
        ("1. Wiener Sachtextformel", 3.87 + 3.344 + 2.8534 - 1.635 - 0.875),
        ("Amstad", 180 - 20 - 106.47),
    ],
    "nl": [("Flesch-Douma", 206.835 - 18.6 - 140.14), ("Brouwer, Leesindex A", 195 - 40 - 121.333333)],
    "sv": [("LIX", 20 + 22), ("RIX", 22 / 5)],
    "da": [("LIX", 20 + 22), ("RIX", 22 / 5)],
    "nb": [("LIX", 20 + 22), ("RIX", 22 / 5)],
    "pl": [
        ("FOG-PL", 0.4 * 28),
        ("Pisarek, linear", 20 / 3 + 8 / 3 + 1),
        ("Pisarek, non-linear", 10.770330),  # half of the root of 400 + 64, which is 21.540659
    ],
    "cs": [("Flesch for Czech (Bendová & Cinková)", 206.935 - 33.44 - 113.1676)],
    "ru": [
        ("Flesch-Kincaid for Russian (plainrussian)", 6.36 + 25.844 - 30.5),
        ("Coleman-Liau for Russian (plainrussian)", 27.5 - 1.75 - 20.33),
        ("SMOG for Russian (plainrussian)", 6.898328),  # 1.1 x root of (64.6 x 3 / 5 = 38.76) = 6.848328; + 0.05
        ("automated readability index for Russian (plainrussian)", 31.3 + 5.61 - 31.04),
        ("Flesch for Russian (Oborneva, 1.3 and 60.1)", 206.835 - 26 - 109.382),
        ("Matskovskiy", 12.4 + 0.984 + 0.051),
    ],
    "tr": [("Ateşman", 198.825 - 52.2 - 73.1185), ("Çetinkaya-Uzun", 118.823 - 19.42 - 47.29634)],
    "el": [("Flesch for Greek (Tzimokas & Matthaioudaki)", 206.835 - 20.3 - 107.38)],
    "ms": [("Khadijah Rohani", 7.586 + 11.3022 - 13.988)],
    "ja": [("Tateisi RS'", 115.79 - 2.4 - 2.74 + 29.6 - 34.77 - 16.2 - 2.335)],
}
"""By hand, not from publications: the terms are worked out, the sum is left to the machine."""


@pytest.mark.parametrize("language", FORMULAS)
def test_formulas_by_hand(language):
    values = [(formula.name, formula.compute(COUNTS)) for formula in FORMULAS[language]]
    assert values == [(name, pytest.approx(value, abs=1e-6)) for name, value in BY_HAND[language]]


@pytest.mark.parametrize(
    ("language", "value", "label"),
    [
        ("es", 65, "bastante fácil"),
        ("es", 64.9, "normal"),
        ("es", -20, "muy difícil"),
        ("it", 60, "easy with a middle-school certificate"),
        ("nl", 82, "5th class"),
        ("sv", 39.9, "easy (fiction)"),
        ("sv", 40, "medium (newspapers)"),
        ("sv", 90, "very difficult (research)"),
        ("tr", 71, "kolay (years 7 to 8)"),
        ("pl", 11.2, "liceum"),
        ("en", 6, ""),
    ],
)
def test_published_bands(language, value, label):
    assert FORMULAS[language][0].label(value) == label


@pytest.mark.parametrize(
    ("language", "value", "grade"),
    # The values of readability research for identical passages: see `Formula.equated`.
    [("es", 67.1, 8), ("fr", 83.2, 8), ("it", 57.6, 8), ("sv", 42.9, 10), ("nl", 55.4, 10), ("tr", 59.0, 8)],
)
def test_values_are_turned_into_grades(language, value, grade):
    assert FORMULAS[language][0].grade(value) == pytest.approx(grade, abs=0.1)


def test_a_grade_is_its_own_grade_and_japanese_has_none():
    assert FORMULAS["de"][0].grade(7.25) == 7.25
    assert FORMULAS["ja"][0].grade(50) is None


def test_too_few_sentences_have_no_smog():
    smog = FORMULAS["en"][2]
    assert smog.value(COUNTS) is None
    many = Counts(30, 600, 900, 3000, by_syllables=(0, 400, 140, 60, 0, 0, 0))
    assert smog.value(many) == pytest.approx(1.043 * 60**0.5 + 3.1291)


ALL = [(language, formula) for language, formulas in FORMULAS.items() for formula in formulas]


@pytest.mark.parametrize(("language", "formula"), ALL, ids=[f"{language} {each.name}" for language, each in ALL])
def test_a_formula_is_described(language, formula):
    assert language in PROFILES
    assert formula.name
    assert formula.tier in {"A", "B", "C"}
    assert any(map(str.isdigit, formula.source)), "a source has a year"
    assert len(set(formula.cuts)) == 3
    assert list(formula.cuts) == sorted(formula.cuts, reverse=formula.higher_is_easier)
    ends = [end for end, _ in formula.labels]
    assert ends == sorted(ends, reverse=formula.higher_is_easier)
    assert not ends or abs(ends[-1]) == inf
    if formula.equated:
        assert not formula.is_grade
        assert (formula.equated[0] > formula.equated[1]) == formula.higher_is_easier
        assert formula.grade(formula.equated[0]) == pytest.approx(6)
        assert formula.grade(formula.equated[1]) == pytest.approx(12)


HARDER = Counts(5, 200, 420, 1200, 1220, 70, by_syllables=(0, 60, 80, 35, 15, 7, 3))
EASIER = Counts(20, 200, 240, 800, 810, 10, by_syllables=(0, 165, 30, 5, 0, 0, 0))


BY_WORDS = [formula for language, formula in ALL if language != "ja"]


@pytest.mark.parametrize("formula", BY_WORDS, ids=[formula.name for formula in BY_WORDS])
def test_harder_text_has_the_harder_value(formula):
    harder, easier = formula.compute(HARDER), formula.compute(EASIER)
    assert (harder < easier) == formula.higher_is_easier
    assert LEVELS.index(band(easier, formula.cuts)) <= LEVELS.index(band(harder, formula.cuts))


def test_there_are_enough_profiles():
    assert len(PROFILES) >= 30
    assert all(language == profile.language for language, profile in PROFILES.items())


@pytest.mark.parametrize("language", ["hu", "uk", "ar", "he", "hi", "fa", "vi", "id", "fi", "zh", "ko", "ro", "sw"])
def test_without_a_confirmed_formula_there_is_no_national_number(language):
    profile = find_profile(language)
    assert profile.tier == "D"
    assert profile.formulas == ()
    assert profile.main is profile.ease is None


# --- the English-equivalent grade ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "grade", "error"),
    [
        ("en", 7.8 + 21.476 - 15.59, 0),
        ("es", 6.73062 + 17.1765048 - 15.59, 1.04),  # 0.39 x 0.8629 x 20; 11.8 x 0.7998 x 1.82
        ("de", 8.20716 + 17.2108664 - 15.59, 1.5),  # 0.39 x 1.0522 x 20; 11.8 x 0.8014 x 1.82
        ("ar", 8.34522 + 20.2429 - 15.59, 1.27),  # 0.39 x 1.0699 x 20; 11.8 x 0.3431 x 5 letters
        ("zh", 2.9136 + 26.43, 1.57),  # 0.2643 x 100 letters a sentence
        ("ja", 8.3159 + 18.54 - 15.8495, 1.5),  # 0.1854 x 100 letters a sentence, 3.1699 x 5 letters a word
    ],
)
def test_equivalent_grade_by_hand(language, grade, error):
    result = equivalent_grade(COUNTS, language)
    assert result.grade == pytest.approx(grade, abs=1e-6)
    assert result.error == error
    assert result.low_confidence == (language in LOW_CONFIDENCE)


@pytest.mark.parametrize("language", PROFILES)
def test_every_profile_has_an_equivalent_grade_and_a_limit(language):
    result = equivalent_grade(COUNTS, language)
    assert result is not None
    assert (result.error == 0) == (language == "en")
    limit = sentence_limit(language)
    assert limit.ok < limit.warn < limit.hard
    assert (limit.unit == "characters") == (not PROFILES[language].spaced)


@pytest.mark.parametrize("language", ["xx", "my", ""])
def test_an_unknown_language_has_neither(language):
    assert equivalent_grade(COUNTS, language) is None
    assert sentence_limit(language) is None


def test_uncounted_syllables_give_no_equivalent_grade():
    assert equivalent_grade(Counts(1, 5, 0, 20), "es") is None
    assert equivalent_grade(Counts(1, 5, 0, 20), "ar") is not None


# --- bands --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "level"), [(-3, "plain"), (6, "plain"), (6.1, "fairly plain"), (8.1, "hard"), (12.1, "very hard")]
)
def test_bands_of_grades(grade, level):
    assert band(grade, GRADE_CUTS) == level


def test_bands_where_higher_is_easier():
    assert [band(value, (80, 65, 40)) for value in (80, 79, 65, 40, 39)] == [
        "plain",
        "fairly plain",
        "fairly plain",
        "hard",
        "very hard",
    ]


@given(st.floats(-50, 150), st.floats(-50, 150), st.sampled_from([GRADE_CUTS, (80, 65, 40)]))
def test_a_range_touches_the_levels_of_its_ends(low, high, cuts):
    touched = levels_between(low, high, cuts)
    assert {band(low, cuts), band(high, cuts)} == {touched[0], touched[-1]}


def test_words_of_many_syllables_are_counted_together():
    assert len(COUNTS.by_syllables) == MOST + 1
    assert [COUNTS.words_of(number) for number in range(1, 7)] == [100, 50, 20, 8, 3, 1]
