"""The last wall before a page: nothing passes but what the parser and this program make, and what the author wrote.

The checks keep from publication every translation that brings markup of its own. This wall does not know them: should
one of them fail, or be silenced, what it let through falls here. It goes over the finished body with nh3, which reads
HTML as browsers do, with lists that are made for each page.

Whoever makes a page hold more (in `dress`) adds it to the lists below.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

import nh3
from lxml import html as lxml_html

from pipeline.article import to_html
from pipeline.article.safe_html import SAFE_ATTRIBUTES, SAFE_SCHEMES, SAFE_TAGS, is_safe_address
from pipeline.model import Document

_MADE_TAGS = frozenset(
    [
        *("a", "abbr", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("hr", "img", "li", "ol", "p", "pre", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr"),
        *("ul", "button", "bdi", "rb", "rp", "rt", "ruby", "sub", "wbr"),  # those that every translation may use
    ]
)
_MADE_CLASSES = frozenset(
    [
        *("align-center", "align-left", "align-right", "box", "box-label", "box-title", "footnote"),
        *(
            "explain",
            "footnote-backref",
            "footnote-ref",
            "long-form",
            "picture",
            "reading",
            "table",
            "term",
            "term-end",
        ),
    ]
)
_MADE_VALUES = {
    "dir": re.compile("ltr|rtl|auto"),
    "height": re.compile("[0-9]+"),
    "id": re.compile(r"page--box-[0-9]+|fn(?:ref[0-9]*)?:.+"),
    "popovertarget": re.compile("page--term-.+"),
    "role": re.compile("note|region|doc-endnotes"),
    "scope": re.compile("col"),
    "start": re.compile("[0-9]+"),
    "tabindex": re.compile("0"),
    "translate": re.compile("no"),
    "type": re.compile("button"),
    "width": re.compile("[0-9]+"),
}
"""What this program and the parser write; of other elements' values, only those that the author wrote."""

_TEXTS = frozenset({"alt", "aria-label", "hreflang", "lang", "title"})
"""Attributes that a translation may well change, and that only say something."""

_NAMES_OF_IDS = frozenset({"aria-describedby", "aria-labelledby"})
_ADDRESSES = frozenset({"cite", "href", "src"})
_WITHOUT_CONTENT = {"iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"}
"""Elements whose content is no text for readers."""

_ANYWHERE = {"*": {*SAFE_ATTRIBUTES, *_MADE_VALUES}}
_SCHEMES = set(SAFE_SCHEMES)


@dataclass(frozen=True, slots=True)
class Own:
    """What an author wrote in an article, as far as it is safe."""

    tags: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str, str]] = frozenset()
    """Element, attribute and value."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    """Of links and pictures, as they stand in the article."""

    hosts: tuple[str, ...] = ()
    """Hosts of which a translation may link to any page; ``*`` stands for anything."""

    def joined(self, addresses: Iterable[str], tags: Iterable[str], attributes: Iterable[tuple[str, str, str]]) -> Own:
        """Return the same with what else a translation may hold, as far as it is safe.

        An attribute is given with its element and its value.
        """
        known = frozenset(each for each in attributes if each[1] in SAFE_ATTRIBUTES and each[1] not in _ADDRESSES)
        return Own(
            self.tags | SAFE_TAGS.intersection(tags),
            self.values | known,
            self.classes | {word for _, name, value in known if name == "class" for word in value.split()},
            self.ids | {value for _, name, value in known if name == "id"},
            self.addresses | set(filter(is_safe_address, addresses)),
            self.hosts,
        )


def own_of(document: Document, hosts: tuple[str, ...]) -> Own:
    """Return what the author of `document`, an article in its own language, wrote."""
    body = to_html(document, document.root)
    elements = [] if not body else list(lxml_html.document_fromstring(f"<body>{body}</body>").iter(*SAFE_TAGS))
    found = {(str(each.tag), str(name), str(value)) for each in elements for name, value in each.items()}
    addresses = (value for _, name, value in found if name in _ADDRESSES)
    return Own(hosts=hosts).joined(addresses, (str(each.tag) for each in elements), found)


def walled(body: str, own: Own, addresses: Collection[str]) -> str:
    """Return the finished `body` of a page without anything that is neither ours nor the author's.

    `addresses` are those of `own` as the page writes them.
    """

    def kept(tag: str, name: str, value: str) -> str | None:
        if name in _TEXTS or (tag, name, value) in own.values:
            return value
        if name in _ADDRESSES:
            return value if value in addresses or value[:1] == "#" or _is_localized(value, own.hosts) else None
        if name == "class":
            return " ".join(_classes(value, own)) or None
        if name in _NAMES_OF_IDS:
            return value if all(word in own.ids or _is_made("id", word) for word in value.split()) else None
        return value if _is_made(name, value) else None

    clean = nh3.clean(
        body,
        tags=set(_MADE_TAGS | own.tags),
        clean_content_tags=_WITHOUT_CONTENT,
        attributes=_ANYWHERE,
        attribute_filter=kept,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return clean.replace("&nbsp;", "\u00a0")  # which all other spaces are not written as either


def _is_made(name: str, value: str) -> bool:
    made = _MADE_VALUES.get(name)
    return made is not None and made.fullmatch(value) is not None


def _classes(value: str, own: Own) -> Iterator[str]:
    return (word for word in value.split() if word in _MADE_CLASSES or word in own.classes)


def _is_localized(address: str, hosts: tuple[str, ...]) -> bool:
    try:
        host = urlsplit(address).hostname if hosts and address.startswith(("https://", "http://")) else None
    except ValueError:
        return False
    return host is not None and any(fnmatchcase(host, pattern) for pattern in hosts)
