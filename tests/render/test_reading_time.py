"""Reading time, by the speed that was measured in each language."""

import pytest
from test_text import article, page

from pipeline.article import parse
from pipeline.locale import format_minutes, parse_locale
from pipeline.render.html import render_page
from pipeline.render.reading_time import reading_minutes


def document(body, locale):
    return parse(article(body), parse_locale(locale))


@pytest.mark.parametrize(
    ("body", "locale", "minutes"),
    [
        pytest.param("a" * 987 * 3, "en", 3, id="letters"),
        pytest.param("a" * (987 * 3 + 1), "en", 4, id="rounded up"),
        pytest.param("a " * 987 * 3, "en", 3, id="spaces take no time"),
        pytest.param("筋" * 357 * 2, "ja", 2, id="Japanese"),
        pytest.param("肌" * 255 * 4, "zh_Hans", 4, id="Chinese"),
        pytest.param("a" * 913 * 2, "pt_BR", 2, id="a language in a country"),
        pytest.param("a" * 987, "en", None, id="a minute"),
        pytest.param("ก" * 5000, "th", None, id="a language without a measured speed"),
        pytest.param('<div class="references" markdown="1">\n' + "a" * 9000 + "\n</div>", "en", None, id="sources"),
        pytest.param("    " + "a" * 9000, "en", None, id="code"),
    ],
)
def test_minutes(body, locale, minutes):
    assert reading_minutes(document(body, locale)) == minutes


@pytest.mark.parametrize(
    ("minutes", "locale", "told"),
    [
        (3, "ar", "3 دقائق"),
        (11, "ar", "11 دقيقة"),
        (2, "ja", "2 分"),
        (2, "zh_Hans", "2分钟"),
        (120, "de", "120 Minuten"),
        (5, "pl", "5 minut"),
    ],
)
def test_minutes_are_told_in_the_form_that_the_language_has_for_the_number(minutes, locale, told):
    assert format_minutes(minutes, parse_locale(locale)) == told


def test_the_page_says_it_below_the_title():
    words = {"Reading time: {time}": "Lesezeit: {time}"}
    html = render_page(page(document("Muskeln. " * 300, "de"), words))
    assert '<div class="brief">Lesezeit: 3 Minuten</div>' in html
    assert 'class="brief"' not in render_page(page(document("Kurz.", "de"), words))
