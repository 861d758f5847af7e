"""The HTML that a page may hold: elements and attributes that say something, none that act, load or cover others."""

from __future__ import annotations

import re

SAFE_TAGS = frozenset(
    [
        *("a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup"),
        *("dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rb", "rp", "rt", "ruby"),
        *("s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "time", "tr", "u", "ul", "var", "wbr"),
    ]
)
"""Elements that an author may write in an article."""

SAFE_ATTRIBUTES = frozenset(
    [
        *("abbr", "alt", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "aria-level", "cite"),
        *("class", "colspan", "datetime", "dir", "headers", "height", "href", "hreflang", "id", "lang", "loading"),
        *("open", "reversed", "role", "rowspan", "scope", "span", "src", "start", "tabindex", "title", "translate"),
        *("type", "value", "width"),
    ]
)
"""Attributes that an author may write, each on any element."""

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# As browsers read an address: control characters and blanks at its beginning do not count, nor those within a scheme.
_IGNORED = re.compile("[\x00-\x20]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def is_safe_address(address: str) -> bool:
    """Tell whether an address leads to a page, a person to write to or to call, and runs nothing."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme is None or scheme[1].lower() in SAFE_SCHEMES
