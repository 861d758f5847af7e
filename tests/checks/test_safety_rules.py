"""The safety rules: slips that can harm are reported, natural translations are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks.safety import LOCALE_RULES, RULES, codes, has_data
from pipeline.checks.safety.compare import compare
from pipeline.locale import parse_locale
from pipeline.model import Severity

from .safety_planter import ERRORS
from .support import split_example


def found(source, target, locale):
    return {slip.code for slip in compare(source, target, "en", locale)}


@pytest.mark.parametrize(
    ("locale", "source", "target", "expected"),
    [
        pytest.param("de", "Take 500 mg.", "Nehmen Sie 50 mg.", {"T203"}, id="a nought is lost"),
        pytest.param("de", "Take 2.5 mg.", "Nehmen Sie 25 mg.", {"T203"}, id="the decimal sign is lost"),
        pytest.param("ar", "Take 500 mg.", "تناول ٥٠ ملغ.", {"T203"}, id="in Arabic digits"),
        pytest.param("zh-Hans", "Take 2 tablets.", "服用三片。", {"T203"}, id="spelled out in Chinese"),
        pytest.param("de", "Take two tablets.", "Nehmen Sie Tabletten.", {"T201"}, id="a spelled number is lost"),
        pytest.param("de", "Call 3 people.", "Rufen Sie Leute.", {"T202"}, id="a small number is lost"),
        pytest.param("de", "Drink.", "Trinken Sie 500 ml.", {"T204"}, id="a dose is added"),
        pytest.param("de", "Wait 4 to 6 hours.", "Warten Sie 6 bis 4 Stunden.", {"T206"}, id="a range turned round"),
        pytest.param("ar", "Wait 4 to 6 hours.", "انتظر من ٦ إلى ٤ ساعات.", {"T206"}, id="the same from right to left"),
        pytest.param("de", "Wait 4 to 6 hours.", "Warten Sie 6 Stunden.", {"T201"}, id="an end of a range"),
        pytest.param("ja", "It is 120/80.", "80/120です。", {"T206"}, id="blood pressure turned round"),
        pytest.param("fr", "Take 75 mg.", "Prenez 75 g.", {"T207"}, id="grams"),
        pytest.param("pt-BR", "Take 1 tsp.", "Tome 1 colher de sopa.", {"T207"}, id="a tablespoon"),
        pytest.param("de", "Take 10 mg/kg.", "Nehmen Sie 10 mg/ml.", {"T207"}, id="for each millilitre"),
        pytest.param("es", "Take 75 mg.", "Tome 75.", {"T208"}, id="no unit"),
        pytest.param("de", "Take 1 tablet a week.", "Nehmen Sie täglich 1 Tablette.", {"T209"}, id="each day"),
        pytest.param("de", "Take 2 tablets a day.", "Nehmen Sie 2 Tabletten.", {"T210"}, id="no day"),
        pytest.param("de", "Call 911.", "Rufen Sie 119 an.", {"T211"}, id="the number of another country"),
        pytest.param("de", "Call 911.", "Rufen Sie an.", {"T211"}, id="no number"),
        pytest.param("fr", "Call 1-800-222-1222.", "Appelez le 1-800-222-1221.", {"T211"}, id="a digit changed"),
        pytest.param("de", "Do not drive.", "Fahren Sie.", {"T212"}, id="not is lost"),
        pytest.param("fr", "Avoid alcohol.", "Prenez de l’alcool.", {"T212"}, id="avoid is lost"),
        pytest.param("ja", "Do not drive.", "運転してください。", {"T212"}, id="in Japanese"),
        pytest.param("es", "Do not stop it.", "Deje de tomarlo.", {"T212"}, id="stop stays, not is lost"),
        pytest.param("de", "Drink water.", "Trinken Sie kein Wasser.", {"T213"}, id="not is added"),
        pytest.param("it", "Do not drive.", "Guidi.", {"T214"}, id="a warning where we are not sure"),
        pytest.param("de", "Wait at least 4 hours.", "Warten Sie höchstens 4 Stunden.", {"T215"}, id="a limit"),
        pytest.param("de", "Take it only with food.", "Nehmen Sie es zum Essen.", {"T216"}, id="only"),
        pytest.param("de", "Stop if you are pregnant.", "Hören Sie auf.", {"T217"}, id="a warning"),
        pytest.param("fr", "Take 1,000 mg.", "Prenez 1,000 mg.", {"T218"}, id="a sign that means something else"),
        pytest.param("de", "Take it at 8 am.", "Nehmen Sie es um 20 Uhr.", {"T203"}, id="morning became evening"),
        pytest.param("ja", "Take it at 8 pm.", "午前8時に飲む。", {"T203"}, id="evening became morning"),
        pytest.param("de", "On March 11, 2021.", "Am 11. April 2021.", {"T203"}, id="another month"),
        pytest.param("de", "Vitamin B12", "Vitamin B6", {"T203"}, id="another vitamin"),
        pytest.param("de", "Drink.", "Trinken Sie 1,5 Liter.", {"T204"}, id="a decimal is added"),
        pytest.param("de", "Read on.", "Lesen Sie ab Seite 14 weiter.", {"T205"}, id="a bare number is added"),
        pytest.param(
            "zh-Hans", "Put 1 to 2 drops in each eye.", "每只眼睛滴 2 滴。", {"T201"}, id="the first end is lost"
        ),
        pytest.param("ja", "Put 1 to 2 drops in each eye.", "両目に1滴ずつさします。", {"T201"}, id="the last end"),
        pytest.param("de", "Put 1 to 2 drops in.", "Geben Sie 2–2 Tropfen hinein.", {"T201", "T206"}, id="2 to 2"),
        pytest.param("ja", "One in 10 people", "10人に10人", {"T203"}, id="one in ten became ten in ten"),
        pytest.param("ja", "3 times a day for 10 days", "10日3回、10日間", {"T203", "T210"}, id="a day became ten"),
        pytest.param("de", "0.5 g (500 mg)", "0,5 g (50 mg)", {"T203"}, id="the same in another unit, wrong"),
        pytest.param("ja", "For 2 or 3 days.", "3～2日間。", {"T206"}, id="a range that was none, turned round"),
        pytest.param(
            "ar", "On day 1, then 1 pill a day.", "في اليوم 1، ثم قرص أسبوعيًا.", {"T209"}, id="weekly beside day"
        ),
        pytest.param("de", "You can stop the drops.", "Hören Sie nicht mit den Tropfen auf.", {"T213"}, id="not stop"),
        pytest.param("fr", "Don't stop them.", "Arrêtez-les.", {"T212"}, id="stop stays in French"),
        pytest.param("zh-Hans", "Call 0800 123 4567.", "拨打 0000 123 4567。", {"T211"}, id="noughts in front"),
        pytest.param("sv", "Take 500 mg.", "Ta 50 mg.", {"T203"}, id="numbers without data for the language"),
        pytest.param("de", "Take it once a week.", "Nehmen Sie es einmal am Tag.", {"T209"}, id="once a week"),
        pytest.param("ru", "Take it once a week.", "Принимайте раз в день.", {"T209"}, id="once a week, Russian"),
        pytest.param("es", "Use it for one week.", "Úselo durante un mes.", {"T207"}, id="one week became one month"),
        pytest.param("pl", "Use it for one week.", "Stosuj przez miesiąc.", {"T207"}, id="a month without a number"),
        pytest.param("es", "Wait 1 1/2 hours.", "Espere media hora.", {"T201"}, id="one and a half became a half"),
        pytest.param("de", "Take half of a 75 mg tablet.", "Nehmen Sie 1 Tablette mit 75 mg.", {"T201"}, id="half"),
        pytest.param("de", "Freeze it at -20 °C.", "Frieren Sie es bei 20 °C ein.", {"T203"}, id="a minus is lost"),
        pytest.param("fr", "Keep it at 2 °C.", "Gardez-le à -2 °C.", {"T203"}, id="a minus is added"),
        pytest.param(
            "pt-BR", "Keep it between 70 and 130 mg.", "Entre 130 e 70 mg.", {"T206"}, id="between, turned round"
        ),
        pytest.param("es", "Do not crush or chew it.", "Tritúrela ni la mastique.", {"T212"}, id="nor without not"),
        pytest.param("ja", "The shot does not hurt.", "予防接種は痛みます。", {"T212"}, id="a name holds prevent"),
        pytest.param("ja", "Shake it before use.", "使う前に振らないでください。", {"T213"}, id="an order not to"),
        pytest.param("fr", "Take it before meals.", "Prenez-le après les repas.", {"T220"}, id="after meals"),
        pytest.param("ar", "Lie on your left side.", "استلقِ على جانبك الأيمن.", {"T220"}, id="the other side"),
        pytest.param("zh-Hans", "Keep taking it.", "停止服用。", {"T220"}, id="stop"),
        pytest.param(
            "de",
            "Take none unless you are told to.",
            "Nehmen Sie keine, auch wenn es jemand sagt.",
            {"T216", "T220"},
            id="even if",
        ),
    ],
)
def test_a_slip_is_reported(locale, source, target, expected):
    assert found(source, target, locale) == expected


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        pytest.param("de", "Take 1,500 mg.", "Nehmen Sie 1.500 mg.", id="a thousand in German"),
        pytest.param("fr", "Take 1,500 mg.", "Prenez 1 500 mg.", id="a thousand in French"),
        pytest.param("hi", "Take 100,000 IU.", "1,00,000 आईयू लें।", id="a lakh"),
        pytest.param("de", "Take 500 mg.", "Nehmen Sie 0,5 g.", id="the same in grams"),
        pytest.param("de", "Above 100.4 °F.", "Über 38 °C.", id="Celsius"),
        pytest.param("fr", "For 2 weeks.", "Pendant quinze jours.", id="fifteen days"),
        pytest.param("de", "For half an hour.", "30 Minuten lang.", id="half an hour"),
        pytest.param("ar", "For 2 hours.", "لمدة ساعتين.", id="a dual"),
        pytest.param("ar", "Once a day.", "مرة واحدة يوميًا.", id="once"),
        pytest.param("zh-Hans", "March 11, 2021", "2021年3月11日", id="a date in Chinese"),
        pytest.param("es", "March 11, 2021", "11 de marzo de 2021", id="a date in Spanish"),
        pytest.param("de", "March 11, 2021", "11.03.2021", id="a date in numbers"),
        pytest.param("de", "At 8:30 pm.", "Um 20.30 Uhr.", id="a German time"),
        pytest.param("ja", "At 8:30 pm.", "20時30分に。", id="a Japanese time"),
        pytest.param("fr", "Call 911.", "Appelez le 15.", id="an emergency number of the country"),
        pytest.param("pt-BR", "Call 911.", "Ligue para 192.", id="of Brazil"),
        pytest.param("fr", "Call 800-222-1222.", "Appelez le +1 800 222 1222.", id="with the code of the country"),
        pytest.param("de", "Call emergency services.", "Rufen Sie 112 an.", id="a number where there was none"),
        pytest.param("de", "Avoid alcohol.", "Trinken Sie keinen Alkohol.", id="avoid becomes no"),
        pytest.param("de", "Most spasms are harmless.", "Die meisten Krämpfe sind nicht gefährlich.", id="harmless"),
        pytest.param("ja", "You must rest.", "休まなければなりません。", id="must is a double not in Japanese"),
        pytest.param("zh-Hans", "Different people", "不同的人", id="different is no not in Chinese"),
        pytest.param("fr", "Step by step", "Pas à pas", id="a French step"),
        pytest.param("de", "Take no more than 8.", "Nehmen Sie höchstens 8.", id="at most"),
        pytest.param("zh-Hans", "Up to 8 tablets", "不超过 8 片", id="at most in Chinese"),
        pytest.param("fr", "Take it only with food.", "Ne le prenez qu’avec un repas.", id="only in French"),
        pytest.param("zh-Hans", "COVID-19", "2019冠状病毒病", id="a year in the name"),
        pytest.param("de", "See https://example.org/2020/3.", "Siehe https://example.org/de/1.", id="addresses"),
        pytest.param("de", "Two of them are:", "Dazu gehören:", id="a word that counts nothing"),
        pytest.param("fr", "24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7", id="all day in French"),
        pytest.param("ar", "Put 1 or 2 drops in.", "ضع قطرة أو قطرتين.", id="one without a number in Arabic"),
        pytest.param("zh-Hans", "At 2 months of age.", "2月龄时。", id="months of age in Chinese"),
        pytest.param("ja", "Under 6 months.", "6か月未満。", id="under is no not in Japanese"),
        pytest.param("sv", "Take two tablets a day.", "Ta två tabletter om dagen.", id="a language without data"),
        pytest.param("tlh", "Do not drive.", "yIghoSQo'!", id="nothing is known"),
        pytest.param("es", "Do not stop taking it.", "No deje de tomarlo.", id="no deje de"),
        pytest.param("de", "Do not stop until it heals.", "Hören Sie erst auf, wenn es heilt.", id="erst"),
        pytest.param("fr", "1 in 10 people get it.", "1 personne sur 10 l'a.", id="personne"),
        pytest.param("fr", "Rest until it ends.", "Repos jusqu'à la fin.", id="jusqu'à"),
        pytest.param("pt-BR", "Take it every other day.", "Tome dia sim, dia não.", id="dia não"),
        pytest.param("ar", "Change it whenever it is wet.", "غيّره كلما ابتل.", id="kullama"),
        pytest.param("de", "Keep it between 2 and -2 °C.", "Zwischen 2 und minus 2 °C.", id="minus in a word"),
        pytest.param("zh-Hans", "Wait 1 1/2 hours.", "等待一个半小时。", id="one and a half"),
    ],
)
def test_a_natural_translation_is_not(locale, source, target):
    assert found(source, target, locale) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule(rule):
    assert rule.code in found(*split_example(rule.bad), "de")
    assert found(*split_example(rule.good), "de") == set()


def test_codes_and_severities():
    assert sorted(rule.code for rule in (*RULES, *LOCALE_RULES)) == [f"T{number}" for number in range(201, 221)]
    assert {rule.code for rule in RULES if rule.severity is Severity.ERROR} == ERRORS


def test_a_language_without_words_says_so():
    (rule,) = LOCALE_RULES
    assert rule.severity is Severity.NOTE
    assert not has_data("sv")
    assert has_data("pt-BR")
    assert has_data("zh_Hant_HK")
    assert [problem.message for problem in rule.check(parse_locale("sv"))]
    assert not list(rule.check(parse_locale("de")))


PIECES = [
    "5",
    "1,5",
    "٣",
    "½",
    "mg",
    "to",
    "not",
    "لا",
    "不",
    "三",
    "8:30",
    "/",
    "–",
    "(",
    "+49 30 1",
    "月",
    "%",
    "\u202f",
    "\n",
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.sampled_from([*codes(), "sv", "tlh", ""]))
def test_nothing_makes_a_rule_fail(source, target, locale):
    assert all(message for _, message in compare(source, target, "en", locale))


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(["en", "en-GB"]))
def test_a_text_that_only_gains_a_space_is_never_an_error(text, locale):
    assert not found(text, text + " ", locale) & ERRORS
