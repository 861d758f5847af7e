"""Source beside translation: how hard both are, block by block and as a whole.

Only blocks that have a translation are compared. Two numbers are, as one of them may be missing: the level that all
languages share, and the English-equivalent grade. Both have their error, and a faithful translation into another
language is not at the very same place; so small differences are told in the figures, and are no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from xml.etree.ElementTree import Element

from pipeline.article.inline import read_inline
from pipeline.article.prose import Block, prose
from pipeline.checks.plain_language.worth import worst_sentences
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Document, Key, Segment, Severity
from pipeline.readability import Measure, measure

LEVEL_MARGIN = 0.8
"""By how much `Measure.level_score` of a translation may be above that of its source.

Fourteen translations of ours that people wrote with the same care (two articles in seven languages) differ from their
English source by -0.5 to +0.5, by +0.3 on average. German texts of an encyclopedia differ from those on the same thing
for children by 1.6 on average, and by more than 0.8 in 97 of 100 cases (274 pairs).
"""

GRADE_MARGIN = 1.5
"""The same for `Measure.equivalent_grade`, to which the errors of both are added; ours differ by +0.3 to +2.3."""

NAMED = 3
"""Sentences that a finding names."""

_INLINE = frozenset({"a", "abbr", "b", "bdi", "br", "code", "del", "em", "i", "img", "ins", "small", "span", "strong",
                     "sub", "sup"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One block on both sides."""

    segment: Segment | None
    """The message that it comes from; None where the block is made of several."""

    line: int | None
    """Of the block in the source."""

    catalog_line: int | None
    """Of its translation in the catalog, where that is known."""

    source: str
    translation: str
    tags: tuple[str, str]
    """The languages of both."""

    @property
    def source_level(self) -> float | None:
        """`Measure.level_score` of the block alone, measured when asked for.

        One short block tells little; the whole article does.
        """
        return measure([self.source], self.tags[0]).level_score

    @property
    def translation_level(self) -> float | None:
        """The same of its translation."""
        return measure([self.translation], self.tags[1]).level_score

    @property
    def difference(self) -> float | None:
        """How much harder the translation is, in steps of the level; None where one of them was not measured."""
        source, translation = self.source_level, self.translation_level
        return None if source is None or translation is None else translation - source


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article in two languages, as far as it is translated."""

    source: Measure
    translation: Measure
    parts: tuple[Part, ...]
    """The blocks with a translation, in order; `Sentence.block` of both measures counts them."""

    @property
    def level_difference(self) -> float | None:
        """How much harder the translation is, in steps of the level; None where that cannot be told."""
        first, second = self.source.shared, self.translation.shared
        if first is None or second is None or first.has_vocabulary != second.has_vocabulary:
            return None
        return second.score - first.score

    @property
    def grade_difference(self) -> float | None:
        """The same in English-equivalent grades."""
        first, second = self.source.equivalent_grade, self.translation.equivalent_grade
        return None if first is None or second is None else second - first

    @property
    def is_harder(self) -> bool:
        """Whether the translation is clearly harder. Short texts are not judged."""
        if self.source.indicative or self.translation.indicative:
            return False
        errors = (self.source.equivalent_error or 0) + (self.translation.equivalent_error or 0)
        level, grade = self.level_difference, self.grade_difference
        return (level is not None and level > LEVEL_MARGIN) or (grade is not None and grade > GRADE_MARGIN + errors)


def compare(
    source: Document, translation: Document, catalog_lines: Mapping[Key, int | None] | None = None
) -> Comparison:
    """Return `source` beside `translation`, the same article in another language.

    `catalog_lines` are the lines of the translations in their catalog, for findings. Names that the glossary explains
    are measured like other words: they stand on both sides, and what makes grades of two languages comparable was
    fitted on whole texts.
    """
    ours, theirs = _blocks(source), _blocks(translation)
    segments = _Segments(source)
    pairs = [
        (block, theirs[place])
        for place, block in ours.items()
        if place in theirs and not _left_as_it_was(theirs[place].element, source, translation)
    ]
    parts = tuple(_part(source, translation, pair, segments, catalog_lines or {}) for pair in pairs)
    return Comparison(
        measure([part.source for part in parts], source.locale.tag),
        measure([part.translation for part in parts], translation.locale.tag),
        parts,
    )


def _part(
    source: Document,
    translation: Document,
    pair: tuple[Block, Block],
    segments: _Segments,
    catalog_lines: Mapping[Key, int | None],
) -> Part:
    ours, theirs = pair
    line = source.lines.get(ours.element)
    segment = segments.find(ours.text, line)
    return Part(
        segment,
        line,
        catalog_lines.get(segment.key) if segment else None,
        ours.text,
        theirs.text,
        (source.locale.tag, translation.locale.tag),
    )


def _blocks(document: Document) -> dict[tuple[int, int], Block]:
    """Return the blocks by their place in the tree, which is the same in every language."""
    numbers = {element: number for number, element in enumerate(_block_elements(document.root))}
    nth: dict[int, count[int]] = defaultdict(count)
    places = ((numbers.get(block.element, -1), block) for block in prose(document))
    return {(number, next(nth[number])): block for number, block in places}


def _block_elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag not in _INLINE)


def _left_as_it_was(element: Element, source: Document, translation: Document) -> bool:
    """Tell whether a block stands in the source's language, and says so."""
    tag = source.locale.tag
    marked = element.get("lang") == tag or any(child.tag == "span" and child.get("lang") == tag for child in element)
    return marked and tag != translation.locale.tag


