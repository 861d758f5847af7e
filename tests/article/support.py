"""What the tests of this folder share: articles, documents, and HTML told without its white space."""

import re

from pipeline.article import parse, to_html, translate
from pipeline.locale import parse_locale
from pipeline.model import Article

ENGLISH = parse_locale("en")
GERMAN = parse_locale("de")


BLOCKS = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr"),
    *("th", "td", "blockquote", "div", "pre", "hr", "details", "summary"),
)


def article(body, **fields):
    return Article(
        path="source/x.md", domain="x", title="Title", description="Text", body=body, **{"body_line": 0, **fields}
    )


def document(body, locale=ENGLISH, **fields):
    return parse(article(body, **fields), locale)


def segments(body, **fields):
    """Those of the body, without title and description."""
    return document(body, **fields).segments[2:]


def html(parsed):
    return to_html(parsed, parsed.root)


def translated(body, table, locale=GERMAN):
    """The article with the translations in `table`, by the text of the segment; all other blocks fall back."""
    find = table if callable(table) else lambda segment: table.get(segment.text)
    return translate(document(body), find, locale)


def page(body, table, locale=GERMAN):
    return html(translated(body, table, locale))


def squeezed(text):
    """Text in which white space makes no difference."""
    return re.sub(r"\s+", " ", text).replace("> ", ">").replace(" <", "<").strip()


def flat(text):
    """HTML without the line ends between elements."""
    return text.replace("\n", "")


def block_tags(text):
    """The tags of all block elements, in order."""
    names = f"{'|'.join(BLOCKS)}|section|figure|figcaption"
    return re.findall(rf"</?(?:{names})\b", text)
