"""What the tests of rules for articles share: one rule, run on a small article."""

import datetime as dt

import pytest

from pipeline.article import parse, read_article
from pipeline.article.pictures import with_words
from pipeline.checks.manuscript import Manuscript
from pipeline.locale import Locale
from pipeline.model import Targets

from .support import PICTURES, STRAYS

TODAY = dt.date(2026, 11, 22)
SITE = {"x": frozenset(), "glossary": frozenset({"artery"}), "leaflets/baclofen": frozenset()}
HEAD = "---\ntitle: T\ndescription: D\n---\n"


def manuscript(text, *, tag="en", domain="x", site=SITE, today=TODAY):
    """An article in the language `tag`; front matter is put before a `text` that has none."""
    text = text if text.startswith("---\n") else HEAD + text
    article = read_article(text.encode(), f"source/{domain}.md", domain)
    document = with_words(parse(article, Locale(tag, tag, "ltr", tag)), PICTURES)
    return Manuscript(document, Targets(), site, today, strays=STRAYS)


def lines(rule, text, **options):
    """The lines that `rule` reports, counted from the first below the front matter that was put before."""
    above = 0 if text.startswith("---\n") else HEAD.count("\n")
    return [problem.line and problem.line - above for problem in rule.check(manuscript(text, **options))]


def by_name(rules):
    return {rule.name: rule for rule in rules}


def each_case(rule, cases):
    """Cases of one rule, given as what they are, an article, and the lines to be reported."""
    return [pytest.param(rule, text, expected, id=f"{rule}: {what}") for what, text, expected in cases]


def split_language(example, otherwise="en"):
    """The text of an example, and its language, which its first line may name: ``lang: ja``."""
    first, _, rest = example.partition("\n")
    return (rest, first.removeprefix("lang: ")) if first.startswith("lang: ") else (example, otherwise)


def examples(rule):
    """Each example of `rule`, with its language, and whether it is to be reported."""
    for bad, good in ((rule.bad, rule.good), *rule.more):
        yield *split_language(bad), True
        yield *split_language(good), False
