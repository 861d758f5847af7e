"""The catalogue of rules: each is complete, and its own examples prove it."""

import re

import pytest

from pipeline.checks import (
    ARTICLE_RULES,
    CATALOG_RULES,
    CODES,
    COMPARISON_RULES,
    FILE_RULES,
    LETTERS,
    LOCALE_RULES,
    RULES,
    SILENCE_RULES,
    TERM_RULES,
    TRANSLATION_RULES,
)
from pipeline.checks.writing.scripts import LETTERS as SCRIPTS
from pipeline.model import Severity

from .support import reported, split_example, split_locale, translation_findings

FAMILIES = {
    **dict.fromkeys(ARTICLE_RULES, "SAR"),
    **dict.fromkeys((*CATALOG_RULES, *FILE_RULES, *SILENCE_RULES), "C"),
    **dict.fromkeys(TRANSLATION_RULES, "TA"),
    **dict.fromkeys((*TERM_RULES, *LOCALE_RULES), "T"),
    **dict.fromkeys(COMPARISON_RULES, "R"),
}
EXAMPLES = [
    (rule, pair, f"{rule.code}-{number}")
    for rule in RULES
    for number, pair in enumerate([(rule.bad, rule.good), *rule.more])
]


def each_example(names, pick, rules=RULES):
    """One case for each example of `rules`; `pick` takes the wanted values out of the rule and the example."""
    cases = [pytest.param(*pick(rule, *pair), id=name) for rule, pair, name in EXAMPLES if rule in rules]
    return pytest.mark.parametrize(names, cases)


each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")


@each_rule
def test_a_rule_is_complete(rule):
    assert re.fullmatch(r"[SCTRA]\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert isinstance(rule.severity, Severity)
    for text in (rule.summary, rule.why, rule.fix):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "\n" not in text
    assert rule.bad.strip()
    assert rule.good.strip()
    assert rule.bad != rule.good


@each_rule
def test_the_letter_of_a_rule_is_that_of_its_family(rule):
    assert rule.code[0] in FAMILIES[rule]


def test_codes_and_names_are_unique():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert not {rule.code for rule in RULES} & {rule.name for rule in RULES}


def test_every_family_has_rules():
    assert {rule.code[0] for rule in RULES} == set("SCTRA") == set(LETTERS)


def test_rules_are_found_by_code_and_name():
    assert {CODES[rule.code] for rule in RULES} == {CODES[rule.name] for rule in RULES} == set(CODES.values())


@each_example(("bad", "good"), lambda _, bad, good: (bad, good))
def test_an_example_has_two_sides(bad, good):
    assert bad.strip()
    assert good.strip()
    assert bad != good


@each_example(("rule", "bad"), lambda rule, bad, _: (rule, bad))
def test_the_bad_example_is_reported(rule, bad):
    assert rule.code in reported(rule, bad)


@each_example(("rule", "good"), lambda rule, _, good: (rule, good))
def test_the_good_example_is_not(rule, good):
    assert rule.code not in reported(rule, good)


@each_example("good", lambda _rule, _bad, good: (good,), TRANSLATION_RULES)
def test_the_good_example_of_a_translation_is_left_alone_by_all_rules(good):
    findings, rejected = translation_findings(*split_example(good), locale=split_locale(good)[0])
    assert not rejected
    assert not findings


MARKUP = "T101 T102 T103 T104 T105 T107 T108 T109 T110 T111 T114 T115 T116 T118 A202 A203 A205 A206"
SIGNS = "T306 T311 T321 T324 T326"
READ_NO_WORDS = frozenset(f"{MARKUP} {SIGNS}".split())
"""Rules about translations for which the language makes no difference, or that are about one language only."""


@pytest.mark.parametrize("rule", [each for each in TRANSLATION_RULES if each.code not in READ_NO_WORDS])
def test_a_rule_that_depends_on_the_language_shows_two_scripts(rule):
    texts = [split_example(side)[1] for pair in ((rule.bad, rule.good), *rule.more) for side in pair]
    scripts = {script for script, letters in SCRIPTS.items() if re.search(f"[{letters}]", " ".join(texts))}
    assert len(scripts) > 1
