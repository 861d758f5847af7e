"""What we ask Babel, and how we name locales."""

import datetime as dt
import gettext
import os
import re
import subprocess

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from pipeline import locale as module
from pipeline.locale import (
    UnknownLocale,
    format_date,
    format_names,
    format_number,
    format_share,
    language_name,
    parse_locale,
    plural_categories,
    plural_forms,
)


@pytest.mark.parametrize(
    ("identifier", "name", "tag", "direction", "autonym"),
    [
        ("es", "es", "es", "ltr", "Español"),
        ("pt_BR", "pt_BR", "pt-BR", "ltr", "Português (Brasil)"),
        ("pt-br", "pt_BR", "pt-BR", "ltr", "Português (Brasil)"),
        ("PT_br", "pt_BR", "pt-BR", "ltr", "Português (Brasil)"),
        ("zh-hans", "zh_Hans", "zh-Hans", "ltr", None),
        ("ZH_HANT_tw", "zh_Hant_TW", "zh-Hant-TW", "ltr", None),
        ("es-419", "es_419", "es-419", "ltr", None),
        ("ar", "ar", "ar", "rtl", "العربية"),
        ("fa", "fa", "fa", "rtl", "فارسی"),
        ("ur_PK", "ur_PK", "ur-PK", "rtl", None),
        ("ja", "ja", "ja", "ltr", "日本語"),
        ("haw", "haw", "haw", "ltr", None),
        ("sr@latin", "sr_Latn", "sr-Latn", "ltr", "Srpski (latinica)"),
        ("sr_RS@Latin", "sr_Latn_RS", "sr-Latn-RS", "ltr", None),
        ("sr_Latn", "sr_Latn", "sr-Latn", "ltr", "Srpski (latinica)"),
        ("uz@cyrillic", "uz_Cyrl", "uz-Cyrl", "ltr", None),
        ("ckb", "ckb", "ckb", "rtl", None),
        ("fil", "fil", "fil", "ltr", "Filipino"),
        ("tl", "fil", "fil", "ltr", "Filipino"),
        ("iw", "he", "he", "rtl", "עברית"),
        ("sh", "sr_Latn", "sr-Latn", "ltr", None),
        ("zh_TW", "zh_TW", "zh-TW", "ltr", "中文 (繁體, 台灣)"),
        ("pa_PK", "pa_PK", "pa-PK", "rtl", None),
    ],
)
def test_locales(identifier, name, tag, direction, autonym):
    locale = parse_locale(identifier)
    assert (locale.name, locale.tag, locale.direction) == (name, tag, direction)
    assert locale.autonym == autonym or (autonym is None and locale.autonym)


@pytest.mark.parametrize(
    ("identifier", "hint"),
    [
        ("xx", "did you mean"),
        ("english", ""),
        ("", ""),
        ("e", ""),
        ("_", ""),
        ("es_", ""),
        ("../es", ""),
        ("es.UTF-8", ""),
        ("es@euro", ""),
        ("es_ES_x", ""),
        ("pt_BRA", ""),
        ("spanish", ""),
        ("es es", ""),
        ("es\n", ""),
        ("ｅｓ", ""),
        ("en_XX", ""),
        ("C", ""),
        ("be@latin", "did you mean be or "),
        ("sr@klingon", "did you mean sr or sr_Cyrl or sr_Latn?"),
        ("Spanish", r"did you mean es\?"),
        ("pt_XX", "did you mean pt or pt_AO or pt_BR?"),
        ("ca_ES_VALENCIA", "did you mean ca or "),
    ],
)
def test_unknown_locales(identifier, hint):
    with pytest.raises(UnknownLocale, match=rf"unknown locale {re.escape(repr(identifier))}; .*{hint}"):
        parse_locale(identifier)


