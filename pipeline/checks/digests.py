"""Digests of texts: how the checks tell a text that changed from one that only moved."""

from __future__ import annotations

import hashlib
from itertools import takewhile

from pipeline.catalogs import Message
from pipeline.model import Document, Key

NO_CATALOG = "no catalog"
"""Stands for the text of a catalog that is not there."""


def digest(*parts: object) -> str:
    """Return a short name for a text; it changes if, and only if, one of its parts does."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def message_digest(key: Key, message: Message | None) -> str:
    """Return the digest of a message with its translation, or of one that is in no catalog."""
    if message is None:
        return digest(*key)
    return digest(*key, message.msgstr, sorted(message.msgstr_plural.items()), message.fuzzy)


def block_digests(document: Document) -> set[str]:
    """Return the digests of every block of an article, of its front matter, and of the whole."""
    lines = range(document.article.body_line + document.article.body.count("\n") + 2)
    return {block_digest(document, line) for line in (None, *lines)}


def block_digest(document: Document, line: int | None) -> str:
    """Return the digest of the block in `line`, of the front matter, or (without a line) of the whole article."""
    article = document.article
    if line is None:
        return digest(article.title, article.description, article.body)
    if line <= article.body_line:
        return digest(article.title, article.description, article.reviewed, article.authors, article.basis)
    rows = article.body.split("\n")
    here = line - article.body_line - 1
    above = list(takewhile(str.strip, reversed(rows[:here])))[::-1]
    return digest("\n".join((*above, *takewhile(str.strip, rows[here:]))))
