"""Pages and lists of articles → HTML, through the templates beside this file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.article import to_html
from pipeline.article.prose import text_of
from pipeline.locale import Locale, format_minutes
from pipeline.model import SUMMARY
from pipeline.render.bilingual import SUFFIX as BILINGUAL
from pipeline.render.bilingual import pairs, versions
from pipeline.render.boxes import TITLE, is_key_facts
from pipeline.render.dress import behind_wall, dressed_tree
from pipeline.render.isolation import isolate
from pipeline.render.metadata import json_ld, open_graph
from pipeline.render.notices import notices
from pipeline.render.page import EPUB, PDF, Alternate, Fact, Index, Page, Phrase, Words
from pipeline.render.reading_time import reading_minutes
from pipeline.render.terms.explain import PREFIX, Explainer
from pipeline.render.terms.readings import has_ruby, language_of, parts

FOLDER = Path(__file__).parent / "templates"
STYLE = FOLDER / "style.css"
ICON = FOLDER / "icon.svg"

MEDIA_TYPES = {EPUB: "application/epub+zip", PDF: "application/pdf"}
"""Of the editions that have one."""

_CONTENTS_HEADING = "h2"
_MANY_LANGUAGES = 20
"""A longer list of languages is folded up, so that it does not fill the first screen."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a page's contents."""

    anchor: str
    text: str
    lang: str
    """Its language tag where it is not the page's, else empty."""

    direction: str


def render_page(page: Page) -> str:
    """Return the HTML of one article in one language."""
    explain = Explainer()
    root = dressed_tree(page, [explain])
    kinds = {segment.kind for segment in page.document.untranslated}
    fallback = page.source_locale
    key_facts = _without_key_facts(root)
    minutes = reading_minutes(page.document)
    return _render(
        "article.html",
        page.words,
        page=page,
        document=page.document,
        key_facts=_written(page, key_facts, explain.links),
        body=_written(page, root, explain.links),
        reading_time=format_minutes(minutes, page.locale) if minutes else "",
        headings=list(_headings(root, page)),
        terms=explain.entries,
        notices=list(notices(page, page.words)),
        title_locale=fallback if "title" in kinds else page.locale,
        description_locale=fallback if "description" in kinds else page.locale,
        summary_locale=fallback if SUMMARY in kinds else page.locale,
        up="../" * page.path.count("/"),
        home=f"{'../' * (page.path.count('/') - 1)}index.html",
        text_href=f"{_name(page)}.txt" if page.text_edition else "",
        formats={suffix: f"{_name(page)}.{suffix}" for suffix in page.formats},
        bilingual_href=f"{_name(page)}{BILINGUAL}" if page.bilingual else "",
        json_ld=json_ld(page),
        open_graph=list(open_graph(page)),
    )


def render_bilingual(page: Page, original: Page) -> str:
    """Return the HTML of the bilingual edition; `original` is `page` with what the source's language has."""
    foreign = {segment.kind for segment in page.document.untranslated}
    return _render(
        "bilingual.html",
        page.words,
        page=page,
        document=page.document,
        pairs=pairs(page, original),
        versions=versions(page),
        notices=list(notices(page, page.words)),
        title_locale=page.source_locale if "title" in foreign else page.locale,
        description_locale=page.source_locale if "description" in foreign else page.locale,
        up="../" * page.path.count("/"),
        home=f"{'../' * (page.path.count('/') - 1)}index.html",
        page_href=f"{_name(page)}.html",
    )


def render_book(page: Page) -> str:
    """Return the HTML of what a page says, for an e-book: no navigation, and nothing of the site around it."""
    kinds = {segment.kind for segment in page.document.untranslated}
    return _render(
        "book.html",
        page.words,
        page=page,
        document=page.document,
        body=_written(page, dressed_tree(page), ()),
        notices=list(notices(page, page.words)),
        description_locale=page.source_locale if "description" in kinds else page.locale,
    )


