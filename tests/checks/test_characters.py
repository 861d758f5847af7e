"""Characters that readers cannot see."""

import pytest

from .pairs import codes, mended


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale", "reported"),
    [
        ("Take 15 mg.", "Nehmen Sie \u202e15\u202c mg.", "de", True),
        ("Take 15 mg.", "خذ \u202d15 mg\u202c.", "ar", True),
        ("Take 15 mg.", "Nehmen Sie &#8238;15 mg.", "de", True),
        ("Take \u202e15\u202c mg.", "Nehmen Sie \u202e15\u202c mg.", "de", False),
        ("Take 15 mg.", "خذ \u206615 mg\u2069.", "ar", False),
    ],
)
def test_overrides(msgid, msgstr, locale, reported):
    assert ("T321" in codes(msgid, msgstr, locale)) is reported


@pytest.mark.parametrize(
    ("msgstr", "reported"),
    [
        ("خذ \u206615 mg.", True),
        ("خذ \u2067\u206615 mg\u2069.", True),
        ("خذ 15 mg\u2069.", True),
        ("خذ \u202a15 mg.", True),
        ("خذ \u202a15 mg\u2069.", True),
        ("خذ &#8294;15 mg.", True),
        ("خذ \u206615 mg\u2069.", False),
        ("خذ \u206715 \u2068mg\u2069\u2069.", False),
        ("خذ \u202a15 mg\u202c.", False),
        ("خذ \u200e15 mg\u200f.", False),
    ],
)
def test_signs_for_direction_come_in_pairs(msgstr, reported):
    assert ("T322" in codes("Take 15 mg.", msgstr, "ar")) is reported


def test_what_the_source_leaves_open_may_stay_open():
    assert "T322" not in codes("Take \u206615 mg.", "خذ \u206615 mg.", "ar")


@pytest.mark.parametrize(
    ("msgstr", "locale", "fixed"),
    [
        ("Trinken\u200b Sie.", "de", "Trinken Sie."),
        ("\ufeffTrinken Sie.", "de", "Trinken Sie."),
        ("Muskel\u00adkrampf", "de", "Muskelkrampf"),
        ("Trin\u200dken", "de", "Trinken"),
        ("喝\u200b水", "zh_Hans", "喝水"),
        pytest.param("می\u200cخواهم", "fa", None, id="a joiner that Persian needs"),
        pytest.param("क्\u200dष", "hi", None, id="a joiner that Hindi needs"),
        pytest.param("👩\u200d⚕️", "de", None, id="a joiner within an emoji"),
        pytest.param("ดื่ม\u200bน้ำ", "th", None, id="breaks in Thai"),
        pytest.param("ផឹក\u200bទឹក", "km", None, id="breaks in Khmer"),
        pytest.param("خذ\u200f حبة", "ar", None, id="a mark for direction"),
    ],
)
def test_characters_without_width(msgstr, locale, fixed):
    assert ("T323" in codes("Drink water.", msgstr, locale)) is (fixed is not None)
    assert mended("T323", "Drink water.", msgstr, locale) == fixed


def test_a_character_of_the_source_is_left():
    assert mended("T323", "soft\u00adhyphen", "Trenn\u00adzeichen\u200b") == "Trenn\u00adzeichen"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085"])
def test_line_separators(sign):
    assert codes("One two.", f"Eins{sign}zwei.") == {"T324"}
    assert "T324" not in codes(f"One{sign}two.", f"Eins{sign}zwei.")


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x0c", "\r", "\x7f", "\x9f", "\ufffd", "\ue000", "\uffff"])
def test_control_characters(sign):
    assert "T326" in codes("One two.", f"Eins{sign}zwei.")


def test_an_entity_stands_for_its_character():
    assert "T326" in codes("One two.", "Eins &#65533; zwei.")
    assert "T326" not in codes("One &#65533; two.", "Eins &#65533; zwei.")


@pytest.mark.parametrize("sign", ["\n", "\t", "é", "\u200b", "\u00a0"])
def test_other_characters(sign):
    assert "T326" not in codes("One two.", f"Eins{sign}zwei.")


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("اتصل بالرقم 0800 111 222.", "ar", True),
        ("اتصل بالرقم 1-800-222-1222.", "ar", True),
        ("اتصل بالرقم +49301234567.", "ar", True),
        ("نسبة Na+ في الدم", "ar", True),
        ("חייגו ‎0800 111 222", "he", False),
        ("חייגו 0800-111-222", "he", False),
        ("חייגו 0800 111 222", "he", True),
        ("اتصل بالرقم <bdi>0800 111 222</bdi>.", "ar", False),
        ("اتصل بالرقم \u20660800 111 222\u2069.", "ar", False),
        ("خذ 5 mg مرتين.", "ar", False),
        ("في 11 مارس 2021 (MRI).", "ar", False),
        ("من 5-10 أيام", "ar", False),
        ("Rufen Sie 0800 111 222 an.", "de", False),
    ],
)
def test_numbers_and_names_in_right_to_left_text(msgstr, locale, reported):
    assert ("T325" in codes("Call.", msgstr, locale)) is reported
