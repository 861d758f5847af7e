"""What is a word, and what is a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.plain import is_plain
from pipeline.readability.words import _joined_pieces, _words_between, count_letters, split_words, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't worry, it’s fine.", ["Don't", "worry", "it’s", "fine"]),
        ("Buvez de l’eau aujourd’hui", ["Buvez", "de", "l’eau", "aujourd’hui"]),
        ("здоров'я пам’ять", ["здоров'я", "пам’ять"]),
        ("over-the-counter pain relievers", ["over-the-counter", "pain", "relievers"]),
        ("well\u2010being non\u2011stop", ["well\u2010being", "non\u2011stop"]),
        ("cafe\u0301-bar", ["cafe\u0301-bar"]),
        ("therapy -- light, non-strenuous -", ["therapy", "light", "non-strenuous"]),
        ("risk—dash—benefit", ["risk", "dash", "benefit"]),
        (
            "10–15 or 10-15 minutes, a 15-minute walk",
            ["10", "15", "or", "10", "15", "minutes", "a", "15-minute", "walk"],
        ),
        ("and/or", ["and", "or"]),
        ("2.5 mg, 1,000 ml at 10:30", ["2.5", "mg", "1,000", "ml", "at", "10:30"]),
        ("5mg 500 ml 38°C 120/80", ["5mg", "500", "ml", "38", "C", "120", "80"]),
        ("CO₂ m² 1½", ["CO₂", "m²", "1½"]),
        ("٢٫٥ ملغ", ["٢٫٥", "ملغ"]),
        ("sodium, calcium,potassium", ["sodium", "calcium", "potassium"]),
        ("e.g. the U.S. way", ["e.g", "the", "U.S", "way"]),
        ("COVID-19 and B12", ["COVID-19", "and", "B12"]),
        ("write to help.desk@health.org.", ["write", "to", "help.desk@health.org"]),
        ("See https://www.nhs.uk/a_b?c=1, or www.who.int.", ["See", "https://www.nhs.uk/a_b?c=1", "or", "www.who.int"]),
        ("请看https://a.cn/b。好", ["请看", "https://a.cn/b", "好"]),
        ("patients' rights", ["patients", "rights"]),
        ("salt & pepper + water = 5 %", ["salt", "pepper", "water", "5"]),
        ("snake_case ____", ["snake", "case"]),
        ("cafe\u0301 re\u0301sume\u0301", ["cafe\u0301", "re\u0301sume\u0301"]),
        ("hy\u00adphen", ["hy\u00adphen"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("می\u200cخواهم بروم", ["می\u200cخواهم", "بروم"]),
        ('ד"ר כהן', ['ד"ר', "כהן"]),
        ("a\ud800b", ["a", "b"]),
        ("… — ! 😀", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("请勤洗手。", "zh", ["请", "勤", "洗手"]),
        ("这种药要饭后吃", "zh_Hans", ["这种", "药", "要", "饭后", "吃"]),
        ("手を洗いましょう。", "ja", ["手", "を", "洗い", "ま", "しょう"]),
        ("1日2.5mg飲みます", "ja", ["1", "日", "2.5", "mg", "飲み", "ます"]),
        ("北京-上海", "zh", ["北京", "上海"]),
        ("ล้างมือให้สะอาด", "th", ["ล้าง", "มือ", "ให้", "สะอาด"]),
    ],
)
def test_words_without_spaces(text: str, language: str, words: list[str]) -> None:
    found = split_words(text, language)
    assert "".join(found) == "".join(words)
    assert abs(len(found) - len(words)) <= 1, found


def test_thai_words_are_counted_by_their_length() -> None:
    # 51 signs in Thai, at 5.06 a word, are ten words; the name and the number are two.
    words = split_words("วัคซีน COVID-19 ปลอดภัยสำหรับผู้สูงอายุทุกคนที่มี 2 โรค", "th")
    signs = sum(len(word) for word in words if word[0] >= "\u0e00")
    assert word_count(words) == 2 + round(signs / 5.06)
    assert word_count(["rest", "5"]) == 2
    assert word_count([]) == 0
    assert word_count(["ก"]) == 1


@given(st.text(), st.sampled_from(["en", "zh", "ja", "th", "he", "sv", "xx", ""]))
def test_every_letter_is_in_one_word(text: str, language: str) -> None:
    words = split_words(text, language)
    assert all(any(map(str.isalnum, word)) for word in words)
    kept = [sign for word in words for sign in word if sign.isalnum()]
    assert kept == [sign for sign in text if sign.isalnum()]
    assert bool(words) == bool(word_count(words))


def test_letters_are_letters_only() -> None:
    assert count_letters(["don't", "B12", "2.5", "cafe\u0301"]) == 4 + 1 + 0 + 4


@pytest.mark.parametrize("part", ["a.", "a-", "word ", "字", "ก", "@a", "http://"])
def test_long_text_is_cut_in_chunks_and_nothing_lost(part: str) -> None:
    text = part * (400_000 // len(part))
    words = split_words(text, "th")
    assert sum(map(str.isalpha, "".join(words))) == sum(map(str.isalpha, text))
    if part == "word ":
        assert words == ["word"] * 80_000


PLAIN = st.text(alphabet="aA bé ßЖλ 019 ''’‘..,,;;::--–—\"“”()/%$&+#@*?![]…•\u00a0«»¿", max_size=16).filter(is_plain)


@given(PLAIN, st.sampled_from(["en", "fi", "sv", "de", "ru", "fr", ""]))
def test_the_short_way_for_plain_text_finds_what_icu_finds(text: str, language: str) -> None:
    assert _words_between(text, language) == _joined_pieces(text, language, None)


def test_an_endless_line_has_all_its_words() -> None:
    assert split_words("one two, " * 30_000) == ["one", "two"] * 30_000


def test_an_endless_word_is_cut_as_anywhere() -> None:
    text = "a-" * 300 + "a"
    assert split_words(text, "en") == _joined_pieces(text, "en", None)
