"""Names that readers can look up: they stay in the sentence, and are not counted as hard."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks.plain_language.worth import Ledger
from pipeline.readability import measure
from pipeline.readability.known import PLACE, _same, masked

HARD = "Amyotrophic lateral sclerosis harms your nerves. Drink water and rest your legs today. See a doctor soon."
NAMES = ("Amyotrophic lateral sclerosis", "Nerve")


def test_a_known_name_is_one_more_word_of_mean_length():
    before, after = measure(HARD, "en"), measure(HARD, "en", NAMES)
    assert (after.words, after.sentences) == (before.words, before.sentences)
    assert after.counts.words == before.counts.words
    assert after.grade < before.grade
    assert after.level_score < before.level_score
    assert after.known.words == 4
    assert after.known.found == ("Amyotrophic lateral sclerosis", "Nerve")
    others = measure("Harms your. Drink water and rest your legs today. See a doctor soon.", "en").counts
    assert after.counts.syllables_per_word() == pytest.approx(others.syllables_per_word(), abs=0.05)


@pytest.mark.parametrize(
    ("text", "name", "lang", "words"),
    [
        ("The arteries are narrow.", "Artery", "en", 1),
        ("You may feel nervous.", "Nerve", "en", 0),
        ("Buy over-the-counter pills.", "Over-the-counter", "en", 1),
        ("You lack MS. Is it ms?", "MS", "en", 2),
        ("Die Arterien sind eng.", "Arterie", "de", 1),
        ("Los electrolitos ayudan.", "Electrolito", "es", 1),
        ("يضيق الشريان الآن", "شريان", "ar", 1),
        ("動脈が狭くなります。", "動脈", "ja", 1),
        ("Nothing is here.", "", "en", 0),
        ("Nothing is here.", "“”", "en", 0),
    ],
)
def test_a_name_is_known_in_its_forms(text, name, lang, words):
    assert measure(text, lang, (name,)).known.words == words


def test_where_signs_are_counted_the_grade_stays():
    text = "動脈硬化は動脈が狭くなる病気です。水を飲みましょう。"
    before, after = measure(text, "ja"), measure(text, "ja", ("動脈硬化", "動脈"))
    assert after.known.words == 2
    assert after.counts == before.counts
    assert after.grade == before.grade
    assert after.level_score < before.level_score


def test_a_text_of_known_words_only_keeps_its_grade():
    assert (
        measure("Amyotrophic lateral sclerosis", "en", NAMES).grade
        == measure("Amyotrophic lateral sclerosis", "en").grade
    )


def test_without_names_nothing_changes():
    assert measure(HARD, "en", ()) == measure(HARD, "en")


def test_what_a_mend_is_worth_is_what_measuring_again_gives():
    sentences = HARD.replace(". ", ".\n\n").split("\n\n")
    ledger = Ledger(measure(sentences, "en", NAMES))
    gain = ledger.without(0)
    after = measure(sentences[1:], "en", NAMES)
    assert gain.grade == pytest.approx(measure(sentences, "en", NAMES).grade - after.grade, abs=0.02)
    assert gain.level == pytest.approx(measure(sentences, "en", NAMES).level_score - after.level_score)


PIECES = ["Nerve", "nerves", "Amyotrophic", "lateral", "sclerosis", "water", "is", ".", "12", "水"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(WORDS, st.sampled_from(["en", "de", "ja", "ar", "th", "xx"]))
@settings(max_examples=60, deadline=None)
def test_names_never_change_what_is_counted(text, tag):
    before, after = measure(text, tag), measure(text, tag, NAMES)
    assert (after.words, after.sentences, after.letters) == (before.words, before.sentences, before.letters)
    assert after.known.words <= after.words
    assert (after.grade is None) == (before.grade is None)


WORDS = ["artery", "arteries", "arterial", "sty", "sties", "y", "ies", "nerve", "nerves", "nervous", "ner", "cell"]


@given(st.lists(st.sampled_from(WORDS)), st.frozensets(st.sampled_from(WORDS)))
def test_a_name_is_found_as_if_each_word_were_compared_with_each_name(words, names):
    expected = ["known" if any(_same(word, name) for name in names) else word for word in words]
    assert ["known" if mark == PLACE else mark for mark in masked(words, names, "en")] == expected
