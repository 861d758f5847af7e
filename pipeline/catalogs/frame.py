"""The words of the page frame (the ``site`` domain): found by Babel in the templates and renderers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file

from pipeline.catalogs.po import Catalog, read_po
from pipeline.catalogs.template import TemplateMessage
from pipeline.locale import Locale
from pipeline.model import Key

SITE = "site"
"""The domain of the frame."""

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "locales"
_SOURCES = (
    *((path, "jinja2.ext:babel_extract", "_") for path in sorted((_PACKAGE / "render" / "templates").glob("*.html"))),
    *((path, "python", "words") for path in (*sorted((_PACKAGE / "render").glob("*.py")), _PACKAGE / "site.py")),
)


@cache
def frame_messages() -> tuple[TemplateMessage, ...]:
    """Return every word of the frame with its notes to translators, in a fixed order."""
    return tuple(_merged(_found()))


def _found() -> Iterator[TemplateMessage]:
    for path, method, keyword in _SOURCES:
        reference = path.relative_to(_PACKAGE.parent).as_posix()
        for _, message, comments, _ in extract_from_file(
            method, path, {keyword: None}, ["Translators:"], {}, strip_comment_tags=True
        ):
            yield TemplateMessage(
                Key(None, str(message)), ["Word of the page frame", *map(_note, comments)], [reference]
            )


def _note(comment: str) -> str:
    return f"Note: {' '.join(comment.split())}"


def _merged(messages: Iterable[TemplateMessage]) -> list[TemplateMessage]:
    """Keep one reference for each message, so that moving a word between templates churns no catalog."""
    first: dict[Key, TemplateMessage] = {}
    for message in messages:
        known = first.get(message.key)
        comments = [*(known.comments if known else ()), *message.comments]
        first[message.key] = TemplateMessage(message.key, list(dict.fromkeys(comments)), ["pipeline/render"])
    return list(first.values())


@cache
def shipped(locale: Locale) -> Catalog | None:
    """Return the translations of the frame that come with the package, or None for a language without."""
    path = _SHIPPED / locale.name / "LC_MESSAGES" / f"{SITE}.po"
    return read_po(path.read_bytes(), path.name) if path.is_file() else None
