"""What a project says about all its translations: the language of its sources, hosts that may differ, terms."""

from dataclasses import replace

import pytest

from pipeline.checks import TRANSLATION_RULES
from pipeline.checks.background import Background, Term, read_background

from .pairs import pair

BY_CODE = {rule.code: rule for rule in TRANSLATION_RULES}
WIKIPEDIA = Background(hosts=("*.wikipedia.org",))


def reported(code, msgid, msgstr, background, locale="de"):
    subject = replace(pair(msgid, msgstr, locale), background=background)
    return bool(list(BY_CODE[code].check(subject)))


@pytest.mark.parametrize(
    ("target", "differs"),
    [
        pytest.param("https://de.wikipedia.org/wiki/Wade", False, id="the page of another language"),
        pytest.param("https://en.wikipedia.org/wiki/Calf", False, id="the same page"),
        pytest.param("https://wikipedia.example/wiki/Wade", True, id="another host"),
        pytest.param("https://de.wikipedia.org.example/wiki/Wade", True, id="a host that only begins so"),
        pytest.param("wade.md", True, id="no host"),
        pytest.param("http://[", True, id="no address"),
    ],
)
def test_links_to_hosts_that_differ_by_language(target, differs):
    msgid, msgstr = "See [calf](https://en.wikipedia.org/wiki/Calf).", f"Siehe [Wade]({target})."
    assert reported("T102", msgid, msgstr, WIKIPEDIA) is differs
    assert reported("T102", msgid, msgstr, Background()) is (target != "https://en.wikipedia.org/wiki/Calf")


def test_a_link_to_such_a_host_may_not_be_lost():
    assert reported("T102", "See [calf](https://en.wikipedia.org/wiki/Calf).", "Siehe Wade.", WIKIPEDIA)


@pytest.mark.parametrize(
    ("tag", "source", "target", "locale", "code"),
    [
        ("de", "Nehmen Sie zweimal täglich 500 mg.", "Take 500 mg twice a week.", "en", "T209"),
        ("de", "Fahren Sie nicht Auto.", "Drive a car.", "en", "T212"),
        ("ar", "تناول قرصين كل 8 ساعات.", "Take 3 tablets every 8 hours.", "en", "T203"),
        ("zh-Hans", "不要开车。", "Fahren Sie Auto.", "de", "T212"),
    ],
)
def test_the_source_is_read_in_its_own_language(tag, source, target, locale, code):
    assert reported(code, source, target, Background(tag), locale)


@pytest.mark.parametrize(
    ("tag", "source", "target", "locale"),
    [
        ("de", "Nehmen Sie zweimal täglich 2,5 mg.", "Take 2.5 mg twice a day.", "en"),
        ("fr", "Ne conduisez pas.", "Fahren Sie nicht Auto.", "de"),
        ("zh-Hans", "每 8 小时服用两片。", "Prenez 2 comprimés toutes les 8 heures.", "fr"),
        ("sv", "Kör inte bil.", "Do not drive.", "en"),
    ],
)
def test_right_translations_of_other_languages(tag, source, target, locale):
    safety = [code for code in BY_CODE if code.startswith("T2")]
    assert [code for code in safety if reported(code, source, target, Background(tag), locale)] == []


def test_what_the_configuration_says():
    table = {
        "localizable-hosts": ["*.Wikipedia.org"],
        "terms": {"do-not-translate": ["Mayo Clinic"], "forbidden": {"cramp": {"de": ["Spasmus"], "pt-BR": ["x"]}}},
    }
    background, faults = read_background(table, "fr")
    assert faults == []
    assert (background.source_tag, background.hosts) == ("fr", ("*.wikipedia.org",))
    assert background.terms == (
        Term("Mayo Clinic", do_not_translate=True),
        Term("cramp", forbidden={"de": ("Spasmus",), "pt_BR": ("x",)}),
    )


@pytest.mark.parametrize(
    ("table", "key", "fault"),
    [
        ({"localizable-hosts": "a.org"}, "localizable-hosts", "must be a list of hosts"),
        ({"localizable-hosts": ["https://a.org"]}, "localizable-hosts", "https://a.org is no host"),
        ({"localizable-hosts": ["*"]}, "localizable-hosts", "* is no host"),
        ({"terms": []}, "terms", "must be a table"),
        ({"terms": {"forbiden": {}}}, "terms", "forbiden is unknown; did you mean forbidden?"),
        ({"terms": {"do-not-translate": "x"}}, "terms", "do-not-translate must be a list"),
        ({"terms": {"do-not-translate": [""]}}, "terms", "do-not-translate must be a list"),
        ({"terms": {"forbidden": ["x"]}}, "terms", "forbidden must be a table"),
        ({"terms": {"forbidden": {"cramp": ["x"]}}}, "terms", "cramp must have lists of words by locale"),
        ({"terms": {"forbidden": {"cramp": {"qqqq": ["x"]}}}}, "terms", "cramp: "),
    ],
)
def test_what_is_wrong_is_told(table, key, fault):
    background, faults = read_background(table, "en")
    assert [name for name, _ in faults] == [key]
    assert faults[0][1].startswith(fault)
    assert not background.terms
    assert not background.hosts
