"""The feed of one language: its latest articles, in Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring

from pipeline.catalogs.xml import add
from pipeline.locale import Locale
from pipeline.render.page import Index

PATH = "feed.xml"
"""Beside the list of articles."""


def render_feed(index: Index) -> str:
    """Return the feed of a list of articles whose address is known, and of which some have a date.

    Its dates are those of the articles: it changes when they do, and never by the clock. The ids are the addresses.
    """
    entries = index.latest
    url = f"{index.url.rpartition('/')[0]}/{PATH}"
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", index.locale.tag)
    add(feed, "id", url)
    _words(feed, "title", index.site_title.text, index.site_title.locale, index.locale)
    add(feed, "updated", max(entry.updated for entry in entries))
    add(feed, "link", rel="self", type="application/atom+xml", href=url)
    add(feed, "link", rel="alternate", type="text/html", hreflang=index.locale.tag, href=index.url)
    add(add(feed, "author"), "name", index.site_title.text)
    for entry in entries:
        element = add(feed, "entry")
        add(element, "id", entry.url)
        _words(element, "title", entry.title, entry.title_locale, index.locale)
        add(element, "updated", entry.updated)
        add(element, "link", rel="alternate", type="text/html", hreflang=index.locale.tag, href=entry.url)
        _words(element, "summary", entry.description, entry.description_locale, index.locale)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _words(parent: Element, tag: str, text: str, locale: Locale | None, around: Locale) -> None:
    """Add a text, with its language where that is not the feed's."""
    add(parent, tag, text, **({"lang": locale.tag} if locale and locale != around else {}))
