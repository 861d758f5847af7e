"""The words in the pictures of an article: messages of its catalog, behind all that stands in its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.article.pictures.drawing import Drawing
from pipeline.article.pictures.places import pictures_of
from pipeline.model import Document, Segment


def with_words(document: Document, drawings: Mapping[str, Drawing]) -> Document:
    """Return `document`, an article in its own language, with the words in `drawings`, which are given by path."""
    segments = tuple(_segments(document, drawings))
    labels = tuple((segment, segment.text) for segment in segments)
    return replace(document, segments=document.segments + segments, labels=labels)


def _segments(document: Document, drawings: Mapping[str, Drawing]) -> Iterator[Segment]:
    for path, (line, critical) in pictures_of(document).items():
        drawing = drawings.get(path)
        for word in drawing.words if drawing else ():
            yield Segment(word.text, word.kind, line, note=word.note, label=path, critical=critical, room=word.room)
