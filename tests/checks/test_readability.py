"""Readability: limits per language, what a mend is worth, and source beside translation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import parse, translate
from pipeline.checks.plain_language.worth import Ledger, worst_sentences
from pipeline.checks.readability import sentence_target
from pipeline.checks.reading_level import RULES, compare
from pipeline.checks.sentence_levels import sentence_levels
from pipeline.locale import Locale
from pipeline.model import Targets
from pipeline.readability import measure
from pipeline.readability.equivalent import sentence_limit

from .support import ENGLISH, article, article_findings

PLAIN = "Drink water. Rest your leg. Call us if it hurts."
LONG = "If you have a cramp and it hurts and it does not go away after you rest then you should call a nurse and ask."


def locale(tag):
    return Locale(tag, tag, "ltr", tag)


# --- long sentences -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", 20), ("fi", 14), ("tr", 15), ("vi", 27), ("zh", 34), ("ja", 44), ("th", 86), ("de", 19)],
)
def test_the_target_is_scaled_to_the_language(tag, expected):
    assert sentence_target(20, sentence_limit(tag)) == expected


def reported(text, tag, words=20):
    findings = article_findings(f"lang: {tag}\n{text}", targets=Targets(sentence_words=words))
    return [finding.message for finding in findings if finding.rule == "R102"]


def test_a_long_sentence_is_counted_in_the_unit_of_its_language():
    assert reported("健康な筋肉を保つために、" * 5 + "毎日水を飲みましょう。", "ja")[0].startswith(
        "a sentence of 65 characters, target 44"
    )
    assert reported("Juo vettä. Nyt " + "lihas " * 13 + "väsyy.", "fi")[0].startswith(
        "a sentence of 15 words, target 14"
    )
    assert reported("Juo vettä. Nyt " + "lihas " * 12 + "väsyy.", "fi") == []
    assert reported("วันนี้อากาศดี", "th") == []
    assert reported("one " * 60 + "end.", "xx") == []


def test_a_long_sentence_says_what_splitting_it_is_worth():
    body = (PLAIN + " ") * 12 + LONG
    (finding,) = (each for each in article_findings(body, targets=Targets(sentence_words=20)) if each.rule == "R102")
    before = measure(body, "en").grade
    counts = measure(body, "en").counts
    after = 0.39 * counts.words / (counts.sentences + 1) + 11.8 * counts.syllables / counts.words - 15.59
    assert f"lowers the grade by {before - after:.2f}" in finding.message


def test_in_a_short_text_nothing_is_said_about_worth():
    (finding,) = (each for each in article_findings(LONG, targets=Targets(sentence_words=20)) if each.rule == "R102")
    assert "lowers" not in finding.message


# --- what a mend is worth -----------------------------------------------------------------------------------------


def test_the_worst_sentences_are_those_that_cost_most():
    hard = "Neuromuscular hyperexcitability necessitates evaluation."
    measured = measure([PLAIN] * 5 + [LONG, hard], "en")
    worst = worst_sentences(measured, 2)
    assert {each.sentence.text for each in worst} == {LONG, hard}
    assert worst[0].cost.level >= worst[1].cost.level > 0


def test_the_gain_is_what_measuring_again_gives():
    measured = measure([PLAIN, LONG, "Utilise it."], "en")
    ledger = Ledger(measured)
    without = measure([PLAIN, "Utilise it."], "en")
    gain = ledger.without(3)
    assert gain.grade == pytest.approx(measured.grade - without.grade)
    assert gain.level == pytest.approx(measured.level_score - without.level_score)
    plainer = measure([PLAIN, LONG, "We use it."], "en")
    gain = Ledger(measure([PLAIN, LONG, "We utilise it."], "en")).replaced("utilise", "use")
    assert gain.grade == pytest.approx(measure([PLAIN, LONG, "We utilise it."], "en").grade - plainer.grade)
    assert ledger.split(1).grade == 0


@given(st.lists(st.sampled_from([PLAIN, LONG, "Ja.", "筋肉", "5 mg", "Und so weiter, und so fort."]), max_size=5),
       st.sampled_from(["en", "de", "ja", "ar", "fi", "th", "xx"]))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_worst_sentences_of_any_text(blocks, tag):
    measured = measure(blocks, tag)
    worst = worst_sentences(measured)
    assert len(worst) <= 10
    assert [each.cost.order for each in worst] == sorted((each.cost.order for each in worst), reverse=True)
    assert all(measured.sentences_list[each.index] == each.sentence for each in worst)


# --- source beside translation ------------------------------------------------------------------------------------


def beside(body, table, tag):
    """Compare an English body with its translation; catalog lines are 100, 110 …"""
    source = parse(article(body), ENGLISH)
    target = translate(source, lambda segment: table.get(segment.text), locale(tag))
    lines = {segment.key: 100 + 10 * index for index, segment in enumerate(source.segments)}
    return compare(source, target, lines)


def check_reading_level(comparison):
    """What the rules find, each problem with its rule."""
    return [(rule, problem) for rule in RULES for problem in rule.check(comparison)]


def example(text, tag="de"):
    """An example of a rule: ten paragraphs."""
    first, _, rest = text.partition("\n")
    if first.startswith("lang: "):
        tag, text = first.removeprefix("lang: "), rest
    source, _, target = text.partition("\n")
    numbered = {f"{source} No {number}.": f"{target} Nr {number}." for number in range(10)}
    return beside("\n\n".join(numbered), numbered, tag)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_the_rules(rule):
    assert [each.code for each, _ in check_reading_level(example(rule.bad))] == [rule.code]
    assert [each.code for each, _ in check_reading_level(example(rule.good))] == []


def test_a_harder_translation_is_told_with_its_worst_sentences_and_their_lines():
    easy = {f"{PLAIN} Again {n}.": f"Trinken Sie Wasser. Schonen Sie Ihr Bein. Noch {n}." for n in range(8)}
    hard = RULES[0].bad.partition("\n")[2]
    table = {**easy, **{f"Stretch it. Rest now {n}.": hard + f" Noch {n}." for n in range(8)}}
    found = list(check_reading_level(beside("\n\n".join(table), table, "de")))
    ((rule, problem),) = found
    assert rule.code == "R201"
    assert problem.line is not None
    assert problem.line >= 200
    assert f"line {problem.line}" in problem.message


def test_blocks_without_translation_are_left_out():
    comparison = beside(
        "Drink water.\n\nRest.\n\n* One\n* Two\n\n    deeper\n", {"Drink water.": "Wasser.", "One": "Eins"}, "de"
    )
    assert [(part.source, part.translation) for part in comparison.parts] == [
        ("Drink water.", "Wasser."),
        ("One", "Eins"),
    ]


def test_blocks_keep_their_places():
    body = "## A *b*\n\n| x | y |\n|---|---|\n| same | [l](m.md) |\n| same2 | z |\n\n> q\n\n1. n\n\n    m\n"
    source = parse(article(body), ENGLISH)
    table = {segment.text: f"{segment.text} x" for segment in source.segments}
    comparison = beside(body, table, "de")
    assert [part.translation for part in comparison.parts] == [f"{part.source} x" for part in comparison.parts]
    assert all(part.segment and part.catalog_line for part in comparison.parts)
    assert [part.line for part in comparison.parts] == [1, 3, 3, 5, 5, 6, 6, 8, 10, 12]


@given(
    st.lists(
        st.sampled_from(["Drink water.", "* Rest", "## Head", "`code`", "![a](b.svg)", "x[^1]", "<b>raw</b>"]),
        max_size=8,
    )
)
@settings(max_examples=40, deadline=None)
def test_a_text_is_as_hard_as_itself(blocks):
    source = parse(article("\n\n".join([*blocks, "[^1]: Note."])), ENGLISH)
    comparison = compare(source, translate(source, lambda segment: segment.text, locale("en-GB")))
    assert not comparison.is_harder
    assert all(part.source == part.translation and not part.difference for part in comparison.parts)
    assert list(check_reading_level(comparison)) == []


def test_nothing_is_told_of_an_article_without_translation():
    assert list(check_reading_level(beside(PLAIN, {}, "de"))) == []


def test_sentence_levels_go_with_their_headings():
    levels = sentence_levels(parse(article(f"{PLAIN}\n\n## Pain\n\n{LONG}\n", body_line=5), ENGLISH))
    assert [(each.heading, each.line) for each in levels] == [("T", 6), ("T", 6), ("T", 6), ("Pain", 10)]
    assert [each.section for each in levels] == [0, 0, 0, 1]
    assert levels[-1].score > max(each.score for each in levels[:-1])
    assert sentence_levels(parse(article("bortaS bIr jablu'DI'"), locale("tlh"))) == []
