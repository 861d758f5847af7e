"""The package's own words, found by Babel in templates and code: those of the page frame, and of the workbench.

Every project may add to the words of the frame (the domain ``site``): its readers see them. Those of the workbench are
seen by people who work on a project; only the project that makes the package translates them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract_from_file

from pipeline.catalogs.po import Catalog, read_po
from pipeline.catalogs.template import TemplateMessage
from pipeline.locale import Locale, parse_locale
from pipeline.model import Key

SITE = "site"
"""The domain of the frame."""

WORKBENCH = "workbench"
"""The domain of the preview's words, and of the report's."""

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "locales"
_NOTE_TAG = "Translators:"
_METHODS = {".html": "jinja2.ext:babel_extract", ".py": "python"}


class _Place(NamedTuple):
    """Where the words of a domain are."""

    told: str
    """What a translator is told about each of them."""

    reference: str
    """One for all, so that moving a word from one template to another changes no catalog."""

    patterns: tuple[str, ...]
    """The files, below the package."""


_PLACES = {
    SITE: _Place("Word of the page frame", "pipeline/render", ("render/templates/*.html", "render/**/*.py", "site.py")),
    WORKBENCH: _Place(
        "Word of the workbench",
        "pipeline/preview",
        (
            "preview/templates/*.html",
            "preview/**/*.py",
            "commands/preview/*.py",
            "report/overview/templates/*.html",
            "report/overview/*.py",
        ),
    ),
}
DOMAINS = {place.reference: domain for domain, place in _PLACES.items()}
"""The domain of each reference."""

# The functions whose first argument is a message.
_KEYWORDS = dict.fromkeys(("_", "words", "_said"))


@cache
def frame_messages(domain: str = SITE) -> tuple[TemplateMessage, ...]:
    """Return every word of one of the package's domains with its notes to translators, in a fixed order."""
    return tuple(_merged(_found(_PLACES[domain])))


def _found(place: _Place) -> Iterator[TemplateMessage]:
    for path in (path for pattern in place.patterns for path in sorted(_PACKAGE.glob(pattern))):
        rows = extract_from_file(_METHODS[path.suffix], path, _KEYWORDS, [_NOTE_TAG], {}, strip_comment_tags=True)
        for _, message, comments, _ in rows:
            yield TemplateMessage(Key(None, str(message)), [place.told, *map(_note, comments)], [place.reference])


def _note(comment: str) -> str:
    return f"Note: {' '.join(comment.split())}"


def _merged(messages: Iterable[TemplateMessage]) -> list[TemplateMessage]:
    """Keep each message once, with all its notes."""
    first: dict[Key, TemplateMessage] = {}
    for message in messages:
        known = first.get(message.key)
        comments = [*(known.comments if known else ()), *message.comments]
        first[message.key] = TemplateMessage(message.key, list(dict.fromkeys(comments)), message.references)
    return list(first.values())


def shipped_locales(domain: str = SITE) -> tuple[Locale, ...]:
    """Return the locales for which the package has translations of a domain, in the order of their names."""
    return tuple(parse_locale(path.parent.parent.name) for path in sorted(_SHIPPED.glob(f"*/LC_MESSAGES/{domain}.po")))


@cache
def shipped(locale: Locale, domain: str = SITE) -> Catalog | None:
    """Return the translations of a domain that come with the package, or None for a language without."""
    path = _SHIPPED / locale.name / "LC_MESSAGES" / f"{domain}.po"
    return read_po(path.read_bytes(), path.name) if path.is_file() else None
