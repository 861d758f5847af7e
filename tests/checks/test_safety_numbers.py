"""Reading numbers: any script, grouping and decimal sign; amounts with their units."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.safety.facts import facts
from pipeline.checks.safety.numbers import _TOKEN, _next, interpret, read
from pipeline.checks.safety.text import normalise
from pipeline.checks.safety.units import friendly, same_quantity


@pytest.mark.parametrize(
    ("digits", "decimal", "expected"),
    [
        pytest.param("500", ".", (500,), id="plain"),
        pytest.param("2.5", ".", (2.5,), id="a decimal point"),
        pytest.param("2,5", ",", (2.5,), id="a decimal comma"),
        pytest.param("2,5", ".", (2.5,), id="a comma that cannot group"),
        pytest.param("1,000", ".", (1000, 1), id="a comma that groups in English"),
        pytest.param("1,000", ",", (1, 1000), id="the same in German"),
        pytest.param("1.000", ",", (1000, 1), id="a point that groups in German"),
        pytest.param("1.000", ".", (1, 1000), id="the same in English"),
        pytest.param("0,125", ".", (0.125,), id="nothing is grouped after a nought"),
        pytest.param("1,234.56", ".", (1234.56,), id="both signs"),
        pytest.param("1.234,56", ",", (1234.56,), id="both signs the other way"),
        pytest.param("1.234.567", ".", (1234567,), id="two groups"),
        pytest.param("1'000", ",", (1000,), id="Swiss"),
        pytest.param("0'5", ",", (0.5,), id="an old Spanish decimal"),
        pytest.param("1\u00a0000", ",", (1000,), id="a narrow space"),
        pytest.param("1,00,000", ".", (100000,), id="a lakh"),
        pytest.param("1.2.3", ".", (), id="several numbers"),
    ],
)
def test_signs_among_digits(digits, decimal, expected):
    assert interpret(digits, decimal) == pytest.approx(expected)


def values(text, decimal=".", *, spaced=False):
    return [reading.values[0] for reading in read(normalise(text), decimal, spaced=spaced)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("٥٠٠ ملغ", [500], id="Arabic-Indic"),
        pytest.param("۲٫۵", [2.5], id="Persian with its decimal sign"),
        pytest.param("२ गोलियाँ", [2], id="Devanagari"),
        pytest.param("２０ｍｇ", [20], id="full width"),
        pytest.param("1½ cups", [1.5], id="a half after a number"),
        pytest.param("½", [0.5], id="a half"),
        pytest.param("1 1/2", [1.5], id="a half in two numbers"),
        pytest.param("24/7", [24, 7], id="no fraction"),
        pytest.param("120/80", [120, 80], id="blood pressure"),
        pytest.param("3分の1", [0.333333], id="a third in Japanese"),
        pytest.param("8:30", [510], id="a time in minutes"),
        pytest.param("8h30", [510], id="a French time"),
        pytest.param("80:30", [80, 30], id="no time"),
        pytest.param("https://example.org/2020/5 7", [7], id="an address"),
        pytest.param("write to 5@x.org", [], id="a mail address"),
        pytest.param("H1N1 B12", [1, 1, 12], id="digits in names"),
        pytest.param("2021-03-11", [2021, 3, 11], id="a date"),
        pytest.param("11.03.2021", [11, 3, 2021], id="a German date"),
        pytest.param("2015-2020", [2015, 2020], id="years, no telephone"),
        pytest.param("1-800-222-1222", [18002221222], id="a telephone number"),
        pytest.param("+49 30 1234567", [49301234567], id="an international one"),
        pytest.param("0,4,8,...124.", [0, 4, 8, 124], id="a list"),
        pytest.param("0，1 或 3", [0, 1, 3], id="a list with wide commas"),
    ],
)
def test_numbers_in_a_text(text, expected):
    assert values(text) == pytest.approx(expected)


def test_a_plain_space_groups_where_the_language_does_so():
    assert values("1 500 mg", ",", spaced=True) == [1500]
    assert values("1 500 mg") == [1, 500]


def amounts(text, language):
    return [(round(amount.value, 3), amount.unit) for amount in facts(text, language).amounts if amount.sure]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("two tablets", "en", [(2, "tablet")], id="words with a unit"),
        pytest.param("two of them", "en", [], id="words without one are no amount"),
        pytest.param("one and a half tablets", "en", [(1.5, "tablet")], id="one and a half"),
        pytest.param("2 to 3 tablets", "en", [(2, "tablet"), (3, "tablet")], id="a range shares its unit"),
        pytest.param("5, 10 or 20 mg", "en", [(5, "mg"), (10, "mg"), (20, "mg")], id="so does a list"),
        pytest.param("30 seconds", "en", [(30, "second")], id="second is a unit here"),
        pytest.param("1.5 million people", "en", [(1500000, "")], id="a million"),
        pytest.param("twice", "en", [(2, "times")], id="twice"),
        pytest.param("8 pm", "en", [(1200, "minute")], id="in the evening"),
        pytest.param("500 μg", "en", [(500, "mcg")], id="micrograms"),
        pytest.param("ساعتين", "ar", [(2, "hour")], id="an Arabic dual"),
        pytest.param("קחו שעתיים", "he", [(2, "hour")], id="a Hebrew dual"),
        pytest.param("2.5 מ״ג", "he", [(2.5, "mg")], id="an abbreviation with a quotation mark"),
        pytest.param("%20", "tr", [(20, "%")], id="percent before the number"),
        pytest.param("百分之20", "zh", [(20, "%")], id="percent in Chinese"),
        pytest.param("十二小时", "zh", [(12, "hour")], id="Chinese numerals"),
        pytest.param("150万人", "zh", [(1500000, "")], id="ten thousands"),
        pytest.param("3月11日", "ja", [(3, "monthname"), (11, "day")], id="a month and a day"),
        pytest.param("3か月", "ja", [(3, "month")], id="three months"),
        pytest.param("午後8時", "ja", [(1200, "minute")], id="in the evening in Japanese"),
        pytest.param("1日2回", "ja", [(2, "times")], id="twice a day: the 1 is no number of its own"),
        pytest.param("anderthalb Tabletten", "de", [(1.5, "tablet")], id="German for one and a half"),
        pytest.param("2 500 mg", "fr", [(2500, "mg")], id="a French thousand"),
    ],
)
def test_amounts(text, language, expected):
    assert amounts(text, language) == expected


@given(st.integers(0, 10**9), st.sampled_from("٠۰०০０๐"))
def test_the_digits_of_every_script_are_read(number, nought):
    written = "".join(chr(ord(nought) + int(digit)) for digit in str(number))
    assert all(unicodedata.category(sign) == "Nd" for sign in written)
    assert normalise(written) == str(number)


@given(st.floats(0.01, 9999), st.sampled_from([".", ","]))
def test_a_decimal_is_the_same_in_every_language(number, sign):
    written = f"{number:.2f}"
    assert interpret(written.replace(".", sign), sign) == (float(written),)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param((500, "mg"), (0.5, "g"), True, id="milligrams and grams"),
        pytest.param((500, "mg"), (500, "g"), False, id="a thousand times as much"),
        pytest.param((100.4, "f"), (38, "c"), True, id="fever"),
        pytest.param((100.4, "f"), (39, "c"), False, id="more fever"),
        pytest.param((1, "cup"), (250, "ml"), True, id="a cup"),
        pytest.param((1, "tsp"), (15, "ml"), False, id="a teaspoon is no tablespoon"),
        pytest.param((2, "week"), (14, "day"), True, id="two weeks"),
        pytest.param((14, "day"), (15, "day"), False, id="the same unit"),
        pytest.param((2, "week"), (15, "day"), True, id="fifteen days in French"),
        pytest.param((12, "month"), (1, "year"), True, id="a year"),
        pytest.param((30, "day"), (1, "month"), False, id="a month has no fixed length"),
    ],
)
def test_quantities(one, other, same):
    assert same_quantity(*one, *other) is same
    assert same_quantity(*other, *one) is same


def test_units_that_nobody_would_mix_up_are_not_friends():
    assert friendly("mg", "")
    assert friendly("tablet", "dose")
    assert not friendly("mg", "g")
    assert not friendly("tsp", "tbsp")


@given(st.text("0123456789+(). -/:,½h時分のx\u00a0", max_size=30))
def test_the_next_number_is_what_a_search_everywhere_finds(text):
    for position in range(len(text) + 1):
        found, expected = _next(text, position), _TOKEN.search(text, position)
        assert (found and found.span()) == (expected and expected.span())
