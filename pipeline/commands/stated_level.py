"""The reading level that a page states about itself, where its author asks for that (WCAG 2.2, 3.1.5)."""

from __future__ import annotations

from pipeline.article.glossary import Glossary
from pipeline.article.prose import prose
from pipeline.model import SHOWN, Document


def stated_grade(document: Document, glossary: Glossary | None) -> int | None:
    """Return the school grade to state on the page of `document`, 1 or more; None if nothing can be said honestly.

    That is: if it is too short, in two languages, or in one whose grades are a loose guess. Names that the `glossary`
    explains are not counted as hard.
    """
    if document.article.reading_level != SHOWN or document.untranslated:
        return None
    from pipeline.readability import measure  # noqa: PLC0415 - it takes long to import, and few articles ask for it

    names = frozenset(name for entry in glossary.entries for name in entry.names) if glossary else frozenset[str]()
    measured = measure([block.text for block in prose(document)], document.locale.tag, names)
    if measured.grade is None or measured.indicative or measured.confidence == "low":
        return None
    return max(1, round(measured.grade))
