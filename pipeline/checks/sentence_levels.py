"""How hard each sentence of an article is, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article.prose import text_of
from pipeline.article.slots import HEADINGS
from pipeline.checks.plain_language.draft import read_draft
from pipeline.model import Document
from pipeline.readability import measure
from pipeline.readability.bands import band
from pipeline.readability.level import CUTS


@dataclass(frozen=True, slots=True)
class SentenceLevel:
    """How hard one sentence of an article is."""

    section: int
    """How many headings stand above it; the same in every language."""

    heading: str
    """The last of them, or else the title."""

    score: float
    """`Measure.level_score` of the sentence alone."""

    line: int | None
    """In the source; None where the parser hides it."""

    text: str

    @property
    def level(self) -> str:
        """One of `bands.LEVELS`."""
        return band(self.score, CUTS)


def sentence_levels(document: Document, names: frozenset[str] = frozenset()) -> list[SentenceLevel]:
    """Return the level of each sentence of `document`, in order; `names` are what the glossary explains.

    Headings themselves are left out, and so is a sentence that cannot be measured.
    """
    section, sections, headings = 0, {}, [document.title]
    for element in document.root.iter():
        if element.tag in HEADINGS:
            section += 1
            headings.append(" ".join(text_of(document, element).split()))
        sections[element] = section
    levels = []
    for spot in read_draft(document, names).spots:
        score = measure([spot.text], document.locale.tag, names).level_score
        if spot.block.element.tag not in HEADINGS and score is not None:
            section = sections[spot.block.element]
            levels.append(SentenceLevel(section, headings[section], score, spot.line, spot.text))
    return levels
