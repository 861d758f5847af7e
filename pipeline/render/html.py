"""Pages and lists of articles → HTML, through the templates beside this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.article import to_html
from pipeline.article.prose import text_of
from pipeline.locale import Locale, format_minutes
from pipeline.render.boxes import TITLE, is_key_facts
from pipeline.render.dress import dressed_tree
from pipeline.render.isolation import isolate
from pipeline.render.notices import notices
from pipeline.render.page import Alternate, Fact, Index, Page, Phrase, Words
from pipeline.render.reading_time import reading_minutes

FOLDER = Path(__file__).parent / "templates"
STYLE = FOLDER / "style.css"
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
    root = dressed_tree(page)
    kinds = {segment.kind for segment in page.document.untranslated}
    fallback = page.source_locale
    key_facts = _without_key_facts(root)
    minutes = reading_minutes(page.document)
    return _render(
        "article.html",
        page.words,
        page=page,
        document=page.document,
        key_facts=_written(page, key_facts),
        body=_written(page, root),
        reading_time=format_minutes(minutes, page.locale) if minutes else "",
        headings=list(_headings(root, page)),
        notices=list(notices(page, page.words)),
        title_locale=fallback if "title" in kinds else page.locale,
        description_locale=fallback if "description" in kinds else page.locale,
        up="../" * page.path.count("/"),
        home=f"{'../' * (page.path.count('/') - 1)}index.html",
        text_href=f"{page.path.rpartition('/')[2]}.txt" if page.text_edition else "",
    )


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


def _written(page: Page, root: Element) -> Markup:
    """Return the HTML inside `root`; where the page runs from right to left, `_render` isolates all of it."""
    html = to_html(page.document, root)
    if page.locale.direction == "ltr":
        html = isolate(html, page.locale)
    return Markup(html)  # noqa: S704 - the parser wrote it; what translators add is checked


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"frame": _Frame, "MANY": _MANY_LANGUAGES}
    environment.filters["lang"] = _language
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


def _headings(root: Element, page: Page) -> Iterator[Heading]:
    for element in (each for each in root.iter(_CONTENTS_HEADING) if each.get("class") != TITLE):
        span = element[0] if len(element) and element[0].get("lang") else element
        text = text_of(page.document, element)
        yield Heading(element.get("id", ""), text, span.get("lang", ""), span.get("dir", ""))
