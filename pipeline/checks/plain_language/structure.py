"""Rules for the build of an article: paragraphs, lists, headings, boxes, and whether it speaks to its reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from pipeline.article.prose import text_of
from pipeline.article.slots import CRITICAL_CLASSES, HEADINGS
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language.draft import draft_of
from pipeline.checks.plain_language.language import pattern, words_of
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

MOST_SENTENCES = 4
MOST_ITEMS = 7
"""From the CDC Index, item 8."""

LONG_SECTION = 300
"""Words without a heading: about a screen and a half."""

ENOUGH_WORDS = 100
"""Below this nobody can say that a text does not speak to its reader."""

_HEADED = HEADINGS | {"dt", "th"}
_FOOTNOTES = "footnote"


def _paragraphs(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    counts = Counter(spot.sentence.block for spot in draft.spots)
    for block, count in counts.items():
        element, text = draft.blocks[block].element, draft.blocks[block].text
        if element.tag == "p" and count > MOST_SENTENCES:
            yield Problem(f"a paragraph of {count} sentences", subject.document.lines.get(element), text)


def _lists(subject: Manuscript) -> Iterator[Problem]:
    footnotes = _inside_footnotes(subject.document.root)
    for element in subject.document.root.iter():
        items = element.findall("li") if element.tag in {"ul", "ol"} and element not in footnotes else []
        if len(items) > MOST_ITEMS:
            yield Problem(
                f"a list of {len(items)} items",
                subject.document.lines.get(element),
                text_of(subject.document, items[0]),
            )


def _inside_footnotes(root: Element) -> set[Element]:
    return {inner for each in root.iter("div") if each.get("class") == _FOOTNOTES for inner in each.iter()}


def _vague_headings(subject: Manuscript) -> Iterator[Problem]:
    known = words_of(draft_of(subject).language)
    for heading in subject.document.root.iter():
        text = text_of(subject.document, heading).strip() if known and heading.tag in HEADINGS else ""
        if known and text.casefold().rstrip(":.…? ") in known.headings:
            yield Problem(f"the heading “{text}” does not say what follows", subject.line(heading), text)


def _no_action(subject: Manuscript) -> Iterator[Problem]:
    action = pattern(draft_of(subject).language, "action")
    if action is None:
        return
    for box in subject.document.root.iter("div"):
        if CRITICAL_CLASSES & set((box.get("class") or "").split()):
            inside = set(box.iter())
            said = [spot.text for spot in draft_of(subject).spots if spot.block.element in inside]
            if said and not any(action.match(sentence) for sentence in said):
                yield Problem("the box does not say what to do", subject.line(box), said[0])


def _not_addressed(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    address, action = (pattern(draft.language, name) for name in ("address", "action"))
    if address is None or draft.measure.words < ENOUGH_WORDS:
        return
    if not any(address.search(spot.text) or (action and action.match(spot.text)) for spot in draft.spots):
        yield Problem(
            "the text never speaks to its reader", subject.document.article.body_line + 1, subject.document.title
        )


def _long_sections(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for headed, group in groupby(draft.spots, key=lambda spot: spot.block.element.tag in _HEADED):
        spots = list(group)
        words = sum(spot.sentence.words for spot in spots)
        if not headed and words > LONG_SECTION:
            yield Problem(f"{words} words without a heading", spots[0].line, spots[0].text)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="R111",
        name="long-paragraph",
        severity=Severity.NOTE,
        summary="A paragraph has more than four sentences.",
        why="People who read slowly lose their place in a block of text (PEMAT 8; NHS asks for three at most).",
        fix="Begin a new paragraph where a new idea begins.",
        check=_paragraphs,
        bad="Rest. Drink water. Stretch your leg. Put heat on it. Call us.",
        good="Rest. Drink water. Stretch your leg.\n\nPut heat on it. Call us.",
    ),
    Rule(
        code="R112",
        name="long-list",
        severity=Severity.NOTE,
        summary="A list has more than seven items.",
        why="Nobody keeps so many things in mind (CDC Index 8).",
        fix="Make groups, each with a heading, or leave out what few readers need.",
        check=_lists,
        bad="- one\n" * 8,
        good="- one\n" * 5,
    ),
    Rule(
        code="R113",
        name="vague-heading",
        severity=Severity.WARNING,
        summary="A heading does not say what follows.",
        why="People skim headings to find their answer, and screen reader users jump from one to the next (PEMAT 9).",
        fix="Write the question that the section answers, or its answer.",
        check=_vague_headings,
        bad="## Overview\n\nDrink water.",
        good="## How can I prevent cramps?\n\nDrink water.",
    ),
    Rule(
        code="R114",
        name="no-action",
        severity=Severity.WARNING,
        summary="A box for urgent matters does not say what to do.",
        why="A reader in trouble must not have to work out what follows from a list of signs (CDC Index 5, PEMAT 20).",
        fix="Begin with a verb: “Call …”, “See a doctor …”, “Stop …”.",
        check=_no_action,
        bad='!!! urgent "Danger signs"\n\n    - swelling in a leg\n    - weak muscles',
        good='!!! urgent "Danger signs"\n\n    Call your doctor if you have one of these:\n\n    - swelling in a leg',
    ),
    Rule(
        code="R118",
        name="not-addressed",
        severity=Severity.NOTE,
        summary="The article never speaks to its reader.",
        why="People act on what is said to them, and skip what is said about patients (PEMAT 21, NHS).",
        fix="Say “you”.",
        check=_not_addressed,
        bad="Patients drink water. Patients rest. Muscles need fluid. " * 20,
        good="You drink water. You rest. Your muscles need fluid. " * 20,
    ),
    Rule(
        code="R119",
        name="long-section",
        severity=Severity.NOTE,
        summary="More than 300 words stand without a heading.",
        why="Readers look for a part of the text, and headings are how they find it (PEMAT 8 and 9, CDC Index 9).",
        fix="Divide it, with headings that say what follows.",
        check=_long_sections,
        bad="Your muscles need water. You rest.\n\n" * 60,
        good="## Drink\n\nYour muscles need water. You rest.\n\n" * 2,
    ),
)
