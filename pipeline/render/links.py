"""Links from one article to another, as authors write them: ``[arteries](glossary.md#artery)``."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote, unquote

ARTICLE_SUFFIX = ".md"


@lru_cache(maxsize=4096)
def article_of(domain: str, href: str) -> tuple[str, str] | None:
    """Return domain and fragment (with its ``#``, or empty) of a link in the article `domain` to another, else None."""
    path, mark, fragment = href.partition("#")
    if "://" in path or not path.endswith(ARTICLE_SUFFIX):
        return None
    folder = posixpath.dirname(domain)
    return posixpath.normpath(posixpath.join(folder, unquote(path[: -len(ARTICLE_SUFFIX)]))), mark + fragment


@lru_cache(maxsize=4096)
def address_from(page: str, target: str) -> str:
    """Return where the file `target` is, as the page `page` writes it; both are paths below the output folder."""
    return quote(posixpath.relpath(target, posixpath.dirname(page)))


def link_to(domain: str, target: str, fragment: str) -> str:
    """Return the link in the article `domain` to a place in the article `target`."""
    return f"{_way(domain, target)}{ARTICLE_SUFFIX}#{fragment}"


@lru_cache(maxsize=4096)
def _way(domain: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(domain) or ".")
