"""What is a word, and what is a letter."""

import time

import pytest

from pipeline.readability.words import count_letters, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't worry, it’s fine.", ["Don't", "worry", "it’s", "fine"]),
        ("over-the-counter pain relievers", ["over-the-counter", "pain", "relievers"]),
        ("therapy -- light, non-strenuous", ["therapy", "light", "non-strenuous"]),
        ("risk—dash—benefit", ["risk", "dash", "benefit"]),
        ("10–15 minutes", ["10", "15", "minutes"]),
        ("and/or", ["and", "or"]),
        ("2.5 mg, 1,000 ml at 10:30", ["2.5", "mg", "1,000", "ml", "at", "10:30"]),
        ("sodium, calcium,potassium", ["sodium", "calcium", "potassium"]),
        ("e.g. the U.S. way", ["e.g", "the", "U.S", "way"]),
        ("COVID-19 and B12", ["COVID-19", "and", "B12"]),
        ("write to help.desk@health.org", ["write", "to", "help.desk@health.org"]),
        ("patients' rights", ["patients", "rights"]),
        ("salt & pepper + water = 5 %", ["salt", "pepper", "water", "5"]),
        ("snake_case", ["snake", "case"]),
        ("cafe\u0301 re\u0301sume\u0301", ["cafe\u0301", "re\u0301sume\u0301"]),
        ("hy\u00adphen", ["hy\u00adphen"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


def test_letters_are_letters_only() -> None:
    assert count_letters(["don't", "B12", "2.5", "cafe\u0301"]) == 4 + 1 + 0 + 4


def test_an_endless_word_takes_linear_time_and_little_memory() -> None:
    start = time.process_time()
    split_words("a." * 500_000)
    assert time.process_time() - start < 5
