"""Which reader a file needs, told by its name and its first bytes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.article.front_matter import FENCE, read_article
from pipeline.article.importing.article import Imported, finish
from pipeline.article.importing.blocks import Draft
from pipeline.article.importing.decode import decode
from pipeline.article.importing.from_html import read_html
from pipeline.article.importing.from_text import read_text
from pipeline.article.importing.from_word import read_word
from pipeline.article.walk import parse
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.model import Article, Segment

_HTML = frozenset({"html", "htm", "xhtml"})
_MARKDOWN = frozenset({"md", "markdown"})
_WORD = frozenset({"docx", "docm", "doc"})
_SAVE_AS = {
    "pdf": "open it in Word or LibreOffice Draw, or copy its text, and save that as text (.txt) or Word (.docx)",
    "rtf": "open it in Word or LibreOffice and save it as Word document (.docx)",
    "odt": "open it in LibreOffice and save it as Word document (.docx)",
    "pages": "export it from Pages as Word document (.docx)",
    "epub": "save its chapter as HTML",
    "pptx": "save its text as text (.txt)",
}
_STARTS = ((b"%PDF", "pdf"), (b"{\\rtf", "rtf"))
_ZIP = b"PK\x03\x04"


def import_article(data: bytes, path: str, encoding: str = "") -> Imported:
    """Return the article in `data`, the content of a text, HTML or Word file.

    `encoding` is that of a text or a page that does not say it. Raises `InputError` for anything else, and for what
    cannot be read.
    """
    suffix = _suffix(path)
    if suffix in _MARKDOWN:
        raise InputError("Markdown already; copy it into source/, with title: and description: on top", path)
    return finish(_draft(data, path, suffix, encoding), path)


def read_translation(data: bytes, path: str, locale: Locale, encoding: str = "") -> list[Segment]:
    """Return the segments of a translated article, Markdown or any format that can be imported.

    Their lines are those of the file. Raises `InputError` or `InputErrors` if it cannot be read.
    """
    if _suffix(path) in _MARKDOWN:
        return _markdown_segments(decode(data, path, encoding), path, locale)
    imported = import_article(data, path, encoding)
    article = read_article(imported.markdown.encode(), path, "")
    segments = [segment for segment in parse(article, locale).segments if imported.described or _is_said(segment)]
    lines = imported.lines
    return [replace(each, line=lines[each.line - 1] if each.line else None) for each in segments]


def _is_said(segment: Segment) -> bool:
    """Tell whether a segment stands in the file; a description that was made from the text does not."""
    return segment.kind != "description"


def _markdown_segments(text: str, path: str, locale: Locale) -> list[Segment]:
    """Return the segments of Markdown; it may have no front matter, as long as it has text."""
    if text.split("\n", 1)[0].rstrip() == FENCE:
        return list(parse(read_article(text.encode(), path, ""), locale).segments)
    article = Article(path, "", "-", "-", text, 0)
    segments = [each for each in parse(article, locale).segments if each.kind not in {"title", "description"}]
    if segments and segments[0].kind == "h1":
        segments[0] = replace(segments[0], kind="title")
    return segments


def _suffix(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def _draft(data: bytes, path: str, suffix: str, encoding: str) -> Draft:
    form = next((form for start, form in _STARTS if data.startswith(start)), suffix)
    if form in _SAVE_AS:
        raise InputError(f"a .{form} file cannot be imported; {_SAVE_AS[form]}", path)
    if form in _WORD or data.startswith(_ZIP):
        return read_word(data, path)
    text = decode(data, path, encoding)
    return read_html(text) if form in _HTML else read_text(text)
