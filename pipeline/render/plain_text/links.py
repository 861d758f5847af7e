"""Where links lead: addresses that are listed at the end of a page, and contacts that are shown in place."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from pipeline.locale import Locale
from pipeline.render.dress import resolve_article
from pipeline.render.page import Page
from pipeline.render.plain_text.tree import classes
from pipeline.render.plain_text.wrapping import clean, protect, tidy

_IN_PLACE = frozenset({"mailto", "tel", "sms"})
_NEVER_SHOWN = frozenset({"javascript", "vbscript", "data"})


def text_edition(href: str) -> str:
    """Return the address of the text beside a web page."""
    return f"{href.removesuffix('.html')}.txt" if href.endswith(".html") else href


def point_to_texts(root: Element, page: Page) -> dict[str, Locale]:
    """Let links to other articles lead to their text editions, which have no anchors.

    Return the language of each that is not in the page's, by its address.
    """
    foreign: dict[str, Locale] = {}
    for link in root.iter("a"):
        if target := resolve_article(page, link.get("href", "")):
            article = page.articles.get(target[0])
            path = link.get("href", "").partition("#")[0]
            address = text_edition(article.url) if article else f"{path.removesuffix('.md')}.txt"
            link.set("href", address)
            if article and article.locale != page.locale:
                foreign[address] = article.locale
    return foreign


def number_links(root: Element) -> dict[str, int]:
    """Number the addresses of all links in the order in which a reader meets them.

    Only the first link to an address keeps it: a mark at every word that the glossary explains would be noise.
    """
    numbers: dict[str, int] = {}
    for link in root.iter("a"):
        address = listed(link.get("href", ""))
        if not address or is_bare(link) or "footnote-ref" in classes(link):
            continue
        if address in numbers:
            del link.attrib["href"]
        numbers.setdefault(address, len(numbers) + 1)
    return numbers


def listed(href: str) -> str:
    """Return the address to list for a link; empty if it leads to this page, is shown in place or is no address."""
    href = "".join(href.split())
    scheme, elsewhere, _path = _split(href)
    return href if elsewhere and scheme not in _IN_PLACE | _NEVER_SHOWN else ""


def contact(href: str, text: str) -> str:
    """Return the text of a link with its phone number or mail address, which is said only once if they are the same."""
    scheme, _elsewhere, path = _split(href)
    if scheme not in _IN_PLACE:
        return text
    shown, target = tidy(text), tidy(clean(unquote(path)))
    ignored = re.compile(r"\s" if scheme == "mailto" else r"[^\d+]")
    if not target or ignored.sub("", shown).casefold() == ignored.sub("", target).casefold():
        return text
    return f"{shown} <{protect(target)}>" if shown else protect(target)


def is_bare(link: Element) -> bool:
    """Tell whether a link has no other text than its address, which then is shown in its place."""
    described = any(picture.get("alt") for picture in link.iter("img"))
    return not described and plain(link) in {"", listed(link.get("href", ""))}


def plain(element: Element) -> str:
    """Return the text of an element without that of pictures."""
    return tidy("".join(element.itertext()))


def _split(href: str) -> tuple[str, bool, str]:
    """Return the scheme, whether the link leads away from the page, and the path."""
    try:
        parts = urlsplit(href)
    except ValueError:  # such as a wrong IPv6 address: show it as it is
        return "", True, href
    return parts.scheme, bool(parts.scheme or parts.netloc or parts.path or parts.query), parts.path
