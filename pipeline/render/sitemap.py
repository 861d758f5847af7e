"""Sitemaps: every page with its versions in other languages (sitemaps.org 0.9 with Google's ``xhtml:link``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ADDRESSES, BYTES = 50_000, 50_000_000
"""The most that a sitemap may hold (https://www.sitemaps.org/protocol.html)."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = f'{_DECLARATION}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_END = "</urlset>\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in all languages in which it is published."""

    versions: tuple[tuple[str, str], ...]
    """Language tags and absolute addresses."""

    default: str
    """The address for readers of any other language."""


def shares(pages: Iterable[Listed], addresses: int = ADDRESSES, size: int = BYTES) -> list[int]:
    """Return how many of `pages` go into each sitemap: all into one, if that holds them.

    `addresses` and `size` (in bytes) are the most of one. A page stays with its versions.
    """
    counts, number, length = [0], 0, len(_HEAD) + len(_END)
    for page in pages:
        more = len(_entries(page).encode())
        if counts[-1] and (number + len(page.versions) > addresses or length + more > size):
            counts.append(0)
            number, length = 0, len(_HEAD) + len(_END)
        counts[-1] += 1
        number, length = number + len(page.versions), length + more
    return counts


def sitemap_pieces(pages: Iterable[Listed]) -> Iterator[str]:
    """Yield a sitemap piece by piece: that of a large site takes more memory than all the rest of a build."""
    yield _HEAD
    yield from map(_entries, pages)
    yield _END


def sitemap_index(addresses: Iterable[str]) -> str:
    """Return the list of several sitemaps, by their addresses."""
    entries = "".join(f"<sitemap><loc>{_xml(address)}</loc></sitemap>\n" for address in addresses)
    return f"{_DECLARATION}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n"


def _entries(page: Listed) -> str:
    versions = (*page.versions, ("x-default", page.default))
    links = "\n".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{_xml(url)}"/>' for tag, url in versions)
    return "".join(f"<url><loc>{_xml(url)}</loc>\n{links}\n</url>\n" for _, url in page.versions)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
