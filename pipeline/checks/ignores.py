"""What authors and translators silenced: read from articles, messages and headers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.catalogs import Catalog, Message
from pipeline.checks.rules import CODES
from pipeline.checks.silence import Ignore, next_block, read_comment, read_ignores
from pipeline.model import Document, Location, Segment


def of_article(document: Document) -> tuple[Ignore, ...]:
    """Return what the author silenced, each for the block below the comment."""
    article = document.article
    rows = article.body.split("\n")
    found = (
        read_ignores(
            directive.text,
            CODES,
            Location(article.path, directive.line),
            next_block(rows, directive, article.body_line),
        )
        for directive in document.ignored
    )
    return tuple(ignore for ignores in found for ignore in ignores)


def of_segment(segment: Segment, path: str) -> Iterator[Ignore]:
    """Yield what the author silenced for one block of the article at `path`."""
    for directive in segment.ignored:
        yield from read_ignores(directive.text, CODES, Location(path, directive.line))


def of_message(message: Message, path: str) -> tuple[Ignore, ...]:
    """Return what the translator silenced for one message of the catalog at `path`."""
    texts = (text for text in map(read_comment, message.translator_comments) if text is not None)
    found = (read_ignores(text, CODES, Location(path, message.linenum)) for text in texts)
    return tuple(ignore for ignores in found for ignore in ignores)


def of_catalog(catalog: Catalog, path: str) -> tuple[Ignore, ...]:
    """Return what the comment at the top of a catalog silences for all of it."""
    return of_message(catalog.head, path)
