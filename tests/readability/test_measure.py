"""From text to grade: a worked example, the parts that must add up, and texts that are none."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readability import Measure, Sentence, measure
from pipeline.readability.formulas import FLESCH_KINCAID, FLESCH_READING_EASE, Counts
from pipeline.readability.profiles import PROFILES, find_profile


def test_formulas_by_hand() -> None:
    counts = Counts(sentences=5, words=100, syllables=150, letters=450)
    # 0.39 x 20 + 11.8 x 1.5 - 15.59 = 7.8 + 17.7 - 15.59
    assert FLESCH_KINCAID.compute(counts) == pytest.approx(9.91, abs=1e-9)
    # 206.835 - 1.015 x 20 - 84.6 x 1.5 = 206.835 - 20.3 - 126.9
    assert FLESCH_READING_EASE.compute(counts) == pytest.approx(59.635, abs=1e-9)


def test_a_text_by_hand() -> None:
    # Rest the mus-cle. Drink wa-ter and stretch it gent-ly: 3 + 6 words, 4 + 8 syllables, 13 + 28 letters.
    result = measure(["Rest the muscle. Drink water and stretch it gently."], "en")
    assert (result.sentences, result.words, result.syllables, result.letters) == (2, 9, 12, 41)
    # 0.39 x 4.5 + 11.8 x 4/3 - 15.59 = 1.755 + 15.7333... - 15.59
    assert result.grade == pytest.approx(1.898333, abs=1e-6)
    # 206.835 - 1.015 x 4.5 - 84.6 x 4/3 = 206.835 - 4.5675 - 112.8
    assert result.ease == pytest.approx(89.4675, abs=1e-9)
    assert result.reading_age == pytest.approx(6.898333, abs=1e-6)
    assert result.formula == "Flesch-Kincaid grade"
    assert result.reason == ""


def test_blocks_are_units() -> None:
    result = measure(["What causes muscle spasms?", "Rest", "Heat. Cold", "2021", "***"], "en")
    assert result.sentences_list == (
        Sentence("What causes muscle spasms?", 4, 0),
        Sentence("Rest", 1, 1),
        Sentence("Heat.", 1, 2),
        Sentence("Cold", 1, 2),
    )


def test_a_string_has_blocks_between_blank_lines() -> None:
    result = measure("Rest the\nmuscle\n \nPut ice\r\non it\n\n\n\nWait", "en")
    assert [(sentence.text, sentence.block) for sentence in result.sentences_list] == [
        ("Rest the muscle", 0),
        ("Put ice on it", 1),
        ("Wait", 2),
    ]


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US", "en-Latn-US"])
def test_tags_and_locales_of_a_language(language: str) -> None:
    assert find_profile(language) is PROFILES["en"]
    assert measure("Rest now.", language).language == language


@pytest.mark.parametrize("language", ["xx", "zh_Hans", "enm", ""])
def test_an_unknown_language_has_no_numbers_and_a_reason(language: str) -> None:
    result = measure("Rest now.", language)
    assert result == Measure(language, reason=result.reason)
    assert result.grade is result.ease is result.reading_age is None
    assert repr(language) in result.reason


@pytest.mark.parametrize("text", ["", "  \n\n ", "12 + 5 = 17", "… !?", [], [""], ["5", "%"]])
def test_without_words_there_is_no_grade(text: str | list[str]) -> None:
    assert measure(text, "en") == Measure("en", reason="there are no words in the text")


def test_short_texts_are_indicative() -> None:
    sentence = "One two three four five six seven eight nine ten."
    assert measure([sentence] * 10, "en").indicative is False
    assert measure([sentence] * 9, "en").indicative is True
    assert measure([sentence[:-5] + "."] * 10, "en").indicative is True
    assert measure("Stop", "en").indicative is True


def test_a_lone_surrogate_is_replaced() -> None:
    result = measure(["Rest \ud800 now\udfff."], "en")
    assert result.sentences_list[0].text.encode() == "Rest \ufffd now\ufffd.".encode()


@given(st.one_of(st.text(), st.lists(st.text())))
def test_the_parts_add_up(text: str | list[str]) -> None:
    result = measure(text, "en")
    assert result.words == sum(sentence.words for sentence in result.sentences_list)
    assert result.sentences == len(result.sentences_list)
    assert (result.grade is None) == bool(result.reason) == (result.words == 0)
    assert result.syllables >= result.words
    assert result.letters >= result.sentences
    assert all(0 <= sentence.block < max(1, len(text)) for sentence in result.sentences_list)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Rest now.", "Dr. Lee came.", "Heat", "2.5 mg", "e.g. ice"]), min_size=1))
def test_blocks_count_alone_as_they_do_together(blocks: list[str]) -> None:
    together = measure(blocks, "en")
    alone = [measure([block], "en") for block in blocks]
    assert together.words == sum(result.words for result in alone)
    assert together.syllables == sum(result.syllables for result in alone)
    assert together.sentences == sum(result.sentences for result in alone)


@pytest.mark.parametrize("part", ["a", "Dr. ", "“a. ", "A. ", '"', "(a. ", "…", "e\u0301", "a's", "1. ", "\x00"])
def test_time_is_linear(part: str) -> None:
    # Something quadratic would take minutes here; on a busy machine this takes half a second.
    start = time.process_time()
    measure([part * (150_000 // len(part))], "en")
    assert time.process_time() - start < 5


def test_a_profile_names_its_sources() -> None:
    for language, profile in PROFILES.items():
        assert profile.language == language
        for formula in filter(None, (profile.grade, profile.ease)):
            assert formula.name
            assert any(map(str.isdigit, formula.source)), "a source has a year"