def render_book_contents(page: Page, chapter: str) -> str:
    """Return the HTML of the table of contents of an e-book; `chapter` is the name of the file with the text."""
    headings = list(_headings(dressed_tree(page), page))
    return _render("book-contents.html", page.words, document=page.document, headings=headings, chapter=chapter)


def render_index(index: Index) -> str:
    """Return the HTML of the list of articles in one language."""
    return _render("index.html", index.words, index=index, up="../", home="index.html")


def render_languages(indexes: Sequence[Index], words: Words, site_title: Phrase, url: str) -> str:
    """Return the HTML of the page where a reader chooses a language; `words` is the source language's."""
    return _render("languages.html", words, indexes=indexes, site_title=site_title, url=url, up="")


def render_not_found(indexes: Sequence[Index], words: Words, site_title: Phrase, root_path: str) -> str:
    """Return the HTML of the error page, in all languages at once.

    A server shows it under any address, so its links begin with `root_path`, the path of the site on its server.
    """
    addresses = [(index.locale, f"{root_path}{index.locale.tag}/index.html") for index in indexes]
    alternates = [Alternate(locale, address, address) for locale, address in addresses]
    return _render("404.html", words, indexes=indexes, site_title=site_title, up=root_path, alternates=alternates)


def _name(page: Page) -> str:
    """Return the name of the page without suffix, as a link from the same folder has it."""
    return quote(page.path.rpartition("/")[2])


def _render(template: str, words: Words, **values: object) -> str:
    locale = words.locale
    html = _environment().get_template(template).render(words=words, locale=locale, _=_Frame(words), **values)
    return isolate(html, locale) if locale.direction == "rtl" else html


def _without_key_facts(root: Element) -> Element:
    """Take the box with the key facts away from the beginning of `root`, and return what holds it, or nothing."""
    taken = Element("div")
    if len(root) and is_key_facts(root[0]):
        taken.append(root[0])
        root.remove(root[0])
    return taken


def _written(page: Page, root: Element, links: Iterable[str]) -> Markup:
    """Return the HTML inside `root`; where the page runs from right to left, `_render` isolates all of it."""
    html = behind_wall(page, to_html(page.document, root), links)
    if page.locale.direction == "ltr":
        html = isolate(html, page.locale)
    return Markup(html)  # noqa: S704 - nothing else is left


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"frame": _Frame, "MANY": _MANY_LANGUAGES, "media_types": MEDIA_TYPES}
    environment.filters["lang"] = _language
    environment.filters["sha256"] = _sha256
    environment.globals |= {
        "term_prefix": PREFIX,
        "has_ruby": has_ruby,
        "read_parts": parts,
        "reading_lang": _reading_lang,
    }
    return environment


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of the frame in a template: marked with their language where they are not translated."""

    words: Words

    def __call__(self, message: str, **values: object) -> str:
        text = self.words(message, **values)
        locale = self.words.language(message)
        if locale == self.words.locale:
            return text
        return Markup('<span lang="{}" dir="{}">{}</span>').format(locale.tag, locale.direction, text)


def _language(value: Locale | Fact | Phrase | Heading, page_locale: Locale) -> Markup:
    """Return `` lang="…" dir="…"`` for what is not in the page's language, else nothing."""
    if isinstance(value, Heading):
        tag, direction = value.lang, value.direction
    else:
        locale = value if isinstance(value, Locale) else value.locale
        tag, direction = (locale.tag, locale.direction) if locale and locale != page_locale else ("", "")
    return Markup(' lang="{}" dir="{}"').format(tag, direction) if tag else Markup()


def _sha256(text: str) -> str:
    """Return what names an inline script in a Content-Security-Policy."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _reading_lang(tag: str, reading: str) -> Markup:
    language = language_of(tag, reading)
    return Markup(' lang="{}"').format(language) if language else Markup()


def _headings(root: Element, page: Page) -> Iterator[Heading]:
    for element in (each for each in root.iter(_CONTENTS_HEADING) if each.get("class") != TITLE):
        span = element[0] if len(element) and element[0].get("lang") else element
        text = text_of(page.document, element)
        yield Heading(element.get("id", ""), text, span.get("lang", ""), span.get("dir", ""))
