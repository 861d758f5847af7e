"""Amounts, ranges, telephone numbers and foreign names: kept together and in order, and nothing else changed."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.locale import parse_locale
from pipeline.render.isolation import (
    _AMOUNT,
    _COUNTERS,
    _FOREIGN,
    _FOREIGN_SIGN,
    _MAY_BE_AMOUNT,
    _MAY_BE_FOREIGN,
    _UNITS,
    isolate,
)

ARABIC, ENGLISH, JAPANESE = map(parse_locale, ("ar", "en", "ja"))
INSERTED = re.compile(r'<bd[io](?: class="keep")? dir="ltr">|<span class="keep">')


def kept(html, locale):
    """What was put into elements of its own, with the names of these elements."""
    marked = isolate(html, locale)
    found = re.finditer(rf"(?:{INSERTED.pattern})(.*?)</(bdi|bdo|span)>", marked)
    return [each[1] for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("خذ 5–10 mg كل يوم.", ["5–10 mg"], id="a range with a unit"),
        pytest.param("اتصل +44 20 7946 0000 الآن", ["+44 20 7946 0000"], id="a telephone number"),
        pytest.param("اتصل (020) 7946 0000 الآن", ["(020) 7946 0000"], id="an area code"),
        pytest.param("نصف 3/4 كوب", ["3/4"], id="a fraction"),
        pytest.param("حرارة 38.5 °C أو 39°C", ["38.5 °C", "39°C"], id="degrees"),
        pytest.param("ضغط 120/80 mmHg", ["120/80 mmHg"], id="blood pressure"),
        pytest.param("من -5 أو 5% أو 1,500 mg", ["-5", "5%", "1,500 mg"], id="signs"),
        pytest.param("أقل من &lt;5&nbsp;mg", ["&lt;5&nbsp;mg"], id="entities"),
        pytest.param("من 3-5 أيام", ["3-5"], id="a range with an Arabic unit"),
        pytest.param("دواء ibuprofen أو vitamin B12، COVID-19.", ["ibuprofen", "vitamin B12", "COVID-19"], id="names"),
        pytest.param("فحص (MRI) و<abbr>CPK</abbr>", ["MRI", "CPK"], id="abbreviations"),
        pytest.param("الكاتبان B. Wedro وW. Shiel Jr. كتبا", ["B. Wedro", "W. Shiel Jr"], id="initials"),
        pytest.param("فحص MRI. CT ثم", ["MRI", "CT"], id="two sentences"),
        pytest.param("&copy; أ &amp; ب", [], id="entities are no words"),
        pytest.param("15 دقيقة و 3.5 و ٥ و ٣٫٥", [], id="a number alone runs right"),
        pytest.param("٥–١٠ مرات", [], id="a range in Arabic digits is written from right to left"),
        pytest.param("على ٠٢٠ ٧٩٤٦ ٠٠٠٠", ["٠٢٠ ٧٩٤٦ ٠٠٠٠"], id="a telephone number in Arabic digits"),
        pytest.param("۵–۱۰ میلی‌گرم", ["۵–۱۰"], id="Persian digits"),
        pytest.param('<code>5–10 mg</code><a href="x 5–10 mg">أ</a>', [], id="code and addresses"),
        pytest.param('<span lang="en" dir="ltr">take it 3 times</span>', [], id="what has a direction"),
        pytest.param('<span dir="auto">5–10 mg</span>', [], id="what finds its own direction"),
        pytest.param("<title>5–10 mg</title><head><meta></head>", ["5–10 mg"], id="the head is left out"),
    ],
)
def test_inside_arabic(text, expected):
    text = text.replace("<title>5–10 mg</title><head><meta></head>", "<head><title>1–2 mg</title></head>5–10 mg")
    assert kept(text, ARABIC) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("خذ <b>5–10</b> mg", '<bdi class="keep" dir="ltr"><b>5–10</b> mg</bdi>'),
        ("خذ 5–10 <b>mg</b>", '<bdi class="keep" dir="ltr">5–10 <b>mg</b></bdi>'),
        ("<em>خذ</em> <b>5–10 <i>mg</i></b>", '<b><bdi class="keep" dir="ltr">5–10 <i>mg</i></bdi></b>'),
        ("10<sup>6</sup>/µl خلية", '<bdi class="keep" dir="ltr">10<sup>6</sup>/µl</bdi>'),
        ('أ 5 mg<sup id="n">1</sup>', '<bdi class="keep" dir="ltr">5 mg</bdi><sup id="n">1</sup>'),
        ("<li>5</li><li>mg</li>", '<li>5</li><li><bdi dir="ltr">mg</bdi></li>'),
        ("<b>خذ 5–10</b> mg", "<b>خذ 5–10</b> mg"),
    ],
)
def test_through_inline_elements(html, expected):
    assert isolate(html, ARABIC).endswith(expected) or expected in isolate(html, ARABIC)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Take 5 mg, 5–10 mg or 38.5 °C, not 5 men.", ENGLISH, ["5 mg", "5–10 mg", "38.5 °C"]),
        ("15分かかる。3〜5回、5 mgを", JAPANESE, ["15分", "3〜5回", "5 mg"]),
        ("15分かかる。5 mg を", JAPANESE, ["15分", "5 mg"]),
        ("约15分钟，每次2片", JAPANESE, ["15分钟", "2片"]),
        ("ครั้งละ 5 มก. ค่ะ", parse_locale("th"), ["5 มก."]),
        ("5 год, 5 г, 5 мг", parse_locale("ru"), ["5 г", "5 мг"]),
        ("Call +44 20 7946 0000 now", ENGLISH, ["+44 20 7946 0000"]),
        ("no amounts", ENGLISH, []),
        ('<p dir="rtl">خذ 5–10 mg</p>5 mg', ENGLISH, ["5–10 mg", "5 mg"]),
    ],
)
def test_numbers_stay_with_their_units_elsewhere(text, locale, expected):
    assert kept(text, locale) == expected


def test_what_is_isolated_already_stays_as_it_is():
    assert isolate("أ <bdi>Ana Ruiz</bdi> ب", ARABIC) == "أ <bdi>Ana Ruiz</bdi> ب"
    assert isolate("<bdi>راجع Ana Ruiz</bdi>", ARABIC) == '<bdi>راجع <bdi dir="ltr">Ana Ruiz</bdi></bdi>'


def test_a_run_that_fits_no_line_may_be_broken():
    (name,) = kept("كتاب Health library, Diseases and conditions of the muscles", ARABIC)
    assert f'<bdi dir="ltr">{name}</bdi>' in isolate(f"كتاب {name}", ARABIC)


PIECES = st.sampled_from(
    [
        *(
            "5",
            "10",
            "–",
            "-",
            " ",
            "mg",
            "+44",
            "°C",
            "(",
            ")",
            "/",
            "%",
            ",",
            ".",
            "أ",
            "ملغ",
            "٥",
            "٣",
            "۵",
            "分",
            "MRI",
        ),
        *("&nbsp;", "&lt;", "&amp;", "&#160;", "&", "<", ">", '"', "\x01", "\u00a0", "א", "<br>", "<b>", "</b>", "<p>"),
        *("</p>", "<code>", "</code>", '<a href="5 mg>">', "</a>", "<sup>", "</sup>", '<sup id="x">', "<!-- 5 mg -->"),
        *('<span dir="ltr">', "<span dir=rtl>", "</span>", "<bdi>", "</bdi>", "<li>", "</li>", "<a ", "</x>"),
    ]
)


class _Text(HTMLParser):
    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.heard = []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.heard.append(data)


def heard(html):
    return "".join(_Text(html).heard)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([ARABIC, ENGLISH]))
@example("<b>5</b> <i>mg</i>" * 3, ARABIC)
def test_only_elements_are_added(html, locale):
    marked = isolate(html, locale)
    assert heard(marked) == heard(html)
    # Without what was put in, every byte is what it was; an end tag goes with each tag put in.
    counts = len(INSERTED.findall(marked)) - len(INSERTED.findall(html))
    without = INSERTED.sub("", marked)
    assert sum(marked.count(f"</{name}>") - html.count(f"</{name}>") for name in ("bdi", "bdo", "span")) == counts
    assert re.sub("</(bdi|bdo|span)>", "", without) == re.sub("</(bdi|bdo|span)>", "", INSERTED.sub("", html))


@given(st.lists(PIECES.filter(lambda piece: "<" not in piece), min_size=1, max_size=12).map("".join))
def test_elements_stay_nested(text):
    marked = isolate(f"<p><b>{text}</b>{text}<i>{text}</i></p>", ARABIC)
    opened = []
    for closing, name in re.findall(r"<(/?)([a-z]+)", marked):
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []


def test_long_damaged_html_costs_no_time():
    for damaged in ("<a ", '<a "', "5 ", "a-", "(5", "5.5,5", "&lt;", "A. ", "<b>5"):
        marked = isolate(damaged * 5_000, ARABIC)
        assert INSERTED.sub("", marked).replace("</bdi>", "") == damaged * 5_000


UNITS = [*_UNITS.replace("[.]?", ".").split("|"), *_COUNTERS.split("|")]


@given(st.lists(st.sampled_from([*"0159۱٣+-–~<.,( )٪%°C\u00a0\x01", "dl", "ml/", "mg", "كل", *UNITS])).map("".join))
def test_nothing_is_found_where_the_quick_look_finds_nothing(text):
    if _AMOUNT.search(text):
        assert _MAY_BE_AMOUNT.search(text)
    if _FOREIGN.search(text):
        assert _MAY_BE_FOREIGN.search(text) or _FOREIGN_SIGN.search(text)
