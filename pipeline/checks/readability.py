"""Rules for the readability of an article in its own language."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from pipeline.checks import plain_language
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language.draft import draft_of
from pipeline.checks.plain_language.wording import ledger_of, worst_of
from pipeline.checks.plain_language.worth import size_of
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity
from pipeline.readability import Measure
from pipeline.readability.equivalent import SentenceLimit

_ENGLISH_HARD = 25
"""The English words that `SentenceLimit.hard` of each language is the equal of."""


def measure_manuscript(subject: Manuscript) -> Measure:
    """Return the measures of the article's prose."""
    return draft_of(subject).measure


def sentence_target(words: int, limit: SentenceLimit) -> int:
    """Return how long a sentence may be, in the unit of `limit`, where English ones may have so many `words`."""
    return round(words * limit.hard / _ENGLISH_HARD)


def _grade(subject: Manuscript) -> Iterator[Problem]:
    measured = measure_manuscript(subject)
    if measured.grade is not None and measured.grade > subject.targets.grade and not measured.indicative:
        yield Problem(
            f"{measured.formula} {measured.grade:.1f}, target {subject.targets.grade:g}",
            subject.document.article.body_line + 1,
            subject.document.title,
            whole=True,
        )


def _long_sentence(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    limit = draft.measure.limit
    if limit is None:
        return
    target = sentence_target(subject.targets.sentence_words, limit)
    for index, spot in enumerate(draft.spots):
        size = size_of(spot.sentence, limit)
        if size > target:
            worth = ""
            if index in worst_of(draft):
                parts = ceil(size / target)
                worth = ledger_of(draft).split(parts).told(f"as {parts} sentences it")
            yield Problem(f"a sentence of {size} {limit.unit}, target {target}{worth}", spot.line, spot.text)


def _not_measured(subject: Manuscript) -> Iterator[Problem]:
    measured = measure_manuscript(subject)
    if measured.grade is None and measured.reason:
        yield Problem(measured.reason, subject.document.article.body_line + 1, subject.document.title, whole=True)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="R101",
        name="grade",
        severity=Severity.WARNING,
        summary="The article is harder to read than its target.",
        why="About half of adults have trouble with health texts above this level.",
        fix="Shorten sentences, use common words, explain hard words where they come first.",
        check=_grade,
        bad=(
            "If the pain of the affected extremity continues in spite of adequate rest and the application of "
            "moderate heat, an appointment for a medical examination should be arranged without unnecessary delay. "
        )
        * 10,
        good="Drink water. Rest your leg. Call us if it hurts. " * 10,
    ),
    Rule(
        code="R102",
        name="long-sentence",
        severity=Severity.WARNING,
        summary="A sentence is longer than its target.",
        why="People who read slowly, or listen, lose the beginning before they reach the end.",
        fix="Make two or more sentences of it; one idea in each.",
        check=_long_sentence,
        bad=(
            "If you have a cramp and it hurts a lot and it does not go away after you rest and drink water then you "
            "should call your doctor or a nurse and ask what you can do."
        ),
        good="You have a bad cramp. You rest, and it does not go away. Call your doctor.",
    ),
    Rule(
        code="R103",
        name="not-measured",
        severity=Severity.NOTE,
        summary="The readability of the article could not be measured.",
        why="No grade is better than a wrong one: a formula for one language misjudges another.",
        fix="Ask people from your audience to read it.",
        check=_not_measured,
        bad="lang: tlh\n\nbortaS bIr jablu'DI' reH QaQqu' nay'.",
        good="Drink water.",
    ),
    *plain_language.RULES,
)
