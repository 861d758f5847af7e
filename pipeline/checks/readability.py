"""Rules for the readability of an article in its own language."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.article.prose import prose
from pipeline.checks.article import Manuscript
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity
from pipeline.readability import Measure, measure


def measure_manuscript(subject: Manuscript) -> Measure:
    """Return the measures of the article's prose."""
    return measure([block.text for block in prose(subject.document)], subject.document.locale.tag)


def _grade(subject: Manuscript) -> Iterator[Problem]:
    measured = measure_manuscript(subject)
    if measured.grade is not None and measured.grade > subject.targets.grade and not measured.indicative:
        yield Problem(
            f"{measured.formula} {measured.grade:.1f}, target {subject.targets.grade:g}",
            subject.document.article.body_line + 1,
            subject.document.title,
        )


def _long_sentence(subject: Manuscript) -> Iterator[Problem]:
    blocks = prose(subject.document)
    for sentence in measure_manuscript(subject).sentences_list:
        if sentence.words > subject.targets.sentence_words:
            line = _line(subject, blocks[sentence.block].element, sentence.text)
            message = f"a sentence of {sentence.words} words, target {subject.targets.sentence_words}"
            yield Problem(message, line, sentence.text)


def _line(subject: Manuscript, element: Element, sentence: str) -> int | None:
    """Find the first words of the sentence; markup may stand between them, so fewer words are tried too."""
    words = sentence.split()
    first = subject.line(element)
    lines = (subject.line(element, " ".join(words[:count])) for count in (4, 3, 2))
    return next((line for line in lines if line != first), first)


def _not_measured(subject: Manuscript) -> Iterator[Problem]:
    measured = measure_manuscript(subject)
    if measured.grade is None and measured.reason:
        yield Problem(measured.reason, subject.document.article.body_line + 1, subject.document.title)


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
        summary="A sentence has more words than its target.",
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
        summary="There is no formula for the language of this article yet.",
        why="No grade is better than a wrong one: a formula for one language misjudges another.",
        fix="Ask people from your audience to read it.",
        check=_not_measured,
        bad="lang: tlh\n\nbortaS bIr jablu'DI' reH QaQqu' nay'.",
        good="Drink water.",
    ),
)
