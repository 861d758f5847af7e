import subprocess
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.vocabulary import NORMS, UNLISTED, look_up, missing, norm_of, word_list


def test_norms_are_what_words_are_like():
    assert NORMS["en"].letters == pytest.approx(4.4, abs=0.1)
    for language, norm in NORMS.items():
        assert 1 < norm.letters < 7, language
        assert 0.3 < norm.spread / norm.letters < 0.7, language
        assert 0.1 < norm.rarity < 0.7, language


@pytest.mark.parametrize(
    ("word", "language", "below", "above"),
    [
        pytest.param("water", "en", 7, 5, id="common"),
        pytest.param("WATER", "en", 7, 5, id="in capitals"),
        pytest.param("STRASSE", "de", 6, 4, id="eszett is folded"),
        pytest.param("λόγος", "el", 7, 4, id="final sigma is folded"),
        pytest.param("IŞIK", "tr", 6, 4, id="Turkish i without a dot"),
        pytest.param("ştiu", "ro", 7, 4, id="Romanian cedilla"),
        pytest.param("كَتَبَ", "ar", 7, 3, id="Arabic vowel marks"),
        pytest.param("l’eau", "fr", 7, 4, id="both parts are common"),
        pytest.param("hrvatska", "hr", 7, 4, id="Croatian in the list of its sisters"),
    ],
)
def test_words_are_found_as_the_lists_write_them(word, language, below, above):
    rarity = look_up(word, language).rarity * norm_of(language).rarity
    assert look_up(word, language).listed
    assert max(0, 5 - below) <= rarity <= 5 - above


def test_an_unknown_word_is_the_rarest():
    found = look_up("xyzzyq", "en")
    assert not found.listed
    assert found.rarity == pytest.approx((5 - UNLISTED) / NORMS["en"].rarity)
    assert look_up("water-xyzzyq", "en").rarity == found.rarity


@pytest.mark.parametrize("word", ["12", "B12", "2.5", "…", "\u0301", "-"])
def test_figures_and_signs_are_no_words(word):
    found = look_up(word, "en")
    assert found.figure
    assert found.rarity == found.excess == 0


@pytest.mark.parametrize(
    ("word", "named"), [("Anna", True), ("anna", False), ("NHS", False), ("Éva", True), ("水", False)]
)
def test_names_begin_with_a_capital(word, named):
    assert look_up(word, "en").named is named


def test_a_kanji_is_as_long_as_two_kana():
    assert look_up("退職", "ja").excess == look_up("たいしょ", "ja").excess > look_up("たい", "ja").excess


@pytest.mark.parametrize("language", ["sw", "th", "ko", "xx", "zu", ""])
def test_no_language_borrows_the_list_of_another(language):
    assert word_list(language) is None
    assert norm_of(language) is None
    assert missing(language) == f"there is no word list for the language {language!r}"
    assert look_up("water", language).rarity == look_up("water", language).excess == 0


def test_each_language_with_a_norm_has_a_list():
    lists = import_module("wordfreq").available_languages("small")
    assert set(NORMS) <= set(lists)
    assert set(lists) - set(NORMS) == {"ko"}


@pytest.mark.parametrize("language", ["hr", "bs", "is"])
def test_lists_are_read(language):
    assert not missing(language)
    assert len(word_list(language)) > 10_000


def test_nothing_is_read_before_it_is_asked_for():
    code = "import sys, pipeline.readability.level; sys.exit('wordfreq' in sys.modules)"
    assert not subprocess.run([sys.executable, "-c", code], check=False).returncode


@given(st.text(), st.sampled_from([*NORMS, "xx"]))
def test_any_word_can_be_looked_up(word, language):
    found = look_up(word, language)
    assert 0 <= found.excess <= 3
    assert found.rarity >= 0
    assert found.letters <= 3 * len(word) + 100


def test_only_the_beginning_of_an_endless_word_counts():
    assert look_up("a" * 10_000_000, "en") == look_up("a" * 100, "en")


def test_traditional_chinese_is_looked_up_as_simplified():
    assert look_up("醫生", "zh") == look_up("医生", "zh")
    assert look_up("醫生", "zh").listed
