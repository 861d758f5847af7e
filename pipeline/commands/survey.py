"""What concerns the whole site, from one reading of what is known of all articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.commands.digests import digest
from pipeline.commands.incremental import ArticleRecord
from pipeline.locale import Locale
from pipeline.site import Card


@dataclass(slots=True)
class Survey:
    """What there is; the cards of the articles, which may be many, are known by a digest only."""

    published: dict[str, tuple[Locale, ...]] = field(default_factory=dict)
    """The languages in which each article is published, by domain, in the order of the language lists."""

    pictures: set[tuple[str, str, int]] = field(default_factory=set)
    """Those on pages that this build is about: path of the article, path below ``source/``, line in the article."""

    notes: list[list[str]] = field(default_factory=list)
    """What was told about each page."""

    cards: dict[Locale, str] = field(default_factory=dict)
    """The digest of what the list of articles in a language says."""

    dated: set[Locale] = field(default_factory=set)
    """The languages in which an article says when it was updated."""


def survey(records: Iterable[ArticleRecord], locales: Mapping[str, Locale], wanted: frozenset[Locale]) -> Survey:
    """Return what `records` hold.

    `locales` are all languages by the names that records have for them, in the order of the language lists; a build is
    about those `wanted`.
    """
    found = Survey()
    shared: dict[tuple[Locale, ...], tuple[Locale, ...]] = {}
    for record in records:
        pages = {locale: record.pages[name] for name, locale in locales.items() if name in record.pages}
        public = tuple(locale for locale, page in pages.items() if page.published)
        found.published[record.domain] = shared.setdefault(public, public)
        found.notes += (page.notes for page in record.pages.values() if page.notes)
        for locale in public:
            page = pages[locale]
            found.cards[locale] = digest(found.cards.get(locale, ""), record.domain, json.dumps(page.card))
            if Card(*page.card).updated:
                found.dated.add(locale)
            if locale in wanted:
                found.pictures.update(
                    (f"source/{record.domain}.md", str(path), int(line)) for path, line in page.pictures
                )
    return found
