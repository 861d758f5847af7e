"""From text to grade: a worked example, the parts that must add up, and texts that are none."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readability import Measure, Sentence, measure
from pipeline.readability.bands import LEVELS
from pipeline.readability.equivalent import NAME
from pipeline.readability.profiles import PROFILES, find_profile


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
    assert (result.national.value, result.equivalent_grade, result.equivalent_error) == (result.grade, result.grade, 0)
    assert result.tier == "A"
    assert result.reason == ""


def test_blocks_are_units() -> None:
    result = measure(["What causes muscle spasms?", "Rest", "Heat. Cold", "2021", "***"], "en")
    assert result.sentences_list == (
        Sentence("What causes muscle spasms?", 4, 0, 22),
        Sentence("Rest", 1, 1, 4),
        Sentence("Heat.", 1, 2, 4),
        Sentence("Cold", 1, 2, 4),
    )
    assert result.left_out == 2


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


@pytest.mark.parametrize("language", ["xx", "tlh_Latn", "enm", "", "my", "nn"])
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


@settings(deadline=None)  # the first text in a language loads its tables
@given(st.one_of(st.text(), st.lists(st.text())), st.sampled_from(sorted(PROFILES)))
def test_the_parts_add_up(text: str | list[str], language: str) -> None:
    result = measure(text, language)
    assert result.words == sum(sentence.words for sentence in result.sentences_list)
    assert result.letters == sum(sentence.letters for sentence in result.sentences_list)
    assert result.sentences == len(result.sentences_list)
    assert (result.grade is None) == bool(result.reason)
    assert (result.range is None) == bool(result.reason)
    assert (result.level_score is None) == (result.level == "")
    assert result.level in {*LEVELS, ""}
    if result.range:
        assert result.range[0] <= result.grade <= result.range[1]
    assert all(0 <= sentence.block < max(1, len(text)) for sentence in result.sentences_list)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Rest now.", "Dr. Lee came.", "Heat", "2.5 mg", "e.g. ice"]), min_size=1))
def test_blocks_count_alone_as_they_do_together(blocks: list[str]) -> None:
    together = measure(blocks, "en")
    alone = [measure([block], "en") for block in blocks]
    assert together.words == sum(result.words for result in alone)
    assert together.syllables == sum(result.syllables for result in alone)
    assert together.sentences == sum(result.sentences for result in alone)


def steps(text: str) -> int:
    """Return how many lines of our own code run while `text` is measured: the same on any machine."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        measure([text], "en")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("part", ["a", "Dr. ", "“a. ", "A. ", '"', "(a. ", "…", "e\u0301", "a's", "1. ", "\x00"])
def test_work_is_linear(part: str) -> None:
    size = 5_000 // len(part)
    steps(part)
    assert steps(part * 2 * size) < 3 * steps(part * size) + 1000


# --- other languages ----------------------------------------------------------------------------------------------


def test_a_grade_comes_from_the_national_formula() -> None:
    result = measure("Bebe agua. Descansa la pierna.", "es")
    # 5 words, 2 sentences; Be-be a-gua, Des-can-sa la pier-na: 4 + 6 syllables. 206.835 - 2.5 - 62.3 x 2
    assert result.national.value == pytest.approx(79.735)
    assert result.national.band == "bastante fácil"
    assert result.ease == result.national.value
    assert result.formula == result.national.formula.name == "Szigriszt-Pazos perspicuity, INFLESZ scale"
    assert result.grade == pytest.approx(6 + 6 * (79.735 - 74.1) / (53.3 - 74.1))
    # 0.39 x 0.8629 x 2.5 + 11.8 x 0.7998 x 2 - 15.59
    assert result.equivalent_grade == pytest.approx(0.8413275 + 18.87528 - 15.59)


def test_without_a_national_formula_there_is_only_the_equivalent_grade() -> None:
    result = measure("اشرب الماء كل يوم. خذ قسطا من الراحة.", "ar")
    assert result.national is result.ease is None
    assert (result.formula, result.grade, result.tier) == (NAME, result.equivalent_grade, "D")
    assert result.syllables == 0


