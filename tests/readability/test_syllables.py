"""Syllables of English words: a table, and what must hold for any word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.english import count_by_rule, count_syllables
from pipeline.readability.english_exceptions import EXCEPTIONS
from pipeline.readability.syllables import syllables_of

GOLDEN = {
    1: "the ache strength breathed calves thighs cause spleen league tongue they're don't cell's tried prayer",
    2: "muscle muscles spasm spasms asthma fever headache headaches vaccine vaccines tissue fatigue rhythm toddler "
    "relaxed stretching didn't it'll handled hundred nurse's needle swallowed lifelong safely therefore every being "
    "poem fluid player question language patient ancient",
    3: "baclofen naproxen oxygen medicine medical exercise hospital nutrient ligament pregnancy muscular condition "
    "injection surgical stomachache placebo angina metformin nausea museum continue "
    "actual heroic theory video physician clinician overdose caregiver element nuclear area "
    "acetone cholera emergent",
    4: "ibuprofen magnesium potassium diabetes diagnosis dialysis cholesterol diarrhea melanoma epidermis bacterial "
    "emergency algorithm deprivation dehydration vaccination medication hepatitis epilepsy tomography "
    "anxiety biology neurologist "
    "situation continuing esophagus tonsillitis",
    5: "amoxicillin cardiologist angiography involuntary paracetamol cardiology neuromuscular encephalitis "
    "appendicitis chemotherapy inflammatory individual tuberculosis immediately",
    6: "acetaminophen benzodiazepine cardiovascular osteoporosis osteoarthritis gastroenteritis physiotherapy "
    "rehabilitation",
    7: "electromyography arteriosclerosis neurodegenerative electrocardiogram gastroenterology immunodeficiency",
    8: "electroencephalogram",
}
CASES = [(word, count) for count, words in GOLDEN.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), CASES)
def test_english_words(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize("word", EXCEPTIONS)
def test_an_exception_is_one(word: str) -> None:
    # The table stays small: whoever improves a rule is told which rows are no longer needed.
    assert re.fullmatch("[a-z]+", word)
    assert count_by_rule(word) != EXCEPTIONS[word]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("500", 1),
        ("1,000", 1),
        ("2.5", 1),
        ("B12", 1),
        ("15-minute", 3),
        ("1-800-222", 1),
        ("COVID-19", 3),
        ("e.g", 1),
        ("www.nhs.uk", 1),
        ("help@health.org", 1),
        ("over-the-counter", 5),
        ("Muscle", 2),
        ("CPK", 1),
        ("cafe\u0301", 2),
        ("résumé", 3),
        ("naïve", 2),
        ("mus\u00adcle", 2),
        ("nurse’s", 2),
        ("日本語", 1),
    ],
)
def test_words_of_other_signs(word: str, count: int) -> None:
    assert syllables_of(word, count_syllables) == count


@given(st.one_of(st.text(min_size=1), st.from_regex(r"[a-z']{1,30}", fullmatch=True)))
def test_every_word_has_a_syllable(word: str) -> None:
    assert 1 <= count_syllables(word) <= 3 * len(word)
    assert 1 <= syllables_of(word, count_syllables) <= 3 * len(word)


def test_an_endless_word_is_cut() -> None:
    assert syllables_of("ba" * 1_000_000, count_syllables) == 50
