"""The catalogue of rules: each is complete, and its own examples prove it."""

import re

import pytest

from pipeline.checks import ARTICLE_RULES, CATALOG_RULES, RULES, TRANSLATION_RULES
from pipeline.model import Severity

from .support import article_findings, catalog_findings, codes, split_example

FAMILIES = {
    **dict.fromkeys(ARTICLE_RULES, "SAR"),
    **dict.fromkeys(CATALOG_RULES, "C"),
    **dict.fromkeys(TRANSLATION_RULES, "T"),
}
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
    assert {rule.code[0] for rule in RULES} == set("SCTRA")


def reported(rule, example):
    """Return the codes of the rules that report `example`, an example of `rule`."""
    if rule in ARTICLE_RULES:
        return {finding.rule for finding in article_findings(example)}
    if rule in CATALOG_RULES:
        return {finding.rule for finding in catalog_findings(example)[0]}
    return codes(*split_example(example))


@each_rule
def test_the_bad_example_is_reported(rule):
    assert rule.code in reported(rule, rule.bad)


@each_rule
def test_the_good_example_is_not(rule):
    assert rule.code not in reported(rule, rule.good)


@pytest.mark.parametrize("rule", TRANSLATION_RULES, ids=lambda rule: rule.code)
def test_the_good_example_of_a_translation_may_be_published(rule):
    assert not {code for code in reported(rule, rule.good) if code.startswith("T")}
