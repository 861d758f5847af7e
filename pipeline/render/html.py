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
from pipeline.locale import Locale, parse_locale
from pipeline.render.dress import dressed_tree
from pipeline.render.notices import notices
from pipeline.render.page import Fact, Index, Page, Phrase, Words

FOLDER = Path(__file__).parent / "templates"
STYLE = FOLDER / "style.css"
ICON = FOLDER / "icon.svg"
FRAME_LOCALE = parse_locale("en")
"""The language of the messages in the templates."""

_CONTENTS_HEADING = "h2"


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
    return _render(
        "article.html",
        page.words,
        page=page,
        document=page.document,
        body=Markup(to_html(page.document, root)),  # noqa: S704 - the parser wrote it; what translators add is checked
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
    return _render("404.html", words, indexes=indexes, site_title=site_title, up=root_path)


def _render(template: str, words: Words, **values: object) -> str:
    return _environment().get_template(template).render(words=words, locale=words.locale, _=_Frame(words), **values)


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["frame"] = _Frame
    environment.filters["lang"] = _language
    return environment


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of the frame in a template: marked with their language where they are not translated."""

    words: Words

    def __call__(self, message: str, **values: object) -> str:
        text = self.words(message, **values)
        if message in self.words or self.words.locale.tag.startswith(FRAME_LOCALE.tag):
            return text
        return Markup('<span lang="{}" dir="{}">{}</span>').format(FRAME_LOCALE.tag, FRAME_LOCALE.direction, text)


def _language(value: Locale | Fact | Phrase | Heading, page_locale: Locale) -> Markup:
    """Return `` lang="…" dir="…"`` for what is not in the page's language, else nothing."""
    if isinstance(value, Heading):
        tag, direction = value.lang, value.direction
    else:
        locale = value if isinstance(value, Locale) else value.locale
        tag, direction = (locale.tag, locale.direction) if locale and locale != page_locale else ("", "")
    return Markup(' lang="{}" dir="{}"').format(tag, direction) if tag else Markup()


def _headings(root: Element, page: Page) -> Iterator[Heading]:
    for element in root.iter(_CONTENTS_HEADING):
        span = element[0] if len(element) and element[0].get("lang") else element
        text = text_of(page.document, element)
        yield Heading(element.get("id", ""), text, span.get("lang", ""), span.get("dir", ""))
