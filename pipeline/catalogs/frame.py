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
_NOTE_TAG = "Translators:"
REFERENCE = "pipeline/render"
"""One reference for all, so that moving a word from one template to another changes no catalog."""

_METHODS = {".html": "jinja2.ext:babel_extract", ".py": "python"}
# The functions whose first argument is a message.
_KEYWORDS = dict.fromkeys(("_", "words", "_said"))


@cache
def frame_messages() -> tuple[TemplateMessage, ...]:
    """Return every word of the frame with its notes to translators, in a fixed order."""
    return tuple(_merged(_found()))


def _found() -> Iterator[TemplateMessage]:
    render = _PACKAGE / "render"
    for path in (*sorted((render / "templates").glob("*.html")), *sorted(render.rglob("*.py")), _PACKAGE / "site.py"):
        rows = extract_from_file(_METHODS[path.suffix], path, _KEYWORDS, [_NOTE_TAG], {}, strip_comment_tags=True)
        for _, message, comments, _ in rows:
            told = ["Word of the page frame", *map(_note, comments)]
            yield TemplateMessage(Key(None, str(message)), told, [REFERENCE])


def _note(comment: str) -> str:
    return f"Note: {' '.join(comment.split())}"


def _merged(messages: Iterable[TemplateMessage]) -> list[TemplateMessage]:
    """Keep each message once, with all its notes."""
    first: dict[Key, TemplateMessage] = {}
    for message in messages:
        known = first.get(message.key)
        comments = [*(known.comments if known else ()), *message.comments]
        first[message.key] = TemplateMessage(message.key, list(dict.fromkeys(comments)), [REFERENCE])
    return list(first.values())


@cache
def shipped(locale: Locale) -> Catalog | None:
    """Return the translations of the frame that come with the package, or None for a language without."""
    path = _SHIPPED / locale.name / "LC_MESSAGES" / f"{SITE}.po"
    return read_po(path.read_bytes(), path.name) if path.is_file() else None
