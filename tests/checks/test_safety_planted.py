"""Planted harms are caught, clean translations are not reported. Run with ``-s`` to see how many of each family."""

from collections import Counter

import pytest

from pipeline.checks.safety.compare import compare

from .safety_planter import ERRORS, LOCALES, PLANTERS, codes, messages, planted
from .safety_twins import MESSAGES, TWINS

CAUGHT = {"dose": 0.99, "unit": 0.99, "range": 0.98, "negation": 0.97, "phone": 0.98, "frequency": 0.94}
"""The share of planted harms that must be errors. What is left is told in `test_planted_harms_are_caught`."""


def test_there_are_enough_messages():
    assert len(list(messages())) >= 120
    assert all(set(message) == {"en", *LOCALES} for message in messages())


def test_planted_harms_are_caught():
    """The rest: slips that leave a true sentence, such as a number of the same country for another one."""
    tries, caught = Counter(), Counter()
    for family, language, source, _, spoiled in planted():
        tries[family, language] += 1
        caught[family, language] += bool(codes(source, spoiled, language) & ERRORS)
    for family in PLANTERS:
        row = {language: f"{caught[family, language]}/{tries[family, language]}" for language in LOCALES}
        print(family, row)  # noqa: T201 - what this test is for
        all_tries = sum(tries[family, language] for language in LOCALES)
        share = sum(caught[family, language] for language in LOCALES) / all_tries
        assert all_tries > 60
        assert share >= CAUGHT[family], f"{family}: {share:.3f}"


def test_clean_translations_are_not_reported():
    reported = [
        (language, source["en"], source[language])
        for source in messages()
        for language in LOCALES
        if codes(source["en"], source[language], language)
    ]
    assert len(reported) <= len(list(messages())) * len(LOCALES) / 200
    assert not [each for each in reported if codes(each[1], each[2], each[0]) & ERRORS]


@pytest.mark.parametrize("language", sorted(TWINS))
def test_clean_translations_in_other_languages(language):
    for source, target in zip(MESSAGES, TWINS[language], strict=True):
        assert compare(source, target, "en", language) == ()
