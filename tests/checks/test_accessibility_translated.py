"""Rules for what a translation does to the words of links and to text alternatives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import parse
from pipeline.article.inline import read_inline
from pipeline.checks import accessibility
from pipeline.checks.translation import Pair
from pipeline.locale import parse_locale
from pipeline.model import Segment

from .manuscripts import by_name, examples
from .support import ENGLISH, article

TRANSLATED = by_name(accessibility.TRANSLATION_RULES)


def reported(msgid, msgstr, locale="de", kind="p"):
    """The names of the rules that report this translation."""
    parser = parse(article("x"), ENGLISH).parser
    source, target = (read_inline(parser, text, kind) for text in (msgid, msgstr))
    pair = Pair(Segment(msgid, kind), msgstr, parse_locale(locale), source, target)
    return [name for name, rule in TRANSLATED.items() for _ in rule.check(pair)]


CALF = "![A person stretches a calf](calf.svg)"


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr", "expected"),
    [
        ("de", "[Cramps](a.md)", "[hier](a.md)", ["vague-link-translated"]),
        ("zh_Hans", "[Cramps](a.md)", "点击[这里](a.md)", ["vague-link-translated"]),
        ("pt_BR", "[Cramps](a.md)", "[Clique aqui](a.md)", ["vague-link-translated"]),
        ("de", f"Stretch: {CALF}", f"Dehnen Sie: {CALF}", ["alternative-untranslated"]),
        ("de", CALF, "![calf.svg](calf.svg)", ["alternative-file-name-translated"]),
        ("es", CALF, "![Imagen de una pantorrilla](calf.svg)", ["alternative-says-picture-translated"]),
        ("de", "[a](a.md) [b](b.md)", "[x](a.md) [x](b.md)", ["same-words-translated"]),
        ("de", "Do not drive.", "FAHREN SIE NICHT SELBST.", ["capitals-translated"]),
        ("ru", "Do not drive.", "НЕ САДИТЕСЬ ЗА РУЛЬ.", ["capitals-translated"]),
    ],
)
def test_translations_that_shut_readers_out(locale, msgid, msgstr, expected):
    assert reported(msgid, msgstr, locale) == expected


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        pytest.param("de", "[click here](a.md)", "[hier klicken](a.md)", id="the source is told already"),
        pytest.param("de", "[Cramps](a.md)", "[Krämpfe](a.md)", id="German"),
        pytest.param("ar", "[Cramps](a.md)", "[التشنجات](a.md)", id="Arabic"),
        pytest.param("ja", "More on [cramps](a.md)", "[けいれん](a.md)の詳細はこちら", id="Japanese"),
        pytest.param("de", CALF, "![Eine Person dehnt eine Wade](calf.svg)", id="an alternative"),
        pytest.param("de", CALF, CALF, id="all of it untranslated, which another rule tells"),
        pytest.param("de", "The ![Hand](a.svg) hurts", "Die ![Hand](a.svg) schmerzt", id="a word of both languages"),
        pytest.param("de", "From ![Anna Lee, John Smith](a.svg)", "Von ![Anna Lee, John Smith](a.svg)", id="names"),
        pytest.param(
            "en_GB", f"The color of it: {CALF} here", f"The colour of it: {CALF} here", id="a language that is near"
        ),
        pytest.param("de", "[a](a.md) [a](b.md)", "[x](a.md) [x](b.md)", id="the same words in the source"),
        pytest.param("zh_Hans", "[nerve](a.md) [nerves](a.md)", "[神经](a.md) [神经](a.md)", id="words without plural"),
        pytest.param("de", "DO NOT DRIVE", "NICHT SELBST FAHREN", id="capitals in the source"),
        pytest.param("ja", "Muscles release CPK", "筋肉は傷つくとCPKを出します", id="an abbreviation in Japanese"),
        pytest.param("fr", "WHO and MRI", "L’OMS et l’IRM", id="abbreviations"),
        pytest.param("de", "`a` [`b`](c.md)", "`a` [`b`](c.md)", id="code"),
    ],
)
def test_good_translations_are_left_alone(locale, msgid, msgstr):
    assert reported(msgid, msgstr, locale) == []


@pytest.mark.parametrize("rule", accessibility.TRANSLATION_RULES, ids=lambda rule: rule.code)
def test_examples(rule):
    for text, tag, expected in examples(rule):
        msgid, msgstr = text.split("\n")
        assert (rule.name in reported(msgid, msgstr, "de" if tag == "en" else tag)) is expected


@given(st.text(max_size=60) | st.text(alphabet="![]()<>*`ABhere a.md&;", max_size=60))
@settings(max_examples=150, deadline=None)
def test_a_translation_like_its_source_is_never_reported(text):
    assert reported(text, text, "en") == []


@given(st.text(max_size=40), st.text(alphabet="![]()<>*`ABhere a.md&;", max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_translation_stops_the_rules(msgid, msgstr):
    reported(msgid, msgstr)
    reported(msgstr, msgid)