@given(st.text(max_size=12) | st.from_regex(r"[A-Za-z]{1,4}[-_][A-Za-z0-9]{0,4}", fullmatch=True))
def test_any_text_is_a_locale_or_unknown(identifier):
    try:
        locale, told = parse_locale(identifier), ""
    except UnknownLocale as error:
        locale, told = parse_locale("en"), str(error)
    assert "\n" not in told
    assert parse_locale(locale.name) == parse_locale(locale.tag) == locale


@pytest.mark.parametrize(
    ("name", "count"), [("ja", 1), ("es", 2), ("fr", 2), ("pt_BR", 2), ("ru", 3), ("pl", 3), ("ar", 6), ("zh_Hans", 1)]
)
def test_plural_forms(name, count):
    text = plural_forms(parse_locale(name))
    assert re.match(r"nplurals=(\d+); plural=\S", text)[1] == str(count)


LANGUAGES = sorted({name.partition("_")[0] for name in locale_identifiers()})
NUMBERS = range(1001)


@pytest.mark.parametrize("name", [*LANGUAGES, "pt_PT", "sr_Latn", "zh_TW"])
def test_the_plural_forms_are_the_categories_of_cldr_in_the_order_of_gettext(name):
    locale = parse_locale(name)
    count, formula = re.fullmatch(r"nplurals=([1-6]); plural=(.*);", plural_forms(locale)).groups()
    categories = plural_categories(locale, NUMBERS)
    order = [each for each in ("zero", "one", "two", "few", "many", "other") if each in categories]
    assert int(count) == len(order)
    form = gettext.c2py(formula)
    assert [order[form(number)] for number in NUMBERS] == categories


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("ar", "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"),
        ("de", "(n != 1)"),
        ("fr", "(n > 1)"),
        ("ru", "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
        ("he", "(n==1 ? 0 : n==2 ? 1 : 2)"),
        ("id", "0"),
    ],
)
def test_the_formula_is_the_usual_one_where_there_is_one(name, formula):
    assert plural_forms(parse_locale(name)).partition("plural=")[2] == f"{formula};"


@pytest.mark.parametrize(
    "name",
    ["ar", "br", "ckb", "cy", "de", "fil", "gd", "he", "kw", "lag", "lv", "mt", "pt_BR", "ru", "sr_Latn", "zh_Hans"],
)
def test_gettext_takes_the_header(name):
    forms = plural_forms(parse_locale(name))
    count = int(forms[len("nplurals=")])
    fields = (
        f"Language: {name}\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: {forms}\\n"
    )
    texts = "".join(f'msgstr[{form}] "b"\n' for form in range(count))
    catalog = f'msgid ""\nmsgstr "{fields}"\n\nmsgid "a"\nmsgid_plural "as"\n{texts}'
    command = ["msgfmt", "--check-header", "--check-format", "-o", os.devnull, "-"]
    told = subprocess.run(command, input=catalog.encode(), capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()


def test_words_of_a_language():
    fr, en, de, ar = map(parse_locale, ("fr", "en", "de", "ar"))
    assert language_name(en, fr) == "anglais"
    assert format_date(dt.date(2026, 11, 22), fr) == "22 novembre 2026"
    assert format_names(["a", "b", "c"], parse_locale("es")) == "a, b y c"
    assert format_names(["a"], de) == "a"
    assert format_names([], de) == ""
    assert format_number(1234.5, de) == "1.234,5"
    assert format_share(0.5, en) == "50%"
    assert "50" in format_share(0.5, ar)


@pytest.mark.parametrize(
    ("share", "told"), [(1.0, "100%"), (0.9999, "99%"), (0.0, "0%"), (0.29, "29%"), (0.57, "57%"), (0.58, "58%")]
)
def test_a_share_is_rounded_down_so_that_all_means_all(share, told):
    assert format_share(share, parse_locale("en")) == told


def test_nothing_but_this_module_needs_babel_to_name_locales():
    assert module.parse_locale is parse_locale
    assert parse_locale("es") is parse_locale("es"), "asked once"
