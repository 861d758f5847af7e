"""The bilingual edition: the blocks of an article in pairs, source and translation, for reading side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX
from markupsafe import Markup

from pipeline.article import to_html
from pipeline.render.dress import behind_wall, dressed_tree
from pipeline.render.page import Alternate, Page

SUFFIX = ".bilingual.html"
"""What the name of the edition's file ends in."""

_ROW = f"{STX}row{ETX}"
"""Stands between two blocks while they are written; no text can hold it, since the parser keeps it for itself."""

_PREFIX = "page--original--"
_TAG = re.compile(r"""<([A-Za-z][^\s>/]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>""")
_REFERENCE = re.compile(
    r"""(?<=\s)(id|for|headers|aria-(?:labelledby|describedby|controls|details|owns))\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"""(?<=\s)lang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_KEPT = re.compile(r"""(?<=\s)translate\s*=\s*["']?no\b""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """One block in both languages, as HTML."""

    source: Markup
    target: Markup
    missing: bool
    """Whether some of it is not translated, so that the target shows the source there."""


def pairs(page: Page, original: Page) -> list[Pair]:
    """Return the blocks of `page` beside those of `original`, the same page with what the source's language has.

    A translation has the blocks of its source, in the same order. The ids of the source's get a prefix, so that none
    is there twice. The links of both lead to the same places, since some have the same words (WCAG 2.4.9).
    """
    return [
        # Behind the wall nothing is left but what the parser and the author wrote.
        Pair(Markup(_TAG.sub(_renamed, source)), Markup(target), _is_missing(source, target, page))  # noqa: S704
        for source, target in zip(_blocks(original), _blocks(page), strict=True)
    ]


def versions(page: Page) -> list[Alternate]:
    """Return the languages of `page`, as the bilingual edition links to them: to its like, or to the source's page."""
    return [
        each if each.locale == page.source_locale else Alternate(each.locale, f"{each.href[:-5]}{SUFFIX}", "")
        for each in page.alternates
    ]


def _blocks(page: Page) -> list[str]:
    root = dressed_tree(page)
    for element in root.iter("div"):
        _plain(element, is_source=page.locale == page.source_locale)
    for block in root:
        block.tail = _ROW
    return [behind_wall(page, block) for block in to_html(page.document, root).split(_ROW)[:-1]]


def _plain(element: Element, *, is_source: bool) -> None:
    """Take away landmarks that would be there twice, or are of no use where tables are as wide as their column."""
    if element.get("class") == "table":
        for name in ("role", "tabindex", "aria-label", "aria-labelledby"):
            element.attrib.pop(name, None)
    if is_source and element.get("role") == "doc-endnotes":
        del element.attrib["role"]


def _renamed(tag: re.Match[str]) -> str:
    """Return a start tag with the prefix before the ids that it gives and names."""
    return f"<{tag[1]}{_REFERENCE.sub(_prefixed, tag[2])}>"


def _prefixed(attribute: re.Match[str]) -> str:
    names = (attribute[2] or attribute[3] or attribute[4] or "").split()
    return f'{attribute[1]}="{" ".join(_PREFIX + name for name in names)}"'


def _is_missing(source: str, target: str, page: Page) -> bool:
    """Tell whether a block says more often than its source that a text is in the source's language."""
    tag = page.source_locale.tag
    return _said(target, tag) > _said(source, tag)


def _said(html: str, tag: str) -> int:
    """Return how many elements are marked with a language, but for those that nobody is to translate.

    An abbreviation is marked for its long form, which is not shown.
    """
    return sum(
        1
        for found in _TAG.finditer(html)
        if (language := _LANGUAGE.search(found[2])) and language[1] == tag
        if found[1] != "abbr" and not _KEPT.search(found[2])
    )
