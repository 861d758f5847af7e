"""What a page tells machines about itself: schema.org as JSON-LD, and Open Graph.

Both say only what the page says to people too. Addresses must be absolute, so that a site whose address is not known
has no Open Graph and no breadcrumb, and its JSON-LD names no other page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from pipeline.locale import open_graph_name
from pipeline.model import Article, Basis
from pipeline.render.page import Page

# A script element ends at its end tag, whatever stands around that; U+2028 and U+2029 end lines of JavaScript.
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

_PAGE = "MedicalWebPage"


def json_ld(page: Page) -> Markup:
    """Return the JSON-LD of a page, safe inside a script element.

    The terms are those of https://schema.org/MedicalWebPage, https://schema.org/CreativeWork and
    https://schema.org/BreadcrumbList. Empty values are left out.
    """
    article, is_source = page.document.article, page.locale == page.source_locale
    told = {
        "@context": "https://schema.org",
        "@type": _PAGE,
        "name": page.document.title,
        "description": page.document.description,
        "inLanguage": page.locale.tag,
        "url": page.url,
        "isPartOf": _typed("WebSite", name=page.site_title.text, url=page.site_url),
        "breadcrumb": _breadcrumb(page),
        "author": [_typed("Person", name=name) for name in article.authors],
        "isBasedOn": _basis(article.basis),
        **(_of_source(page, article) if is_source else _of_translation(page, article)),
    }
    text = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - nothing in it can end the element


def open_graph(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the properties of https://ogp.me that hold for a page; there is no picture of a page."""
    if not page.url:
        return
    yield "og:type", "article"
    yield "og:title", page.document.title
    yield "og:description", page.document.description
    yield "og:url", page.url
    yield "og:site_name", page.site_title.text
    own = open_graph_name(page.locale)
    yield "og:locale", own
    others = (open_graph_name(each.locale) for each in page.alternates)
    yield from (("og:locale:alternate", name) for name in dict.fromkeys(others) if name != own)


def _of_source(page: Page, article: Article) -> dict[str, Any]:
    others = [each for each in page.alternates if each.locale != page.locale and page.url]
    return {
        "lastReviewed": _date(article.reviewed),
        "workTranslation": [_typed(_PAGE, inLanguage=each.locale.tag, url=each.url) for each in others],
    }


def _of_translation(page: Page, article: Article) -> dict[str, Any]:
    """Tell of which page it is a translation, and by whom it was reviewed if exactly this text was.

    The author's review is that of the original: it says nothing about the translation.
    """
    tag, url = page.source_locale.tag, page.default if page.url else ""
    original = _typed(_PAGE, name=article.title, inLanguage=tag, url=url, lastReviewed=_date(article.reviewed))
    told: dict[str, Any] = {"translationOfWork": original}
    if page.review and page.review.current:
        told |= {"reviewedBy": _typed("Person", name=page.review.by), "lastReviewed": _date(page.review.on)}
    return told


def _breadcrumb(page: Page) -> dict[str, Any]:
    """Return the way to the page, as it stands above the title."""
    if not page.url:
        return {}
    steps = [(page.words("All articles"), page.home_url), (page.document.title, page.url)]
    items = [
        _typed("ListItem", position=number, name=name, item=url) for number, (name, url) in enumerate(steps, start=1)
    ]
    return _typed("BreadcrumbList", itemListElement=items)


def _basis(basis: Basis | None) -> dict[str, Any]:
    if basis is None:
        return {}
    publisher = _typed("Organization", name=basis.publisher) if basis.publisher else {}
    modified = _date(basis.modified)
    return _typed("CreativeWork", name=basis.title, publisher=publisher, url=basis.url, dateModified=modified)


def _date(date: object) -> str:
    return str(date) if date else ""


def _typed(kind: str, **values: Any) -> dict[str, Any]:
    return {"@type": kind, **{name: value for name, value in values.items() if value}}
