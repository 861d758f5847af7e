"""What counts as a cosmetic edit, what is done to the translation, and which words changed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import format_po, merge, new_catalog, read_po
from pipeline.catalogs.edits import Harm, cosmetic, follow, grade_plainly, read_shape, tell, word_changes
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import CHANGED, ELSEWHERE, TRANSLATED, Kind, Merging
from pipeline.locale import parse_locale

from .edit_corpus import CAUTIOUS, RIGHT, UNSEEN, judge, own_articles, revise, with_texts
from .support import LATER, NOW, template, translated


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Call your doctor.", "Call  your doctor.", id="spaces"),
        pytest.param("Call your doctor.", "Call your doctor", id="a full stop"),
        pytest.param("Call your doctor:", "Call your doctor.", id="a colon at the end"),
        pytest.param("Say “stop” – it’s fine", 'Say "stop" — it\'s fine', id="typography"),
        pytest.param("What Causes Muscle Spasms?", "What causes muscle spasms?", id="capitals"),
        pytest.param("Take **one** now", "Take one now", id="emphasis"),
        pytest.param("See [arteries](glossary.md#artery).", "See [arteries](words.md#artery).", id="an address"),
        pytest.param("See [arteries](glossary.md#artery).", "See arteries.", id="a link taken away"),
        pytest.param("See arteries.", "See [arteries](glossary.md#artery).", id="a link added"),
        pytest.param("Se\u0301e it here", "Sée it here", id="the same letter in two forms"),
    ],
)
def test_the_same_words_are_a_cosmetic_edit(old, new):
    assert grade_plainly(old, new).harm is Harm.COSMETIC


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("No, stop here.", "No stop here.", id="a comma inside"),
        pytest.param("You may drive.", "You may drive?", id="a question"),
        pytest.param("Take Mg with food", "Take mg with food", id="a short word with a capital"),
        pytest.param("Call us now", "Call US now", id="an abbreviation"),
        pytest.param("Stop. Do not eat.", "Stop do. Not eat.", id="a sentence ends elsewhere"),
        pytest.param("Take `a`", "Take `b`", id="code"),
        pytest.param("Hello {name}", "Hello {date}", id="a placeholder"),
        pytest.param("Take <b>one</b>", "Take one", id="a tag"),
        pytest.param("Go.[^1]", "Go.[^2]", id="a footnote"),
        pytest.param("![A leg](a.svg) x", "x", id="a picture"),
        pytest.param("Clinic  \nMain Street", "Clinic Main Street", id="a line break"),
        pytest.param("Take [one", "Take one", id="a stray bracket"),
        pytest.param("the patient’s", "the patients", id="an apostrophe"),
        pytest.param("खाना न खाएं", "खाना खाएं", id="a word of another script"),
        pytest.param("ดื่มน้ำ", "ดืมน้ำ", id="a vowel sign"),
        pytest.param("A & B", "A + B", id="a sign that is no punctuation"),
    ],
)
def test_what_is_not_provably_the_same_is_wording(old, new):
    assert grade_plainly(old, new).harm is Harm.WORDING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Take 5 mg.", "Take 50 mg."),
        ("Take 1.5 ml", "Take 15 ml"),
        ("Take 5-10 drops", "Take 5 10 drops"),
        ("Below -5 degrees", "Below 5 degrees"),
        ("Take one.", "Take 1."),
        ("At ≥ 5 years", "At 5 years"),
        ("خذ ٥ أقراص", "خذ ٦ أقراص"),
    ],
)
def test_other_digits_are_critical_in_every_language(old, new):
    assert grade_plainly(old, new).harm is Harm.CRITICAL


PIECES = ["take", "One", "not", "5", "mg", ",", ".", "“", "”", "-", "**", "[", "](a)", "](b)", "?", "é", "न", "毒", "`"]
TEXTS = st.lists(st.sampled_from([*PIECES, " ", "  \n"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=150)
def test_numbers_and_words_never_get_through_as_cosmetic(old, new):
    if grade_plainly(old, new).harm is Harm.COSMETIC:
        words = [[w.casefold() for w in read_shape(text).plain.split() if w.isalnum()] for text in (old, new)]
        assert words[0] == words[1]


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=150)
def test_any_text_can_be_taken_apart_and_compared(old, new):
    shape = read_shape(old)
    for link in shape.links:
        assert old[slice(*link.place)].strip("<>") == link.address
    grade_plainly(old, new)
    follow(old, new, new)
    assert word_changes(old, old) == []
    assert cosmetic(old, old, commas=False) is not None or shape.odd or "\n" in old


# --- what is done to the translation ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "translation", "expected"),
    [
        ("See [a](x.md) now.", "See [a](y.md) now.", "Siehe [A](x.md) jetzt.", "Siehe [A](y.md) jetzt."),
        ("[a](x) [b](z)", "[a](z) [b](x)", "[B](z) [A](x)", "[B](x) [A](z)"),
        ("See [a](x.md) now.", "See [a](y.md) now.", "Siehe jetzt.", None),
        ("See [a](x.md) now.", "See [a](y.md) now.", "[A](x.md) und [B](x.md)", None),
        ("[a](x) [b](x)", "[a](y) [b](x)", "[A](x) [B](x)", None),
        ("[a](x) [b](x)", "[a](y) [b](y)", "[A](x) [B](x)", "[A](y) [B](y)"),
        ("See [a](x.md) now.", "See a now.", "Siehe [A](x.md) jetzt.", "Siehe A jetzt."),
        ("See a now.", "See [a](x.md) now.", "Siehe A jetzt.", None),
        ("![A leg](a.svg)", "![A leg](b.svg)", "![Ein Bein](a.svg)", "![Ein Bein](b.svg)"),
        ("Take **one** now", "Take one now", "Nimm **eine** jetzt", "Nimm eine jetzt"),
        ("Take **one** now", "Take one now", "今すぐ一錠", "今すぐ一錠"),
        ("Take one now", "Take **one** now", "Nimm eine jetzt", None),
        ("Take one now", "**Take one now**", "Nimm eine jetzt", "**Nimm eine jetzt**"),
        ("Call us", "Call us.", "Ruf an", "Ruf an."),
        ("Call us.", "Call us", "お電話ください。", "お電話ください"),
        ("Call us:", "Call us.", "お電話ください：", "お電話ください。"),
        ("Call us.", "Call us", "Ruf an!", None),
        ("Call us", "Call us.", "โทรหาเรา", None),
        ("Well, go.", "Well go.", "Na, los.", "Na, los."),
    ],
)
def test_the_translation_follows_or_nothing_is_done(old, new, translation, expected):
    assert follow(old, new, translation) == expected


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Take 5 mg a day.", "Take 50 mg a day.", "−5 +50"),
        ("You can drive.", "You can not drive.", "+not"),
        ("Do not drive, rest.", "Do drive, and rest.", "−not, +and"),
        ("服用一片。", "服用两片。", "−一 +两"),
        ("Same.", "Same.", ""),
    ],
)
def test_changed_words_are_told(old, new, told):
    assert tell(word_changes(old, new)) == told


# --- merging ------------------------------------------------------------------------------------------------------

FIRST = "Most spasms go away by themselves and need no treatment."
SECOND = "You can ease the pain with gentle heat on the muscle."


def merged(old, new, **how):
    catalog = new_catalog(template(*old), parse_locale("es"), NOW)
    for message in catalog:
        message.msgstr = old[message.msgid]
    return bring_up_to_date(catalog, template(*new), LATER, Merging(**how))


def test_a_cosmetic_edit_is_carried_over_and_told():
    catalog, record = merged({"See [a](x.md).": "Vea [a](x.md)."}, ["See [a](y.md)."])
    assert (catalog[0].msgstr, catalog[0].fuzzy, catalog[0].previous_msgid) == ("Vea [a](y.md).", False, None)
    assert [(entry.kind, entry.reasons) for entry in record] == [(Kind.KEPT, ("an address",))]


def test_a_cosmetic_edit_that_the_translation_cannot_follow_is_fuzzy():
    catalog, record = merged({"See the a.": "Vea."}, ["See the [a](y.md)."])
    assert (catalog[0].msgstr, catalog[0].fuzzy, catalog[0].previous_msgid) == ("Vea.", True, "See the a.")
    assert record == []


def test_a_doubtful_translation_stays_doubtful():
    catalog = translated(template("Call us."))
    catalog[0].flags = ["fuzzy"]
    assert bring_up_to_date(catalog, template("Call us"), LATER, Merging()).catalog[0].fuzzy


def test_a_context_that_was_added_makes_the_translation_fuzzy():
    catalog = bring_up_to_date(
        translated(template("Call us.")), template(("verb", "Call us.")), LATER, Merging()
    ).catalog
    assert (catalog[0].fuzzy, catalog[0].msgstr) == (True, "«Call us.»")


def test_why_a_critical_edit_unpublishes_is_said_until_somebody_has_looked():
    old, new = "Take 5 mg of it every day, with a glass of water.", "Take 50 mg of it every day, with a glass of water."
    catalog, _ = merged({old: "Tome 5 mg."}, [new])
    assert catalog[0].extracted_comments == ["Paragraph", f"{CHANGED}5 → 50"]
    again = bring_up_to_date(read_po(format_po(catalog).encode(), "x.po"), template(new), LATER, Merging()).catalog
    assert format_po(again) == format_po(catalog)
    again[0].flags.remove("fuzzy")
    done = bring_up_to_date(again, template(new), LATER, Merging()).catalog
    assert done[0].extracted_comments == ["Paragraph"]


def test_an_edit_of_the_wording_may_be_declared_minor_and_a_critical_one_not():
    old = "Drink fluids before you exercise, every 2 hours."
    typo, dose = old.replace("fluids", "liquids"), old.replace("2", "3")
    catalog, record = merged({old: "Beba."}, [typo], minor=lambda _: True)
    assert (catalog[0].fuzzy, [entry.kind for entry in record]) == (False, [Kind.MINOR])
    catalog, record = merged({old: "Beba."}, [dose], minor=lambda _: True)
    assert (catalog[0].fuzzy, [entry.kind for entry in record]) == (True, [Kind.REFUSED])


def test_the_sentences_of_a_split_block_go_where_they_belong():
    whole, translation = f"{FIRST} {SECOND}", "La mayoría se van solos. Alivie el dolor con calor."
    catalog, _ = merged({whole: translation}, [FIRST, SECOND])
    assert [message.msgstr for message in catalog] == [
        "La mayoría se van solos.",
        "Alivie el dolor con calor.",
        translation,
    ]
    assert [message.fuzzy for message in catalog] == [True, True, False]
    assert catalog[2].obsolete
    assert [message.previous_msgid for message in catalog.active] == [FIRST, SECOND]
    assert catalog[0].extracted_comments == ["Paragraph", ELSEWHERE]


def test_a_split_block_whose_sentences_do_not_match_keeps_all_its_text_on_one_part():
    whole = f"{FIRST} {SECOND}"
    catalog, _ = merged({whole: "Una sola frase sin punto final"}, [FIRST, SECOND])
    assert sorted(message.msgstr for message in catalog) == ["", "Una sola frase sin punto final"]
    assert [message.previous_msgid for message in catalog if message.msgstr] == [whole]


def test_joined_blocks_offer_both_translations_and_keep_each():
    catalog, _ = merged({FIRST: "Uno.", SECOND: "Dos."}, [f"{FIRST} {SECOND}"])
    assert [message.msgstr for message in catalog] == ["Uno. Dos.", "Uno.", "Dos."]
    assert [message.obsolete for message in catalog] == [False, True, True]
    assert (catalog[0].fuzzy, catalog[0].previous_msgid) == (True, f"{FIRST} {SECOND}")


def test_a_translation_of_the_previous_text_is_told_from_a_suggestion():
    reworded = FIRST.replace("spasms", "cramps")
    catalog, _ = merged({FIRST: "Uno."}, [reworded])
    assert TRANSLATED in catalog[0].extracted_comments
    twice = bring_up_to_date(catalog, template(reworded.replace("Most", "Many")), LATER, Merging()).catalog
    assert TRANSLATED in twice[0].extracted_comments
    doubtful = translated(template(FIRST))
    doubtful[0].flags = ["fuzzy"]
    catalog = bring_up_to_date(doubtful, template(reworded), LATER, Merging()).catalog
    assert TRANSLATED not in catalog[0].extracted_comments


# --- the corpus ---------------------------------------------------------------------------------------------------

ROUNDS = 2


@pytest.mark.parametrize("carry", [True, False])
def test_edits_of_real_articles(carry):
    verdicts = []
    for name, source, catalogs in own_articles():
        for number in range(ROUNDS):
            revision = revise([message.msgid for message in source], random.Random(f"{name} {number}"))  # noqa: S311 - nothing secret
            new = with_texts(source, revision.texts)
            for old in list(catalogs.values())[number::3]:
                made = bring_up_to_date(old, new, LATER, Merging()).catalog if carry else merge(old, new, LATER)
                found, unseen, lost = judge(old, revision, made)
                assert (unseen, lost) == (0, 0)
                assert format_po(bring_up_to_date(made, new, LATER, Merging()).catalog) == format_po(made) or not carry
                verdicts += found
    assert len(verdicts) >= 200
    assert not [kind for kind, verdict in verdicts if verdict == UNSEEN]
    right = sum(verdict == RIGHT or (not carry and verdict == CAUTIOUS) for _, verdict in verdicts)
    assert right / len(verdicts) > 0.95
