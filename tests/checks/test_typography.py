"""Spaces, brackets, quotation marks and letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .pairs import BY_CODE, codes, mended, pair, problems


@pytest.mark.parametrize(
    ("msgid", "msgstr", "fixed"),
    [
        ("Drink water.", "Trinken  Sie   Wasser.", "Trinken Sie Wasser."),
        ("Use `a  b`.", "Nehmen  Sie `a  b`.", "Nehmen Sie `a  b`."),
        ("Drink water.", "Trinken Sie Wasser.", None),
        ("Two.  Sentences.", "Zwei.  Sätze.", None),
        ("One  \ntwo", "Eins  \nzwei", None),
        ("Use `a  b`.", "Nehmen Sie `a  b`.", None),
        ("Drink water.", "  Trinken Sie Wasser.  ", None),
    ],
)
def test_double_spaces(msgid, msgstr, fixed):
    assert ("T306" in codes(msgid, msgstr)) is (fixed is not None)
    assert mended("T306", msgid, msgstr) == fixed


@pytest.mark.parametrize(
    ("msgstr", "locale", "sign"),
    [
        ("Ruhen Sie (einen Tag.", "de", "("),
        ("Ruhen Sie einen Tag).", "de", ")"),
        ("Ruhen Sie (einen [Tag).", "de", "("),
        ("استرح (يومًا واحدًا.", "ar", "("),
        ("休んでください（一日。", "ja", "("),
        ("「休んでください。", "ja", "「"),
        ("请休息《一天。", "zh_Hans", "《"),
        ("Ruhen Sie (a) im Bett oder b im Sessel).", "de", ")"),
    ],
)
def test_a_bracket_that_stands_alone(msgstr, locale, sign):
    found = [problem.message for rule, problem in problems(pair("Rest.", msgstr, locale)) if rule.code == "T309"]
    assert len(found) == 1
    if "[" not in msgstr:
        assert sign in found[0]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale"),
    [
        ("Rest (a day).", "Ruhen Sie (einen Tag).", "de"),
        ("Rest (a day).", "请休息（一天)。", "zh_Hans"),
        ("a) rest b) drink", "a) ruhen b) trinken", "de"),
        ("1) rest", "١) استرح", "ar"),
        ("Rest (see 1) and drink)", "Ruhen (siehe 1) und trinken)", "de"),
        ("All is well :-)", "Alles ist gut :-)", "de"),
        ("Sad :(", "Traurig :(", "de"),
        ("Look: (below)", "Achtung:(siehe unten)", "de"),
        ("Look: (below)", "如下:(见下文)", "zh_Hans"),
        ("[a, b)", "[a, b)", "de"),
        ("See [the list](list.md).", "Siehe [die Liste](list.md).", "de"),
    ],
)
def test_brackets_in_order(msgid, msgstr, locale):
    assert "T309" not in codes(msgid, msgstr, locale)


@pytest.mark.parametrize(
    ("msgstr", "locale"),
    [
        ("Sagen Sie „nein.", "de"),
        ('Sagen Sie nein".', "de"),
        ("Dites «\u00a0non.", "fr"),
        ("قل «لا.", "ar"),
        ("说“不。", "zh_Hans"),
        ("Säg ”nej.", "sv"),
        ("Sagen Sie ‹nein.", "de"),
    ],
)
def test_a_quotation_mark_that_stands_alone(msgstr, locale):
    assert "T310" in codes("Say “no”.", msgstr, locale)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale"),
    [
        ("Say “no”.", "Sagen Sie „nein“.", "de"),
        ("Say “no”.", "Sagen Sie »nein«.", "de"),
        ("Say “no”.", 'Sagen Sie „nein".', "de"),
        ("Say “no”.", "Säg ”nej”.", "sv"),
        ("Say “no”.", "「いいえ」と言いましょう。", "ja"),
        ("Say “no”.", '"아니요"라고 하세요.', "ko"),
        ("the United States", 'ארה"ב', "he"),
        ('a 5" cut', 'ein 5" langer Schnitt', "de"),
        ("Don't wait.", "N'attendez pas.", "fr"),
        ("He said “no", "Er sagte „nein", "de"),
    ],
)
def test_quotation_marks_in_order(msgid, msgstr, locale):
    assert "T310" not in codes(msgid, msgstr, locale)


@pytest.mark.parametrize(
    ("msgstr", "fixed"),
    [
        pytest.param("Avez-vous mal ?", "Avez-vous mal\u202f?", id="a space that may break"),
        pytest.param("Avez-vous mal?", "Avez-vous mal\u202f?", id="no space"),
        pytest.param("Arrêtez; attendez!", "Arrêtez\u202f; attendez\u202f!", id="two marks"),
        pytest.param("À faire : boire", "À faire\u00a0: boire", id="a colon"),
        pytest.param("« oui »", "«\u00a0oui\u00a0»", id="quotation marks"),
        pytest.param("«oui»", "«\u00a0oui\u00a0»", id="quotation marks without spaces"),
        pytest.param("Quoi ?!", "Quoi\u202f?!", id="two marks in a row"),
        pytest.param("**Attention:** buvez", "**Attention\u00a0:** buvez", id="within bold"),
        pytest.param("**Attention**: buvez", "**Attention**\u00a0: buvez", id="behind bold"),
        pytest.param("[ici](a.md): buvez", "[ici](a.md)\u00a0: buvez", id="behind a link"),
        pytest.param("`x`: buvez", "`x`\u00a0: buvez", id="behind code"),
        pytest.param("l’eau (oui !)", "l’eau (oui\u202f!)", id="before a bracket"),
    ],
)
def test_french_spaces(msgstr, fixed):
    assert "T311" in codes("Text", msgstr, "fr")
    assert mended("T311", "Text", msgstr, "fr") == fixed
    assert "T311" not in codes("Text", fixed, "fr")
    assert "T311" not in codes("Text", msgstr, "fr_CA")
    assert "T311" not in codes("Text", msgstr, "de")


@pytest.mark.parametrize(
    "msgstr",
    [
        "Avez-vous mal\u00a0?",
        "Avez-vous mal\u202f?",
        "«\u202foui\u202f»",
        "à 10:30",
        "https://a.example/x?y=1;z=2",
        "<https://a.example/?>",
        "[ici](a.md?x;y)",
        "`a ? b : c`",
        "Texte&nbsp;: suite",
        "Texte *{: .dose }*",
        "(?)",
        "{name}",
        "rapport 2:1",
        "<span title='a: b'>x</span>",
        ":sourire:",
    ],
)
def test_french_signs_that_need_no_space(msgstr):
    assert mended("T311", "Text", msgstr, "fr") is None


def test_the_colon_of_an_abbreviation_is_no_punctuation():
    assert codes("MRI: long", "IRM: longue", "fr", "abbr") == set()


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("me\u0301decin", "fr", True),
        ("か\u3099", "ja", True),
        ("médecin", "fr", False),
        pytest.param("شَّدة", "ar", False, id="marks in the order in which they are typed"),
        pytest.param("\u09dc", "bn", False, id="a letter that NFC takes apart"),
        pytest.param("क़", "hi", False, id="the same in Hindi"),
    ],
)
def test_letters_and_accents(msgstr, locale, reported):
    assert ("T312" in codes("word", msgstr, locale)) is reported


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("пaциент", "ru", True),
        ("Пейте вoду", "ru", True),
        ("Patiеnt", "de", True),
        ("ασθεvής", "el", True),
        ("пациент", "ru", False),
        ("IT-специалист", "ru", False),
        ("SMSка", "ru", False),
        ("TOCСПЕЦ", "ru", False),
        ("β-Blocker, µg, γ-GT", "de", False),
        ("COVID-19 и грипп", "ru", False),
        ("pH", "el", False),
    ],
)
def test_letters_in_disguise(msgstr, locale, reported):
    assert ("T313" in codes("word", msgstr, locale)) is reported


def test_a_word_of_the_source_may_look_as_it_does():
    assert "T313" not in codes("the name пaциент", "der Name пaциент")


SIGNS = st.sampled_from(
    ["a", " ", "  ", "?", ":", "«", "»", "(", ")", "`", "é", "e\u0301", "\u200b", "x", "{", "}", "[a](b)"]
)


@given(st.lists(SIGNS, max_size=14).map("".join))
@settings(max_examples=200, deadline=None)
def test_a_mend_leaves_nothing_to_mend_and_keeps_every_letter(msgstr):
    for code in ("T306", "T311", "T312", "T323"):
        fixed = BY_CODE[code].mend(pair("Text", msgstr, "fr"))
        if fixed is not None:
            assert BY_CODE[code].mend(pair("Text", fixed, "fr")) is None
            if code != "T312":
                assert [*filter(str.isalnum, fixed)] == [*filter(str.isalnum, msgstr)]
