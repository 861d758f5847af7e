import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability import level
from pipeline.readability.bands import LEVELS
from pipeline.readability.level import Features, features, sentence_weight, shared_level, vowel_marks

TEXTS = st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=12), max_size=6)
LANGUAGES = st.sampled_from(["en", "de", "ru", "ar", "ja", "ko", "th", "sw", "xx"])

PLAIN = "Drink a lot of water. Call us if you feel sick."
HARD = (
    "Persistent symptomatology notwithstanding adequate pharmacological intervention necessitates "
    "comprehensive interdisciplinary reassessment of the underlying pathophysiological mechanisms."
)


def words(text):
    return [sentence.split() for sentence in text.rstrip(".").split(". ")]


def level_of(text, language="en", marks=0):
    found = shared_level(features(words(text), language, marks))
    assert found is not None
    return found


def term(found, name):
    return next(term.value for term in found.terms if term.name == name)


def test_plain_text_is_plain_and_officialese_is_very_hard():
    assert level_of(PLAIN).band == "plain"
    assert level_of(HARD).band == "very hard"


def test_the_level_does_without_the_word_lists_and_says_so():
    code = f"""
import sys
sys.modules["wordfreq"] = None
from pipeline.readability.level import features, shared_level
for text in ({PLAIN!r}, {HARD!r}):
    found = shared_level(features([sentence.split() for sentence in text.split(". ")], "en"))
    print(found.band, found.has_vocabulary, found.note, found.terms[2].value, sep="; ")
"""
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    note = "False; the word lists are not installed (the extra `vocabulary`); 0.0"
    assert run.stdout.splitlines() == [f"plain; {note}", f"very hard; {note}"]


def test_longer_sentences_are_harder():
    told = "we ask all of them to come to the house and see what is there for you".split()  # noqa: SIM905
    scores = [level_of(" ".join(told[:size])).score for size in range(1, len(told) + 1)]
    assert all(first < second for first, second in pairwise(scores))


def test_one_sentence_is_harder_than_its_halves():
    assert level_of(HARD.replace("intervention ", "intervention. ")).score < level_of(HARD).score


def test_rare_words_are_harder_than_usual_ones_of_the_same_length():
    usual = level_of("the water was found under the house")
    rare = level_of("the ergot was found under the gneiss")
    assert rare.score > usual.score
    assert term(rare, "rare words") > 0 > term(usual, "rare words")


def test_names_and_figures_are_no_rare_words():
    named = features(words("then Gryzelda took 250 mg of it"), "en")
    usual = features(words("then her took it mg of it"), "en")
    assert named.rarity == pytest.approx(usual.rarity)
    assert named.looked_up == usual.looked_up - 2


def test_a_german_noun_is_no_name():
    assert features(words("das ist Wasser"), "de").looked_up == 3


def test_a_sentence_of_the_same_content_weighs_the_same_in_each_language():
    assert sentence_weight("en") == 1
    assert sentence_weight("fi") > 1.4
    assert 0.7 < sentence_weight("vi") < 0.8
    assert 0.7 < sentence_weight("ja") < 1
    assert sentence_weight("xx") == 1


def test_vowel_marks_make_no_longer_words_but_have_their_own_term():
    bare, marked = "ذهب الولد إلى البيت", "ذَهَبَ الْوَلَدُ إِلَى الْبَيْتِ"
    marks = vowel_marks(marked, "ar")
    without = level_of(bare, "ar")
    assert term(without, "vowel marks") == 0
    assert level_of(marked, "ar", marks).score == level_of(bare, "ar", marks).score
    assert level_of(bare, "ar", marks).score == pytest.approx(without.score + level.MARKS)
    assert vowel_marks(bare, "ar") == vowel_marks("ça va", "fr") == 0


def test_a_language_without_a_list_has_a_level_by_the_length_of_its_sentences():
    found = level_of("maji safi ni uhai", "sw")
    assert found.note == "there is no word list for the language 'sw'"
    assert not found.has_vocabulary
    assert found.score < level_of("maji safi ni uhai kwa watu wote", "sw").score


def test_words_of_another_language_are_not_taken_for_rare_ones():
    found = level_of("сколько стоит лекарство и где его купить сегодня вечером если аптека закрыта. " * 2)
    assert not found.has_vocabulary
    assert "are they of the language 'en'?" in found.note


@pytest.mark.parametrize("sentences", [[], [[]], [[], []]])
def test_no_words_have_no_level(sentences):
    assert shared_level(features(sentences, "en")) is None


@pytest.mark.parametrize("word", ["\ud800", "x", "1", "·", "a" * 100_000, "\u0301", "🙂"])
@pytest.mark.parametrize("language", ["en", "ar", "ja", "xx"])
def test_any_word_has_a_level(word, language):
    assert -2 < level_of(word, language).score < 8


@given(TEXTS, TEXTS, LANGUAGES)
def test_features_add_up(first, second, language):
    whole = features([*first, *second], language)
    parts = features(first, language) + features(second, language)
    assert (parts.words, parts.sentences, parts.unknown) == (whole.words, whole.sentences, whole.unknown)
    assert parts.excess == pytest.approx(whole.excess)
    assert (whole - features(second, language)).rarity == pytest.approx(features(first, language).rarity)


@given(TEXTS, LANGUAGES, st.integers(0, 1000))
def test_the_terms_add_up_and_the_band_is_one_of_four(sentences, language, marks):
    found = shared_level(features(sentences, language, marks))
    if found is not None:
        assert found.score == pytest.approx(sum(term.value for term in found.terms))
        assert found.band in LEVELS
        assert bool(found.note) == (not found.has_vocabulary)


@given(TEXTS, LANGUAGES)
def test_a_text_said_twice_is_about_as_hard(sentences, language):
    text = features(sentences, language)
    once, twice = shared_level(text), shared_level(text + text)
    if once is not None and twice is not None and once.note == twice.note:
        assert abs(twice.score - once.score) <= level.LENGTH * 3 * 0.18


def test_no_text_changes_nothing():
    text = features(words(PLAIN), "en")
    assert text + Features("en") == text
