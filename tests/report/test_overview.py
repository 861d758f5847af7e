"""The pictures of the report: badges, lines, words in other letters."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.locale import parse_locale
from pipeline.report.overview.badge import badge, text_width
from pipeline.report.overview.chart import Caption, chart
from pipeline.report.overview.figures import Point, Work, together
from pipeline.report.overview.pages import _quoted

SVG = "{http://www.w3.org/2000/svg}"
LOCALES = ["ar", "de", "es", "hi", "ja", "th", "zh_Hans", "pt_BR"]


@pytest.mark.parametrize("name", LOCALES)
def test_a_badge_says_language_and_share_and_nothing_stands_out(name):
    locale = parse_locale(name)
    picture = etree.fromstring(badge(locale, 0.987).encode())
    assert picture.find(f"{SVG}title").text == picture.get("aria-label")
    assert picture.get("aria-label").startswith(locale.autonym)
    width = float(picture.get("width"))
    ends = []
    for text in picture.iter(f"{SVG}text"):
        half = float(text.get("textLength")) / 2
        ends += [float(text.get("x")) - half, float(text.get("x")) + half]
    assert ends == sorted(ends)
    assert ends[0] > 0
    assert ends[-1] < width


def test_a_share_is_rounded_down():
    assert "99%" in badge(parse_locale("en"), 0.9999)


def test_colors_tell_how_far_a_language_is():
    found = [badge(parse_locale("en"), share) for share in (0.2, 0.6, 0.9, 1.0)]
    assert len({picture.partition("<path")[2].partition('fill="')[2][:7] for picture in found}) == 4


def test_the_width_follows_the_letters():
    assert text_width("日本語") > text_width("abc") > text_width("iii")
    assert text_width("e\u0301") == text_width("e")


POINTS = st.lists(
    st.builds(
        Point,
        st.just(dt.date(2026, 1, 1)),
        st.integers(0, 2_000_000_000),
        st.integers(0, 50),
        st.integers(50, 100),
    ),
    min_size=2,
    max_size=9,
)


@given(POINTS)
def test_every_point_of_a_line_is_in_the_picture(points):
    points = sorted(points, key=lambda point: point.seconds)
    picture = etree.fromstring(str(chart(points, Caption("A <b>", "C & d"), parse_locale("en"), "x")))
    assert [each.text for each in picture[:2]] == ["A <b>", "C & d"]
    for dot in picture.iter("circle"):
        assert 0 <= float(dot.get("cx")) <= 320
        assert 0 <= float(dot.get("cy")) <= 150
    assert len(picture.findall("circle")) == len(points)


def test_sums():
    assert together([]) == Work()
    both = together([Work(words=10, words_ready=5, pages=1), Work(words=5, words_ready=5)])
    assert (both.left, both.share, both.pages) == (5, 10 / 15, 1)


def test_words_in_other_letters_are_marked_with_their_language():
    told = str(_quoted("write “動脈硬化 55 mg” <b>", "ja"))
    assert told == 'write “<bdi lang="ja" dir="ltr">動脈硬化</bdi> 55 mg” &lt;b&gt;'
    assert str(_quoted("write “動脈”", "")) == "write “動脈”"
    assert str(_quoted("write “Arterie”", "de")) == "write “Arterie”"
