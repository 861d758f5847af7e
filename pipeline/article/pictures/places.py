"""Where the pictures of an article lie, and in which languages there is another one of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from pipeline.article.slots import CRITICAL_CLASSES
from pipeline.home import RASTERS
from pipeline.locale import UnknownLocale, parse_locale
from pipeline.model import Document

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)


@lru_cache(maxsize=4096)
def picture_path(domain: str, address: str) -> str | None:
    """Return the path below ``source/`` of the picture that an article calls `address`; None if it lies elsewhere."""
    if _ELSEWHERE.match(address):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(domain), unquote(address)))
    return None if path.startswith("..") else path


def is_drawing(path: str) -> bool:
    """Tell whether a picture is one whose words are messages."""
    return path.lower().endswith(".svg")


def pictures_of(document: Document) -> dict[str, tuple[int, bool]]:
    """Return the pictures of the project on `document`: by path, the first line, and whether any of it is critical."""
    found: dict[str, tuple[int, bool]] = {}
    for image, critical in _images(document.root, critical=False):
        if path := picture_path(document.article.domain, image.get("src", "")):
            line, before = found.get(path, (document.lines[image], False))
            found[path] = line, before or critical
    return found


def _images(element: Element, *, critical: bool) -> Iterator[tuple[Element, bool]]:
    critical = critical or not CRITICAL_CLASSES.isdisjoint((element.get("class") or "").split())
    if element.tag == "img":
        yield element, critical
    for child in element:
        yield from _images(child, critical=critical)


def variants(paths: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Return which of `paths` are for one language: by the path of the picture and the name of the locale.

    ``knee.pt-BR.png`` is the variant of ``knee.png`` for ``pt_BR``; drawings (SVG) need none, their words are messages.
    """
    every = set(paths)
    found: dict[str, dict[str, str]] = {}
    for path in sorted(every):
        stem, suffix = posixpath.splitext(path)
        stem, _, identifier = stem.rpartition(".")
        if suffix.lower() in RASTERS and stem + suffix in every and (name := _locale_name(identifier)):
            found.setdefault(stem + suffix, {}).setdefault(name, path)
    return found


def _locale_name(identifier: str) -> str:
    try:
        return parse_locale(identifier).name
    except UnknownLocale:
        return ""
