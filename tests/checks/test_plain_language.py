"""Plain language: what the rules report, where, what they leave alone, and that no text stops them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import parse
from pipeline.checks.plain_language import RULES
from pipeline.checks.plain_language.draft import read_draft
from pipeline.checks.plain_language.language import FILES, PhraseTable, pattern, plainer_of, words_of
from pipeline.checks.plain_language.questions import QUESTIONS
from pipeline.checks.plain_language.sentences import joints
from pipeline.locale import Locale, parse_locale

from .support import ENGLISH, article, article_findings

CODES = {rule.code for rule in RULES}


def found(markdown, lang="en"):
    """The rules of this family that report something."""
    text = markdown if lang == "en" else f"lang: {lang}\n{markdown}"
    return {each.rule for each in article_findings(text) if each.rule in CODES}


@pytest.mark.parametrize(
    ("lang", "markdown", "expected"),
    [
        pytest.param("en", "Utilise a pad.", {"R106"}, id="a word"),
        pytest.param("en", "They utilized it; utilizing it helps.", {"R106"}, id="other forms of a verb"),
        pytest.param("en", "Your symptoms may have **commenced**.", {"R106"}, id="a word in bold"),
        pytest.param("en", "Stretch prior\nto sport.", {"R106"}, id="a phrase over a line break"),
        pytest.param("de", "Nehmen Sie es mittels einer Tasse.", {"R106"}, id="German word"),
        pytest.param("de", "Wir therapieren das.", {"R106"}, id="German verb"),
        pytest.param("es", "Debe utilizarlo: utilice calor.", {"R106"}, id="Spanish verb with another spelling"),
        pytest.param("fr", "Prenez-le afin de dormir.", {"R106"}, id="French phrase"),
        pytest.param("pt", "Você pode utilizar calor.", {"R106"}, id="Portuguese verb"),
        pytest.param("en", "Samples were taken.", {"R107"}, id="passive"),
        pytest.param("en", "You will not usually be asked.", {"R107"}, id="passive with adverbs"),
        pytest.param("de", "Danach wird das Blut untersucht.", {"R107"}, id="German passive"),
        pytest.param("en", "She made a decision.", {"R108"}, id="a hidden verb"),
        pytest.param("en", "You should not stop without help.", {"R109"}, id="not and without"),
        pytest.param("de", "Das ist nicht unüblich.", {"R109"}, id="German double negation"),
        pytest.param("fr", "Ce n'est pas impossible.", {"R109"}, id="French double negation"),
        pytest.param("en", "It helps 12.5 % of you.", {"R110"}, id="a percentage with decimals"),
        pytest.param("en", "It helps 3/4 of you.", {"R110"}, id="a fraction"),
        pytest.param("en", "Your risk is 0.25 now.", {"R110"}, id="a bare probability"),
        pytest.param("de", "Ihr Risiko beträgt 0,25.", {"R110"}, id="a German probability"),
        pytest.param("en", "Take .5 mg.", {"R110"}, id="a dose without its zero"),
        pytest.param("de", "Nehmen Sie 5,0 mg.", {"R110"}, id="a dose with a needless zero"),
        pytest.param("en", "Hold it for 10–15 seconds.", {"R115"}, id="a dash for to"),
        pytest.param("de", "1 von 10 hat das, 3 von 1.000 jenes.", {"R116"}, id="German ratios"),
        pytest.param("en", "Call before 3/4/2026.", {"R117"}, id="a date in numbers"),
        pytest.param("pt", "## Generalidades\n\nDescanse.", {"R113"}, id="a Portuguese heading"),
        pytest.param("fr", "Les patients boivent. Chez eux, ils dorment.\n\n" * 20, {"R118"}, id="a text about others"),
        pytest.param("de", "## Allgemeines\n\nRuhen Sie.", {"R113"}, id="a German heading"),
        pytest.param("en", "## More information:\n\nRest.", {"R113"}, id="a heading with a colon"),
        pytest.param("en", "The elderly may fall.", {"R120"}, id="a label for people"),
    ],
)
def test_reported(lang, markdown, expected):
    assert expected <= found(markdown, lang)


@pytest.mark.parametrize(
    ("lang", "markdown"),
    [
        pytest.param("en", "Use heat before sport.", id="plain words"),
        pytest.param("de", "Nehmen Sie 1.000 mg oder 0,5 mg.", id="a dose of a thousand"),
        pytest.param("en", "Your sugar is 100.0 mg/dl.", id="a value of a laboratory"),
        pytest.param("fr", "Buvez de l'eau.\n\n" * 50, id="a French text that only says what to do"),
        pytest.param("en", "Drink water. Rest.\n\n" * 50, id="a text that only says what to do"),
        pytest.param("en", "“Utilise” is a long word.", id="a quoted word"),
        pytest.param("en", "See [physician](glossary.md). A physician can help.", id="a word with its explanation"),
        pytest.param("en", "It is a contusion (a bruise).", id="a word explained in brackets"),
        pytest.param("en", "Cardiac arrest is an emergency.", id="the name of an illness"),
        pytest.param("en", "You are tired, and the muscle is damaged.", id="states are no passive"),
        pytest.param("en", "It is based on facts and made of wood.", id="states with of and on"),
        pytest.param("de", "Das wird ein Angebot. Es wird bekannt.", id="a German noun and adjective"),
        pytest.param("de", "Sie werden gesund. Es geht gut.", id="a German future"),
        pytest.param("es", "No hay nada aquí.", id="Spanish negations go together"),
        pytest.param("fr", "Ne prenez pas ce médicament.", id="French negation has two words"),
        pytest.param("en", "You cannot rest if you do not sleep.", id="two negations in two clauses"),
        pytest.param("en", "Use a 0.9% saline solution.", id="the strength of a medicine"),
        pytest.param("es", "Use el gel de estriol al 0,005%.", id="the strength of a medicine, named before"),
        pytest.param("en", "Call us 24/7 at 555-1234.", id="other slashes and dashes"),
        pytest.param("en", "Take 0.5 mg. The risk is small.", id="a dose near the word risk"),
        pytest.param("en", "About 1 in 10 people, or 3 in 10 men.", id="ratios of the same number"),
        pytest.param("en", "It lasts 3 in 12 months for 1 in 10.", id="numbers that are no ratio of people"),
        pytest.param("en", "The blind spot and the elderly woman.", id="the same words as attributes"),
        pytest.param("en", "Two tests (MRI) and (CT) help.", id="short forms in brackets"),
        pytest.param("en", "- Narrow arteries, low fluid, sport, age, cold air, and salt", id="a list in a sentence"),
        pytest.param("en", "## What is a spasm?\n\nIt is a cramp.", id="a heading that asks"),
        pytest.param("en", "`utilise`\n\n    utilise\n", id="code"),
        pytest.param("gv", "Utilise prior to. 12.5 %", id="a language without lists"),
    ],
)  # fmt: skip
def test_left_alone(lang, markdown):
    assert found(markdown, lang) == set()


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("One day.\nTwo days.\nUtilise it.\n", [3], id="on its own line"),
        pytest.param("Use it. Then utilise it.\nThen utilise it.\n", [1, 2], id="the same words twice"),
        pytest.param("See [more](utilise.md#utilise) and\nmore. Then\nutilise it.\n", [2], id="words in an address"),
        pytest.param("Use *it* now. **Please\nutilise** it.\n", [1], id="markup over a line break"),
        pytest.param("* Use it.\n* Use it.\n\n    Use it.\n    Utilise it.\n", [5], id="in a loose list"),
        pytest.param("| a | b |\n|---|---|\n| c | d |\n| e | Utilise it. |\n", [4], id="in a table"),
    ],
)
def test_a_finding_names_the_line_where_its_sentence_begins(body, lines):
    assert [each.location.line for each in article_findings(body) if each.rule == "R106"] == lines


def test_lines_in_text_without_spaces():
    body = "お水を飲みましょう。\n**休みましょう**。\nまた、歩きましょう。\n"
    draft = read_draft(parse(article(body, body_line=4), parse_locale("ja")))
    assert [spot.line for spot in draft.spots] == [5, 6, 7]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("You may feel ill.", 0),
        ("Sit down until it stops.", 1),
        ("If it hurts, sit down.", 0),
        ("Eat calcium, magnesium, potassium, and sodium.", 0),
        ("You rest, and then you can go on walking, because it helps when it hurts.", 3),
    ],
)
def test_joints(sentence, count):
    assert joints(sentence, "en") == count


def test_a_box_with_advice_is_left_alone():
    for advice in ("Call 112.", "If it hurts, see a doctor.", "You should rest.", "Do not wait."):
        assert "R114" not in found(f'!!! urgent "Signs"\n\n    {advice}\n')
    assert "R114" not in found('!!! urgent "See a doctor for these signs"\n\n    - swelling\n')
    assert "R114" not in found('!!! note "Signs"\n\n    - swelling\n')


def test_footnotes_are_no_long_list():
    body = " ".join(f"a[^{number}]" for number in range(12)) + "".join(
        f"\n\n[^{number}]: Note.\n" for number in range(12)
    )
    assert "R112" not in found(body)


@pytest.mark.parametrize("language", FILES)
def test_the_list_of_a_language_is_sound(language):
    known = words_of(language)
    entries = {word: plain for word, plain in {**known.plainer, **known.verbs}.items() if plain}
    assert len(entries) >= (150 if language == "en" else 40)
    for word, plain in entries.items():
        assert word == word.casefold() or "ß" in word
        assert word != plain
        assert list(plainer_of(language).find(plain)) == [], f"{plain} is itself in the list"
    assert all(heading == heading.casefold() for heading in known.headings)
    for name in known.patterns.__slots__:
        compiled = pattern(language, name)
        assert compiled is None or not compiled.search("")


def test_the_longest_phrase_wins_and_punctuation_parts():
    table = PhraseTable({"in order": "tidy", "in order to": "to"})
    assert [match.plainer for match in table.find("In order to rest, all is in order.")] == ["to", "tidy"]
    assert list(table.find("Come in. Order it.")) == []
    assert list(table.find("in")) == []


def test_questions_have_sources():
    assert len(QUESTIONS) == len({question.text for question in QUESTIONS}) > 10
    for question in QUESTIONS:
        assert question.text.endswith("?")
        assert question.source


def test_guides_are_named_in_the_rules():
    named = [rule for rule in RULES if re.search(r"PEMAT|CDC|NHS|SHeLL", rule.why)]
    assert len(named) >= 8


ANY = st.text(max_size=80) | st.lists(
    st.sampled_from(["If", "you", "prior", "to", "(a b c)", "12.5 %", "3/4 of", "not", "without", ",",
                     ".", "\n\n", "- ", "## ", "“", "\ud800"]),
    max_size=20,
).map(" ".join)  # fmt: skip


@given(ANY, st.sampled_from(["en", "de", "es", "fr", "pt", "ja", "th", "ar", "fi", "xx"]))
@settings(max_examples=80, deadline=None)
def test_no_text_stops_the_rules(text, tag):
    found(text, tag)


@given(st.lists(st.sampled_from(["Use it now.", "*Rest* well.", "See [a](b.md).", "Go\non."]), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_lines_of_sentences_never_go_back(sentences):
    locale = Locale("en", "en", "ltr", "en")
    body = "\n".join(sentences)
    lines = [spot.line for spot in read_draft(parse(article(body), locale)).spots]
    assert lines == sorted(lines)
    assert all(1 <= line <= body.count("\n") + 1 for line in lines)


def test_a_very_long_paragraph_is_read_in_linear_time():
    draft = read_draft(parse(article("Use it.\n" * 2_000), ENGLISH))
    assert [spot.line for spot in draft.spots] == list(range(1, 2_001))


@pytest.mark.parametrize(
    "piece", ["a", "ge", "<a ", "{", "[^", "](a ", "not ", "wird ge", "(", "1,", "0.1", "in order "]
)
def test_no_long_text_makes_a_pattern_slow(piece):
    body = f"wird {piece * 8_000}t.\n"  # a pattern that goes back for each sign would need minutes for this
    for tag in FILES:
        for name in words_of(tag).patterns.__slots__:
            compiled = pattern(tag, name)
            if compiled:
                # What begins a sentence is looked for at its beginning only.
                list(compiled.finditer(body)) if name != "action" else compiled.match(body)
        assert list(plainer_of(tag).find(body)) == []
