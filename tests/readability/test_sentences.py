"""Where sentences end: tables of cases in many languages, and what must hold for any text."""

import runpy
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.abbreviations import EMPTY, LANGUAGES, Abbreviations, abbreviations_of
from pipeline.readability.boundaries import Place, goes_on
from pipeline.readability.plain import is_plain
from pipeline.readability.sentences import _CANDIDATE, _PLAIN_CANDIDATE, _surely_ends, split_sentences

HERE = Path(__file__).parent
GOLDEN = runpy.run_path(str(HERE / "golden_sentences.py"))["GOLDEN"]
HELD_OUT = runpy.run_path(str(HERE / "golden_sentences_held_out.py"))["HELD_OUT"]
SECOND = runpy.run_path(str(HERE / "golden_sentences_second.py"))["SECOND"]

SIGNS = st.sampled_from(
    [
        *"aAbI15 .!?…()[]“”‘’'\",:-—_\n\t。！」「、字かกखא।؟",
        "Dr. ",
        "e.g. ",
        "p.m. ",
        "3. ",
        "The ",
        "z. B. ",
        "\u0301",
        "\ud800",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(SIGNS, max_size=60).map("".join))
TAGS = st.sampled_from(["en", "de", "th", "zh_Hans", "ja", "ar", "el", "pt-BR", "xx", "", "not a tag"])


def bare(sentences: list[str]) -> list[str]:
    return [found for sentence in sentences if (found := "".join(sentence.split()))]


def right(language: str, case: str) -> bool:
    return bare(split_sentences(case.replace("|", ""), language)) == bare(case.split("|"))


@pytest.mark.parametrize("language", GOLDEN)
def test_golden_sentences(language: str) -> None:
    assert [case for case in GOLDEN[language] if not right(language, case)] == []


@pytest.mark.parametrize(("table", "share"), [(HELD_OUT, 0.965), (SECOND, 0.97)], ids=["first", "second"])
def test_held_out_sentences_are_mostly_right(table: dict[str, tuple[str, ...]], share: float) -> None:
    # Counted, not shown: nobody should mend a rule because of one of these cases and leave the case here.
    results = [right(language, case) for language, cases in table.items() for case in cases]
    assert sum(results) / len(results) >= share


def test_the_golden_sentences_are_many_and_the_held_out_ones_are_others() -> None:
    tuned, first, second = (
        {case for cases in table.values() for case in cases} for table in (GOLDEN, HELD_OUT, SECOND)
    )
    assert len(tuned | first) >= 320
    assert len(second) >= 230
    assert len(HELD_OUT) >= 20
    assert len(SECOND) >= 30
    assert not tuned & first
    assert not second & (tuned | first)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2029"])
def test_no_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text, "en") == []


@pytest.mark.parametrize("text", ["word", "5", "***", "…", "\u0e01", "。"])
def test_a_text_without_ends_is_one_sentence(text: str) -> None:
    assert split_sentences(text, "xx") == [text]


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("Rest the\nmuscle", "en", ["Rest the muscle"]),
        ("Rest\r\n \r\nWait", "en", ["Rest", "Wait"]),
        ("Rest\u2029Wait", "en", ["Rest", "Wait"]),
        ("请多\n休息。好", "zh", ["请多休息。", "好"]),
        ("a\ud800b. C", "en", ["a\ufffdb.", "C"]),
        ("It works 😀 Try it", "en", ["It works 😀", "Try it"]),
        ("I 😀 like it", "en", ["I 😀 like it"]),
        ("We like 🍎 Apples", "en", ["We like 🍎 Apples"]),
    ],
)
def test_breaks_and_broken_signs(text: str, language: str, sentences: list[str]) -> None:
    assert split_sentences(text, language) == sentences


@given(TEXTS.filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text)), TAGS)
def test_nothing_is_lost_and_nothing_added(text: str, language: str) -> None:
    assert "".join("".join(split_sentences(text, language)).split()) == "".join(text.split())


@given(TEXTS, TAGS)
def test_sentences_are_trimmed_and_not_empty(text: str, language: str) -> None:
    sentences = split_sentences(text, language)
    assert all(sentence == sentence.strip() != "" for sentence in sentences)
    assert not any("\ud800" <= sign <= "\udfff" for sign in "".join(sentences))


@pytest.mark.parametrize("language", ["en", "de", "xx"])
def test_a_long_block_is_cut_only_where_sentences_end(language: str) -> None:
    # `sentencex` is given chunks; their borders must not show.
    sentences = [f"This is sentence {number} of a long block, told by Prof. Brown." for number in range(2_000)]
    assert split_sentences(" ".join(sentences), language, abbreviations_of("en")) == sentences


def test_a_sentence_longer_than_a_chunk_stays_whole() -> None:
    long = "word " * 10_000 + "end."
    assert split_sentences(f"{long} Next one.", "en") == [long, "Next one."]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_table_is_written_as_it_is_looked_up(language: str) -> None:
    table = abbreviations_of(language)
    assert table is not EMPTY
    for field in fields(Abbreviations):
        words = getattr(table, field.name)
        if isinstance(words, frozenset):
            assert all(word == word.lower() and not word.endswith(".") for word in words), field.name


@pytest.mark.parametrize("tag", ["de-AT", "de_CH", "DE"])
def test_tags_and_locales_of_a_language_share_its_table(tag: str) -> None:
    assert abbreviations_of(tag) is abbreviations_of("de")


@pytest.mark.parametrize("tag", ["xx", "", "zh", "../en", "en.GB"])
def test_other_languages_borrow_no_table(tag: str) -> None:
    assert abbreviations_of(tag) is EMPTY


WORDS = st.sampled_from(
    [*"aIvx1", "the", "drug", "approx", "usw", "Nowak", "mg", "p.m", "z. B", "höchst", "xviii", "(see", "vitamin"]
)


@given(st.lists(WORDS, min_size=1, max_size=4), WORDS, st.sampled_from(["en", "de", "fr", "pl", "xx"]), st.booleans())
def test_a_sure_end_is_one_by_all_rules(words: list[str], after: str, language: str, proposed: bool) -> None:  # noqa: FBT001
    before, table = " ".join(words) + ". ", abbreviations_of(language)
    text = before + after.capitalize()
    if _surely_ends(text, 0, len(before), table, proposed=proposed):
        assert not goes_on(Place(before, text[len(before) :], proposed, danda=False), table)


@given(TEXTS.filter(is_plain))
def test_the_ends_of_plain_text_are_those_of_any_text(text: str) -> None:
    ends = [[match.end() for match in pattern.finditer(text)] for pattern in (_PLAIN_CANDIDATE, _CANDIDATE())]
    assert ends[0] == ends[1]
