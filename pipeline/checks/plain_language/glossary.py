"""The names that a project's glossary explains: a reader can look them up, so they are not counted as hard."""

from __future__ import annotations

from pipeline.article.glossary import variants
from pipeline.article.prose import text_of
from pipeline.model import Document


def names_of(glossary: Document) -> frozenset[str]:
    """Return what `glossary`, an article in one language, explains; ``Multiple sclerosis (MS)`` has two names."""
    terms = (" ".join(text_of(glossary, element).split()) for element in glossary.root.iter("dt"))
    return frozenset(name for term in terms for name in variants(term))
