"""The language, length, words and ends of a translation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.locale import Locale, parse_locale, scripts_of

from .clean_twins import MESSAGES, TWINS
from .pairs import RULES, codes, pair, problems

LONG = "If the pain does not stop, see a doctor or call the emergency number."


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("de", {"Latn"}),
        ("ru", {"Cyrl"}),
        ("sr", {"Cyrl", "Latn"}),
        ("sr_Latn", {"Latn"}),
        ("ja", {"Hani", "Hira", "Kana"}),
        ("ko", {"Hang", "Hani"}),
        ("zh", {"Hani"}),
        ("zh_TW", {"Hani"}),
        ("hi", {"Deva"}),
        ("pa_PK", {"Arab"}),
    ],
)
def test_the_scripts_of_a_locale(name, scripts):
    assert scripts_of(parse_locale(name)) == scripts


def test_a_language_that_nobody_knows_has_no_scripts():
    assert scripts_of(Locale("tlh", "tlh", "ltr", "tlh")) == frozenset()


@pytest.mark.parametrize("locale", TWINS)
def test_clean_translations_are_left_alone(locale):
    for msgid, msgstr in zip(MESSAGES, TWINS[locale], strict=True):
        assert codes(msgid, msgstr, locale) == set()


@pytest.mark.parametrize("locale", TWINS)
def test_the_same_text_is_at_most_untranslated(locale):
    for msgid in MESSAGES:
        assert codes(msgid, msgid, locale) <= {"T301"}


# --- untranslated and in another language ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        pytest.param(LONG, "de", id="a sentence"),
        pytest.param("What is it?", "fr", id="a question of small words"),
        pytest.param("your thighs", "es", id="two words"),
        pytest.param("Blood test", "pt_BR", id="a word of everyday English"),
        pytest.param("redness", "de", id="one word of everyday English"),
        pytest.param("See [the glossary](glossary.md).", "ja", id="with a link"),
        pytest.param("夜に痛みますか。まず医師に相談してください。", "de", id="from Japanese"),
    ],
)
def test_untranslated(text, locale):
    assert codes(text, text, locale) == {"T301"}


def test_almost_untranslated_in_another_script():
    assert "T301" in codes("Take two pills every day.", "Take two pills each day.", "ar")
    assert "T301" not in codes("Take two pills every day.", "Take two pills each day.", "sr")


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        pytest.param("Test", "de", id="an international word"),
        pytest.param("ibuprofen", "nl", id="a medicine"),
        pytest.param("Escherichia coli", "es", id="a name in Latin"),
        pytest.param("Mayo Clinic", "ja", id="a name"),
        pytest.param("Department of Health and Human Services", "ar", id="the name of an office"),
        pytest.param("J. Smith. “Cramps in the elderly.” J Neurol. 2019;12:3–4.", "fr", id="a source"),
        pytest.param("The Osmosis Team", "de", id="a byline"),
        pytest.param("5 mg", "de", id="a dose"),
        pytest.param("15 min", "de", id="a time"),
        pytest.param("https://www.who.int/health/of/the/people", "ja", id="an address"),
        pytest.param("info@health.example", "ar", id="a mail address"),
        pytest.param(LONG, "en_GB", id="English for English readers"),
    ],
)
def test_what_may_stay_as_it_is(text, locale):
    assert codes(text, text, locale) == set()


@pytest.mark.parametrize(
    ("msgstr", "locale", "code"),
    [
        pytest.param("Если боль не проходит, обратитесь к врачу.", "de", "T302", id="Russian for German"),
        pytest.param("Wenn der Schmerz nicht aufhört, gehen Sie zum Arzt.", "ru", "T302", id="German for Russian"),
        pytest.param("Si la douleur continue, voyez un médecin.", "ar", "T302", id="French for Arabic"),
        pytest.param("如果疼痛不停，请看医生。", "de", "T302", id="Chinese for German"),
        pytest.param("痛みが止まらなければ、医師に相談してください。", "zh_Hans", "T302", id="Japanese for Chinese"),
        pytest.param("통증이 계속되면 의사에게 가십시오.", "ja", "T302", id="Korean for Japanese"),
        pytest.param("Si la douleur ne passe pas, il faut voir un médecin.", "de", "T303", id="French for German"),
        pytest.param("Wenn der Schmerz nicht aufhört, gehen Sie zum Arzt.", "es", "T303", id="German for Spanish"),
        pytest.param(
            "Se a dor não parar em uma hora, você não deve esperar: vá com uma pessoa ao médico.",
            "es",
            "T303",
            id="Portuguese for Spanish",
        ),
        pytest.param("When the pain goes on, go to the doctor or call for help.", "de", "T303", id="another English"),
        pytest.param(
            "Si el dolor no se pasa, vaya al médico o llame al número.", "fr", "T303", id="Spanish for French"
        ),
        pytest.param(
            "Якщо біль не минає, зверніться до лікаря або зателефонуйте.", "ru", "T303", id="Ukrainian for Russian"
        ),
        pytest.param(
            "Если боль не проходит, вы должны быть осторожны и вызвать врача.", "uk", "T303", id="Russian for Ukrainian"
        ),
        pytest.param(
            "اگر درد ادامه پیدا کرد، با پزشک تماس بگیرید یا کمک بخواهید", "ar", "T303", id="Persian for Arabic"
        ),
        pytest.param(
            "如果疼痛不停止，請看醫生，或者撥打電話請求幫助。", "zh_Hans", "T303", id="traditional for simplified"
        ),
        pytest.param(
            "如果疼痛不停止，请看医生，或者拨打电话请求帮助。", "zh_TW", "T303", id="simplified for traditional"
        ),
        pytest.param(
            "如果疼痛在服药之后仍然没有停止，请尽快去看医生，或者拨打急救电话请求帮助。",
            "ja",
            "T303",
            id="Chinese for Japanese",
        ),
    ],
)
def test_in_another_language(msgstr, locale, code):
    assert code in codes(LONG, msgstr, locale)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale"),
    [
        pytest.param(
            "Mayo Clinic Staff. “Muscle cramp.” Mayo Clinic, Health information, Diseases and conditions A–Z.",
            "فريق Mayo Clinic. «Muscle cramp.» Mayo Clinic, Health information, Diseases and conditions A–Z.",
            "ar",
            id="a source in Arabic",
        ),
        pytest.param(
            "J. Smith. “What you can do for the pain in your legs and how to stop it.” March 3, 2021.",
            "J. Smith. „What you can do for the pain in your legs and how to stop it“. 3. März 2021.",
            "de",
            id="a source with an English title",
        ),
        pytest.param("Ministry of Health", "وزارة الصحة: www.moh.example.sa", "ar", id="an address"),
        pytest.param("vitamin D and H2O", "витамин D и H2O", "ru", id="signs of science"),
        pytest.param("electrocardiogram (ECG)", "心電図（ECG, EKG）", "ja", id="abbreviations"),
        pytest.param("Take it.", "Nehmen Sie es: α-Tocopherol, β-Carotin, γ-GT, μg", "de", id="Greek letters"),
        pytest.param(LONG, "Ako bol ne prestane, idite kod lekara ili pozovite pomoć.", "sr", id="either script"),
    ],
)
def test_foreign_words_in_clean_translations(msgid, msgstr, locale):
    assert not {"T302", "T303"} & codes(msgid, msgstr, locale)


def test_a_language_without_data_is_not_judged():
    subject = pair("Rest the muscle.", "Дайте мышце отдохнуть.", "de")
    unknown = type(subject)(
        subject.segment, subject.translation, Locale("tlh", "tlh", "ltr", "tlh"), subject.source, subject.target
    )
    assert not problems(unknown)


# --- length, words, ends -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("Hören Sie auf.", "de", True),
        ("Wenn der Schmerz nicht aufhört, gehen Sie zum Arzt oder rufen Sie den Notruf. " * 3, "de", True),
        ("Wenn der Schmerz nicht aufhört, gehen Sie zum Arzt oder rufen Sie den Notruf.", "de", False),
        ("如果疼痛不停，请看医生或拨打急救电话。", "zh_Hans", False),
        ("请看医生。", "zh_Hans", True),
        ("痛みが止まらなければ、医師に相談するか、救急に電話してください。", "ja", False),
        ("医師へ。", "ja", True),
    ],
)
def test_length(msgstr, locale, reported):
    assert ("T304" in codes(LONG, msgstr, locale)) is reported


def test_a_short_text_may_grow():
    assert "T304" not in codes("CT", "Computer-Tomografie (CT), eine Art Röntgen", "de")


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("Trinken Sie viel viel Wasser.", "de", True),
        ("Die Die Tablette wirkt.", "de", True),
        ("Die, die die Tablette nehmen", "de", False),
        ("Menschen, die die Tablette nehmen", "de", False),
        ("Vous vous levez.", "fr", False),
        ("Buvez de de l’eau.", "fr", True),
        ("Se se sentir mal, pare.", "pt_BR", False),
        ("اشرب الماء الماء.", "ar", True),
        ("Пейте воду воду.", "ru", True),
        ("pelan pelan", "id", False),
        ("धीरे धीरे चलें।", "hi", False),
        ("Das, das hilft", "de", False),
        ("cancel·la la dosi", "ca", False),
        ("Die MRT MRT-Bilder", "de", False),
        ("Wasser wasserdicht", "de", False),
    ],
)
def test_the_same_word_twice(msgstr, locale, reported):
    assert ("T305" in codes("Drink water.", msgstr, locale)) is reported


def test_a_word_that_the_source_doubles_too():
    assert "T305" not in codes("Sing Sing is a prison.", "Sing Sing ist ein Gefängnis.")


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale", "kind", "reported"),
    [
        ("Follow these steps:", "Machen Sie Folgendes.", "de", "p", True),
        ("Follow these steps:", "Machen Sie Folgendes:", "de", "p", False),
        ("Follow these steps:", "次のようにします。", "ja", "p", False),
        ("Follow these steps:", "次のようにします：", "ja", "p", False),
        ("Follow these steps:", "次の手順", "ja", "p", True),
        ("your calves", "die Waden.", "de", "li", True),
        ("your calves", "die Waden usw.", "de", "li", False),
        ("your calves", "ふくらはぎ。", "ja", "li", False),
        ("your calves", "die Waden.", "de", "p", False),
        ("It hurts.", "Es schmerzt", "de", "h2", True),
        ("It hurts.", "ይጎዳል።", "am", "h2", False),
        ("It hurts!", "Es schmerzt.", "de", "li", False),
        ("It hurts…", "Es schmerzt ...", "de", "li", False),
        ("He said “no.”", "Er sagte „nein“.", "de", "li", False),
        ("It hurts.[^1]", "Cela fait mal[^1].", "fr_CA", "li", False),
        ("Causes:", "สาเหตุ", "th", "p", False),
    ],
)
def test_how_a_text_ends(msgid, msgstr, locale, kind, reported):
    assert ("T307" in codes(msgid, msgstr, locale, kind)) is reported


@pytest.mark.parametrize(
    ("msgid", "msgstr", "locale", "reported"),
    [
        ("Does it hurt?", "Es schmerzt.", "de", True),
        ("Does it hurt?", "هل يؤلم.", "ar", True),
        ("Does it hurt?", "هل يؤلم؟", "ar", False),
        ("Does it hurt?", "Πονάει;", "el", False),
        ("Does it hurt?", "Πονάει.", "el", True),
        ("Does it hurt?", "Ցավո՞ւմ է։", "hy", False),
        ("Does it hurt?", "痛みますか。", "ja", False),
        ("Does it hurt?", "ปวดไหม", "th", False),
        ("Does it hurt?", "¿Duele? Dígalo.", "es", False),
        ("The file is short (too short?)", "Die Datei ist kurz (vielleicht zu kurz)", "de", False),
        ("It hurts.", "Tut es weh?", "de", False),
    ],
)
def test_a_question_that_is_lost(msgid, msgstr, locale, reported):
    assert ("T308" in codes(msgid, msgstr, locale)) is reported


# --- any text ----------------------------------------------------------------------------------------------------

LOCALES = st.sampled_from(sorted(TWINS))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS, TEXTS, LOCALES, st.sampled_from(["p", "li", "td", "h2", "title", "dt"]))
@settings(max_examples=150, deadline=None)
def test_no_text_stops_the_rules(msgid, msgstr, locale, kind):
    subject = pair(msgid, msgstr, locale, kind)
    problems(subject)
    for rule in RULES:
        if rule.mend and (text := rule.mend(subject)) is not None:
            again = pair(msgid, text, locale, kind)
            assert rule.mend(again) is None, rule.code
            assert text != msgstr


@given(TEXTS, LOCALES, st.sampled_from(["p", "li", "td", "title"]))
@settings(max_examples=100, deadline=None)
def test_a_translation_that_is_the_source_is_at_most_untranslated(text, locale, kind):
    assert codes(text, text, locale, kind) <= {"T301"}


@given(st.sampled_from(sorted(TWINS)), st.sampled_from(sorted(TWINS)), st.integers(0, 2))
@settings(max_examples=100, deadline=None)
def test_no_language_is_taken_for_an_error_in_itself(one, other, number):
    """An error for a text in another locale is right only if their scripts differ."""
    found = codes(MESSAGES[number], TWINS[one][number], other)
    if scripts_of(parse_locale(one)) <= scripts_of(parse_locale(other)):
        assert "T302" not in found