def test_japanese_has_a_national_number_that_is_no_grade() -> None:
    result = measure("水を飲みましょう。足を休ませてください。", "ja")
    assert result.sentences == 2
    assert result.national.formula.name == "Tateisi RS'"
    # 9.5 signs a sentence without the stop, 10 with it. Runs of hiragana: を みましょう を ませてください (14 in 4);
    # of kanji: 水 飲 足 休. 115.79 - 0.12 x 10 + 7.4 x 3.5 - 23.18
    assert result.national.value == pytest.approx(115.79 - 1.2 + 25.9 - 23.18, abs=0.7)
    assert result.formula == NAME
    assert result.letters_per_sentence == pytest.approx(9, abs=0.5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Пейте воду каждый день."),
        ("ru", "Drink water every day."),
        ("ar", "Drink water every day."),
        ("zh", "水を飲んでください。毎日よく休みましょう。"),
        ("ja", "每天多喝水" * 30),
        ("ko", "每天多喝水。"),
        ("hi", "জল পান করুন।"),
    ],
)
def test_a_text_in_another_script_has_a_reason_and_no_number(language: str, text: str) -> None:
    result = measure(text, language)
    assert result == Measure(language, reason=result.reason)
    assert PROFILES[language].name in result.reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sign π and the word Ψυχή are Greek."),
        ("ar", "فيروس HIV يضعف المناعة."),
        ("ja", "高血圧"),
        ("ja", "MRI検査を受けます。"),
        ("ko", "MRI 검사를 받습니다."),
        ("fa", "آب بنوشید."),
        ("ja", "高低差（difference of elevation）のある道を、ゆっくり登ります。"),
        ("ru", "Эти вирусы (Retroviridae, Metaviridae, Pseudoviridae) содержат РНК."),
    ],
)
def test_a_foreign_word_is_no_other_language(language: str, text: str) -> None:
    assert measure(text, language).reason == ""


@pytest.mark.parametrize("text", ["Drinkwatereveryday" * 20, "D r i n k w a t e r . " * 30])
def test_lost_spaces_give_a_reason_and_no_number(text: str) -> None:
    result = measure(text, "en")
    assert result == Measure("en", reason=result.reason)
    assert "letters" in result.reason


def test_long_names_are_no_lost_spaces() -> None:
    assert measure(["Krankenversicherungskarte"] * 12, "de").reason == ""


def test_vowel_marks_make_no_difference() -> None:
    bare, marked = measure("اشرب الماء كل يوم.", "ar"), measure("اِشْرَبِ المَاءَ كُلَّ يَوْمٍ.", "ar")
    assert (bare.letters, bare.words, bare.grade) == (marked.letters, marked.words, marked.grade)
    assert marked.sentences_list[0].text == "اِشْرَبِ المَاءَ كُلَّ يَوْمٍ."


@pytest.mark.parametrize(("alias", "language"), [("no", "nb"), ("tl-PH", "fil"), ("iw", "he"), ("in_ID", "id")])
def test_other_names_of_a_language(alias: str, language: str) -> None:
    assert find_profile(alias) is PROFILES[language]


# --- how sure -----------------------------------------------------------------------------------------------------


def test_the_range_narrows_with_the_text() -> None:
    passage = ["Rest your leg when it hurts.", "Drink enough water every day, and eat something warm in the evening."]
    widths = [high - low for low, high in (measure(passage * times, "en").range for times in (1, 5, 50))]
    assert widths[0] > 8 > widths[1] > 2 > widths[2]


@pytest.mark.parametrize("language", ["de", "sv", "pl", "it", "ru", "zh"])
def test_every_kind_of_formula_has_a_range(language: str) -> None:
    text = {"ru": "Пейте воду. Отдыхайте каждый день.", "zh": "多喝水。每天休息。"}.get(
        language, "Rest now. Drink water."
    )
    low, high = measure(text, language).range
    assert high - low > 0.5


def test_confidence() -> None:
    sentence = "One two three four five six seven eight nine ten."
    assert measure([sentence] * 10, "en").confidence == "normal"
    assert measure([sentence], "en").confidence == "low"
    assert (
        measure(["물을 매일 충분히 마시고 다리를 편하게 쉬게 하세요 지금 바로 당장 오늘."] * 12, "ko").confidence
        == "low"
    )


def test_other_formulas() -> None:
    sentence = "One two three four five six seven eight nine ten."
    assert "SMOG" not in measure([sentence] * 29, "en").formulas()
    assert "SMOG" in measure([sentence] * 30, "en").formulas()
    assert measure("", "en").formulas() == {}
    assert measure("", "xx").formulas() == {}


RUSSIAN = "Пейте воду каждый день и отдыхайте, когда болит нога."
PLAIN = "Drink a lot of water every day. Rest when your leg hurts."


def test_a_passage_in_another_script_is_left_out_and_counted() -> None:
    mixed, alone = measure([PLAIN, RUSSIAN, PLAIN], "en"), measure([PLAIN, PLAIN], "en")
    assert mixed.foreign == 1
    assert mixed.counts == alone.counts
    assert [sentence.block for sentence in mixed.sentences_list] == [0, 0, 2, 2]


def test_a_short_name_in_another_script_stays() -> None:
    assert measure([PLAIN, "Москва"], "en").foreign == 0


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "en"), (PLAIN, "ru"), (RUSSIAN, "ja")])
def test_only_passages_in_another_script_have_a_reason(text: str, language: str) -> None:
    found = measure(text, language)
    assert "few of its letters" in found.reason
    assert found.level_score is found.grade is None