class _Segments:
    """Finds the message that a block comes from."""

    def __init__(self, source: Document) -> None:
        self._source = source
        self._by_line: dict[int | None, list[Segment]] = defaultdict(list)
        for segment in source.segments:
            self._by_line[segment.line].append(segment)

    def find(self, text: str, line: int | None) -> Segment | None:
        """Return the message on `line` that a reader meets as `text`; the only one there may be cut otherwise."""
        known = self._by_line[line] if line is not None else []
        if len(known) == 1:
            return known[0]
        return next((segment for segment in known if self._visible(segment) == text), None)

    def _visible(self, segment: Segment) -> str:
        return " ".join(read_inline(self._source.parser, segment.text, segment.kind).text.split())


# --- the rules ----------------------------------------------------------------------------------------------------


def _harder(subject: Comparison) -> Iterator[Problem]:
    if subject.is_harder:
        named = list(_hard_sentences(subject))
        told = "; ".join(f"line {line}: “{text}”" if line else f"“{text}”" for line, text in named)
        line = named[0][0] if named else None
        yield Problem(f"{_levels(subject)}; {told}", line, named[0][1] if named else "", whole=True)


def _levels(subject: Comparison) -> str:
    first, second = subject.source, subject.translation
    if subject.level_difference is not None and subject.level_difference > LEVEL_MARGIN:
        return f"{second.level} ({second.level_score:.1f}), the source {first.level} ({first.level_score:.1f})"
    return f"English-equivalent grade {second.equivalent_grade:.1f}, the source {first.equivalent_grade:.1f}"


def _hard_sentences(subject: Comparison) -> Iterator[tuple[int | None, str]]:
    """Yield line and text of the sentences that make the translation hard, in blocks that are harder than before."""
    found = 0
    for worst in worst_sentences(subject.translation, len(subject.translation.sentences_list)):
        part = subject.parts[worst.sentence.block]
        if found < NAMED and (part.difference or 0) > 0:
            found += 1
            yield part.catalog_line, worst.sentence.text


def _not_compared(subject: Comparison) -> Iterator[Problem]:
    if subject.parts and subject.level_difference is None and subject.grade_difference is None:
        reason = subject.translation.reason or subject.source.reason or "its words could not be looked up on both sides"
        yield Problem(f"the translation cannot be compared with its source: {reason}", whole=True)


RULES: tuple[Rule[Comparison], ...] = (
    Rule(
        code="R201",
        name="harder-than-source",
        severity=Severity.WARNING,
        summary="A translation is clearly harder to read than its source.",
        why="A plain text does not stay plain by itself; readers of this language would get a harder one.",
        fix="Split the sentences that are named, and use words that people say at home.",
        check=_harder,
        bad=(
            "Drink water. Rest your leg. Call us if it hurts.\n"
            "Eine ausreichende Flüssigkeitszufuhr sowie die konsequente Ruhigstellung der betroffenen Extremität sind "
            "unerlässlich, wobei bei persistierender Schmerzsymptomatik eine unverzügliche Kontaktaufnahme erfolgt."
        ),
        good=(
            "Drink water. Rest your leg. Call us if it hurts.\n"
            "Trinken Sie Wasser. Schonen Sie Ihr Bein. Rufen Sie uns an, wenn es weh tut."
        ),
    ),
    Rule(
        code="R202",
        name="not-compared",
        severity=Severity.NOTE,
        summary="A translation cannot be compared with its source.",
        why="Nobody has measured how hard texts of this language are; no number is better than a wrong one.",
        fix="Ask people who read this language whether it is plain.",
        check=_not_compared,
        bad="lang: gv\nDrink water.\nIu ushtey.",
        good="lang: de\nDrink water.\nTrinken Sie Wasser.",
    ),
)
"""Each example stands for a text of ten such paragraphs."""
