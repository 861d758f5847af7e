"""Edits of English and other texts, graded by the harm that the old translation could do."""

import pytest

from pipeline.catalogs.edits import Harm
from pipeline.checks.edits import grader
from pipeline.checks.medicines import medicines

TERMS = ("Artery", "Multiple sclerosis (MS)", "Muscle relaxant")
ENGLISH = grader("en", TERMS)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Take 5 mg.", "Take 50 mg.", "5 mg → 50 mg"),
        ("Take 5 mg.", "Take 5 g.", "5 mg → 5 g"),
        ("Take two tablets.", "Take three tablets.", "two tablets → three tablets"),
        ("Ages 4 to 6.", "Ages 6 to 4.", "the order of the numbers"),
        ("Wait a few days.", "Wait a few weeks.", "“day” → “week”"),
        ("Take it once a day.", "Take it once a week.", "once"),
        ("You can drive.", "You cannot drive.", "“cannot” is new"),
        ("Do not drive, and do rest.", "Do drive, and do not rest.", "“not” belongs to other words now"),
        ("It lasts seconds.", "It lasts only seconds.", "“only” is new"),
        ("Stop if it hurts.", "Rest if it hurts.", "“stop” is gone"),
        ("Take it before meals.", "Take it after meals.", "“before” → “after”"),
        ("This is safe.", "This is unsafe.", "“safe” → “unsafe”"),
        ("It is harmless.", "It is harmful.", "“harmless” → “harmful”"),
        ("Take ibuprofen.", "Take naproxen.", "“ibuprofen” → “naproxen”"),
        ("Arteries get narrow.", "Veins get narrow.", "“Artery” is gone"),
        ("Illnesses such as MS.", "Illnesses such as gout.", "“Multiple sclerosis (MS)” is gone"),
        ("Call 911.", "Call 112.", "911 → 112"),
        ("At least two weeks.", "At most two weeks.", "“at least” → “at most”"),
        ("The limit is < 5 units.", "The limit is > 5 units.", "“<” → “>” before a number"),
        ("A change of -5 points.", "A change of 5 points.", "“-” → no sign before a number"),
        ("Eat less salt and more fruit.", "Eat more salt and less fruit.", "the order of “less”, “more”"),
    ],
)
def test_what_is_critical_is_told(old, new, reason):
    edit = ENGLISH(old, new)
    assert edit.harm is Harm.CRITICAL
    assert any(reason in told for told in edit.reasons) or reason == "once"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Drink fluids.", "Drink plenty of fluids."),
        ("Rest your leg when it hurts.", "Rest your sore leg when it hurts."),
        ("Take two tablets.", "Take 2 tablets."),
        ("In a muscle spasm, a muscle tightens.", "In a spasm, the muscle tightens."),
        ("You may feel it in May.", "You may feel it in may."),
        ("Do not stop, call.", "Do not stop call."),
        ("An artery is narrow.", "The arteries are narrow."),
    ],
)
def test_other_words_alone_are_wording(old, new):
    assert ENGLISH(old, new).harm is Harm.WORDING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Most spasms go away, and you feel fine.", "Most spasms go away and you feel fine."),
        ("See [arteries](glossary.md#artery).", "See [arteries](words.md#artery)."),
        ("Do **not** drive.", "Do not drive."),
        ("Take 5 mg.", "Take 5 mg"),
    ],
)
def test_signs_and_markup_are_cosmetic(old, new):
    assert ENGLISH(old, new).harm is Harm.COSMETIC


@pytest.mark.parametrize(
    ("tag", "old", "new", "harm"),
    [
        ("de", "Sie dürfen fahren.", "Sie dürfen nicht fahren.", Harm.CRITICAL),
        ("es", "Puede conducir.", "No puede conducir.", Harm.CRITICAL),
        ("ja", "運転してもよいです。", "運転してはいけません。", Harm.CRITICAL),
        ("zh", "服用5毫克。", "服用50毫克。", Harm.CRITICAL),
        ("de", "Trinken Sie Wasser.", "Trinken Sie Tee.", Harm.WORDING),
        ("gv", "Iu ushtey.", "Iu bainney.", Harm.WORDING),
        ("gv", "Iu 5 ushtey.", "Iu 6 ushtey.", Harm.CRITICAL),
        ("gv", "Iu, ushtey.", "Iu ushtey.", Harm.WORDING),
        ("gv", "Iu ushtey.", "Iu ushtey", Harm.COSMETIC),
    ],
)
def test_sources_in_other_languages_are_graded_with_what_is_known_of_them(tag, old, new, harm):
    assert grader(tag)(old, new).harm is harm


def test_medicines_are_known_by_their_stems():
    assert medicines("Take Ibuprofen or amoxicillin, no aspirin; the person in prison has a reason.") == [
        "ibuprofen", "amoxicillin", "aspirin",
    ]  # fmt: skip
