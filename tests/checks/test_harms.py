"""Planted harms of all families are reported by some rule, and clean translations are left alone by all."""

from collections import Counter

import pytest

from . import hand_harms, markup_planter
from .harms import clean, gravest, reported

ERROR = {
    "link lost",
    "link changed",
    "anchor",
    "placeholder",
    "footnote",
    "unsafe HTML",
    "HTML tag",
    "alternative",
    "bidi override",
    "bidi isolate",
    "blank",
    "wrong script",
}
"""Families whose harms must all be errors."""

NOT_ALL = {"wrong language": 0.8, "repeated word": 0.9, "homoglyph": 0.9, "question lost": 0.8, "untranslated": 0.9}
"""Families that cannot all be seen in short texts, and the share that must be reported."""

_PLAIN = 8


@pytest.fixture(scope="module")
def told():
    """How often each family was planted, and reported how gravely."""
    counts = Counter()
    for family, language, source, _, spoiled in markup_planter.planted(plain=_PLAIN):
        counts[family, gravest(reported(source, spoiled, language))] += 1
    return counts


@pytest.mark.parametrize("family", markup_planter.FAMILIES)
def test_planted_harms_are_reported(told, family):
    tries = sum(count for (name, _), count in told.items() if name == family)
    assert tries
    if family in ERROR:
        assert told[family, "error"] == tries
    assert tries - told[family, ""] >= NOT_ALL.get(family, 1) * tries


def test_harms_made_by_hand_are_reported():
    """All but one: 122 in the place of 112, which is an emergency number in a country that speaks the language."""
    quiet = [each for each in hand_harms.harms() if not reported(each[2], each[4], each[1])]
    assert [(family, language) for family, language, *_ in quiet] == [("phone", "es")]


def test_harms_made_by_hand_are_errors():
    families = {"dose", "unit", "range", "negation", "frequency", "limit"}
    harms = [each for each in hand_harms.harms() if each[0] in families]
    assert len(harms) > 200
    assert all(gravest(reported(source, spoiled, language)) == "error" for _, language, source, _, spoiled in harms)


def test_clean_translations_are_left_alone():
    twins = list(clean())
    severities = Counter(gravest(reported(source, target, language)) for language, source, target in twins)
    assert len(twins) > 1000
    assert not severities["error"]
    assert severities["warning"] + severities["note"] <= len(twins) / 100
